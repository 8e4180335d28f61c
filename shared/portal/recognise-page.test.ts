import { describe, expect, test } from 'vitest'
import type { PageView, SeenBlock, SeenControl } from './page-view.ts'
import { readFault, noticesOf, type Stage } from './read-fault.ts'
import { readValue } from './read-value.ts'
import { pageControls, recognisePage } from './recognise-page.ts'
import type { Recipe } from './recipe.ts'

const block = (text: string, heading = false): SeenBlock => ({ frame: 0, text, lines: text.split('\n'), heading })
const view = (blocks: readonly SeenBlock[], more: Partial<PageView> = {}): PageView => ({
  titles: [],
  blocks,
  controls: [],
  pairs: [],
  status: 200,
  said: [],
  ...more,
})
const recipe: Recipe = {
  id: 'spec/one',
  version: '2026-01-01',
  inferred: false,
  fence: {},
  neighbours: [],
  faults: [{ code: 'portal-locked', words: ['窓口へお越しください'] }],
  pages: { user: { shows: ['利用者画面'], values: ['login'], headedNever: ['接続パスワード変更'], unless: ['ませんでした'] } },
  lines: [{ do: 'open' }, { do: 'expect', page: 'user' }],
}
const is = (seen: PageView) => recognisePage(recipe, 'user', { login: 'ef1' }, seen)

describe('a page is recognised', () => {
  test.each([
    ['by a heading', view([block('利用者画面', true), block('ユーザID: ef1')])],
    ['by a heading with more in it', view([block('料金制選択コース　利用者画面', true), block('ef1')])],
    ['by its title', view([block('ef1')], { titles: ['利用者画面 | サポート'] })],
    ['by a short line', view([block('TOP > 利用者画面\nef1')])],
  ])('%s', (_how, seen) => expect(is(seen).recognised).toBe(true))

  test.each([
    [
      'the words stand in a sentence',
      view([block('利用者画面でコースの変更やパスワードの変更、ご利用明細の確認ができるようになりました'), block('ef1')]),
      'text:利用者画面',
    ],
    ['the value is missing', view([block('利用者画面', true)]), 'value:login'],
    [
      'it is headed otherwise',
      view([block('利用者画面', true), block('接続パスワード変更', true), block('ef1')]),
      'not-headed:接続パスワード変更',
    ],
    [
      'something speaks against it',
      view([block('利用者画面', true), block('ef1'), block('表示できませんでした')]),
      'not-said:ませんでした',
    ],
    ['it is an error', view([block('利用者画面', true), block('ef1')], { status: 500 }), 'status:500'],
  ])('and not when %s', (_why, seen, missing) => expect(is(seen)).toMatchObject({ recognised: false, missing: [missing] }))
})

describe('a page that holds the expected part and one that must not be touched', () => {
  const twoParts: Recipe = {
    ...recipe,
    fence: { now: { as: 'password', words: ['現在のパスワード'] }, go: { as: 'press', words: ['変更する'] } },
    pages: { form: { shows: ['利用者画面'], controls: ['now', 'go'], headedNever: ['接続パスワード変更'] } },
  }
  const field = (at: number, kind: 'password' | 'press', text: string, sections: readonly string[]): SeenControl => ({
    ...{ at, frame: 0, kind, form: at < 2 ? 0 : 1, trail: [at], rows: [], usable: true, target: null },
    ...{ labels: [{ place: 'own', text }], sections },
  })
  const ours = [field(0, 'password', '現在のパスワード', ['利用者画面']), field(1, 'press', '変更する', ['利用者画面'])]
  const theirs = [
    field(2, 'password', '現在のパスワード', ['接続パスワード変更', '利用者画面']),
    field(3, 'press', '変更する', ['接続パスワード変更', '利用者画面']),
  ]
  const heads = [block('利用者画面', true), block('接続パスワード変更', true)]
  const seen = (controls: readonly SeenControl[], blocks = heads, titles: readonly string[] = []) =>
    view(blocks, { controls, titles })
  const meet = (page: PageView) => recognisePage(twoParts, 'form', {}, page)

  test('is the page, and only the expected part is within reach', () => {
    const page = seen([...theirs, ...ours])
    expect(meet(page)).toMatchObject({ recognised: true, missing: [], ambiguous: [] })
    expect([...pageControls(twoParts, 'form', {}, page).found.values()].map(({ at }) => at)).toEqual([0, 1])
  })
  test('a header that names both parts tells nothing; the next one does', () => {
    const both = '利用者画面 接続パスワード変更'
    const under = (heading: string) => (one: SeenControl) => ({ ...one, sections: [both, heading] })
    expect(meet(seen(ours.map(under('利用者画面')), [block('利用者画面', true)])).recognised).toBe(true)
    expect(meet(seen(ours.map(under('接続パスワード変更')), [block('利用者画面', true)])).recognised).toBe(false)
  })
  test('is not the page when the controls stand under the other heading, or under none that tells', () => {
    expect(meet(seen(theirs)).recognised).toBe(false)
    expect(meet(seen(ours.map((one) => ({ ...one, sections: [] })))).recognised).toBe(false)
  })
  test('is not the page when the other name stands there as its title, or unmarked above the form', () => {
    expect(meet(seen(ours, heads, ['接続パスワード変更'])).recognised).toBe(false)
    expect(meet(seen(ours, [...heads, block('接続パスワード変更')])).recognised).toBe(false)
  })
})

