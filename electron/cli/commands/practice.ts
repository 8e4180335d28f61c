import { mkdtemp } from 'node:fs/promises'
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
]

const quoted = (word: string): string => (/^[\w@%+=:,./-]+$/.test(word) ? word : `"${word}"`)

/** Starts the practice provider, prints where it listens and a command to try, and keeps it running until Ctrl-C. */
export async function practiceCommand(context: CommandContext, args: Arguments): Promise<number> {
  const { app, output, stop } = context
  const folder = await mkdtemp(path.join(os.tmpdir(), 'mail-migrate-practice-'))
  const stage = await app.startPractice(folder, args.options.list('fault'), null)
  if (!stage.ok) return stopBefore(context, stage.problem)
  const { stop: close, ...where } = stage.value
  const command = ['mail-migrate', 'run', ...practiceOptions(stage.value)].map(quoted).join(' ')
  output.say(sayCli('practising', output.lang))
  for (const [name, value] of Object.entries(where)) output.say(`  ${name}: ${String(value)}`)
  output.say(`${sayCli('tryIt', output.lang)}\n  ${command}`)
  output.line({ type: 'practice', ...where, command })
  if (!stop.aborted) await new Promise<void>((resolve) => stop.addEventListener('abort', () => resolve(), { once: true }))
  await close()
  output.line({ type: 'result', outcome: 'done' })
  return exitCodes.done
}
