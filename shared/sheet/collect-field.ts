import { Secret } from '../base/secret.ts'
import { sameName } from './fold-text.ts'
import { judgeValue } from './judge-value.ts'
import { doubtful, type Judged, type Reading } from './judged.ts'
import type { FieldName, ValueKind } from './layout.ts'
import type { Candidate, Doubt, SheetField } from './sheet-accounts.ts'
import type { FoundValue, SheetRecord } from './sheet-record.ts'

/** All that was found for one field, brought together: a value, a question, or the reason why there is nothing. */
export interface Collected<T extends string | Secret> {
  readonly field: SheetField<T> | null
  readonly doubt: Omit<Doubt, 'field'> | null
  readonly nothing: 'missing' | 'instruction' | 'masked'
  readonly found: FoundValue | null
}

interface Weighed {
  readonly found: FoundValue
  readonly judged: Judged
}

/** Where values come from, and how far they can be trusted: nothing read from a picture is certain where a letter matters. */
export interface Source {
  readonly origin: 'text' | 'ocr'
}

const exact: readonly ValueKind[] = ['secret', 'user', 'address']

function weigh(found: FoundValue, phrases: readonly string[], source: Source): Weighed {
  const judged = judgeValue(found.raw, found.field.kind, phrases, found.field.pattern)
  if (judged.worth === 'nothing') return { found, judged }
  const readings: readonly Reading[] =
    judged.worth === 'certain' ? [{ label: 'as-written', value: judged.value }] : judged.readings
  const reason = found.doubt ?? (source.origin === 'ocr' && exact.includes(found.field.kind) ? 'read-from-picture' : null)
  return reason
    ? {
        found,
        judged: doubtful(reason, [...readings, ...found.others.map((other) => ({ label: other.label, value: other.raw }))]),
      }
    : { found, judged }
}

const likeliest = (judged: Judged): string =>
  judged.worth === 'certain' ? judged.value : judged.worth === 'doubtful' ? (judged.readings[0]?.value ?? '') : ''

function same(a: Weighed, b: Weighed): boolean {
  const [one, other] = [likeliest(a.judged), likeliest(b.judged)]
  if (a.found.field.kind === 'text') return sameName(one, other)
  if (a.found.field.kind === 'code') return one.replace(/\s/g, '') === other.replace(/\s/g, '')
  return one === other || (a.found.field.kind === 'address' && one.toLowerCase() === other.toLowerCase())
}

/**
 * Brings together every place a field was found at. Equal values are one; differing ones are a contradiction with no value at all.
 * Places under a spare label count only where no proper label gave a value.
 */
export function collectField(records: readonly SheetRecord[], names: readonly FieldName[], source: Source): Collected<string> {
  const weighed = records.flatMap((record) =>
    record.values
      .filter(({ field }) => [field.field, ...(field.also ?? [])].some((name) => names.includes(name)))
      .map((found) => weigh(found, record.layout.instructions, source)),
  )
  const worth = weighed.filter(({ judged }) => judged.worth !== 'nothing')
  const proper = worth.filter(({ found }) => !found.spare)
  const counted = proper.length > 0 ? proper : worth
  const distinct = counted.filter((one, at) => counted.findIndex((other) => same(one, other)) === at)
  const first = distinct.find(({ judged }) => judged.worth === 'certain') ?? distinct[0]
  if (!first) return { field: null, doubt: null, nothing: whyNothing(weighed), found: weighed[0]?.found ?? null }
  const { found, judged } = first
  const term = found.field.labels[0]!
  if (distinct.length > 1) {
    const candidates = distinct.flatMap(({ judged: one, found: at }) =>
      one.worth === 'doubtful'
        ? one.readings.map((reading) => candidate(reading.label, reading.value, at))
        : [candidate('other-place', likeliest(one), at)],
    )
    return { field: null, doubt: { term, reason: 'contradictory', candidates }, nothing: 'missing', found }
  }
  const confidence = judged.worth === 'certain' ? ('certain' as const) : ('doubtful' as const)
  const field = { value: likeliest(judged), raw: found.field.kind === 'secret' ? '' : found.raw, place: found.place, confidence }
  if (judged.worth !== 'doubtful') return { field, doubt: null, nothing: 'missing', found }
  const candidates = judged.readings.map((reading) => candidate(reading.label, reading.value, found))
  return {
    field: field.value === '' ? null : field,
    doubt: { term, reason: judged.reason, candidates },
    nothing: 'missing',
    found,
  }
}

const whyNothing = (weighed: readonly Weighed[]): Collected<string>['nothing'] => {
  const reasons = weighed.map(({ judged }) => (judged.worth === 'nothing' ? judged.reason : 'blank'))
  return reasons.includes('masked') ? 'masked' : reasons.includes('instruction') ? 'instruction' : 'missing'
}

const candidate = (label: Candidate['label'], value: string, found: FoundValue): Candidate => ({
  label,
  value: found.field.kind === 'secret' ? new Secret(value) : value,
  place: found.place,
})

/** The same for a password: its value becomes a Secret and its raw spelling is dropped. */
export function collectSecret(records: readonly SheetRecord[], names: readonly FieldName[], source: Source): Collected<Secret> {
  const { field, ...rest } = collectField(records, names, source)
  return { ...rest, field: field && { ...field, value: new Secret(field.value) } }
}

/** The question about a field, under its name; none where there is no doubt. */
export const asDoubts = (field: string, doubt: Omit<Doubt, 'field'> | null): readonly Doubt[] =>
  doubt ? [{ field, ...doubt }] : []

/** The same for a field that has to be there: nothing usable in its place is a question, too. `term` where the paper has no word for it. */
export function needed(
  field: string,
  term: string,
  { field: value, doubt, nothing, found }: Collected<Secret> | Collected<string>,
): readonly Doubt[] {
  if (value || doubt) return asDoubts(field, doubt)
  return [{ field, term: found?.field.labels[0] ?? term, reason: nothing, candidates: [] }]
}
