#!/usr/bin/env node
import { sayQuestion } from '../shared/words/questions.ts'
import { sayChoice } from '../shared/words/window/say-choice.ts'
import { giveWords } from '../shared/words/guide.ts'
import { cliHelp } from '../shared/words/cli-help.ts'
import { sayCli } from '../shared/words/cli.ts'
import type { Lang } from '../shared/words/lang.ts'
import type { Ask, Question } from '../shared/base/ask.ts'
import type { GuideHands } from '../shared/guide/guide-hands.ts'
import type { CommandContext } from './cli/command-context.ts'
import { type Arguments, badUsage, manner, type Options, readArguments } from './cli/arguments.ts'
import { asCalled } from './cli/called-as.ts'
import { askLines } from './cli/ask-lines.ts'
import { askTerminal } from './cli/ask-terminal.ts'
import { clientsCommand } from './cli/commands/facts.ts'
import { demoCommand } from './cli/commands/demo.ts'
import { passwordCommand } from './cli/commands/password.ts'
import { practiceCommand } from './cli/commands/practice.ts'
import { probeCommand } from './cli/commands/probe.ts'
import { readCommand } from './cli/commands/read.ts'
import { providersCommand } from './cli/commands/providers.ts'
import { recoverCommand } from './cli/commands/recover.ts'
import { resumeCommand, undoCommand } from './cli/commands/resume.ts'
import { planCommand, runCommand } from './cli/commands/run.ts'
import { stopBefore } from './cli/stop-before.ts'
import { statusCommand } from './cli/commands/status.ts'
import { exitCodes } from './cli/exit-codes.ts'
import { type LineSource, makeLineSource } from './cli/line-source.ts'
import { makeOutput, type Output } from './cli/output.ts'
import { bugProblem, reportBug } from './cli/report-bug.ts'
import { noRunLine } from './cli/result-line.ts'
import { stopOnSignals, stopWhenUnheard } from './cli/stop-on-signals.ts'
import { compose } from './compose.ts'

type Command = (context: CommandContext, args: Arguments, lines: LineSource) => Promise<number>

const commands: Readonly<Record<string, Command>> = {
  read: readCommand,
  plan: planCommand,
  run: runCommand,
  resume: resumeCommand,
  undo: undoCommand,
  status: statusCommand,
  probe: probeCommand,
  clients: clientsCommand,
  password: passwordCommand,
  providers: providersCommand,
  recover: recoverCommand,
  practice: practiceCommand,
  demo: (context, args) => demoCommand(context, args, compose),
}

function terminalHint(question: Question, lang: Lang): string {
  const hints = { 'yes-no': 'yesNo', choice: 'number', text: 'typed', secret: 'hidden' } as const
  return sayCli(hints[question.kind], lang)
}

const takesOperands: readonly string[] = ['read', 'plan', 'run', 'resume', 'undo', 'status']

const vaultOf = (options: Options): 'os' | 'file' | null => {
  const named = options.text('vault')
  return named === 'os' || named === 'file' ? named : null
}

const langOf = (options: Options): Lang => (options.text('lang') === 'en' ? 'en' : 'ja')

/** Commands are put as this person can type them. What a program or a file reads calls the program by its name. */
function puttingFor(json: boolean, dataDir: string | null): (text: string) => string {
  if (json || !process.stdout.isTTY) return (text) => text
  const { npm_command: npm } = process.env
  return (text) => asCalled(text, { script: process.argv[1], cwd: process.cwd(), npx: npm === 'exec', dataDir })
}

type Put = (text: string) => string

function askFor(args: Arguments, output: Output, lines: LineSource, stop: AbortSignal, put: Put): Ask {
  const yes = args.options.has('yes')
  if (output.json) return askLines(output, lines, yes, stop)
  const words = (question: Question) => ({
    text: put(sayQuestion(question, output.lang)),
    hint: terminalHint(question, output.lang),
    choices: (question.choices ?? []).map((choice) => sayChoice(question, choice, output.lang)),
  })
  return askTerminal({ lines, write: (text) => process.stdout.write(text), words }, yes, stop)
}

