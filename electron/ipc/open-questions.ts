import type { Answer, Ask, Question } from '../../shared/base/ask.ts'
import { fail, ok, type Result } from '../../shared/base/result.ts'
import type { RoadEvent } from '../../shared/ipc/events.ts'

/** The questions that stand in the window, by number. */
export interface OpenQuestions {
  /** Puts a question into the window; resolves with the answer, or with null once it is withdrawn. */
  readonly ask: Ask
  /** Refuses a number nobody asked (or that is answered already), and an answer of another kind. */
  readonly answer: (question: number, value: Answer) => Result<Record<string, never>>
  /** Takes all of them back: nobody waits for an answer any more, which counts as "no". */
  readonly withdrawAll: () => void
  /** Tells them again: to a page that was loaded anew. */
  readonly tellAgain: () => void
}

interface Standing {
  readonly question: Question
  readonly resolve: (answer: Answer) => void
}

const fits = ({ kind, choices = [] }: Question, value: Answer): boolean =>
  value === null ||
  (kind === 'yes-no' ? typeof value === 'boolean' : typeof value === 'string' && (kind !== 'choice' || choices.includes(value)))

/** No question stands at first. `tell` carries each to the window. */
export function openQuestions(tell: (event: RoadEvent) => void): OpenQuestions {
  const open = new Map<number, Standing>()
  let last = 0
  const say = (number: number, { name, kind, facts, choices }: Question): void =>
    tell({ type: 'asked', question: number, name, kind, facts, choices: choices ? [...choices] : null })
  const settle = (number: number, answer: Answer): void => {
    const standing = open.get(number)
    open.delete(number)
    standing?.resolve(answer)
  }
  const withdraw = (number: number): void => {
    if (!open.has(number)) return
    settle(number, null)
    tell({ type: 'withdrawn', question: number })
  }
  return {
    ask: (question, withdrawn) =>
      new Promise((resolve) => {
        if (withdrawn?.aborted) return resolve(null)
        last += 1
        const number = last
        open.set(number, { question, resolve })
        say(number, question)
        withdrawn?.addEventListener('abort', () => withdraw(number), { once: true })
      }),
    answer: (number, value) => {
      const standing = open.get(number)
      if (!standing) return fail('bad-usage', 'never', { reason: 'no-open-question', question: number })
      if (!fits(standing.question, value)) return fail('bad-usage', 'after-person', { reason: 'answer', question: number })
      settle(number, value)
      return ok({})
    },
    withdrawAll: () => {
      for (const number of open.keys()) withdraw(number)
    },
    tellAgain: () => {
      for (const [number, { question }] of open) say(number, question)
    },
  }
}
