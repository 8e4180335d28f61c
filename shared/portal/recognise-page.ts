import { findControls } from './find-controls.ts'
import { bareWords, foldWords, says, showsValue } from './fold-words.ts'
import type { PageView } from './page-view.ts'
import type { Recipe } from './recipe.ts'

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
  const controls = findControls(recipe, page.controls ?? [], values, view)
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
  const other = page.headedNever?.find((words) =>
    headingsOf(view).some((heading) => foldWords(heading).includes(foldWords(words))),
  )
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
