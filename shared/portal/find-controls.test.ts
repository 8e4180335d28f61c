import { describe, expect, test } from 'vitest'
import { findControls, ownForm } from './find-controls.ts'
import type { LabelPlace, SeenControl } from './page-view.ts'
import type { Control } from './recipe.ts'

let count = 0
const seen = (
  kind: SeenControl['kind'],
  label: string,
  more: Partial<SeenControl> & { place?: LabelPlace; far?: boolean } = {},
): SeenControl => {
  const { place = 'own', far = false, ...rest } = more
  const at = count++
  return {
    at,
    frame: 0,
    kind,
    labels: [{ place, text: label, far }],
    form: null,
    trail: [at],
    rows: [],
    sections: [],
    usable: true,
    target: null,
    ...rest,
  }
}
const fence: Record<string, Control> = {
  user: { as: 'text', words: ['ユーザID'] },
  password: { as: 'password', words: ['パスワード'] },
  signIn: { as: 'press', words: ['ログイン'] },
  fresh: { as: 'password', words: ['新しいパスワード'] },
  again: { as: 'password', words: ['新しいパスワードの再入力', '新しいパスワード(確認)'] },
  set: { as: 'press', words: ['設定'], row: 'address' },
  boxed: { as: 'text', words: ['パスワード'], among: ['アカウントIDでログイン'] },
  kind: { as: 'choice', words: ['手続きの種類'] },
  mail: { as: 'tick', words: ['メール変更'] },
  change: { as: 'press', words: ['変更'], row: 'address', among: ['パスワード'] },
  whole: { as: 'press', words: ['変更'], row: 'address', among: ['パスワード', 'ご契約メールアドレス'] },
}
const neighbours = ['メールの保存期間']
const find = (names: readonly string[], controls: readonly SeenControl[], values: Record<string, string> = {}) => {
  const { found, missing, ambiguous } = findControls({ fence, neighbours }, names, values, { controls })
  return { found: Object.fromEntries([...found].map(([name, control]) => [name, control.at])), missing, ambiguous }
}

describe('controls are found by what a person sees', () => {
  test('exact words beat words that only begin alike, and each control serves once', () => {
    const [again, fresh] = [seen('password', '新しいパスワード（確認）'), seen('password', '新しいパスワード※8文字以上')]
    expect(find(['fresh', 'again'], [again, fresh])).toEqual({
      found: { fresh: fresh.at, again: again.at },
      missing: [],
      ambiguous: [],
    })
  })
  test('a section is looked for from the inside out, and never past one that is a neighbour’s', () => {
    const row = { rows: ['a@x.example パスワード 保存期間'] }
    const ours = seen('press', '変更', { ...row, sections: ['パスワード ***** 設定', 'ご契約メールアドレス'] })
    const options = seen('press', '変更', { ...row, sections: ['メールの保存期間', 'ご契約メールアドレス'] })
    const beside = seen('press', '変更', { ...row, sections: ['1日1回のみ、変更が可能です。', 'ご契約メールアドレス'] })
    const at = { address: 'a@x.example' }
    expect(find(['whole'], [options, ours], at).found).toEqual({ whole: ours.at })
    expect(find(['whole'], [beside, options], at).found).toEqual({ whole: beside.at })
    expect(find(['whole'], [options], at)).toMatchObject({ found: {}, missing: ['whole'] })
  })
  test('two that fit equally well are never chosen between', () => {
    expect(find(['signIn'], [seen('press', 'ログイン'), seen('press', 'ログイン ＞')])).toMatchObject({
      found: {},
      ambiguous: ['signIn'],
    })
  })
  test('a button must say the words and no more', () => {
    expect(find(['signIn'], [seen('press', 'ログインできない方')])).toMatchObject({ missing: ['signIn'] })
  })
  test('kinds are not mixed: a link is no field', () => {
    expect(find(['user'], [seen('press', 'ユーザID'), seen('checkbox', 'ユーザID')])).toMatchObject({ missing: ['user'] })
  })
  test('a password shown in clear still is the password, but a real password field comes first', () => {
    const [clear, real] = [seen('text', 'パスワード'), seen('password', 'パスワード')]
    expect(find(['password'], [clear, real]).found).toEqual({ password: real.at })
    expect(find(['password'], [clear]).found).toEqual({ password: clear.at })
  })
  test('a far label gives way to a near one', () => {
    const [far, near] = [seen('text', 'ユーザID', { place: 'above', far: true }), seen('text', 'ユーザID', { place: 'beside' })]
    expect(find(['user'], [far, near]).found).toEqual({ user: near.at })
  })
})

