// The command line, killed by SIGKILL right after a journal entry has reached the disk. Nothing of it is in the product: it is the
// same composition with an output that counts.
//   KILL_AFTER=3                      the third entry this process writes
//   KILL_AFTER=3 KILL_FROM=a@b.jp     the third, counted from the first one about this mailbox on
//   KILL_AT="done prove-client:…"     the one that is called so (entry-name.ts)
//   KILL_CHANGE=2 KILL_BELOW=/profile behind the second file made, renamed or taken away below that folder instead
import { flushCompileCache } from 'node:module'
import { readArguments } from '../../electron/cli/arguments.ts'
import { resumeCommand, undoCommand } from '../../electron/cli/commands/resume.ts'
import { runCommand } from '../../electron/cli/commands/run.ts'
import { compose } from '../../electron/compose.ts'
import type { WrittenEntry } from '../../shared/journal/entry.ts'
import { countedNames } from './entry-name.ts'
import { killAtChange } from './kill-at-change.ts'
import { vaultCost } from './vault-cost.ts'

// A process that is killed does not keep what it compiled: some hundred of them are started.
flushCompileCache()
const { KILL_AFTER: after, KILL_FROM: from = '', KILL_AT: at, KILL_CHANGE: change, KILL_BELOW: below } = process.env
if (change !== undefined && below !== undefined) killAtChange(Number(change), below)
const args = readArguments(process.argv.slice(2))
if (!args.ok) throw new Error(args.problem.code)
const { options, command } = args.value
const nameOf = countedNames()
let entries = 0
function written(entry: WrittenEntry): void {
  const name = nameOf(entry)
  if (entries > 0 || name.includes(from)) entries += 1
  if (name === at || entries === Number(after)) process.kill(process.pid, 'SIGKILL')
}
const output = {
  json: true,
  lang: 'ja' as const,
  say: () => undefined,
  line: (value: { readonly type: string; readonly entry?: WrittenEntry }) => {
    process.stdout.write(`${JSON.stringify(value)}\n`)
    if (value.type === 'entry' && value.entry) written(value.entry)
  },
}
const ask = async (question: { readonly name: string }) => question.name === 'confirm-plan'
const app = compose({ dataDir: options.text('data-dir') ?? null, vault: 'file', ask, environment: process.env, vaultCost })
const commands = { run: runCommand, resume: resumeCommand, undo: undoCommand }
process.exitCode = await commands[command as keyof typeof commands](
  { app, output, ask, stop: new AbortController().signal },
  args.value,
)
