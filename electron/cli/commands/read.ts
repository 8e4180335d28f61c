import { readObject } from '../../../shared/sheet/read-object.ts'
import { sayCli } from '../../../shared/words/cli.ts'
import { sayProblem } from '../../../shared/words/say-problem.ts'
import { sayName } from '../../../shared/words/settings.ts'
import type { CommandContext } from '../command-context.ts'
import { type Arguments, badUsage } from '../arguments.ts'
import { exitCodes } from '../exit-codes.ts'
import { problemLine } from '../result-line.ts'
import { tellHeld } from '../tell-held.ts'
import { tellProblem } from '../tell-problem.ts'
import { readProvider } from '../read-wishes.ts'
import { stopBefore } from '../stop-before.ts'

type SheetObject = ReturnType<typeof readObject>

function tellSheet(context: CommandContext, sheet: SheetObject): void {
  const { output } = context
  const row = (name: string, value: unknown): void => {
    if (typeof value === 'string' && value !== '')
      output.say(sayCli('field', output.lang, { field: sayName(name, output.lang), value }))
  }
  output.say(sayCli('sheetOf', output.lang, { file: sheet.file, provider: sheet.provider ?? '?' }))
  for (const [name, value] of Object.entries(sheet.fields)) row(name, value)
  for (const mailbox of sheet.mailboxes) {
    for (const [name, value] of Object.entries(mailbox)) row(name, value)
  }
  for (const doubt of sheet.doubts) {
    const { field, reason, candidates } = doubt
    output.say(sayCli('doubt', output.lang, { field, reason, candidates: candidates.join(' / ') }))
  }
}

/** Sheets → accounts, with questions for what is doubtful. Prints passwords, because that is what reading a sheet is for. */
export async function readCommand(context: CommandContext, args: Arguments): Promise<number> {
  const { app, output } = context
  if (args.operands.length === 0)
    return stopBefore(context, badUsage('read', 'operand-missing', { usage: 'read FILE...' }).problem)
  const wanted = readProvider(app, args.options)
  if (!wanted.ok) return stopBefore(context, wanted.problem)
  const sheets: object[] = []
  const seen: (string | null)[] = []
  let unread = 0
  for (const file of args.operands) {
    const read = await app.readSheet(file, wanted.value?.id ?? null, context.stop)
    if (!read.ok) {
      unread += 1
      seen.push(null)
      tellProblem(output, read.problem)
      const nothing = { provider: null, fields: {}, mailboxes: [], doubts: [] }
      sheets.push({ file, ...nothing, problem: problemLine(read.problem, output.lang) })
      continue
    }
    const { problem } = read.value.accounts
    const sheet = readObject(read.value.accounts, (problem) => sayProblem(problem, output.lang).text)
    tellSheet(context, sheet)
    seen.push(sheet.provider)
    if (problem) {
      unread += 1
      tellProblem(output, problem)
    }
    sheets.push({ ...sheet, file })
    output.line({ type: 'read', file, provider: sheet.provider, problem: problem?.code ?? null })
  }
  const problems = tellHeld(context, seen).map((problem) => problemLine(problem, output.lang))
  output.line({ type: 'result', sheets, ...(problems.length > 0 ? { problems } : {}) })
  return unread > 0 ? exitCodes.badInput : exitCodes.done
}
