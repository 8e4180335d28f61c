import { expect } from 'vitest'
import type { QuestionName } from '../../shared/base/ask.ts'
import { answerLabels, answerWords, anyAnswerLabel } from '../../shared/words/window/answers.ts'
import { windowQuestions } from '../../shared/words/window/question-ways.ts'
import type { Hands } from './hands.ts'

/** The longest run of words in a question that holds whatever it is about. */
const wordsOf = (sentence: string): string =>
  sentence
    .split(/\[[^\]]*\]/)
    .flatMap((part) => part.split(/\{\w+\}/))
    .reduce((longest, part) => (part.length > longest.length ? part : longest), '')
    .trim()

/** A person who is asked things by a run: waits for a question by its name, and answers it. */
export interface Person {
  /** Waits until the question stands and has the focus; answers what it says. */
  readonly meet: (name: QuestionName) => Promise<string>
  /** Meets it, answers it as given (told what it says), and waits until this very question is gone. Answers what it said. */
  readonly settle: (name: QuestionName, answer: (said: string) => Promise<void>) => Promise<string>
  /** Meets it and presses one of its buttons. Answers what it said. */
  readonly say: (name: QuestionName, answer: 'yes' | 'no') => Promise<string>
  /** Meets it, types into its field and sends that. */
  readonly type: (name: QuestionName, value: string) => Promise<string>
  /** Meets it, chooses the given one of what is offered, and sends that. Answers what was offered. */
  readonly choose: (name: QuestionName, at: number) => Promise<readonly string[]>
}

export function personAt({ page, lang }: Hands): Person {
  const standing = (name: QuestionName) =>
    page
      .getByRole('alertdialog')
      .filter({ hasText: wordsOf(windowQuestions[name][lang]) })
      .first()
  const press = (name: QuestionName, answer: 'yes' | 'no') =>
    standing(name).getByRole('button', { name: answerWords[name][answer][lang], exact: true }).click()
  const meet = async (name: QuestionName): Promise<string> => {
    await standing(name).waitFor({ timeout: 60_000 })
    const hasFocus = () => standing(name).evaluate((box) => box.contains(document.activeElement))
    await expect.poll(hasFocus, { message: `the focus goes into ${name}` }).toBe(true)
    return standing(name).innerText()
  }
  const settle = async (name: QuestionName, answer: (said: string) => Promise<void>): Promise<string> => {
    const said = await meet(name)
    const asked = await standing(name).elementHandle()
    await answer(said)
    // It stands until its answer has come to somebody, and the next one may be of the same name: that would be taken for this one, or this for that.
    await asked?.waitForElementState('hidden')
    return said
  }
  return {
    meet,
    settle,
    say: (name, answer) => settle(name, () => press(name, answer)),
    type: (name, value) =>
      settle(name, async () => {
        const label = (answerLabels[name] ?? anyAnswerLabel)[lang]
        await standing(name)
          .locator('input')
          .and(page.getByLabel(label, { exact: true }))
          .fill(value)
        await press(name, 'yes')
      }),
    choose: async (name, at) => {
      let words: readonly string[] = []
      await settle(name, async () => {
        const offered = await standing(name).getByRole('radio').all()
        words = await Promise.all(offered.map((one) => one.locator('xpath=ancestor::label').innerText()))
        await offered[at]!.check({ force: true })
        await press(name, 'yes')
      })
      return words
    },
  }
}
