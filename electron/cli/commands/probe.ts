import type { Problem } from '../../../shared/base/problem.ts'
import { ok, type Result } from '../../../shared/base/result.ts'
import type { Endpoint } from '../../../shared/mail/endpoint.ts'
import type { ProbeReport } from '../../../shared/probe/probe.ts'
import { sayCli } from '../../../shared/words/cli.ts'
import type { CommandContext } from '../command-context.ts'
import { type Arguments, badUsage } from '../arguments.ts'
import { exitCodes, exitOfProblem } from '../exit-codes.ts'
import type { LineSource } from '../line-source.ts'
import { readCa, readDoors, readPassword } from '../read-inputs.ts'
import { probeLine, problemLine } from '../result-line.ts'
import { tellProblem } from '../tell-problem.ts'

function tellProbe(context: CommandContext, report: ProbeReport): void {
  const { output } = context
  const line = probeLine(report, output.lang)
  output.say(
    line.ok
      ? sayCli('probeOk', output.lang, { url: line.url, user: report.userName, ms: line.ms })
      : sayCli('probeBad', output.lang, { url: line.url, text: line.problem?.text ?? '' }),
  )
}

function checkedOptions(args: Arguments): Result<{ doors: readonly Endpoint[]; userName: string }> {
  const doors = readDoors(args.options)
  if (!doors.ok) return doors
  const named = [doors.value.incoming, doors.value.outgoing].filter((door) => door !== null)
  const userName = args.options.text('user')
  if (named.length === 0 || !userName)
    return badUsage('probe', 'operand-missing', { usage: 'probe --incoming URL --outgoing URL --user NAME' })
  return ok({ doors: named, userName })
}

async function probeOne(context: CommandContext, args: Arguments, lines: LineSource, ca: string | undefined): Promise<number> {
  const { app, output } = context
  const said = checkedOptions(args)
  if (!said.ok) return stopProbe(context, said.problem)
  const password = await readPassword(args.options, lines, context)
  if (!password.ok) return stopProbe(context, password.problem)
  const { doors, userName } = said.value
  const reports = await Promise.all(
    doors.map((endpoint) => app.probe({ endpoint, userName, password: password.value, ca, stop: context.stop })),
  )
  for (const report of reports) tellProbe(context, report)
  output.line({ type: 'result', probes: reports.map((report) => probeLine(report, output.lang)) })
  if (context.stop.aborted) return exitCodes.interrupted
  const refusedInput = reports.find((report) => report.problem && exitOfProblem(report.problem.code) === exitCodes.badInput)
  if (refusedInput) return exitCodes.badInput
  return reports.every((report) => report.ok) ? exitCodes.done : exitCodes.stopped
}

function stopProbe(context: CommandContext, problem: Problem): number {
  tellProblem(context.output, problem)
  context.output.line({ type: 'result', probes: [], problems: [problemLine(problem, context.output.lang)] })
  return exitOfProblem(problem.code)
}

function atOnceOf(args: Arguments): Result<number> {
  const text = args.options.text('at-once') ?? '8'
  const count = Number(text)
  return Number.isInteger(count) && count >= 1 && count <= 256
    ? ok(count)
    : badUsage('--at-once', 'no-such-value', { choices: '1…256' })
}

async function probeMany(context: CommandContext, args: Arguments, file: string, ca: string | undefined): Promise<number> {
  const { app, output } = context
  const atOnce = atOnceOf(args)
  if (!atOnce.ok) return stopProbe(context, atOnce.problem)
  const rows = await app.probeList(file, { atOnce: atOnce.value, ca, stop: context.stop })
  if (!rows.ok) return stopProbe(context, rows.problem)
  let good = 0
  let bad = 0
  for await (const row of rows.value) {
    const fine = row.problem === null && row.probes.every((report) => report.ok)
    if (fine) good += 1
    else bad += 1
    const probes = row.probes.map((report) => probeLine(report, output.lang))
    const problem = row.problem ? problemLine(row.problem, output.lang) : null
    output.line({ type: 'result', line: row.line, address: row.address, ok: fine, probes, problem })
    if (!output.json) output.say(`${fine ? '✔' : '✖'} ${row.address}${problem ? ` ${problem.text}` : ''}`)
    if (!output.json) for (const report of row.probes.filter((probe) => !probe.ok)) tellProbe(context, report)
  }
  output.say(sayCli('listed', output.lang, { done: good + bad, good, bad }))
  output.line({ type: 'result', checked: good + bad, ok: good, failed: bad })
  if (context.stop.aborted) return exitCodes.interrupted
  return bad === 0 ? exitCodes.done : exitCodes.stopped
}

/** One live check, or many from a list: one result line each as it comes. */
export async function probeCommand(context: CommandContext, args: Arguments, lines: LineSource): Promise<number> {
  const ca = await readCa(args.options)
  if (!ca.ok) return stopProbe(context, ca.problem)
  const list = args.options.text('list')
  return list === undefined ? probeOne(context, args, lines, ca.value) : probeMany(context, args, list, ca.value)
}
