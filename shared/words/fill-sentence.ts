import type { Facts } from '../base/problem.ts'
import type { Lang } from './lang.ts'
import { sayFact } from './facts.ts'

/** Longest fact shown inside a sentence, in characters: a server's whole page is no help to anyone. */
const longest = 300

/** A server's words may carry line breaks, terminal commands or direction marks: they must not act where they are shown. */
function shown(value: string): string {
  const calm = value.replace(/[\p{Cc}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu, ' ').trim()
  const characters = Array.from(calm)
  return characters.length > longest ? `${characters.slice(0, longest).join('')}…` : calm
}

/**
 * Fills `{fact}` in a sentence of the catalogue. A part in square brackets is left out when one of its facts is missing,
 * null or empty; so no sentence ever shows a hole. Facts are put in once and never read as a pattern themselves.
 */
export function fillSentence(sentence: string, facts: Facts, lang: Lang): string {
  const value = (name: string): string => {
    const fact = facts[name]
    return fact === undefined || fact === null ? '' : shown(sayFact(name, fact, lang))
  }
  return sentence
    .split(/(\[[^\]]*\])/)
    .map((part) => {
      const optional = part.startsWith('[')
      const names = Array.from(part.matchAll(/\{(\w+)\}/g), (match) => match[1]!)
      if (optional && names.some((name) => value(name) === '')) return ''
      const body = optional ? part.slice(1, -1) : part
      return body.replaceAll(/\{(\w+)\}/g, (_whole, name: string) => value(name))
    })
    .join('')
}
