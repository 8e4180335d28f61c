import { spellKana } from './spell-kana.ts'

/** What is known of the customer and should not stand in a password. Everything is optional; nothing is kept. */
export interface OwnWords {
  readonly names?: readonly string[] | undefined
  readonly company?: string | undefined
  readonly address?: string | undefined
  /** `1985-04-12`, or as the sheet has it as long as year, month and day stand in that order. */
  readonly birthDate?: string | undefined
  /** Login names, mail addresses, member numbers. */
  readonly userNames?: readonly string[] | undefined
}

/** Legal forms say nothing about a company: alone they would match too much. */
const legalForms = /株式会社|有限会社|合同会社|合資会社|\(株\)|\(有\)|co\.,? ?ltd\.?|inc\.?$/gi
/** First years of the eras people still write: year minus this is the era's year. */
const eras: readonly (readonly [string, number])[] = [
  ['t', 1911],
  ['s', 1925],
  ['h', 1988],
  ['r', 2018],
]

const two = (value: number): string => String(value).padStart(2, '0')

function spellDate(text: string): string[] {
  const found = /(\d{4})\D*(\d{1,2})\D*(\d{1,2})/.exec(text.normalize('NFKC'))
  if (!found) return []
  const [year, month, day] = [Number(found[1]), Number(found[2]), Number(found[3])]
  const [m, d, y] = [two(month), two(day), String(year)]
  const eraForms = eras
    .map(([letter, before]): [string, number] => [letter, year - before])
    .filter(([, of]) => of >= 1 && of <= 64)
    .flatMap(([letter, of]) => [`${letter}${of}`, `${letter}${two(of)}${m}${d}`, `${two(of)}${m}${d}`])
  return [
    y,
    `${y}${m}${d}`,
    `${y.slice(2)}${m}${d}`,
    `${m}${d}`,
    `${month}${day}`,
    `${d}${m}${y}`,
    `${m}${d}${y}`,
    `${y}${m}`,
    ...eraForms,
  ]
}

function spellText(text: string): string[] {
  const folded = text.normalize('NFKC').replaceAll(legalForms, ' ').trim()
  const words = folded.split(/[\s・,、.．_@/()「」-]+/u)
  const joined = words.join('')
  const digits = folded.match(/\d+(?:[-‐−–]\d+)*/gu) ?? []
  const letters = folded.match(/[a-z]+/gi) ?? []
  // カキノキ商店, モミノキ町: people type the part they can spell.
  const runs = folded.match(/[\p{Script=Katakana}ー]{2,}|\p{Script=Hiragana}{2,}/gu) ?? []
  const kana = [...words, joined, ...runs].flatMap((word) => spellKana(word))
  return [folded, joined, ...words, ...digits, ...digits.map((run) => run.replaceAll(/\D/g, '')), ...letters, ...kana]
}

/**
 * Every form in which the customer's own words could stand in a password: parts, joined, in letters, dates by era too.
 * Forms of one or two characters are left out: they match by accident.
 */
export function spellWords(own: OwnWords): string[] {
  const texts = [...(own.names ?? []), own.company ?? '', own.address ?? '', ...(own.userNames ?? [])]
  const forms = [...texts.flatMap(spellText), ...spellDate(own.birthDate ?? '')]
  return [...new Set(forms.map((form) => form.toLowerCase()).filter((form) => form.length >= 3))]
}
