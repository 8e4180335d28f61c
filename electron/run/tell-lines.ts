import type { Problem } from '../../shared/base/problem.ts'
import { fail, type Result } from '../../shared/base/result.ts'
import { Secret } from '../../shared/base/secret.ts'
import type { GuideHands, TakeBack } from '../../shared/guide/guide-hands.ts'
import { type Give, handsOutNew, isSecretName, type GiveName, type ToldLine } from '../../shared/guide/told-line.ts'
import { sayGuideBegin, sayGuideLine } from '../../shared/words/guide.ts'
import type { StepContext } from './performer.ts'

export interface Telling {
  readonly lines: readonly ToldLine[]
  /** Where the person begins; null: the lines say it. */
  readonly url: string | null
  readonly browser: string | null
  /** What a line hands out; null where the papers do not say. */
  readonly valueOf: (name: GiveName) => Promise<Result<string | Secret | null>>
}

/** How far the person was led. `handedOut`: the new password was given out, so it may be in force; `problem`: why it ended before the last line. */
export interface Told {
  readonly handedOut: boolean
  readonly problem: Problem | null
}

const partOf = (text: string, part: Give['part']): string => {
  const at = text.indexOf('@')
  if (part === undefined || at < 0) return text
  return part === 'before-at' ? text.slice(0, at) : text.slice(at + 1)
}

/** Puts a value where the person can use it, and says where that is. A password is in no fact, so in no journal and no machine line. */
async function handOver(
  hands: GuideHands,
  context: StepContext,
  give: Give,
  value: string | Secret,
  back: TakeBack[],
): Promise<Problem['facts']> {
  const secret = isSecretName(give.what)
  const text = partOf(typeof value === 'string' ? value : value.reveal(), give.part)
  const takeBack = await hands.copy(new Secret(text))
  if (takeBack) back.push(takeBack)
  const copied: Problem['facts'] = takeBack ? { handed: 'clipboard' } : {}
  if (!secret) return { value: text, ...copied }
  if (takeBack) return copied
  if (!hands.show) return { handed: 'vault', secretsOf: context.run }
  hands.show(give.what, new Secret(text))
  return { handed: 'screen' }
}

/** One thing to do, and the person's word that it is done. Null: go on. */
async function askActed(context: StepContext, facts: Problem['facts']): Promise<Problem | null> {
  const answer = await context.ask({ name: 'acted-by-hand', kind: 'yes-no', facts })
  if (answer === true) return null
  if (context.stop.aborted) return fail('cancelled', 'later').problem
  return answer === null
    ? fail('question-unanswered', 'after-person', { question: 'acted-by-hand' }).problem
    : fail('step-declined', 'after-person').problem
}

async function tellAll(hands: GuideHands, context: StepContext, telling: Telling, back: TakeBack[]): Promise<Told> {
  const { lines, url } = telling
  const steps = lines.length + (url === null ? 0 : 1)
  if (url !== null) {
    const opened = await hands.openPage(url, telling.browser)
    const say = sayGuideBegin(opened, url, 'ja')
    const stopped = await askActed(context, { say, sayEn: sayGuideBegin(opened, url, 'en'), step: 1, steps, url, opened })
    if (stopped) return { handedOut: false, problem: stopped }
  }
  let handedOut = false
  for (const [at, line] of lines.entries()) {
    const value = line.give ? await telling.valueOf(line.give.what) : null
    if (value && !value.ok) return { handedOut, problem: value.problem }
    if (handsOutNew(line) && !handedOut) {
      const noted = await context.note({ kind: 'commit', by: 'person' })
      if (!noted.ok) return { handedOut, problem: noted.problem }
      handedOut = true
    }
    const given = line.give && value?.value ? await handOver(hands, context, line.give, value.value, back) : {}
    const said = { say: sayGuideLine(line, 'ja'), sayEn: sayGuideLine(line, 'en') }
    const stopped = await askActed(context, { ...said, step: steps - lines.length + at + 1, steps, ...given })
    if (stopped) return { handedOut, problem: stopped }
  }
  return { handedOut, problem: null }
}

/**
 * Leads the person through a change on the member site: opens the page, tells line by line what to do and hands out what to type. That the new
 * password was handed out stands in the journal before it is. What was put on the clipboard is taken back at the end, however it ends.
 */
export async function tellLines(hands: GuideHands, context: StepContext, telling: Telling): Promise<Told> {
  const back: TakeBack[] = []
  try {
    return await tellAll(hands, context, telling, back)
  } finally {
    for (const takeBack of back) await takeBack()
  }
}
