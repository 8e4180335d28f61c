#!/usr/bin/env node
import { fail, ok, type Result } from '../shared/base/result.ts'
import { sayQuestion } from '../shared/words/questions.ts'
import { cliHelp } from '../shared/words/cli-help.ts'
import { sayCli } from '../shared/words/cli.ts'
import type { Lang } from '../shared/words/lang.ts'
import type { Ask, Question } from '../shared/base/ask.ts'
import type { CommandContext } from './cli/app.ts'
import { type Arguments, type Options, readArguments } from './cli/arguments.ts'
import { askLines } from './cli/ask-lines.ts'
import { askTerminal } from './cli/ask-terminal.ts'
import { clientsCommand, providersCommand } from './cli/commands/facts.ts'
import { demoCommand } from './cli/commands/demo.ts'
import { passwordCommand } from './cli/commands/password.ts'
import { practiceCommand } from './cli/commands/practice.ts'
import { probeCommand } from './cli/commands/probe.ts'
import { readCommand } from './cli/commands/read.ts'
import { resumeCommand, undoCommand } from './cli/commands/resume.ts'
import { planCommand, runCommand, stopBefore } from './cli/commands/run.ts'
import { statusCommand } from './cli/commands/status.ts'
import { exitCodes } from './cli/exit-codes.ts'
import { type LineSource, makeLineSource } from './cli/line-source.ts'
import { makeOutput, type Output } from './cli/output.ts'
import { noRunLine } from './cli/result-line.ts'
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
  practice: practiceCommand,
  demo: (context, args) => demoCommand(context, args, compose),
}

/** First wish to stop: end at the next safe point. Second: end at once. */
function stopOnSignals(): AbortController {
  const stop = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (stop.signal.aborted) process.exit(exitCodes.interrupted)
      stop.abort()
    })
  }
  return stop
}

function terminalHint(question: Question, lang: Lang): string {
  const hints = { 'yes-no': 'yesNo', choice: 'number', text: 'typed', secret: 'hidden' } as const
  return sayCli(hints[question.kind], lang)
}

const vaultKinds = ['os', 'file'] as const

function vaultOf(options: Options): Result<(typeof vaultKinds)[number] | null> {
  const named = options.text('vault')
  if (named === undefined) return ok(null)
  const kind = vaultKinds.find((candidate) => candidate === named)
  return kind ? ok(kind) : fail('bad-usage', 'after-person', { said: `--vault ${vaultKinds.join(' | ')}` })
}

const langOf = (options: Options): Lang => (options.text('lang') === 'en' ? 'en' : 'ja')

function askFor(args: Arguments, output: Output, lines: LineSource, stop: AbortSignal): Ask {
  const yes = args.options.has('yes')
  if (output.json) return askLines(output, lines, yes, stop)
  const words = (question: Question) => ({ text: sayQuestion(question, output.lang), hint: terminalHint(question, output.lang) })
  return askTerminal({ lines, write: (text) => process.stdout.write(text), words }, yes, stop)
}

async function dispatch(args: Arguments, lines: LineSource, stop: AbortSignal): Promise<number> {
  const { options, command } = args
  const output = makeOutput(options.has('json'), langOf(options), { out: process.stdout, err: process.stderr })
  const ask = askFor(args, output, lines, stop)
  const vault = vaultOf(options)
  const settings = {
    dataDir: options.text('data-dir') ?? null,
    vault: vault.ok ? vault.value : null,
    ask,
    environment: process.env,
  }
  const app = compose(settings)
  const context: CommandContext = { app, output, ask, stop }
  if (options.has('version')) {
    output.say(app.version)
    output.line({ type: 'result', version: app.version })
    return exitCodes.done
  }
  if (options.has('help')) {
    output.say(cliHelp[output.lang])
    return exitCodes.done
  }
  if (!vault.ok) return stopBefore(context, vault.problem)
  const chosen = Object.hasOwn(commands, command) ? commands[command] : undefined
  if (chosen) return chosen(context, args, lines)
  if (!output.json) output.say(cliHelp[output.lang])
  return stopBefore(context, fail('bad-usage', 'after-person', { said: command }).problem)
}

async function main(argv: readonly string[]): Promise<number> {
  const stop = stopOnSignals()
  const terminal = process.stdin.isTTY ? { output: process.stdout, interrupted: () => process.kill(process.pid, 'SIGINT') } : null
  const lines = makeLineSource(process.stdin, terminal)
  try {
    const args = readArguments(argv)
    if (args.ok) return await dispatch(args.value, lines, stop.signal)
    const output = makeOutput(argv.includes('--json'), 'ja', { out: process.stdout, err: process.stderr })
    return stopBefore({ output, stop: stop.signal }, args.problem)
  } finally {
    lines.close()
  }
}

/** A bug: where it happened, without the message, which could quote a value. */
function reportBug(error: unknown): void {
  const frames = error instanceof Error ? (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)) : []
  const name = error instanceof Error ? error.name : typeof error
  process.stderr.write(`unexpected: ${name}\n${frames.slice(0, 12).join('\n')}\n`)
  if (process.argv.includes('--json')) {
    process.stdout.write(`${JSON.stringify(noRunLine(fail('unexpected', 'never', { name }).problem, 'ja'))}\n`)
  }
}

// A reader that goes away (`| head`) is no bug of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) =>
  process.exit(error.code === 'EPIPE' ? exitCodes.done : exitCodes.bug),
)

try {
  process.exitCode = await main(process.argv.slice(2))
} catch (error) {
  reportBug(error)
  process.exitCode = exitCodes.bug
}
