import { describe, expect, test } from 'vitest'
import type { Line, Recipe } from '../portal/recipe.ts'
import { providers } from '../provider/index.ts'
import type { Change, Provider } from '../provider/provider.ts'
import { type GuardKind, droppedGuards, guardFacts, guardKinds } from './dropped-guards.ts'

const onRecipes = (one: Provider, edit: (recipe: Recipe) => Recipe): Provider => ({
  ...one,
  changes: one.changes.map((change) => ({
    ...change,
    recipe: edit(change.recipe),
    proofRecipe: change.proofRecipe && edit(change.proofRecipe),
  })),
  recoveries: one.recoveries.map((recovery) => ({
    ...recovery,
    recipe: edit(recovery.recipe),
    link: recovery.link && { ...recovery.link, recipe: edit(recovery.link.recipe) },
  })),
})
const onLines = (one: Provider, edit: (line: Line) => readonly Line[]): Provider =>
  onRecipes(one, (recipe) => ({ ...recipe, lines: recipe.lines.flatMap(edit) }))
const onChanges = (one: Provider, change: Partial<Change>): Provider => ({
  ...one,
  changes: one.changes.map((old) => ({ ...old, ...change })),
})
const without = <T extends object>(one: T, drop: keyof T): T =>
  Object.fromEntries(Object.entries(one).filter(([name]) => name !== drop)) as T
const onPages = (one: Provider, drop: 'headedNever' | 'unless' | 'without' | 'values'): Provider =>
  onRecipes(one, (recipe) => ({
    ...recipe,
    pages: Object.fromEntries(Object.entries(recipe.pages).map(([name, page]) => [name, without(page, drop)])),
  }))

/** One way to guard less, and what of the providers' data it takes away. */
const edits: readonly (readonly [string, GuardKind, (one: Provider) => Provider])[] = [
  ['no comparison', 'compare', (one) => onLines(one, (line) => (line.do === 'check' && line.otherwise === 'stop' ? [] : [line]))],
  [
    'a comparison that only reports',
    'compare',
    (one) => onLines(one, (line) => [line.do === 'check' ? { ...line, otherwise: 'report' } : line]),
  ],
  [
    'a comparison that need not find anything',
    'compare',
    (one) => onLines(one, (line) => [line.do === 'check' ? { ...line, optional: true } : line]),
  ],
  [
    'a comparison with something else',
    'compare',
    (one) => onLines(one, (line) => [line.do === 'check' ? { ...line, is: { text: 'x' } } : line]),
  ],
  [
    'a comparison behind the commit',
    'compare',
    (one) =>
      onRecipes(one, (recipe) => {
        const checks = recipe.lines.filter(({ do: act }) => act === 'check')
        return { ...recipe, lines: [...recipe.lines.filter(({ do: act }) => act !== 'check'), ...checks] }
      }),
  ],
  ['headings that were never this page’s', 'page', (one) => onPages(one, 'headedNever')],
  ['sentences that were never this page’s', 'page', (one) => onPages(one, 'unless')],
  ['controls that were never this page’s', 'page', (one) => onPages(one, 'without')],
  ['values a page had to show', 'page', (one) => onPages(one, 'values')],
  [
    'any row and section',
    'place',
    (one) =>
      onRecipes(one, (recipe) => ({
        ...recipe,
        fence: Object.fromEntries(Object.entries(recipe.fence).map(([name, { as, words }]) => [name, { as, words }])),
      })),
  ],
  [
    'any result',
    'result',
    (one) =>
      onLines(one, (line) => {
        if (line.do !== 'read') return [line]
        return [without(line, 'mustBe')]
      }),
  ],
  [
    'another result as well',
    'result',
    (one) => onLines(one, (line) => [line.do === 'read' && line.mustBe ? { ...line, mustBe: [...line.mustBe, '異常'] } : line]),
  ],
  [
    'a box ticked unasked',
    'wish',
    (one) =>
      onRecipes(one, (recipe) =>
        JSON.parse(JSON.stringify(recipe).replaceAll('"on":true,"ask":"remember-browser"', '"on":true')),
      ),
  ],
  ['no word of refusal', 'refusal', (one) => onRecipes(one, (recipe) => ({ ...recipe, faults: [] }))],
  ['unattended', 'attended', (one) => onRecipes(one, (recipe) => ({ ...recipe, inferred: false }))],
  ['the old password not tried', 'prove-old', (one) => onChanges(one, { proveOldFirst: false })],
  ['no limit', 'change-limit', (one) => onChanges(one, { limit: null })],
  [
    'a looser limit',
    'change-limit',
    (one) => ({
      ...one,
      changes: one.changes.map((change) => ({
        ...change,
        limit: change.limit && { ...change.limit, most: change.limit.most + 1 },
      })),
    }),
  ],
  [
    'more refused sign-ins',
    'sign-in-limit',
    (one) => ({ ...one, limits: { refusedSignIns: { most: one.limits.refusedSignIns.most + 1, hours: 1 } } }),
  ],
]

const real = providers.filter(({ practice }) => !practice)

describe('every guard of the providers’ own data', () => {
  test.each(edits)('%s is told', (_name, kind, edit) => {
    const changed = real.filter((one) => JSON.stringify(edit(one)) !== JSON.stringify(one))
    const told = changed.flatMap((one) => droppedGuards(edit(one), one))
    // Some provider has it: else this would show nothing.
    expect(told.length).toBeGreaterThan(0)
    expect([...new Set(told.map((guard) => guard.kind))]).toEqual([kind])
  })

  test('there is an edit for every kind', () => {
    expect([...new Set(edits.map(([, kind]) => kind))].toSorted()).toEqual(guardKinds.toSorted())
  })
})

describe.each(real.map((one) => [one.id, one] as const))('%s', (_id, one) => {
  test('guards no less than itself, and nothing guards yet where it is new', () => {
    expect(droppedGuards(one, one)).toEqual([])
    expect(droppedGuards(onChanges(one, { limit: null }), null)).toEqual([])
  })
  test('guards no less where it only guards more or says more', () => {
    const more = onRecipes(one, (recipe) => ({
      ...recipe,
      inferred: true,
      neighbours: [...recipe.neighbours, '別のもの'],
      lines: recipe.lines.map((line): Line => (line.do === 'check' ? { ...line, words: ['新しい見出し', ...line.words] } : line)),
    }))
    expect(droppedGuards(more, one)).toEqual([])
  })
})

test('a recipe of another name and another sign-in is held against those for the same password', () => {
  const one = real.find(({ changes }) => changes.some(({ recipe }) => recipe.inferred))!
  const fresh = one.changes.map((change, at): Change => ({
    ...change,
    signIn: 'contract',
    recipe: { ...change.recipe, id: `${one.id}/fresh-${at}`, inferred: false },
  }))
  expect(droppedGuards({ ...one, changes: fresh }, one)).toContainEqual({ kind: 'attended', words: '' })
})

test('as facts every kind is told once, however long the list of what it was about', () => {
  expect(
    guardFacts([
      { kind: 'compare', words: '氏名' },
      { kind: 'compare', words: 'アカウントID' },
      { kind: 'attended', words: '' },
    ]),
  ).toEqual({ guards: 'compare, attended', details: '氏名 / アカウントID' })
  expect(guardFacts([{ kind: 'attended', words: '' }]).details).toBeNull()
})
