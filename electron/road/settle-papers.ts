import type { Ask } from '../../shared/base/ask.ts'
import { fail, ok, type Result } from '../../shared/base/result.ts'
import {
  type Clash,
  type ClashSide,
  findClash,
  joinPapers,
  type MeantPaper,
  settleClash,
} from '../../shared/sheet/compare-papers.ts'

/** The paper and the line; never what stands there, which may be a password. */
function choiceOf({ file, place }: ClashSide, { sides }: Clash): string {
  const beside = sides.filter((side) => side.file === file && side.place.line === place.line)
  return `${file} (line ${place.line}${beside.length > 1 ? `, column ${place.column}` : ''})`
}

async function askClash(clash: Clash, ask: Ask): Promise<Result<ClashSide>> {
  const { field, whose, sides } = clash
  const reads = sides.flatMap(({ read }) => read ?? [])
  const facts = { field, reason: 'contradictory', whose }
  const choices = sides.map((side) => choiceOf(side, clash))
  const read = reads.length > 0 ? reads.join(' / ') : null
  const answer = await ask({ name: 'sheet-doubt', kind: 'choice', facts: { ...facts, line: null, read }, choices })
  const chosen = typeof answer === 'string' ? sides[choices.indexOf(answer)] : undefined
  return chosen ? ok(chosen) : fail('sheet-doubtful', 'after-person', { ...facts, files: choices.join(', ') })
}

/**
 * Papers that contradict each other (an old and a new one) are put to the person, question by question; what stands on several stands on one
 * then. Nothing proceeds with an open one (`sheet-doubtful`).
 */
export async function settlePapers<P extends MeantPaper>(papers: readonly P[], ask: Ask): Promise<Result<readonly P[]>> {
  let agreed = papers
  for (;;) {
    const clash = findClash(agreed)
    if (!clash) return ok(joinPapers(agreed))
    const chosen = await askClash(clash, ask)
    if (!chosen.ok) return chosen
    agreed = settleClash(agreed, clash, chosen.value)
  }
}
