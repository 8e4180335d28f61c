import { afterAll } from 'vitest'
import { type Arguments, readArguments } from '../../electron/cli/arguments.ts'
import { askLines } from '../../electron/cli/ask-lines.ts'
import { clientsCommand } from '../../electron/cli/commands/facts.ts'
import { passwordCommand } from '../../electron/cli/commands/password.ts'
import { providersCommand } from '../../electron/cli/commands/providers.ts'
import { readCommand } from '../../electron/cli/commands/read.ts'
import { recoverCommand } from '../../electron/cli/commands/recover.ts'
import { resumeCommand, undoCommand } from '../../electron/cli/commands/resume.ts'
import { planCommand, runCommand } from '../../electron/cli/commands/run.ts'
import { statusCommand } from '../../electron/cli/commands/status.ts'
import type { LineSource } from '../../electron/cli/line-source.ts'
import { makeOutput, type Output } from '../../electron/cli/output.ts'
import { stopBefore } from '../../electron/cli/stop-before.ts'
import { compose } from '../../electron/compose.ts'
import { playRecipeWithin, usualLimits } from '../../electron/portal/play-recipe.ts'
import type { PlayRecipe } from '../../shared/portal/play-recipe.ts'
import { browserFor, closeSharedBrowser } from '../portal/shared-browser.ts'
import { vaultCost } from './vault-cost.ts'
import { inLight, linesOf, passphrase, putBy, type Line, type RunOptions, type Told } from './journey.ts'

const commands = {
  read: readCommand,
  plan: planCommand,
  run: runCommand,
  resume: resumeCommand,
  undo: undoCommand,
  status: statusCommand,
  clients: clientsCommand,
  password: passwordCommand,
  providers: providersCommand,
  recover: recoverCommand,
}
const stop = new AbortController().signal
const play = playRecipeWithin(usualLimits, browserFor('shared').start)
const playUnseen: PlayRecipe = (order) => play({ ...order, evidenceFolder: null })

// Whoever imports this has visits in the shared browser: it is closed when the file's tests are over.
afterAll(closeSharedBrowser)

/** `env`: as of the process, over what this one has. */
export interface HereOptions extends Pick<RunOptions, 'answer' | 'env'> {
  readonly onLine?: (line: Line) => void
  /** False: no pictures of the site's pages are taken, which cost as much as half a page. */
  readonly pictures?: boolean
}

/** Answers as lines of standard input: one for each question as it is asked; none ends the input. */
function answering(answer: RunOptions['answer']) {
  const lines: Promise<string | null>[] = []
  let ended = false
  async function lineFor(line: Line): Promise<string | null> {
    const value = ended ? undefined : await answer?.(line)
    ended ||= value === undefined
    return ended ? null : JSON.stringify({ answer: line['id'], value })
  }
  const source: LineSource = {
    next: () => lines.shift() ?? Promise.resolve(null),
    echo: () => undefined,
    close: () => undefined,
    typed: false,
  }
  return { asked: (line: Line): void => void lines.push(lineFor(line)), source }
}

function carriedOut(args: Arguments, output: Output, source: LineSource, { env, pictures = true }: HereOptions): Promise<number> {
  const { options, command } = args
  const ask = askLines(output, source, options.has('yes'), stop)
  const environment = { ...process.env, DISPLAY: '', WAYLAND_DISPLAY: '', MAIL_MIGRATE_VAULT_PASSPHRASE: passphrase, ...env }
  const app = compose({
    dataDir: options.text('data-dir') ?? null,
    vault: 'file',
    ask,
    environment,
    play: pictures ? play : playUnseen,
    vaultCost,
  })
  return commands[command as keyof typeof commands]({ app, output, ask, stop }, args, source)
}

/**
 * What `tell` does, in this process: the command line's own commands with their output and `--json`; the visits share a light browser. For
 * tables of many runs, and for what is about the road: a process of its own costs as much processor time as the visit to the member site,
 * and what is about the process is tested with `tell`.
 */
export async function tellHere(words: readonly string[], here: HereOptions = {}): Promise<Told> {
  const { answer, onLine, env } = here
  const args = readArguments([...words, ...inLight(words, env ? { env } : {}), '--json'])
  const { asked, source } = answering(answer)
  let [stdout, stderr] = ['', '']
  function write(text: string): void {
    stdout += text
    for (const line of linesOf(text)) {
      onLine?.(line)
      if (line['type'] === 'asked') asked(line)
    }
  }
  const output = makeOutput(true, 'ja', { out: { write }, err: { write: (text) => (stderr += text) } })
  const code = args.ok ? await carriedOut(args.value, output, source, here) : stopBefore({ output, stop }, args.problem)
  const lines = linesOf(stdout)
  const result = lines.at(-1) ?? {}
  putBy(words, result, stdout, stderr)
  return { code, signal: null, lines, result, stdout, stderr }
}