describe('what is one control to a person', () => {
  test('two links to the same place', () => {
    const [one, two] = [
      seen('press', 'ログイン', { target: 'https://a/x' }),
      seen('press', 'ログイン', { target: 'https://a/x' }),
    ]
    expect(find(['signIn'], [one, two]).found).toEqual({ signIn: one.at })
    expect(find(['signIn'], [one, { ...two, target: 'https://a/y' }]).ambiguous).toEqual(['signIn'])
  })
  test('a cell around its own link: the inner one is pressed', () => {
    const [cell, link] = [seen('press', 'ログイン', { trail: [1, 2] }), seen('press', 'ログイン', { trail: [1, 2, 0] })]
    expect(find(['signIn'], [cell, link]).found).toEqual({ signIn: link.at })
  })
  test('the buttons of one group', () => {
    const group = [1, 2, 3].map(() => seen('radio', '手続きの種類', { place: 'group', target: 'radio:0:k' }))
    expect(find(['kind'], group).found).toEqual({ kind: group[0]!.at })
    expect(find(['kind'], [...group, seen('radio', '手続きの種類', { target: 'radio:0:other' })]).ambiguous).toEqual(['kind'])
  })
})

describe('several forms on a page', () => {
  test('of equal buttons the one in the form of our fields counts', () => {
    const ours = [seen('text', 'ユーザID', { form: 1 }), seen('press', 'ログイン', { form: 1 })]
    const other = seen('press', 'ログイン', { form: 0 })
    expect(find(['user', 'signIn'], [other, ...ours]).found).toEqual({ user: ours[0]!.at, signIn: ours[1]!.at })
  })
  test('a link without a form is likelier than the button of another form', () => {
    const ours = [seen('text', 'ユーザID', { form: 1, trail: [0, 1] }), seen('press', 'ログイン', { trail: [0, 2] })]
    const other = seen('press', 'ログイン', { form: 0, trail: [0, 3] })
    expect(find(['user', 'signIn'], [other, ...ours]).found).toEqual({ user: ours[0]!.at, signIn: ours[1]!.at })
  })
  test('the button of another form is none of ours, though no other be there', () => {
    const [user, other] = [seen('text', 'ユーザID', { form: 1 }), seen('press', 'ログイン', { form: 0 })]
    const all = findControls({ fence }, ['user', 'signIn'], {}, { controls: [other, user] })
    expect(ownForm(all)).toMatchObject({ missing: ['signIn'], ambiguous: [] })
    expect([...ownForm(all).found.keys()]).toEqual(['user'])
    const link = findControls({ fence }, ['user', 'signIn'], {}, { controls: [seen('press', 'ログイン'), user] })
    expect(ownForm(link)).toEqual(link)
  })
  test('without forms the one closest around our fields counts', () => {
    const ours = [seen('text', 'ユーザID', { trail: [0, 1, 0] }), seen('press', 'ログイン', { trail: [0, 1, 4] })]
    const other = seen('press', 'ログイン', { trail: [0, 0] })
    expect(find(['user', 'signIn'], [other, ...ours]).found.signIn).toBe(ours[1]!.at)
  })
  test('the same form twice is a doubt', () => {
    const twice = [0, 1].flatMap((form) => [seen('text', 'ユーザID', { form }), seen('press', 'ログイン', { form })])
    expect(find(['user', 'signIn'], twice)).toMatchObject({ found: {}, ambiguous: ['user', 'signIn'] })
  })
  test('the section a person would look in decides where it is named', () => {
    const [one, two] = [
      seen('text', 'パスワード', { sections: ['お客様番号でログイン'] }),
      seen('text', 'パスワード', { sections: ['アカウントIDでログイン', 'お客様番号でログイン'] }),
    ]
    expect(find(['boxed'], [one, two]).found).toEqual({ boxed: two.at })
    expect(find(['boxed'], [one]).missing).toEqual(['boxed'])
  })
})

