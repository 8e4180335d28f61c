import type { Problem } from '../base/problem.ts'
import { fail, ok, type Result } from '../base/result.ts'
import { matchDomain } from '../mail/match-domain.ts'
import { foldLabel, foldLine, halfWidth } from './fold-text.ts'
import type { Layout } from './layout.ts'
import { readFields, type Reading } from './read-fields.ts'
import type { Recognition, SheetProvider } from './sheet-accounts.ts'
import type { SheetText } from './sheet-text.ts'

/** A sheet whose provider is known, with what its layouts found. */
export interface Recognised {
  readonly provider: SheetProvider
  readonly why: Recognition
  readonly reading: Reading
}

/** True when an address's domain is one of the provider's. */
export const ownsDomain = (domains: readonly string[], domain: string): boolean =>
  domains.some((pattern) => matchDomain(pattern, domain) !== null)

const addressDomain = /[^\s<>@:;,()[\]]@([a-z0-9-]+(?:\.[a-z0-9-]+)+)/gi

/** The domains of the addresses that stand behind an address label. Addresses in footers and mail heads say nothing about the customer. */
function domainsOf(reading: Reading): readonly string[] {
  const values = reading.records.flatMap((record) => record.values).filter(({ field }) => field.kind === 'address')
  const found = values.flatMap(({ raw }) =>
    Array.from(halfWidth(raw.slice(0, 400)).matchAll(addressDomain), (hit) => hit[1]!.toLowerCase()),
  )
  return [...new Set(found)]
}

const hasLabels = (reading: Reading, layout: Layout): boolean =>
  layout.needs.every((name) => reading.labels.get(layout.id)?.has(name))

/** One test after the other, as long as several are left and some of them pass. */
const narrowed = <T>(list: readonly T[], tests: readonly ((one: T) => boolean)[]): readonly T[] =>
  tests.reduce((left, test) => (left.length > 1 && left.some(test) ? left.filter(test) : left), list)

const says = (text: SheetText, words: readonly string[]): string | undefined => {
  const folded = text.lines.map((line) => foldLine(line.slice(0, 4000)).text)
  return words.find((word) => folded.some((line) => line.includes(foldLabel(word))))
}

/** Two services of one company print papers of the same title: the name of the service tells them apart. */
const hasClue = (text: SheetText, provider: SheetProvider): boolean =>
  says(
    text,
    provider.layouts.flatMap(({ clues }) => clues),
  ) !== undefined

function byContent(text: SheetText, layouts: readonly Layout[], reading: Reading): Recognition | null {
  const title = reading.titles.find(({ layout }) => (reading.labels.get(layout.id)?.size ?? 0) > 0) ?? reading.titles[0]
  if (title) return { by: 'title', words: title.layout.titles[0]! }
  for (const layout of layouts) {
    if (!hasLabels(reading, layout)) continue
    const clue = says(text, layout.clues)
    if (clue) return { by: 'labels', words: clue }
  }
  return null
}

const byDomain = (provider: SheetProvider, reading: Reading): Recognition | null => {
  const domain = domainsOf(reading).find((name) => ownsDomain(provider.domains, name))
  const password = provider.layouts.some((layout) => reading.labels.get(layout.id)?.has('password'))
  return domain && password ? { by: 'domain', words: domain } : null
}

// Other papers of the same senders. Named in the refusal, so that the person sees what was given instead.
const otherPapers = ['請求書', 'ご請求', '領収書', '納品書', '見積書', '利用明細', '契約書', '解約']

/**
 * Says whose sheet this is: by its content (title, else labels and a clue) first, by the domain of its addresses second, and by the person's word
 * where given. A practice provider is recognised for its own domain only, and then before every other.
 */
export function recogniseSheet(text: SheetText, providers: readonly SheetProvider[], chosen: string | null): Result<Recognised> {
  const offered = chosen === null ? providers : providers.filter(({ id }) => id === chosen)
  if (offered.length === 0)
    return fail('provider-unknown', 'after-person', {
      file: text.file,
      provider: chosen,
      known: providers.map(({ id }) => id).join(', '),
    })
  // The practice provider reads by the very layouts of the one it rehearses.
  const readings = new Map<readonly Layout[], Reading>()
  const all = offered.map((provider) => {
    const reading = readings.get(provider.layouts) ?? readFields(text, provider.layouts)
    readings.set(provider.layouts, reading)
    const domains = domainsOf(reading)
    const own = domains.length > 0 && domains.every((domain) => ownsDomain(provider.domains, domain))
    return { provider, reading, own, content: byContent(text, provider.layouts, reading), domain: byDomain(provider, reading) }
  })
  const allowed = all.filter(({ provider, own }) => !provider.practice || own)
  if (allowed.length === 0) return unknown(text, chosen, 'practice-domain-only', all[0]?.reading)
  const named = allowed.filter(({ content }) => content !== null)
  const candidates = named.length > 0 ? named : allowed.filter(({ domain }) => domain !== null)
  const practice = candidates.filter(({ provider }) => provider.practice)
  const choice =
    practice.length > 0 ? practice : narrowed(candidates, [({ provider }) => hasClue(text, provider), ({ own }) => own])
  if (choice.length > 1)
    return fail('provider-unknown', 'after-person', {
      file: text.file,
      candidates: choice.map(({ provider }) => provider.id).join(', '),
    })
  const [only] = choice
  if (only) return ok({ provider: only.provider, reading: only.reading, why: (only.content ?? only.domain)! })
  const forced = chosen === null ? undefined : allowed[0]
  if (forced && forced.provider.layouts.some((layout) => forced.reading.labels.get(layout.id)?.has('password'))) {
    return ok({ provider: forced.provider, reading: forced.reading, why: { by: 'person', words: forced.provider.id } })
  }
  return unknown(text, chosen, null, all[0]?.reading)
}

function unknown(text: SheetText, chosen: string | null, reason: string | null, reading: Reading | undefined): Result<never> {
  const paper = otherPapers.find((word) => text.lines.some((line) => foldLine(line.slice(0, 400)).text.includes(foldLabel(word))))
  const labels = [...(reading?.labels.values() ?? [])].some((seen) => seen.size > 0)
  const why = reason ?? (paper ? 'another-paper' : labels ? 'too-few-labels' : 'no-known-title-or-label')
  // Where somebody has named the provider, or it is quite another paper, naming one is no way.
  const more: Problem['facts'] = paper ? { paper } : chosen === null ? { nameProvider: true } : {}
  return fail('sheet-not-recognised', 'after-person', { file: text.file, reason: why, ...more })
}
