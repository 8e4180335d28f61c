import { readdirSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { changePassword } from '../provider/biglobe-ef/recipes.ts'
import { checkRecipe } from './check-recipe.ts'
import { forbiddenIn } from './forbidden-words.ts'
import { recipe as schema, type Line, type Recipe } from './recipe.ts'

const faultsOf = (given: unknown): string => {
  const checked = checkRecipe(given)
  return checked.ok ? '' : String(checked.problem.facts.faults)
}
const changed = (change: Partial<Recipe>): Recipe => ({ ...changePassword, ...change })
const linesWith = (at: number, ...lines: readonly Line[]): Line[] => [
  ...changePassword.lines.slice(0, at),
  ...lines,
  ...changePassword.lines.slice(at),
]
const last = changePassword.lines.length

describe('every recipe of every provider is sound', async () => {
  const providers = path.resolve(import.meta.dirname, '../provider')
  const files = readdirSync(providers, { recursive: true, encoding: 'utf8' }).filter(
    (file) => path.basename(file) === 'recipes.ts',
  )
  const all: [string, unknown][] = []
  for (const file of files) {
    const found = (await import(path.join(providers, file))) as Record<string, unknown>
    for (const [name, one] of Object.entries(found))
      if (typeof one === 'object' && one !== null && 'lines' in one) all.push([`${path.dirname(file)} ${name}`, one])
  }
  test('there are some', () => expect(all.length).toBeGreaterThan(0))
  test.each(all)('%s', (_name, one) => expect(faultsOf(one)).toBe(''))
})

test('a field may be told by one Chinese character', () => {
  const fence: Recipe['fence'] = { ...changePassword.fence, loginName: { as: 'text', words: ['姓'] } }
  expect(faultsOf(changed({ fence }))).toBe('')
})

describe('an unsound recipe is refused, with the reason', () => {
  const cases: readonly (readonly [string, unknown, RegExp])[] = [
    ['another field', { ...changePassword, extra: 1 }, /extra|Unrecognized/],
    ['no ending', changed({ lines: changePassword.lines.slice(0, -1) }), /end in an expect/],
    [
      'two commits',
      changed({
        lines: linesWith(
          last,
          { do: 'expect', page: 'change' },
          { do: 'commit', control: 'submit' },
          { do: 'expect', page: 'done' },
        ),
      }),
      /more than one commit/,
    ],
    [
      'acts after the commit',
      changed({
        lines: linesWith(
          last,
          { do: 'expect', page: 'user' },
          { do: 'press', control: 'change' },
          { do: 'expect', page: 'change' },
        ),
      }),
      /after the commit/,
    ],
    [
      'a press without a page',
      changed({ lines: linesWith(3, { do: 'press', control: 'administration' }) }),
      /no page was expected/,
    ],
    [
      'a control the page does not promise',
      changed({ lines: linesWith(4, { do: 'press', control: 'submit' }, { do: 'expect', page: 'signIn' }) }),
      /does not promise/,
    ],
    [
      'a control outside the fence',
      changed({ lines: linesWith(2, { do: 'press', control: 'elsewhere' }, { do: 'expect', page: 'start' }) }),
      /elsewhere is not in the fence/,
    ],
    [
      'a control nobody uses',
      changed({ fence: { ...changePassword.fence, spare: { as: 'press', words: ['戻る'] } } }),
      /spare is in the fence and never used/,
    ],
    [
      'a forbidden word',
      changed({ fence: { ...changePassword.fence, submit: { as: 'press', words: ['変更する', '解約する'] } } }),
      /forbidden word 解約/,
    ],
    [
      'a neighbour',
      changed({ fence: { ...changePassword.fence, change: { as: 'press', words: ['接続パスワード変更'] } } }),
      /neighbour/,
    ],
    [
      'a word of one letter',
      changed({ fence: { ...changePassword.fence, submit: { as: 'press', words: ['＞'] } } }),
      /too short/,
    ],
    [
      'a choice of one letter',
      changed({ fence: { ...changePassword.fence, loginName: { as: 'choice', words: ['姓'] } } }),
      /姓 is too short/,
    ],
    [
      'a field of one Latin letter',
      changed({ fence: { ...changePassword.fence, loginName: { as: 'text', words: ['x'] } } }),
      /x is too short/,
    ],
    [
      'pressing a field',
      changed({ lines: linesWith(4, { do: 'press', control: 'loginName' }, { do: 'expect', page: 'signIn' }) }),
      /press cannot be done to loginName/,
    ],
    [
      'filling a button',
      changed({ lines: linesWith(4, { do: 'fill', control: 'signIn', from: { text: 'x' } }) }),
      /fill cannot be done/,
    ],
    ['opening twice', changed({ lines: linesWith(3, { do: 'open' }, { do: 'expect', page: 'signIn' }) }), /open once/],
    [
      'a page that is not described',
      changed({ lines: linesWith(2, { do: 'expect', page: 'nowhere' }) }),
      /nowhere is not described/,
    ],
    [
      'a page nobody expects',
      changed({ pages: { ...changePassword.pages, spare: { shows: ['x'] } } }),
      /spare is never expected/,
    ],
    ['a page without a mark', changed({ pages: { ...changePassword.pages, done: {} } }), /nothing to be recognised by/],
    [
      'ahead over the commit',
      changed({
        lines: changePassword.lines.map((line, n) => (n === 1 ? { do: 'expect', page: 'start', ahead: ['done'] } : line)),
      }),
      /pass over the commit/,
    ],
    [
      'another page that does as well and does not promise what is done on it',
      changed({
        lines: changePassword.lines.map((line) =>
          line.do === 'expect' && line.page === 'change' ? { ...line, or: ['done'] } : line,
        ),
      }),
      /page done does not promise it/,
    ],
    [
      'another page that is not described',
      changed({
        lines: changePassword.lines.map((line) =>
          line.do === 'expect' && line.page === 'done' ? { ...line, or: ['elsewhere'] } : line,
        ),
      }),
      /page elsewhere is not described/,
    ],
    [
      'ahead to an earlier page',
      changed({
        lines: changePassword.lines.map((line, n) => (n === 7 ? { do: 'expect', page: 'user', ahead: ['start'] } : line)),
      }),
      /not expected later/,
    ],
  ]
  test.each(cases)('%s', (_what, given, reason) => expect(faultsOf(given)).toMatch(reason))
})

describe('words no control may have', () => {
  test.each([
    '解約する',
    '削除',
    'メールアドレスを削除',
    '購入する',
    '廃止申込',
    'お支払い',
    'コース変更',
    'DELETE',
    '新規お申し込み',
  ])('%s', (word) => expect(forbiddenIn(word)).not.toBeNull())
  test.each(['お申し込み', '変更お申し込み', '変更する', '料金制選択コースの管理画面', '登録', '設定', '次へ進む', 'メール変更'])(
    'but %s may',
    (word) => expect(forbiddenIn(word)).toBeNull(),
  )
})

/** お仕事ピカラ's flow (rows, a tick, a receipt to read), to see that the language can say it. */
const rowsAndReceipt: Recipe = {
  id: 'spec/rows',
  version: '2026-01-01',
  inferred: false,
  neighbours: ['メールボックス容量変更'],
  faults: [],
  fence: {
    user: { as: 'text', words: ['ユーザー名'] },
    password: { as: 'password', words: ['パスワード'] },
    signIn: { as: 'press', words: ['ログイン'] },
    contract: { as: 'press', words: ['ご契約情報変更'] },
    mail: { as: 'tick', words: ['メール変更'] },
    next: { as: 'press', words: ['次へ'] },
    set: { as: 'press', words: ['設定'], row: 'address' },
    old: { as: 'password', words: ['旧パスワード'] },
    fresh: { as: 'password', words: ['新パスワード'] },
    again: { as: 'password', words: ['新パスワード(確認)'] },
    doSet: { as: 'press', words: ['設定する'] },
    change: { as: 'press', words: ['変更'], row: 'address' },
    apply: { as: 'press', words: ['お申し込み'] },
  },
  pages: {
    signIn: { controls: ['user', 'password', 'signIn'] },
    menu: { controls: ['contract'] },
    kinds: { controls: ['mail', 'next'] },
    list: { shows: ['ご契約メールアドレス'], values: ['address'], controls: ['set', 'change'] },
    form: { controls: ['old', 'fresh', 'again', 'doSet'] },
    confirm: { shows: ['変更確認画面'], values: ['address'], controls: ['apply'] },
    done: { shows: ['変更お申し込み完了'] },
  },
  lines: [
    { do: 'open' },
    { do: 'expect', page: 'signIn' },
    { do: 'fill', control: 'user', from: { value: 'loginName' } },
    { do: 'fill', control: 'password', from: { secret: 'portalPassword' } },
    { do: 'sign-in', control: 'signIn' },
    { do: 'expect', page: 'menu' },
    { do: 'press', control: 'contract' },
    { do: 'expect', page: 'kinds' },
    { do: 'tick', control: 'mail', on: true },
    { do: 'press', control: 'next' },
    { do: 'expect', page: 'list' },
    { do: 'press', control: 'set' },
    { do: 'expect', page: 'form' },
    { do: 'fill', control: 'old', from: { secret: 'currentPassword' } },
    { do: 'fill', control: 'fresh', from: { secret: 'newPassword' } },
    { do: 'fill', control: 'again', from: { secret: 'newPassword' } },
    { do: 'press', control: 'doSet' },
    { do: 'expect', page: 'list' },
    { do: 'press', control: 'change' },
    { do: 'expect', page: 'confirm' },
    { do: 'commit', control: 'apply' },
    { do: 'expect', page: 'done' },
    { do: 'read', name: 'receipt', words: ['お申込受付番号'], optional: true },
    { do: 'read', name: 'result', words: ['処理結果'], mustBe: ['正常'] },
  ],
}

test('the language says rows, ticks, a confirmation and a receipt', () => {
  expect(schema.safeParse(rowsAndReceipt).error).toBeUndefined()
  expect(faultsOf(rowsAndReceipt)).toBe('')
})
