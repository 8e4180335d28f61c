// Run by the bench in a process of its own, so that its memory is its own: list-run.ts LIST.csv CA.pem AT-ONCE
import { readFileSync } from 'node:fs'
import { probeList } from '../../electron/probe/probe-list.ts'
import { readProbeList } from '../../electron/probe/read-probe-list.ts'

const [list = '', ca = '', atOnce = '8'] = process.argv.slice(2)
const read = readProbeList(readFileSync(list))
if (!read.ok) throw new Error(read.problem.code)
const rows = read.value.flatMap((entry) => ('row' in entry ? [entry.row] : []))
const began = performance.now()
const lines = new Set<number>()
let good = 0
let reported = 0
for await (const result of probeList(rows, { atOnce: Number(atOnce), ca: readFileSync(ca, 'utf8') })) {
  reported++
  lines.add(result.line)
  if (result.reports.length === 2 && result.reports.every((report) => report.ok)) good++
}
const seconds = (performance.now() - began) / 1000
console.log(JSON.stringify({ seconds, reported, distinct: lines.size, good, maxRssKiB: process.resourceUsage().maxRSS }))