describe('a fault is read off the page', () => {
  const read = (texts: readonly string[], stage: Stage, known: readonly string[] = [], said: readonly string[] = []) =>
    readFault(
      recipe,
      view(
        texts.map((text) => block(text)),
        { said },
      ),
      stage,
      new Set(noticesOf(view(known.map((text) => block(text))))),
    )?.code ?? null

  test.each([
    ['portal-sign-in-refused', 'ユーザIDまたはパスワードが違います。', 'sign-in'],
    ['portal-sign-in-refused', 'ログインできませんでした。', 'sign-in'],
    ['portal-sign-in-refused', '認証に失敗しました', 'sign-in'],
    ['portal-sign-in-refused', 'IDかパスワードが異なります。', 'sign-in'],
    // Taken for a lost session, these would cost another try with a password that was refused.
    ['portal-sign-in-refused', 'パスワードが違います。もう一度ログインしてください。', 'sign-in'],
    ['portal-sign-in-refused', 'お客様を確認できません。もう一度ログイン画面からやり直してください。', 'sign-in'],
    ['portal-locked', 'パスワードを連続して間違えたためロックされました。しばらくしてから再度ログインしてください。', 'sign-in'],
    ['portal-session-expired', 'もう一度ログインしてください。', 'before'],
    ['portal-session-expired', 'セッションが切れました。再度ログインしてください。', 'sign-in'],
    ['portal-maintenance', 'ただいまの時間はメンテナンス中のためログインできません。', 'sign-in'],
    ['portal-maintenance', 'ただいまアクセスが集中しております。時間をおいて再度ログインしてください。', 'sign-in'],
    ['portal-locked', 'アカウントがロックされました。', 'sign-in'],
    ['portal-locked', '窓口へお越しください', 'before'],
    ['portal-locked', '連続してパスワードを間違えたため、しばらくログインできません。', 'sign-in'],
    ['portal-maintenance', 'ただいまメンテナンス中です。', 'before'],
    ['portal-session-expired', 'セッションがタイムアウトしました。', 'before'],
    ['portal-old-password-refused', '現在のパスワードが正しくありません。', 'commit'],
    ['portal-rule-refused', 'パスワードは8文字以上16文字以内で入力してください。', 'commit'],
    ['portal-rule-refused', '過去に使用したパスワードは使用できません。', 'commit'],
    ['portal-limit-reached', '本日は既に変更済みです。', 'commit'],
    ['portal-limit-reached', 'パスワードは前回の変更から24時間以上経過しないと変更できません。', 'commit'],
    ['portal-refused', 'エラーが発生しました。', 'commit'],
  ] as const)('%s: %s', (code, text, stage) => expect(read([text], stage)).toBe(code))

  test('a mark that today’s change is spent counts before anything is handed in', () => {
    expect(read(['本日変更済み'], 'before')).toBe('portal-limit-reached')
    expect(read(['本日は変更できません。'], 'before')).toBe('portal-limit-reached')
  })
  test('words that are refusals after an act are none before it', () => {
    expect(read(['パスワードは8文字以上で入力してください。'], 'before')).toBeNull()
    expect(read(['現在のパスワードが正しくありません'], 'before')).toBeNull()
  })
  test('where a password is handed in before the commit they are refusals, too', () => {
    expect(read(['現在のパスワードが正しくありません'], 'sent')).toBe('portal-old-password-refused')
    expect(read(['新しいパスワードは8文字以上で入力してください。'], 'sent')).toBe('portal-rule-refused')
    expect(read(['ログインに失敗しました。パスワードが違います。'], 'sent')).not.toBe('portal-sign-in-refused')
  })
  test('notices are no faults: those that stood there before, and those about what might happen', () => {
    expect(
      read(['パスワードは8文字以上で入力してください。'], 'commit', ['パスワードは8文字以上で入力してください。']),
    ).toBeNull()
    expect(read(['5回間違えるとアカウントロックの対象になります。'], 'before')).toBeNull()
    expect(read(['12月1日はメンテナンスのため停止する予定です。'], 'before')).toBeNull()
    const announced = '【お知らせ】メンテナンスのため、12月1日午前1時から6時までログインできません。'
    expect(read([announced], 'sign-in')).toBeNull()
    expect(read([announced, 'パスワードが違います。'], 'sign-in')).toBe('portal-sign-in-refused')
    expect(read(['パスワードが違います（続けて間違えると一時的にログインできなくなります）。'], 'sign-in')).toBe(
      'portal-sign-in-refused',
    )
  })
  test('what is said only of a case has not happened', () => {
    expect(read(['入力内容に誤りがある場合、テキストエリアの横に「*」印が表示されます。'], 'sent')).toBeNull()
    expect(read(['パスワードを続けて間違えた場合、一定時間ログインできなくなります。'], 'sign-in')).toBeNull()
    expect(read(['入力内容に誤りがあります。'], 'sent')).toBe('portal-rule-refused')
    expect(read(['IDまたはパスワードが間違っている場合がございます。'], 'sign-in')).toBe('portal-sign-in-refused')
  })
  test('a maintenance told with day and hours is only announced where a password can be typed', () => {
    const announcement = '12月5日（土）1:00～5:00 システムメンテナンスのため、マイページをご利用いただけません。'
    const password = { at: 0, frame: 0, kind: 'password', labels: [], form: 0, trail: [0], rows: [], sections: [] } as const
    const controls: readonly SeenControl[] = [{ ...password, usable: true, target: null }]
    const on = (text: string, more: Partial<PageView>) => readFault(recipe, view([block(text)], more), 'before')?.code ?? null
    expect(on(announcement, { controls })).toBeNull()
    expect(on(announcement, {})).toBe('portal-maintenance')
    expect(on('システムメンテナンスのため、マイページをご利用いただけません。', { controls })).toBe('portal-maintenance')
  })
  test('a script dialog counts as said', () =>
    expect(read([], 'commit', [], ['新しいパスワードが一致しません'])).toBe('portal-rule-refused'))
  test('a sentence cut over lines is one sentence', () =>
    expect(read(['ユーザIDまたはパスワードが\n正しくありません'], 'sign-in')).toBe('portal-sign-in-refused'))
  test('an ordinary page tells of nothing', () =>
    expect(read(['料金制選択コース利用者画面', 'BIGLOBEパスワード変更'], 'commit')).toBeNull())
})

describe('a value is read beside its label', () => {
  test('when there is exactly one', () => {
    const pairs = [
      { label: 'お申込受付番号：', text: ' 12345 ' },
      { label: '処理結果', text: '正常' },
    ]
    expect(readValue({ pairs }, ['お申込受付番号'])).toBe('12345')
    expect(readValue({ pairs: [...pairs, { label: 'お申込受付番号', text: '12345' }] }, ['お申込受付番号'])).toBe('12345')
    expect(readValue({ pairs: [...pairs, { label: 'お申込受付番号', text: '999' }] }, ['お申込受付番号'])).toBeNull()
    expect(readValue({ pairs }, ['受付日'])).toBeNull()
  })
})
