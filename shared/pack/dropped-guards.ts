import { bareWords } from '../portal/fold-words.ts'
import type { Line, Page, Recipe } from '../portal/recipe.ts'
import type { Change, Provider } from '../provider/provider.ts'
import { allLines, type PlacedRecipe, recipesOf, replacedIn } from './check-recipes.ts'
import { sameData } from './same-data.ts'

/**
 * How a provider's data guard a person, beyond what no data may let go. `compare`: a page is compared before the change, and a difference stops it;
 * `page`: a wrong page is told from the right one; `place`: only the control of one row or section is meant; `result`: the site's own word for
 * success is demanded; `wish`: ticked only where the person wishes it; `refusal`: words in which the site refuses; `attended`: each act is asked
 * about; `prove-old`: the present password is tried first; `change-limit`, `sign-in-limit`: so many in a time and no more.
 */
export const guardKinds = [
  'compare',
  'page',
  'place',
  'result',
  'wish',
  'refusal',
  'attended',
  'prove-old',
  'change-limit',
  'sign-in-limit',
] as const
export type GuardKind = (typeof guardKinds)[number]

/** A guard that newer data would take away; `words`: which, in the words of page or password, where it is one of several. */
export interface DroppedGuard {
  readonly kind: GuardKind
  readonly words: string
}

const dropped = (kind: GuardKind, words: readonly string[]): readonly DroppedGuard[] =>
  [...new Set(words)].map((one) => ({ kind, words: one }))

const share = (some: readonly string[], others: readonly string[]): boolean =>
  some.some((words) => others.some((other) => bareWords(words) === bareWords(other)))

/** Lines that can still end a visit before harm: behind the commit a difference is only told. */
function before(recipe: Recipe): readonly Line[] {
  const commit = recipe.lines.findIndex(({ do: act }) => act === 'commit')
  return commit < 0 ? recipe.lines : recipe.lines.slice(0, commit)
}
type Check = Extract<Line, { do: 'check' }>
const stops = (recipe: Recipe): readonly Check[] =>
  before(recipe).filter((line): line is Check => line.do === 'check' && line.otherwise === 'stop')

function comparisons(given: Recipe, old: Recipe): readonly DroppedGuard[] {
  const kept = stops(given)
  const stands = (line: Check): boolean =>
    kept.some(
      (one) =>
        sameData(one.is, line.is) &&
        (one.name === line.name || share(one.words, line.words)) &&
        !(one.optional && !line.optional),
    )
  return dropped(
    'compare',
    stops(old).flatMap((line) => (stands(line) ? [] : [line.words[0]!])),
  )
}

/** What keeps another page from being taken for this one, in words. */
const tellsApart = (page: Page | undefined, recipe: Recipe): readonly string[] => [
  ...(page?.headedNever ?? []),
  ...(page?.unless ?? []),
  ...(page?.without ?? []).map((name) => recipe.fence[name]?.words[0] ?? name),
  ...(page?.values ?? []),
]

function pages(given: Recipe, old: Recipe): readonly DroppedGuard[] {
  const all = Object.values(given.pages).flatMap((page) => tellsApart(page, given))
  const lost = Object.entries(old.pages).flatMap(([name, page]) => {
    const now = Object.hasOwn(given.pages, name) ? tellsApart(given.pages[name], given) : all
    return tellsApart(page, old).filter((words) => !share([words], now))
  })
  return dropped('page', lost)
}

function places(given: Recipe, old: Recipe): readonly DroppedGuard[] {
  const wider = Object.entries(old.fence).filter(([name, { row, named, among }]) => {
    const now = Object.hasOwn(given.fence, name) ? given.fence[name] : undefined
    return now && ((row && now.row !== row) || (named && now.named !== named) || (among && !now.among))
  })
  return dropped(
    'place',
    wider.map(([, { words }]) => words[0]!),
  )
}

const demanded = (recipe: Recipe): readonly string[] =>
  recipe.lines.flatMap((line) => (line.do === 'read' ? (line.mustBe ?? []) : []))

