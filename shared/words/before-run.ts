import type { Problem, ProblemCode } from '../base/problem.ts'
import type { InBoth, Lang } from './lang.ts'
import { type SaidProblem, sayProblem } from './say-problem.ts'

/**
 * What to do next where no run came to be, so that there is none to resume. The test beside it sees that no other sentence speaks of resuming what is
 * not there.
 */
export const beforeRunWords: Readonly<Partial<Record<ProblemCode, InBoth>>> = {
  cancelled: { ja: '続けるときは、はじめからもう一度してください。', en: 'To go on, do it again from the start.' },
  'step-declined': { ja: '続けるときは、はじめからもう一度してください。', en: 'To go on, do it again from the start.' },
  'question-unanswered': {
    ja: 'はじめからもう一度行い、質問に答えてください。',
    en: 'Do it again from the start and answer the question.',
  },
  'browser-failed': {
    ja: 'パソコンを再起動してから、はじめからもう一度してください。',
    en: 'Restart the PC, then do it again from the start.',
  },
  'portal-session-expired': { ja: 'はじめからもう一度してください。', en: 'Do it again from the start.' },
}

/** Says a problem that was met before a run existed. */
export function sayBeforeRun(problem: Pick<Problem, 'code' | 'facts'>, lang: Lang): SaidProblem {
  const said = sayProblem(problem, lang)
  const next = beforeRunWords[problem.code]?.[lang]
  if (next === undefined) return said
  return { what: said.what, next, text: lang === 'ja' ? `${said.what}${next}` : `${said.what} ${next}` }
}
