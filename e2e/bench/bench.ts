// npm run bench: prints what was measured and whether the bars are met; exit 1 when one is not. `--quick`: fewer runs.
// `--only WORD`: the parts whose title has this word.
import { commandLine } from './command-line.ts'
import { entryShown } from './entry-shown.ts'
import { oneCheck } from './one-check.ts'
import { printTable, type Figure, type Section } from './section.ts'
import { wholeList } from './whole-list.ts'
import { windowSection } from './window.ts'

/** The parts, in the order they run. A further part is a file beside these and a line here. */
const sections: readonly Section[] = [oneCheck, wholeList, commandLine, windowSection, entryShown]

const say = (line: string): void => console.log(line)
const quick = process.argv.includes('--quick')
const only = process.argv.includes('--only') ? process.argv[process.argv.indexOf('--only') + 1]?.toLowerCase() : undefined
const figures: Figure[] = []
let unable = 0

for (const section of sections.filter(({ title }) => only === undefined || title.toLowerCase().includes(only))) {
  say(`\n== ${section.title}`)
  const missing = section.missing()
  if (missing) {
    say(`  cannot run here: ${missing}`)
    unable++
    continue
  }
  const began = performance.now()
  const result = await section.run({ quick, say })
  printTable(result.table, say)
  for (const note of result.notes) say(`  ${note}`)
  say(`  (${((performance.now() - began) / 1000).toFixed(0)} s)`)
  figures.push(...result.figures)
}

say('\n== Bars')
printTable(
  figures.map((figure) => [
    figure.name,
    figure.shown,
    figure.bar ?? '–',
    figure.met === null ? 'reported' : figure.met ? 'pass' : 'FAIL',
  ]),
  say,
)
const failed = figures.filter((figure) => figure.met === false).length
say(`\n${failed === 0 ? 'all bars met' : `${failed} bars not met`}${unable > 0 ? `; ${unable} parts could not run here` : ''}`)
process.exitCode = failed > 0 || unable > 0 ? 1 : 0
