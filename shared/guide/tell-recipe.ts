import type { Control, Line, Recipe, Source } from '../portal/recipe.ts'
import { type DerivedLine, type Give, type GiveName, giveNames, type GuideAct } from './told-line.ts'

type Act = Extract<Line, { readonly control: string }>

const known = (name: string): GiveName | null => giveNames.find((one) => one === name) ?? null

/** A value of the recipe by its name; null where it is one the program would not know how to name to a person. */
const giveOf = (name: string, part?: Give['part']): Give | null => {
  const what = known(name)
  return what && { what, ...(part ? { part } : {}) }
}

const plain: DerivedLine = { act: 'press', control: null, among: null, text: null, maybe: false, asksBack: false, give: null }

/** Typing or choosing, by what goes in. */
function put(kind: 'fill' | 'choose', from: Source): Pick<DerivedLine, 'act' | 'text' | 'give'> {
  if ('value' in from) return { act: kind, text: null, give: giveOf(from.value, from.part) }
  if ('secret' in from) return { act: kind, text: null, give: giveOf(from.secret) }
  if ('text' in from) return { act: kind === 'fill' ? 'fill-text' : 'choose-text', text: from.text, give: null }
  return { act: 'empty', text: null, give: null }
}

function pressed(act: GuideAct, control: Control): Pick<DerivedLine, 'act' | 'give'> {
  if (act !== 'press') return { act, give: null }
  if (control.row !== undefined) return { act: 'press-in-row', give: giveOf(control.row) }
  if (control.named !== undefined) return { act: 'press-named', give: giveOf(control.named) }
  return { act, give: null }
}

function tellAct(line: Act, control: Control): DerivedLine | null {
  const named = { ...plain, control: control.words[0]!, among: control.among?.[0] ?? null }
  switch (line.do) {
    case 'fill':
    case 'choose':
      return { ...named, ...put(line.do, line.from) }
    case 'tick':
      // Only if the person wishes it: left out, it stays as the site has it.
      return line.ask === undefined ? { ...named, act: line.on ? 'tick' : 'untick' } : null
    case 'ask':
      return { ...named, act: line.question === 'two-factor-code' ? 'code' : 'own' }
    default:
      return { ...named, ...pressed(line.do, control), asksBack: line.dialog === 'accept' }
  }
}

/** What a person can compare as well. That a field shows the beginning of a secret is for the machine alone. */
function tellCheck(line: Extract<Line, { readonly do: 'check' }>): DerivedLine | null {
  if (line.otherwise === 'report') return null
  const named = { ...plain, control: line.words[0]!, maybe: line.optional ?? false }
  if ('value' in line.is) return { ...named, act: 'check', give: giveOf(line.is.value) }
  return 'unchanged' in line.is ? { ...plain, act: 'check-rest' } : null
}

function tell(recipe: Recipe, line: Line): readonly (DerivedLine | null)[] {
  if (line.do === 'open') return []
  if (line.do === 'expect')
    return (line.detours ?? []).flatMap((detour) =>
      detour.lines.map((inner) => {
        const told = tellAct(inner, recipe.fence[inner.control]!)
        return told && { ...told, maybe: true }
      }),
    )
  if (line.do === 'check') return [tellCheck(line)]
  if (line.do === 'read')
    return line.name === 'receipt' ? [{ ...plain, act: 'note-down', control: line.words[0]!, maybe: true }] : []
  return [tellAct(line, recipe.fence[line.control]!)]
}

/** Where the lines end that are passed over when a later page stands there already. */
function passedOverTo({ lines }: Recipe, at: number): number {
  const line = lines[at]!
  if (line.do !== 'expect') return at
  const ends = (line.ahead ?? []).map((page) =>
    lines.findIndex((other, n) => n > at && other.do === 'expect' && other.page === page),
  )
  return Math.max(at, ...ends)
}

const alike = (a: DerivedLine, b: DerivedLine): boolean =>
  JSON.stringify({ ...a, maybe: true }) === JSON.stringify({ ...b, maybe: true })

/**
 * A recipe's lines as a person would carry them out, one act each: nothing outside its fence is named, and the commit is told as what it is.
 * What the site asks now and then, or may have left behind already, is `maybe`; the same of these twice is told once.
 */
export function tellRecipe(recipe: Recipe): readonly DerivedLine[] {
  const told: DerivedLine[] = []
  let maybeUntil = -1
  recipe.lines.forEach((line, at) => {
    maybeUntil = Math.max(maybeUntil, passedOverTo(recipe, at))
    for (const one of tell(recipe, line)) {
      if (!one) continue
      const maybe = one.maybe || at < maybeUntil
      const again = (maybe || one.act === 'check-rest') && told.some((before) => alike(before, one))
      if (!again) told.push({ ...one, maybe })
    }
  })
  return told
}
