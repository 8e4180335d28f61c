// The command line, killed by SIGKILL right after the Nth journal entry has reached the disk. Nothing of it is in the product:
// it is the same composition with an output that counts.
import { readArguments } from '../../electron/cli/arguments.ts'
import { resumeCommand } from '../../electron/cli/commands/resume.ts'
import { runCommand } from '../../electron/cli/commands/run.ts'
import { compose } from '../../electron/compose.ts'

const after = Number(process.env['KILL_AFTER'])
const args = readArguments(process.argv.slice(2))
if (!args.ok) throw new Error(args.problem.code)
const { options, command } = args.value
let entries = 0
const output = {
  json: true,
  lang: 'ja' as const,
  say: () => undefined,
  line: (value: { readonly type: string }) => {
    process.stdout.write(`${JSON.stringify(value)}\n`)
    if (value.type === 'entry') entries += 1
    if (entries === after) process.kill(process.pid, 'SIGKILL')
  },
}
const ask = async (question: { readonly name: string }) => question.name === 'confirm-plan'
const app = compose({ dataDir: options.text('data-dir') ?? null, vault: 'file', ask, environment: process.env })
const commands = { run: runCommand, resume: resumeCommand }
process.exitCode = await commands[command as keyof typeof commands](
  { app, output, ask, stop: new AbortController().signal },
  args.value,
)