/** A password is shown where a person sits, never where a program or a file reads. */
function showFor(output: Output): GuideHands['show'] {
  if (output.json || !process.stdout.isTTY) return null
  return (what, value) => void process.stdout.write(`\n  ${giveWords[what][output.lang]}: ${value.reveal()}\n`)
}

async function dispatch(args: Arguments, lines: LineSource, stop: AbortSignal): Promise<number> {
  const { options, command } = args
  const dataDir = options.text('data-dir') ?? null
  const put = puttingFor(options.has('json'), dataDir)
  const output = makeOutput(options.has('json'), langOf(options), { out: process.stdout, err: process.stderr }, put)
  const ask = askFor(args, output, lines, stop, put)
  const show = showFor(output)
  const app = compose({ dataDir, vault: vaultOf(options), ask, environment: process.env, ...(show ? { show } : {}) })
  const context: CommandContext = { app, output, ask, stop }
  if (options.has('version')) {
    output.say(app.version)
    output.line({ type: 'result', version: app.version })
    return exitCodes.done
  }
  if (options.has('help')) {
    output.say(cliHelp[output.lang])
    output.line({ type: 'result', help: cliHelp[output.lang] })
    return exitCodes.done
  }
  const chosen = Object.hasOwn(commands, command) ? commands[command] : undefined
  if (chosen && (args.operands.length === 0 || takesOperands.includes(command))) return chosen(context, args, lines)
  if (chosen) return stopBefore(context, badUsage(command, 'too-many-operands').problem)
  if (!output.json) output.say(cliHelp[output.lang])
  const refused = command === '' ? badUsage('mail-migrate', 'no-command') : badUsage(command.slice(0, 60), 'unknown-command')
  return stopBefore(context, refused.problem)
}

async function main(argv: readonly string[], stop: AbortController): Promise<number> {
  // What is typed is drawn where people look, never into a stream that a program or a file reads.
  const screen = process.stdout.isTTY && !manner(argv).json ? process.stdout : process.stderr
  const terminal = process.stdin.isTTY ? { output: screen, interrupted: () => void process.emit('SIGINT') } : null
  const lines = makeLineSource(process.stdin, terminal)
  try {
    const args = readArguments(argv)
    if (args.ok) return await dispatch(args.value, lines, stop.signal)
    const { json, lang } = manner(argv)
    const output = makeOutput(json, lang, { out: process.stdout, err: process.stderr }, puttingFor(json, null))
    return stopBefore({ output, stop: stop.signal }, args.problem)
  } finally {
    lines.close()
  }
}

/** A bug outside a run, or one that tore a run off (`unknown`: nothing can be said about it here; its journal tells). */
function endAsBug(argv: readonly string[], error: unknown, outcome: 'stopped' | 'unknown'): void {
  const { json, lang } = manner(argv)
  reportBug(error)
  if (json) process.stdout.write(`${JSON.stringify({ ...noRunLine(bugProblem(error), lang), outcome })}\n`)
  process.exitCode = exitCodes.bug
}

const argv = process.argv.slice(2)
const stop = stopOnSignals()
const lost = stopWhenUnheard(stop)
// Node itself would print the message, which could quote a value.
process.on('uncaughtException', (error) => {
  endAsBug(argv, error, 'unknown')
  process.exit(exitCodes.bug)
})

// Said to nobody: what was asked for was not delivered.
process.on('exit', (code) => {
  if (lost() && code === exitCodes.done) process.exitCode = exitCodes.bug
})

try {
  process.exitCode = await main(argv, stop)
  // The result is out. What still tidies up behind it gets a while, and no caller waits for ever.
  setTimeout(() => process.exit(), 10_000).unref()
} catch (error) {
  endAsBug(argv, error, 'stopped')
}