describe('the control in the row of a value', () => {
  const row = (address: string) =>
    seen('press', '設定', { rows: [`${address} 設定 変更`, 'taro@a.jp 設定 変更 hanako@a.jp 設定 変更 hanataro@a.jp 設定 変更'] })
  test('is found by the smallest row that shows it as a whole word', () => {
    const rows = [row('hanataro@a.jp'), row('taro@a.jp'), row('hanako@a.jp')]
    expect(find(['set'], rows, { address: 'taro@a.jp' }).found).toEqual({ set: rows[1]!.at })
  })
  test('is a doubt when the value stands in two rows, and missing when in none', () => {
    expect(find(['set'], [row('taro@a.jp'), row('taro@a.jp')], { address: 'taro@a.jp' }).ambiguous).toEqual(['set'])
    expect(find(['set'], [row('a@a.jp')], { address: 'nobody@a.jp' }).missing).toEqual(['set'])
    expect(find(['set'], [row('a@a.jp')], {}).missing).toEqual(['set'])
  })
  test('is missing where only a neighbour has one: our own row says why not', () => {
    const rows = ['設定', 'hanako@a.jp 設定', 'taro@a.jp 本日変更済み hanako@a.jp 設定']
    expect(find(['set'], [seen('press', '設定', { rows })], { address: 'taro@a.jp' })).toMatchObject({
      found: {},
      missing: ['set'],
    })
  })
})

describe('a mark to set', () => {
  test('may be a box or one button of a group, and a box goes first', () => {
    const [box, button] = [seen('checkbox', 'メール変更'), seen('radio', 'メール変更', { target: 'radio:1:kind' })]
    expect(find(['mail'], [button]).found).toEqual({ mail: button.at })
    expect(find(['mail'], [button, box]).found).toEqual({ mail: box.at })
  })
  test('is never a group as a whole', () => {
    const group = ['はい', 'いいえ'].map((text) =>
      seen('radio', text, {
        target: 'radio:1:kind',
        labels: [
          { place: 'own', text },
          { place: 'group', text: 'メール変更' },
        ],
      }),
    )
    expect(find(['mail'], group)).toMatchObject({ missing: ['mail'] })
  })
})

test('of two buttons of one name in an address’s rows, the one in the named row is taken; without it none is', () => {
  const rows = ['taro@a.example ***** 設定 変更 60日 変更']
  const [ours, others] = [
    seen('press', '変更', { rows, sections: ['パスワード', 'ご契約メールアドレス'] }),
    seen('press', '変更', { rows, sections: ['メールの保存期間', 'ご契約メールアドレス'] }),
  ]
  expect(find(['change'], [others, ours], { address: 'taro@a.example' }).found).toEqual({ change: ours.at })
  expect(find(['change'], [others], { address: 'taro@a.example' })).toMatchObject({ found: {}, missing: ['change'] })
  const named = (section: string) =>
    find(['change'], [seen('press', '変更', { rows, sections: [section] })], { address: 'taro@a.example' })
  expect(named('パスワード ***** 設定 変更').found).toHaveProperty('change')
  expect(named('パスワード：').found).toHaveProperty('change')
  expect(named('パスワード変更の履歴').missing).toEqual(['change'])
})
