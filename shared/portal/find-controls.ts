import { rowOf } from './find-row.ts'
import { beginsAsWord, bestFit, foldWords } from './fold-words.ts'
import type { PageView, SeenControl, SeenLabel } from './page-view.ts'
import type { Control, Recipe } from './recipe.ts'

/** What became of looking for controls: those found by name, those not there, those of which several fit equally well. */
export interface FoundControls {
  readonly found: ReadonlyMap<string, SeenControl>
  readonly missing: readonly string[]
  readonly ambiguous: readonly string[]
}

const kinds: Record<Control['as'], readonly SeenControl['kind'][]> = {
  text: ['text'],
  password: ['password', 'text'],
  choice: ['select', 'radio'],
  // 「印を入れる」 may be either; a button of a group can be set, and not cleared.
  tick: ['checkbox', 'radio'],
  press: ['press'],
}

const weight = (label: SeenLabel): number => {
  if (label.place === 'section') return 1
  if (label.place === 'title') return 2
  return label.far ? 2 : 3
}

/** Told by a value, a control must show it whole and nothing beside it: `taro-1` is not `taro-10`. */
const fitOfLabel = (control: Control, values: Readonly<Record<string, string>>, text: string): number => {
  if (control.named === undefined) return bestFit(control.words, text)
  const value = foldWords(values[control.named] ?? '')
  return value !== '' && foldWords(text) === value ? 3 : 0
}

/** How well a control answers to a name: fit of the words first, then how near the label stands. 0: not at all. */
function scoreOf(control: Control, seen: SeenControl, values: Readonly<Record<string, string>>): number {
  if (!kinds[control.as].includes(seen.kind)) return 0
  const typed = (control.as === 'password' && seen.kind === 'text') || (control.as === 'tick' && seen.kind === 'radio') ? -0.5 : 0
  let best = 0
  for (const label of seen.labels) {
    // The words of the whole group tell none of its buttons.
    if (control.as === 'tick' && seen.kind === 'radio' && label.place === 'group') continue
    const fit = fitOfLabel(control, values, label.text)
    // A button that merely begins with the words does something else: 変更するをやめる.
    if (fit === 0 || (control.as === 'press' && fit < 2)) continue
    best = Math.max(best, fit * 10 + weight(label) + typed)
  }
  return best
}

/** Keeps those for which the measure is smallest; all of them when it tells nothing. */
function smallest(list: readonly SeenControl[], measure: (seen: SeenControl) => number | null): readonly SeenControl[] {
  const measured = list.map((seen) => ({ seen, at: measure(seen) })).filter((one) => one.at !== null)
  const least = Math.min(...measured.map((one) => one.at!))
  return measured.filter((one) => one.at === least).map((one) => one.seen)
}

const sharedTrail = (a: SeenControl, b: SeenControl): number => {
  let n = 0
  while (n < a.trail.length && n < b.trail.length && a.trail[n] === b.trail[n]) n++
  return n
}
const holds = (outer: SeenControl, inner: SeenControl): boolean =>
  outer.frame === inner.frame && outer.trail.length < inner.trail.length && sharedTrail(outer, inner) === outer.trail.length

/** What is one control to a person: a cell around its own link, two links to the same place. */
function withoutTwins(list: readonly SeenControl[]): readonly SeenControl[] {
  const inner = list.filter((seen) => !list.some((other) => other !== seen && seen.kind === 'press' && holds(seen, other)))
  return inner.filter(
    (seen, n) =>
      seen.target === null || inner.findIndex((other) => other.target === seen.target && other.frame === seen.frame) === n,
  )
}

/** Does a section go by these words, or begin with them (`パスワード ***** 設定 変更`)? */
const isNamed = (section: string, words: readonly string[]): boolean =>
  bestFit(words, section) >= 2 || words.some((word) => beginsAsWord(section, word))

const ownWords = (seen: SeenControl): readonly string[] =>
  seen.labels.filter(({ place }) => place === 'own').map(({ text }) => text)

/** Narrows to the row that shows the value, and to the section that is named: from the inside out, never past a neighbour's. */
function inItsPlace(
  control: Control,
  list: readonly SeenControl[],
  values: Readonly<Record<string, string>>,
  neighbours: readonly string[],
): readonly SeenControl[] {
  let kept = list
  if (control.row !== undefined) {
    const value = values[control.row] ?? ''
    kept = smallest(kept, (seen) => rowOf(seen.rows, value, ownWords(seen))?.length ?? null)
  }
  if (control.among) {
    const among = control.among
    kept = smallest(kept, (seen) => {
      const level = seen.sections.findIndex((section) => isNamed(section, among))
      const theirs = seen.sections.findIndex((section) => isNamed(section, neighbours) && !isNamed(section, among))
      return level < 0 || (theirs >= 0 && theirs < level) ? null : level
    })
  }
  return kept
}

