import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { endpointUrl } from '../../../shared/mail/endpoint.ts'
import { sayCli } from '../../../shared/words/cli.ts'
import type { App, PracticeStage } from '../../road/app.ts'
import type { CommandContext } from '../command-context.ts'
import { type Arguments, readArguments } from '../arguments.ts'
import { practiceOptions } from './practice.ts'
import { stopBefore } from '../stop-before.ts'
import { runCommand } from './run.ts'

/** Composes the program on a data folder of its own, with a vault in memory: a rehearsal needs no credential store. */
export type ComposeDemo = (settings: {
  readonly dataDir: string
  readonly vault: 'memory'
  readonly ask: CommandContext['ask']
  readonly environment: Readonly<Record<string, string | undefined>>
}) => App

/** What the mail program's settings say, one line an account. */
async function settingsText(app: App, root: string): Promise<string> {
  const found = await app.findProfiles({ root }, ['thunderbird'])
  if (!found.ok) return ''
  const lines = found.value.flatMap((profile) =>
    profile.accounts.map(({ address, userName, incoming, outgoing }) => {
      const sends = outgoing ? endpointUrl(outgoing.endpoint) : '-'
      return `  ${address}  ${userName}  ${endpointUrl(incoming)}  ${sends}`
    }),
  )
  return lines.join('\n')
}

const hasScreen = (): boolean => process.platform !== 'linux' || Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY'])

function runArguments(stage: PracticeStage, folder: string, args: Arguments): readonly string[] {
  const headed = args.options.has('headed') || (hasScreen() && !args.options.has('headless'))
  const browser = args.options.text('browser')
  const record = args.options.text('record') ?? path.join(folder, 'record.pdf')
  return [
    'run',
    ...practiceOptions(stage),
    '--record',
    record,
    '--round-trip',
    '--prove-old-dead',
    headed ? '--headed' : '--headless',
    ...(browser === undefined ? [] : ['--browser', browser]),
    ...(args.options.has('attended') ? ['--attended'] : []),
  ]
}

/** The whole road on the practice provider: member site, servers, sheet and Thunderbird profile are all made for it, in one folder. */
export async function demoCommand(context: CommandContext, args: Arguments, compose: ComposeDemo): Promise<number> {
  const { output } = context
  const folder = await mkdtemp(path.join(os.tmpdir(), 'mail-migrate-demo-'))
  const agree: CommandContext['ask'] = async (question) => (question.name === 'confirm-plan' ? true : context.ask(question))
  const app = compose({ dataDir: path.join(folder, 'data'), vault: 'memory', ask: agree, environment: process.env })
  const stage = await app.startPractice(folder, args.options.list('fault'), null)
  if (!stage.ok) {
    await rm(folder, { recursive: true, force: true })
    return stopBefore(context, stage.problem)
  }
  try {
    output.say(sayCli('demo', output.lang, { folder }))
    const before = await settingsText(app, stage.value.thunderbirdRoot)
    const given = readArguments([...runArguments(stage.value, folder, args)])
    if (!given.ok) return stopBefore(context, given.problem)
    const exit = await runCommand({ ...context, app, ask: agree }, given.value)
    const after = await settingsText(app, stage.value.thunderbirdRoot)
    output.say(`\n${sayCli('settingsBefore', output.lang)}\n${before}\n${sayCli('settingsAfter', output.lang)}\n${after}`)
    return exit
  } finally {
    await stage.value.stop()
  }
}
