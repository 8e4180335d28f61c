import { foldValue, showsValue } from './fold-words.ts'
import type { PageView } from './page-view.ts'
import { recognisePage } from './recognise-page.ts'
import type { Recipe } from './recipe.ts'

/** An address as we hold it, and as the site shows it: the same name before the @, another domain behind it. */
export interface ShownOtherwise {
  readonly expected: string
  readonly found: string
}

const addressesIn = (text: string): readonly string[] =>
  (foldValue(text).match(/[a-z0-9._%+-]+@[a-z0-9.-]*[a-z0-9]/g) ?? []).filter((one, at, all) => all.indexOf(one) === at)

/** The addresses in a text that have the wanted one's name before the @ and another domain; none where what is wanted is no address. */
export function otherDomains(wanted: string, text: string): readonly string[] {
  const want = foldValue(wanted)
  const name = want.slice(0, want.indexOf('@') + 1)
  return name.length < 2 ? [] : addressesIn(text).filter((one) => one !== want && one.startsWith(name))
}

/**
 * Is this the page, but for an address it shows in another domain than we hold it (paper x@ca.…, site x@md.…)? Which of the two is right is for the
 * person to say. Null: the page is not the one, whatever address were meant, or it shows ours.
 */
export function shownOtherwise(
  recipe: Recipe,
  name: string,
  values: Readonly<Record<string, string>>,
  view: PageView,
): ShownOtherwise | null {
  const texts = view.blocks.map((block) => block.text)
  for (const value of recipe.pages[name]!.values ?? []) {
    const expected = values[value] ?? ''
    if (texts.some((text) => showsValue(text, expected))) continue
    // What stands for the same address under another name (it also signs in) is the same here.
    const meaning = (other: string) =>
      Object.fromEntries(Object.entries(values).map(([key, text]) => [key, text === expected ? other : text]))
    const found = otherDomains(expected, texts.join('\n')).filter(
      (other) => recognisePage(recipe, name, meaning(other), view).recognised,
    )
    if (found.length > 0) return { expected, found: found.join(' / ') }
  }
  return null
}