/** Among equals, those that stand in the same form as (or else closest around) the controls already known. */
function besideKnown(list: readonly SeenControl[], known: readonly SeenControl[]): readonly SeenControl[] {
  const anchors = known.filter((one) => one.kind !== 'press')
  if (anchors.length === 0) return list
  const forms = new Set(anchors.map((one) => `${one.frame}/${one.form}`))
  if (anchors.every((one) => one.form !== null) && forms.size === 1) {
    const same = list.filter((seen) => seen.form !== null && forms.has(`${seen.frame}/${seen.form}`))
    if (same.length > 0) return same
  }
  // What belongs to another form hands in that one: a link without any (it submits by script) is the likelier.
  const free = list.some((seen) => seen.form === null) ? list.filter((seen) => seen.form === null) : list
  const near = free.filter((seen) => anchors.every((one) => one.frame === seen.frame))
  return smallest(near, (seen) => -Math.min(...anchors.map((one) => sharedTrail(seen, one))))
}

/**
 * Finds the recipe's controls by what a person sees. They are looked for together: what fits exactly is taken first and is no
 * longer free for the others; of several equal ones only the one in the form of the rest counts. Two equally good: ambiguous, never a guess.
 */
export function findControls(
  recipe: Pick<Recipe, 'fence'> & Partial<Pick<Recipe, 'neighbours'>>,
  names: readonly string[],
  values: Readonly<Record<string, string>>,
  view: Pick<PageView, 'controls'>,
): FoundControls {
  const found = new Map<string, SeenControl>()
  const scored = names.map((name) => {
    const control = recipe.fence[name]!
    const fits = view.controls.map((seen) => ({ seen, score: scoreOf(control, seen, values) })).filter((one) => one.score > 0)
    const placed = new Set(
      inItsPlace(
        control,
        fits.map((one) => one.seen),
        values,
        recipe.neighbours ?? [],
      ),
    )
    return { name, fits: fits.filter((one) => placed.has(one.seen)) }
  })
  const open = new Map(scored.map(({ name, fits }) => [name, fits]))
  const best = (name: string): readonly SeenControl[] => {
    const free = open.get(name)!.filter((one) => ![...found.values()].includes(one.seen))
    const top = Math.max(0, ...free.map((one) => one.score))
    return withoutTwins(free.filter((one) => one.score === top).map((one) => one.seen))
  }
  const score = (name: string, seen: SeenControl): number => open.get(name)!.find((one) => one.seen === seen)!.score
  const settle = (pick: (name: string) => readonly SeenControl[]): boolean => {
    const waiting = names.filter((name) => !found.has(name))
    const sure = waiting.map((name) => ({ name, list: pick(name) })).filter((one) => one.list.length === 1)
    const next = sure.sort((a, b) => score(b.name, b.list[0]!) - score(a.name, a.list[0]!))[0]
    if (next) found.set(next.name, next.list[0]!)
    return next !== undefined
  }
  while (settle(best) || settle((name) => besideKnown(best(name), [...found.values()])));
  const rest = names.filter((name) => !found.has(name))
  return {
    found,
    missing: rest.filter((name) => best(name).length === 0),
    ambiguous: rest.filter((name) => best(name).length > 0),
  }
}

/**
 * Without the buttons that hand in another form than the one all our fields stand in: pressed, they would send what somebody else asked for.
 * What belongs to no form, and a page without fields or with fields in several, stays as it is.
 */
export function ownForm(controls: FoundControls): FoundControls {
  const all = [...controls.found]
  const fields = all.flatMap(([, seen]) => (seen.kind === 'press' ? [] : [`${seen.frame}/${seen.form}`]))
  const foreign = all.filter(
    ([, seen]) => seen.kind === 'press' && seen.form !== null && !fields.includes(`${seen.frame}/${seen.form}`),
  )
  if (foreign.length === 0 || new Set(fields).size !== 1 || fields[0]!.endsWith('/null')) return controls
  const names = foreign.map(([name]) => name)
  return { ...controls, found: new Map(all.filter(([name]) => !names.includes(name))), missing: [...controls.missing, ...names] }
}
