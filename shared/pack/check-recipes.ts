import { fail, ok, type Result } from '../base/result.ts'
import { checkRecipe } from '../portal/check-recipe.ts'
import { bareWords } from '../portal/fold-words.ts'
import type { Line, Recipe } from '../portal/recipe.ts'
import { opensMailbox } from '../provider/find-change.ts'
import type { Change, Provider } from '../provider/provider.ts'
import { sameData } from './same-data.ts'

/** A recipe of a provider's data with the part it plays there: by its part, what takes its place in another edition is found. */
export interface PlacedRecipe {
  readonly recipe: Recipe
  readonly part: string
  readonly commits: boolean
  /** Values it may type: what every visit of this part has. */
  readonly values: readonly string[]
}

/** Every recipe in a provider's data. */
export function recipesOf(provider: Provider): readonly PlacedRecipe[] {
  const typed = (change: Change): readonly string[] =>
    opensMailbox(provider, change.realm) ? ['loginName', 'address', 'userName'] : ['loginName']
  return [
    ...provider.changes.flatMap((change) => {
      const part = `${change.realm}/${change.signIn}`
      const proof = change.proofRecipe
      return [
        { recipe: change.recipe, part, commits: true, values: typed(change) },
        ...(proof ? [{ recipe: proof, part: `${part}/proof`, commits: false, values: typed(change) }] : []),
      ]
    }),
    ...provider.recoveries.flatMap(({ id, recipe, link }) => [
      { recipe, part: `recovery/${id}`, commits: true, values: [] },
      ...(link ? [{ recipe: link.recipe, part: `recovery/${id}/link`, commits: true, values: [] }] : []),
    ]),
  ]
}

/** The lines of a recipe, with those of its detours behind the line that may lead to them. */
export const allLines = (recipe: Recipe): readonly Line[] =>
  recipe.lines.flatMap((line) => [line, ...(line.do === 'expect' ? (line.detours ?? []).flatMap(({ lines }) => lines) : [])])

const secrets: readonly string[] = ['loginPassword', 'currentPassword', 'newPassword']

/** What checkRecipe leaves open because the program's own recipes are played in tests: the one commit, the values there are, secrets into fields for them. */
function playFaults({ recipe, commits, values }: PlacedRecipe): readonly string[] {
  const faults: string[] = []
  if (recipe.lines.some((line) => line.do === 'commit') !== commits) faults.push(commits ? 'has no commit' : 'has a commit')
  for (const line of allLines(recipe)) {
    if (line.do !== 'fill' && line.do !== 'choose') continue
    const { from, control } = line
    if ('value' in from && !values.includes(from.value)) faults.push(`${line.do} ${control}: there is no value ${from.value}`)
    if (!('secret' in from)) continue
    if (!secrets.includes(from.secret)) faults.push(`${line.do} ${control}: there is no secret ${from.secret}`)
    if (recipe.fence[control]?.as !== 'password')
      faults.push(`${line.do} ${control}: a secret in a field that is none for passwords`)
  }
  return faults
}

const same = (one: string, other: string): boolean => bareWords(one) === bareWords(other)
const holds = (list: readonly string[], words: string): boolean => list.some((other) => same(other, words))

/** The installed recipes whose place this one takes: of the same name, or of the same part. */
export const replacedIn = (installed: readonly PlacedRecipe[], { recipe, part }: PlacedRecipe): readonly PlacedRecipe[] =>
  installed.filter((old) => old.recipe.id === recipe.id || old.part === part)

/** What must not be touched stays so: no neighbour is dropped, and none becomes a control. */
function weakened(one: PlacedRecipe, installed: readonly PlacedRecipe[]): readonly string[] {
  const { recipe } = one
  const before = replacedIn(installed, one)
  const dropped = before.flatMap((old) => old.recipe.neighbours).filter((words) => !holds(recipe.neighbours, words))
  const everywhere = installed.flatMap((old) => old.recipe.neighbours)
  const used = installed.flatMap((old) => Object.values(old.recipe.fence).flatMap(({ words }) => words))
  const taken = Object.values(recipe.fence)
    .flatMap(({ words }) => words)
    .filter((words) => holds(everywhere, words) && !holds(used, words))
  return [
    ...[...new Set(dropped)].map((words) => `${words} is no longer a neighbour that must not be touched`),
    ...[...new Set(taken)].map((words) => `${words} was a neighbour that must not be touched`),
  ]
}

const unsafe = (recipe: string, reason: string, faults: string) =>
  fail('pack-recipe-unsafe', 'never', { recipe, reason, faults: faults.slice(0, 500) })

/** One recipe's name and version stand for one content: plans name the recipe they were made for by them. */
function checkNames(placed: readonly PlacedRecipe[], known: readonly PlacedRecipe[], provider: string): Result<void> {
  const seen: Recipe[] = known.map(({ recipe }) => recipe)
  for (const { recipe } of placed) {
    if (!recipe.id.startsWith(`${provider}/`)) return unsafe(recipe.id, 'recipe-of-another', recipe.id)
    const twin = seen.find(({ id, version }) => id === recipe.id && version === recipe.version)
    if (twin && !sameData(twin, recipe)) return unsafe(recipe.id, 'recipe-version-reused', recipe.version)
    seen.push(recipe)
  }
  return ok()
}

/**
 * The recipes of a pack. `installed`: the edition it would replace, null for a new provider. `editions`: all editions there are of this provider.
 * Refuses what checkRecipe refuses, what could not be played, what guards less than the installed recipe, and a version that means two things.
 */
export function checkRecipes(given: Provider, installed: Provider | null, editions: readonly Provider[]): Result<void> {
  const placed = recipesOf(given)
  for (const one of placed) {
    const sound = checkRecipe(one.recipe)
    if (!sound.ok) return unsafe(one.recipe.id, 'recipe-unsound', String(sound.problem.facts['faults']))
    const [unplayable] = playFaults(one)
    if (unplayable !== undefined) return unsafe(one.recipe.id, 'recipe-unplayable', unplayable)
    const [less] = weakened(one, installed ? recipesOf(installed) : [])
    if (less !== undefined) return unsafe(one.recipe.id, 'recipe-guards-less', less)
  }
  return checkNames(placed, editions.flatMap(recipesOf), given.id)
}
