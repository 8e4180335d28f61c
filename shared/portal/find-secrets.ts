import { secretForms, type Secret } from '../base/secret.ts'

/** A stretch of one text, by its number and its UTF-16 positions. */
export interface Stretch {
  readonly text: number
  readonly start: number
  readonly end: number
}

const fold = (character: string): string =>
  character
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\u200b-\u200f\u2060\ufeff\u00ad]/g, '')

/**
 * Finds every known secret in texts that stand one after another on a page, also where it is cut over several of them, written in
 * full-width letters, other case, with blanks between, or encoded. Returns what has to be covered.
 */
export function findSecrets(texts: readonly string[], secrets: readonly Secret[]): readonly Stretch[] {
  const letters: { readonly text: number; readonly start: number; readonly end: number }[] = []
  let all = ''
  texts.forEach((text, number) => {
    let start = 0
    for (const character of text) {
      const folded = fold(character)
      for (let n = 0; n < folded.length; n++) letters.push({ text: number, start, end: start + character.length })
      all += folded
      start += character.length
    }
  })
  const needles = new Set(
    secrets.flatMap((secret) => secretForms(secret.reveal())).map((form) => Array.from(form).map(fold).join('')),
  )
  const stretches = new Map<string, Stretch>()
  for (const needle of needles) {
    if (needle === '') continue
    for (let at = all.indexOf(needle); at >= 0; at = all.indexOf(needle, at + 1)) {
      for (const letter of letters.slice(at, at + needle.length)) stretches.set(`${letter.text}/${letter.start}`, letter)
    }
  }
  return [...stretches.values()]
}

/** Does one text hold a known secret, in any of those forms? */
export const holdsSecret = (text: string, secrets: readonly Secret[]): boolean => findSecrets([text], secrets).length > 0
