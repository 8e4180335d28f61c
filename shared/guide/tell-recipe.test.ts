import { describe, expect, test } from 'vitest'
import { bareWords } from '../portal/fold-words.ts'
import { forbiddenIn } from '../portal/forbidden-words.ts'
import { control, type Recipe } from '../portal/recipe.ts'
import { providers } from '../provider/index.ts'
import { langs } from '../words/lang.ts'
import { sayGuideLine } from '../words/guide.ts'
import { tellRecipe } from './tell-recipe.ts'
import { handsOutNew } from './told-line.ts'

const recipes = providers.flatMap(({ id, changes }) =>
  changes.map(({ recipe, realm, signIn }) => [`${id} ${realm} by ${signIn}`, recipe] as const),
)
/** Without what the page itself is called: 「…」, “…”. */
const own = (sentence: string): string => sentence.replaceAll(/「[^」]*」|“[^”]*”/g, '')
const pressing = ['press', 'press-in-row', 'press-named', 'sign-in', 'commit', 'tick', 'untick']

describe.each(recipes)('%s', (_name, recipe) => {
  const told = tellRecipe(recipe)

  test.each(langs)('is told line by line, one sentence each (%s)', (lang) => {
    expect(told.length).toBeGreaterThan(4)
    for (const line of told) {
      const sentence = sayGuideLine(line, lang).replace(/^（[^）]*）|^\([^)]*\) /, '')
      expect(own(sentence).match(lang === 'ja' ? /。/g : /\.(?: |$)/g), sentence).toHaveLength(1)
      expect(own(sentence)).not.toMatch(/[{}[\]]|null|undefined/)
      if (lang === 'en') expect(own(sentence)).not.toMatch(/[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u)
    }
  })

  test('names no control outside the fence, none that is forbidden and no neighbour', () => {
    const fence = Object.values(recipe.fence).map(({ words }) => words[0]!)
    for (const line of told) {
      for (const lang of langs) expect(forbiddenIn(sayGuideLine(line, lang))).toBeNull()
      if (!pressing.includes(line.act)) continue
      expect(fence).toContain(line.control)
      expect(recipe.neighbours.map(bareWords)).not.toContain(bareWords(line.control!))
    }
  })

  test('announces the one commit as what it is, behind every new password and before nothing that acts', () => {
    const commits = told.filter(({ act }) => act === 'commit')
    expect(commits).toHaveLength(1)
    expect([sayGuideLine(commits[0]!, 'ja'), sayGuideLine(commits[0]!, 'en')].join()).toMatch(
      /元には戻せません.*cannot be undone/,
    )
    const at = told.indexOf(commits[0]!)
    expect(told.findLastIndex(handsOutNew)).toBeLessThan(at)
    expect(told.findIndex(handsOutNew)).toBeGreaterThan(0)
    expect(told.slice(at + 1).filter(({ act }) => act !== 'note-down')).toEqual([])
  })

  test('hands out everything that has to be typed or chosen, and the right password for each', () => {
    for (const line of recipe.lines) {
      if (line.do !== 'fill' && line.do !== 'choose') continue
      const words = recipe.fence[line.control]!.words[0]!
      const found = told.filter((one) => one.control === words && (one.act === 'fill' || one.act === 'choose'))
      const what = 'secret' in line.from ? line.from.secret : 'value' in line.from ? line.from.value : null
      expect(found.map(({ give }) => give?.what)).toContain(what)
    }
  })
})

const press = (words: string) => control.parse({ as: 'press', words: [words] })
const field = (words: string) => control.parse({ as: 'text', words: [words] })
const small: Recipe = {
  id: 'small/way',
  version: '2026-11-20',
  inferred: true,
  fence: {
    box: field('名前'),
    kind: { as: 'choice', words: ['種類'] },
    on: { as: 'tick', words: ['同意'] },
    off: { as: 'tick', words: ['お知らせ'] },
    wish: { as: 'tick', words: ['記憶'] },
    code: field('確認コード'),
    next: press('次へ'),
    go: press('変更'),
  },
  neighbours: [],
  pages: {},
  faults: [],
  lines: [
    { do: 'open' },
    {
      do: 'expect',
      page: 'first',
      ahead: ['last'],
      detours: [{ page: 'code', lines: [{ do: 'ask', question: 'two-factor-code', control: 'code' }] }],
    },
    { do: 'fill', control: 'box', from: { text: '見本' } },
    { do: 'choose', control: 'kind', from: { text: '個人' } },
    { do: 'fill', control: 'box', from: { empty: true } },
    { do: 'ask', question: 'portal-value', control: 'box' },
    { do: 'fill', control: 'box', from: { value: 'shoeSize' } },
    { do: 'press', control: 'next' },
    { do: 'expect', page: 'last' },
    { do: 'tick', control: 'on', on: true },
    { do: 'tick', control: 'off', on: false },
    { do: 'tick', control: 'wish', on: true, ask: 'remember-browser' },
    { do: 'press', control: 'next' },
    { do: 'commit', control: 'go' },
    { do: 'expect', page: 'first' },
  ],
}

test('every kind of line is told; what is passed over or met now and then is told as such', () => {
  const told = tellRecipe(small)
  expect(told.map(({ act, maybe }) => `${act}${maybe ? '?' : ''}`)).toEqual([
    'code?',
    'fill-text?',
    'choose-text?',
    'empty?',
    'own?',
    'fill?',
    'press?',
    'tick',
    'untick',
    'press',
    'commit',
  ])
  const said = told.map((line) => sayGuideLine(line, 'ja'))
  expect(said[1]).toBe('（画面に出たときだけ）「名前」の欄に「見本」と入れてください。')
  // A value the program has no name for is not called something else.
  expect([told[5]!.give, said[5]]).toEqual([null, '（画面に出たときだけ）「名前」の欄に、決まった内容を入れてください。'])
  expect(said[10]).not.toContain('OK')
})
