import { fail, ok, type Result } from '../base/result.ts'
import { provider as schema, type Provider } from '../provider/provider.ts'
import { checkPlaces } from './check-places.ts'
import { checkRecipes } from './check-recipes.ts'
import { checkRules } from './check-rules.ts'
import { parseJson, providerText } from './pack.ts'
import { isTamePattern } from './tame-pattern.ts'

/** What a pack is judged against: the providers inside the program, and all editions of each that are to be had here. */
export interface KnownEditions {
  /** The editions in use. */
  readonly providers: readonly Provider[]
  /** Every edition of one provider that is to be had, the one in use among them. */
  readonly editionsOf: (id: string) => readonly Provider[]
}

const invalid = (reason: string, faults: string) => fail('pack-invalid', 'never', { reason, faults: faults.slice(0, 500) })

/** The signed text → data of the schema's shape, in its one spelling: nothing twice, nothing that is not heeded. */
function readData(text: string): Result<Provider> {
  const data = parseJson(text)
  if (data === undefined) return invalid('no-json', '')
  const parsed = schema.safeParse(data)
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ')
    return invalid('data-parts-wrong', faults)
  }
  return providerText(data) === text ? ok(parsed.data) : invalid('data-respelled', '')
}

// Names of files and sentences carry the id.
const fitId = (id: string): boolean => /^[a-z][a-z0-9-]{1,30}[a-z0-9]$/.test(id)

const hour = 3600

/** Figures that would make a run wait without end, or knock at a door until it locks. */
function figureFault({ changes, recoveries, limits }: Provider): string | null {
  const { refusedSignIns } = limits
  if (refusedSignIns.most > 10 || refusedSignIns.hours < 1) return 'limits.refusedSignIns'
  if (changes.some(({ effectSeconds }) => effectSeconds > hour)) return 'changes.effectSeconds'
  if (changes.some(({ limit }) => limit !== null && limit.hours > 24 * 366)) return 'changes.limit'
  return recoveries.some(({ waitMinutes }) => waitMinutes.to > 24 * 60) ? 'recoveries.waitMinutes' : null
}

function checkData(given: Provider, installed: Provider | null): Result<void> {
  if (given.id === 'practice') return fail('pack-id-reserved', 'never', { provider: given.id })
  if (!fitId(given.id)) return invalid('id-unfit', given.id)
  if (installed && installed.practice !== given.practice) return invalid('practice-changed', given.id)
  const figure = figureFault(given)
  if (figure !== null) return invalid('figure-out-of-bounds', figure)
  const patterns = given.layouts.flatMap(({ sections }) =>
    sections.flatMap(({ fields }) => fields.flatMap(({ pattern, unlabelled }) => [pattern ?? [], unlabelled ?? []].flat())),
  )
  const wild = patterns.find((pattern) => !isTamePattern(pattern))
  return wild === undefined ? ok() : invalid('pattern-wild', wild)
}

/**
 * Judges a provider's data from outside: its signature has been found good before, whoever signed it. Refuses whatever the program would not
 * take from its own data, and a recipe that would touch what the one it replaces must not (its neighbours). Which edition is newer, whether its
 * pages lie elsewhere, and which other guards it does without (`droppedGuards`) is asked separately.
 */
export function checkPack(text: string, known: KnownEditions): Result<Provider> {
  const data = readData(text)
  if (!data.ok) return data
  const given = data.value
  const installed = known.providers.find(({ id }) => id === given.id) ?? null
  const others = known.providers.filter(({ id }) => id !== given.id)
  const parts = [
    () => checkData(given, installed),
    () => checkRules(given),
    () => checkPlaces(given, installed, others),
    () => checkRecipes(given, installed, known.editionsOf(given.id)),
  ]
  for (const part of parts) {
    const judged = part()
    if (!judged.ok) return judged
  }
  return ok(given)
}
