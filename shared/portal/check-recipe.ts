import { fail, ok, type Result } from '../base/result.ts'
import { bareWords } from './fold-words.ts'
import { forbiddenIn } from './forbidden-words.ts'
import { recipe as schema, type Control, type Line, type Recipe } from './recipe.ts'

type Act = Extract<Line, { control: string }>
const isAct = (line: Line): line is Act => 'control' in line
const acts = (lines: readonly Line[]): readonly Act[] =>
  lines.flatMap((line) =>
    isAct(line) ? [line] : line.do === 'expect' ? (line.detours ?? []).flatMap((detour) => detour.lines) : [],
  )

const kindsFor: Record<Act['do'], readonly string[]> = {
  fill: ['text', 'password'],
  ask: ['text', 'password', 'choice'],
  choose: ['choice'],
  tick: ['tick'],
  press: ['press'],
  'sign-in': ['press'],
  commit: ['press'],
}

/** One Chinese character may name a field to type into (姓): typing alone changes nothing. Whatever is pressed or ticked needs more. */
const isTooShort = (as: Control['as'], bare: string): boolean =>
  bare.length < 2 && !(as === 'text' && /^\p{Script=Han}$/u.test(bare))

/** What a recipe may ask of the person: what the site asks for, and nothing that is the program's own (a vault's passphrase). */
const siteQuestions: readonly string[] = ['two-factor-code', 'portal-value', 'remember-browser', 'reset-link']

// A note in brackets counts for nothing when words are compared with a page: it must hide nothing here either (解(※)約).
const withoutNotes = (words: string): string => words.normalize('NFKC').replaceAll(/\([^()]*\)/g, '')
const forbiddenWith = (words: string): string | null => forbiddenIn(words) ?? forbiddenIn(withoutNotes(words))

function actFaults(recipe: Recipe): string[] {
  const faults: string[] = []
  for (const line of acts(recipe.lines)) {
    const control = Object.hasOwn(recipe.fence, line.control) ? recipe.fence[line.control] : undefined
    if (control && !kindsFor[line.do].includes(control.as))
      faults.push(`${line.do} cannot be done to ${line.control} (${control.as})`)
    const question = line.do === 'ask' ? line.question : line.do === 'tick' ? line.ask : undefined
    if (question !== undefined && !siteQuestions.includes(question))
      faults.push(`${line.control}: ${question} is not for a site to ask`)
    // One of several choices can end or buy something as well as a button can.
    const chosen = line.do === 'choose' && 'text' in line.from ? line.from.text : ''
    const bad = forbiddenWith(chosen)
    if (bad) faults.push(`choose ${line.control}: ${chosen} holds the forbidden word ${bad}`)
  }
  return faults
}

function fenceFaults(recipe: Recipe): string[] {
  const faults: string[] = []
  for (const [name, control] of Object.entries(recipe.fence)) {
    for (const words of control.words) {
      const bad = forbiddenWith(words)
      if (bad) faults.push(`control ${name}: ${words} holds the forbidden word ${bad}`)
      const neighbour = recipe.neighbours.find((other) => bareWords(other) === bareWords(words))
      if (neighbour) faults.push(`control ${name}: ${words} is a neighbour that must not be touched`)
      if (isTooShort(control.as, bareWords(words))) faults.push(`control ${name}: ${words} is too short to tell a control by`)
    }
  }
  const used = new Set([
    ...acts(recipe.lines).map((line) => line.control),
    ...Object.values(recipe.pages).flatMap((page) => [...(page.controls ?? []), ...(page.without ?? [])]),
  ])
  for (const name of Object.keys(recipe.fence)) if (!used.has(name)) faults.push(`control ${name} is in the fence and never used`)
  for (const name of used) if (!Object.hasOwn(recipe.fence, name)) faults.push(`control ${name} is not in the fence`)
  return faults
}

