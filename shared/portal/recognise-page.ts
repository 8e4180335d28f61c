import { findControls, ownForm, type FoundControls } from './find-controls.ts'
import { bareWords, foldWords, says, showsValue } from './fold-words.ts'
import type { PageView, SeenControl } from './page-view.ts'
import type { Page, Recipe } from './recipe.ts'

/** Is this the page? If not, what keeps it from being so, in words of the recipe (no text of the page, no secret). */
export interface Recognition {
  readonly recognised: boolean
  readonly heading: string
  readonly missing: readonly string[]
  readonly ambiguous: readonly string[]
}

/** A line counts as saying the words when it is about them: the words and at most this much around them. */
const roundabout = 30

function standsOut(view: PageView, wanted: string): boolean {
  const want = foldWords(wanted)
  const about = (text: string, heading: boolean): boolean => {
    const have = foldWords(text)
    return bareWords(text) === bareWords(wanted) || (have.includes(want) && (heading || have.length <= want.length + roundabout))
  }
  return (
    view.titles.some((title) => about(title, true)) ||
    view.blocks.some((block) => [block.text, ...block.lines].some((text) => about(text, block.heading)))
  )
}

/** The page's own headings, as far as they are marked as such. */
export const headingsOf = (view: PageView): readonly string[] => [
  ...view.blocks.filter((block) => block.heading).map((block) => block.text.trim()),
  ...view.titles,
]

/** Everything said on the page and in its dialogs, piece by piece. */
export const textsOf = (view: PageView): readonly string[] => [
  ...view.said,
  ...view.titles,
  ...view.blocks.map((block) => block.text),
]

const namesAny = (text: string, words: readonly string[] | undefined): boolean =>
  words?.some((one) => foldWords(text).includes(foldWords(one))) ?? false

/** Under which part's heading a control stands, where one page holds the expected part and one that must not be touched. */
function partOf(page: Page, seen: SeenControl): 'expected' | 'other' | null {
  for (const section of seen.sections) {
    const [other, expected] = [namesAny(section, page.headedNever), namesAny(section, page.shows)]
    // A row of headers that names both tells nothing.
    if (other !== expected) return other ? 'other' : 'expected'
  }
  return null
}

/** Finds the controls of a page of the recipe. What stands under a heading the page must not have is out of reach, whatever its label says. */
export function pageControls(
  recipe: Recipe,
  name: string,
  values: Readonly<Record<string, string>>,
  view: PageView,
): FoundControls {
  const page = recipe.pages[name]!
  const controls = page.headedNever ? view.controls.filter((seen) => partOf(page, seen) !== 'other') : view.controls
  return ownForm(findControls(recipe, page.controls ?? [], values, { controls }))
}

/**
 * A heading the page must not have; null where there is none, or where it only heads a part of its own (接続パスワード変更 below BIGLOBEパスワード変更)
 * and every control of ours stands in the expected part.
 */
function wrongHeading(page: Page, view: PageView, controls: FoundControls): string | null {
  const other = page.headedNever?.find((words) => headingsOf(view).some((heading) => namesAny(heading, [words])))
  if (other === undefined) return null
  const alone = [...view.titles, ...view.blocks.filter((block) => !block.heading).map((block) => block.text)]
  const elsewhere = alone.some((text) => page.headedNever!.some((words) => bareWords(text) === bareWords(words)))
  const whole = controls.found.size > 0 && controls.missing.length + controls.ambiguous.length === 0
  const ours = whole && [...controls.found.values()].every((seen) => partOf(page, seen) === 'expected')
  return ours && !elsewhere && !view.titles.some((title) => namesAny(title, page.headedNever)) ? null : other
}

/**
 * Compares what is seen with a page of the recipe: its words as a heading, title or line of their own, its controls, the values it must
 * show; and nothing that speaks against it. A page answered with an HTTP error is never the expected one.
 */
export function recognisePage(
  recipe: Recipe,
  name: string,
  values: Readonly<Record<string, string>>,
  view: PageView,
): Recognition {
  const page = recipe.pages[name]!
  const controls = pageControls(recipe, name, values, view)
  const missing: string[] = []
  if (view.status !== null && view.status >= 400) missing.push(`status:${view.status}`)
  const told =
    page.shows?.some((words) => standsOut(view, words)) ||
    page.says?.some((words) => textsOf(view).some((text) => says(text, words)))
  if ((page.shows || page.says) && !told) missing.push(`text:${(page.shows ?? page.says)![0]}`)
  missing.push(...controls.missing.map((control) => `control:${recipe.fence[control]!.words[0]}`))
  const unwanted = findControls(recipe, page.without ?? [], values, view)
  for (const control of page.without ?? [])
    if (!unwanted.missing.includes(control)) missing.push(`without:${recipe.fence[control]!.words[0]}`)
  const shown = view.blocks.map((block) => block.text)
  for (const value of page.values ?? []) {
    if (!shown.some((text) => showsValue(text, values[value] ?? ''))) missing.push(`value:${value}`)
  }
  const other = wrongHeading(page, view, controls)
  if (other) missing.push(`not-headed:${other}`)
  const against = page.unless?.find((words) => textsOf(view).some((text) => says(text, words)))
  if (against) missing.push(`not-said:${against}`)
  return {
    recognised: missing.length === 0 && controls.ambiguous.length === 0,
    heading: headingsOf(view)[0] ?? '',
    missing,
    ambiguous: controls.ambiguous.map((control) => recipe.fence[control]!.words[0]!),
  }
}
