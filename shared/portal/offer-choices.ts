import { redact, type Secret } from '../base/secret.ts'

/** One thing a page lets choose: its place in the page's list, its own words, and the words under which it is offered to the person. */
export interface Choice {
  readonly at: number
  readonly text: string
  readonly shown: string
}

/** An answer shorter than this (a month, 1) hides nothing when it is covered: it stands in too many words that are no secret. */
const tiny = 4

/**
 * What a page lets choose as it may be told to the person: every secret covered, each choice under words of its own. `texts`: the page's words by
 * place, empty where nothing can be chosen. `given`: secrets known from the start, covered however short; `answers`: what the person has typed on
 * the way, covered from four characters on. What is chosen afterwards is found by `at` and `text`, never by the covered words.
 */
export function offerChoices(texts: readonly string[], given: readonly Secret[], answers: readonly Secret[]): readonly Choice[] {
  const covered = [...given, ...answers.filter((answer) => Array.from(answer.reveal().normalize('NFKC')).length >= tiny)]
  const choices: Choice[] = []
  for (const [at, text] of texts.entries()) {
    const words = redact(text, covered).replace(/\s+/g, ' ').trim().slice(0, 120)
    if (words === '' || choices.some((other) => other.text === text)) continue
    const alike = choices.filter(({ shown }) => shown === words || shown.startsWith(`${words} (`)).length
    choices.push({ at, text, shown: alike === 0 ? words : `${words} (${alike + 1})` })
  }
  return choices
}