function results(given: Recipe, old: Recipe): readonly DroppedGuard[] {
  const now = demanded(given)
  return dropped(
    'result',
    demanded(old).length > 0 && now.length === 0 ? [demanded(old)[0]!] : now.filter((words) => !share([words], demanded(old))),
  )
}

/** Boxes that were ticked only on a wish and now are without asking. */
function wishes(given: Recipe, old: Recipe): readonly DroppedGuard[] {
  const asked = allLines(old).flatMap((line) => (line.do === 'tick' && line.ask ? (old.fence[line.control]?.words ?? []) : []))
  const unasked = allLines(given).flatMap((line) =>
    line.do === 'tick' && line.on && !line.ask ? (given.fence[line.control]?.words ?? []) : [],
  )
  return dropped(
    'wish',
    asked.filter((words) => share([words], unasked)),
  )
}

function refusals(given: Recipe, old: Recipe): readonly DroppedGuard[] {
  const now = new Set(given.faults.map(({ code }) => code))
  return dropped(
    'refusal',
    old.faults.flatMap(({ code, words }) => (now.has(code) ? [] : [words[0]!])),
  )
}

const inRecipe = (given: Recipe, old: Recipe): readonly DroppedGuard[] => [
  ...comparisons(given, old),
  ...pages(given, old),
  ...places(given, old),
  ...results(given, old),
  ...wishes(given, old),
  ...refusals(given, old),
  ...(old.inferred && !given.inferred ? dropped('attended', ['']) : []),
]

type Times = Change['limit']
/** Would more be tried in the same time, or the same in less? No limit at all is the loosest. */
const looser = (now: Times, old: Times): boolean => old !== null && (now === null || now.most > old.most || now.hours < old.hours)

function inChanges(given: Provider, installed: Provider): readonly DroppedGuard[] {
  return given.changes.flatMap((change) => {
    const same = installed.changes.filter(({ realm }) => realm === change.realm)
    const exact = same.filter(({ signIn }) => signIn === change.signIn)
    const { ja } = change.title
    return (exact.length > 0 ? exact : same).flatMap((old) => [
      ...(old.proveOldFirst && !change.proveOldFirst ? dropped('prove-old', [ja]) : []),
      ...(looser(change.limit, old.limit) ? dropped('change-limit', [ja]) : []),
    ])
  })
}

// `mail/mail`, `mail/portal/proof`: what is between says whose sign-in it is.
const password = ({ part }: PlacedRecipe): string => (part.startsWith('recovery/') ? part : part.replace(/\/[^/]*/, ''))

/** Under another name and with another sign-in a recipe takes the place of those for the same password. */
function comparedWith(known: readonly PlacedRecipe[], one: PlacedRecipe): readonly PlacedRecipe[] {
  const exact = replacedIn(known, one)
  return exact.length > 0 ? exact : known.filter((old) => password(old) === password(one))
}

/**
 * The guards of the edition in use that a pack's data would do without, each once. None where the provider is new: there nothing guards yet, and
 * its places are asked about. What no pack may drop at all (neighbours, forbidden words) is refused before.
 */
export function droppedGuards(given: Provider, installed: Provider | null): readonly DroppedGuard[] {
  if (!installed) return []
  const known = recipesOf(installed)
  const all = [
    ...recipesOf(given).flatMap((one) => comparedWith(known, one).flatMap((old) => inRecipe(one.recipe, old.recipe))),
    ...inChanges(given, installed),
    ...(looser(given.limits.refusedSignIns, installed.limits.refusedSignIns) ? dropped('sign-in-limit', ['']) : []),
  ]
  return all.filter((one, at) => all.findIndex((other) => sameData(one, other)) === at)
}

/** Dropped guards as facts of a question or problem: the kinds, each once, and the words they were about. */
export function guardFacts(guards: readonly DroppedGuard[]): { readonly guards: string; readonly details: string | null } {
  const details = guards.flatMap(({ words }) => (words === '' ? [] : [words]))
  return {
    guards: [...new Set(guards.map(({ kind }) => kind))].join(', '),
    details: details.length > 0 ? [...new Set(details)].join(' / ') : null,
  }
}