/** Every act must be on a page that was recognised with the very control in it, and nothing may change the page in between. */
function orderFaults(recipe: Recipe): string[] {
  const faults: string[] = []
  let page: readonly string[] | null = null
  const onPage = (line: Line, places: readonly string[] | null): void => {
    if (!isAct(line)) return
    if (places === null) faults.push(`${line.do} ${line.control}: no page was expected since the last press`)
    for (const where of places ?? [])
      if (!recipe.pages[where]?.controls?.includes(line.control))
        faults.push(`${line.do} ${line.control}: page ${where} does not promise it`)
  }
  recipe.lines.forEach((line, n) => {
    if (line.do === 'expect') {
      page = [line.page, ...(line.or ?? [])]
      for (const detour of line.detours ?? []) for (const inner of detour.lines) onPage(inner, [detour.page])
      for (const ahead of line.ahead ?? []) {
        const at = recipe.lines.findIndex((other, m) => m > n && other.do === 'expect' && other.page === ahead)
        const over = recipe.lines.slice(n, at)
        if (at < 0) faults.push(`line ${n}: ${ahead} is not expected later`)
        else if (over.some((other) => other.do === 'commit')) faults.push(`line ${n}: ${ahead} would pass over the commit`)
      }
    }
    onPage(line, page)
    if (line.do === 'check' && page === null) faults.push(`check ${line.name}: no page was expected since the last press`)
    if (line.do === 'press' || line.do === 'sign-in' || line.do === 'commit' || line.do === 'open') page = null
  })
  return faults
}

function shapeFaults(recipe: Recipe): string[] {
  const faults: string[] = []
  const { lines, pages } = recipe
  const commits = lines.filter((line) => line.do === 'commit').length
  if (lines[0]?.do !== 'open' || lines.filter((line) => line.do === 'open').length !== 1) faults.push('must open once, first')
  if (commits > 1) faults.push('has more than one commit')
  if (lines.filter((line) => line.do === 'sign-in').length > 1) faults.push('signs in more than once')
  const lastPress = lines.findLastIndex((line) => line.do === 'press' || line.do === 'sign-in' || line.do === 'commit')
  if (lines.findLastIndex((line) => line.do === 'expect') <= lastPress) faults.push('does not end in an expect')
  const named = lines.flatMap((line) =>
    line.do === 'expect'
      ? [line.page, ...(line.or ?? []), ...(line.ahead ?? []), ...(line.detours ?? []).map((detour) => detour.page)]
      : [],
  )
  for (const name of new Set(named)) if (!Object.hasOwn(pages, name)) faults.push(`page ${name} is not described`)
  for (const [name, page] of Object.entries(pages)) {
    if (!page.shows && !page.says && !page.controls) faults.push(`page ${name} has nothing to be recognised by`)
    if (!named.includes(name)) faults.push(`page ${name} is never expected`)
  }
  const commit = lines.findIndex((line) => line.do === 'commit')
  if (commit >= 0 && lines.slice(commit + 1).some((line) => isAct(line))) faults.push('acts after the commit')
  return faults
}

/**
 * What must hold before a recipe is played, beyond its schema: opens once, ends in an expect, at most one commit and nothing done after it,
 * every control used is in the fence and promised by the page that was expected last, no word of a control is forbidden or a neighbour's.
 */
export function checkRecipe(given: unknown): Result<Recipe> {
  const parsed = schema.safeParse(given)
  if (!parsed.success)
    return fail('recipe-invalid', 'never', {
      faults: parsed.error.issues
        .map((issue) => `${issue.path.join('.')}: ${issue.message}`)
        .join('; ')
        .slice(0, 1000),
    })
  const faults = [
    ...fenceFaults(parsed.data),
    ...actFaults(parsed.data),
    ...orderFaults(parsed.data),
    ...shapeFaults(parsed.data),
  ]
  return faults.length > 0 ? fail('recipe-invalid', 'never', { faults: faults.join('; ').slice(0, 1000) }) : ok(parsed.data)
}
