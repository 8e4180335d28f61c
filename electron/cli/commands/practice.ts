import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { sayCli } from '../../../shared/words/cli.ts'
import type { PracticeStage } from '../../road/app.ts'
import type { CommandContext } from '../command-context.ts'
import type { Arguments } from '../arguments.ts'
import { exitCodes } from '../exit-codes.ts'
import { stopBefore } from '../stop-before.ts'

/** The options of `run` that lead to the practice provider instead of a real one. */
export const practiceOptions = (stage: PracticeStage): readonly string[] => [
  stage.sheetFile,
  '--provider',
  stage.provider,
  '--portal-url',
  stage.portalUrl,
  '--incoming',
  stage.incoming,
  '--outgoing',
  stage.outgoing,
  '--ca',
  stage.caFile,
  '--thunderbird-root',
  stage.thunderbirdRoot,
  // A rehearsal does not so much as look at the mail of this PC.
  '--no-outlook',
]

const quoted = (word: string): string => (/^[\w@%+=:,./-]+$/.test(word) ? word : `"${word}"`)

async function keepRunning({ output, stop }: CommandContext, stage: PracticeStage): Promise<number> {
  const { stop: close, ...where } = stage
  const command = ['mail-migrate', 'run', ...practiceOptions(stage)].map(quoted).join(' ')
  output.say(sayCli('practising', output.lang))
  for (const [name, value] of Object.entries(where))
    output.say(sayCli('field', output.lang, { field: name, value: String(value) }))
  output.say(`${sayCli('tryIt', output.lang)}\n  ${command}`)
  output.line({ type: 'practice', ...where, command })
  if (!stop.aborted) await new Promise<void>((resolve) => stop.addEventListener('abort', () => resolve(), { once: true }))
  await close()
  output.line({ type: 'result', outcome: 'done' })
  return exitCodes.done
}

/**
 * Starts the practice provider, prints where it listens and a command to try, and keeps it running until Ctrl-C. Its papers and profile go with it:
 * nobody else knows of their folder.
 */
export async function practiceCommand(context: CommandContext, args: Arguments): Promise<number> {
  const { app } = context
  const folder = await mkdtemp(path.join(os.tmpdir(), 'mail-migrate-practice-'))
  try {
    const stage = await app.startPractice(folder, args.options.list('fault'), null)
    return stage.ok ? await keepRunning(context, stage.value) : stopBefore(context, stage.problem)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
