import { describe, expect, test } from 'vitest'
import type { PageView, SeenControl } from './page-view.ts'
import type { Recipe } from './recipe.ts'
import { otherDomains, shownOtherwise } from './shown-otherwise.ts'

const recipe: Recipe = {
  id: 'spec/list',
  version: '2026-01-01',
  inferred: false,
  fence: { set: { as: 'press', words: ['設定'], row: 'address' } },
  neighbours: [],
  faults: [],
  pages: { list: { shows: ['ご契約メールアドレス'], values: ['address'], controls: ['set'] } },
  lines: [{ do: 'open' }, { do: 'expect', page: 'list' }],
}
const page = (heading: string, addresses: readonly string[], buttons: readonly string[] = addresses): PageView => ({
  titles: [],
  blocks: [heading, ...addresses].map((text, at) => ({ frame: 0, text, lines: [text], heading: at === 0 })),
  controls: buttons.map((address, at): SeenControl => ({
    at,
    frame: 0,
    kind: 'press',
    labels: [{ place: 'own', text: '設定' }],
    form: null,
    trail: [at],
    rows: [`${address} 設定`, addresses.map((one) => `${one} 設定`).join(' ')],
    sections: [],
    usable: true,
    target: null,
  })),
  pairs: [],
  status: 200,
  said: [],
})
const heading = 'ご契約メールアドレス'
const seen = (view: PageView, address = 'x@ca.pikara.example') => shownOtherwise(recipe, 'list', { address }, view)

describe('an address the site shows in another domain than the paper', () => {
  test('is told with both, where all else is the expected page', () => {
    const both = { expected: 'x@ca.pikara.example', found: 'x@md.pikara.example' }
    expect(seen(page(heading, ['x@md.pikara.example', 'y@md.pikara.example']))).toEqual(both)
    expect(seen(page(heading, ['Ｘ@md.pikara.example']))).toEqual(both)
  })
  test('is told with every one of them', () =>
    expect(seen(page(heading, ['x@md.pikara.example', 'x@me.pikara.example']))?.found).toBe(
      'x@md.pikara.example / x@me.pikara.example',
    ))
  test.each([
    ['the page is another one', page('メールの転送', ['x@md.pikara.example'])],
    ['its row has no button', page(heading, ['x@md.pikara.example', 'y@md.pikara.example'], ['y@md.pikara.example'])],
    ['the name is another', page(heading, ['xx@md.pikara.example'])],
    ['ours is shown, too', page(heading, ['x@md.pikara.example', 'x@ca.pikara.example'])],
  ])('is none where %s', (_why, view) => expect(seen(view)).toBeNull())
  test('is none for what is no address', () => {
    expect(seen(page(heading, ['ef124@a.example']), 'ef123')).toBeNull()
    expect(otherDomains('@a.example', 'x@b.example')).toEqual([])
  })
})
