import { readArguments } from '../../electron/cli/arguments.ts'
import { askLines } from '../../electron/cli/ask-lines.ts'
import { providersCommand } from '../../electron/cli/commands/providers.ts'
import { runCommand } from '../../electron/cli/commands/run.ts'
import { statusCommand } from '../../electron/cli/commands/status.ts'
import { makeOutput } from '../../electron/cli/output.ts'
import { compose } from '../../electron/compose.ts'
import { playRecipeWithin, usualLimits } from '../../electron/portal/play-recipe.ts'
import { browserFor } from '../portal/shared-browser.ts'
import { inLight, linesOf, passphrase, putBy, type Told } from './journey.ts'

const commands = { run: runCommand, status: statusCommand, providers: providersCommand }
const play = playRecipeWithin(usualLimits, browserFor('shared').start)
const nobody = { next: () => Promise.resolve(null), echo: () => undefined, close: () => undefined, typed: false }

/**
 * What `tell` does, in this process: the command line's own commands with their output, and nobody who answers; the visits share a light browser (`closeSharedBrowser`). For tables of many runs: a
 * process of its own costs as much processor time as the visit to the member site, and what is about the process is tested elsewhere.
 */
export async function tellHere(words: readonly string[]): Promise<Told> {
  const args = readArguments([...words, ...inLight(words, {}), '--json'])
  if (!args.ok) throw new Error(JSON.stringify(args.problem))
  const { options, command } = args.value
  let [stdout, stderr] = ['', '']
  const output = makeOutput(true, 'ja', {
    out: { write: (text) => (stdout += text) },
    err: { write: (text) => (stderr += text) },
  })
  const stop = new AbortController().signal
  const ask = askLines(output, nobody, options.has('yes'), stop)
  const environment = { ...process.env, DISPLAY: '', WAYLAND_DISPLAY: '', MAIL_MIGRATE_VAULT_PASSPHRASE: passphrase }
  const app = compose({ dataDir: options.text('data-dir') ?? null, vault: 'file', ask, environment, play })
  const code = await commands[command as keyof typeof commands]({ app, output, ask, stop }, args.value)
  const lines = linesOf(stdout)
  const result = lines.at(-1) ?? {}
  putBy(words, result, stdout, stderr)
  return { code, signal: null, lines, result, stdout, stderr }
}
