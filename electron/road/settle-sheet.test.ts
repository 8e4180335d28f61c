import { describe, expect, test } from 'vitest'
import type { Answer, Question } from '../../shared/base/ask.ts'
import { providers } from '../../shared/provider/index.ts'
import { neededSignIn } from '../../shared/sheet/site-login.ts'
import { toAccounts } from '../../shared/sheet/to-account.ts'
import { settleSheet, type WantedParts } from './settle-sheet.ts'

const read = (...lines: readonly string[]) =>
  toAccounts({ file: 'sheet.txt', sha256: '', origin: 'text', encoding: 'utf-8', lines }, providers)

const pikara = read(
  ...['登録完了のお知らせ', 'ご契約サービス名: Myピカラ', '電子メール1', 'メールアドレス: taro@ma.pikara.ne.jp'],
  ...['パスワード: Ml7abc12', 'Ｍｙピカラ', 'ユーザー名: pk0123456', 'パスワード: ●●●●●●●●'],
)

async function settle(sheet: typeof pikara, wanted: Partial<WantedParts>, answer: (question: Question) => Answer = () => null) {
  const asked: Question[] = []
  const settled = await settleSheet(sheet, { addresses: [], mailboxes: true, signIns: [], ...wanted }, (question) => {
    asked.push(question)
    return Promise.resolve(answer(question))
  })
  return { asked, settled }
}

describe('a sign-in of no mailbox', () => {
  test('is asked about only where it is needed, under the name that is known', async () => {
    expect((await settle(pikara, {})).asked).toEqual([])
    const { asked, settled } = await settle(pikara, { signIns: ['portal'] })
    expect(asked).toMatchObject([{ name: 'sheet-doubt', kind: 'secret', facts: { field: 'portalPassword', reason: 'masked' } }])
    expect(settled).toMatchObject({ problem: { code: 'sheet-incomplete', facts: { missing: 'portalPassword' } } })
  })
  test('that is told opens the site', async () => {
    const { settled } = await settle(pikara, { mailboxes: false, signIns: ['portal'] }, () => 'Pk3Abcd9')
    expect(settled.ok && settled.value.portalPassword?.value.reveal()).toBe('Pk3Abcd9')
  })
  test('is not needed where the mailbox’s own pair signs in as well', () => {
    expect(neededSignIn(pikara, ['portal', 'mail'], false)).toEqual(['mail'])
    expect(neededSignIn(pikara, ['portal'], false)).toEqual(['portal'])
    expect(neededSignIn(pikara, ['portal'], true)).toEqual([])
    const settled = {
      ...pikara,
      doubts: [],
      signIns: pikara.signIns.map((pair) => ({ ...pair, password: pikara.mailboxes[0]!.password })),
    }
    expect(neededSignIn(settled, ['portal', 'mail'], false)).toEqual(['portal'])
    expect(neededSignIn(pikara, [], false)).toEqual([])
  })
})

test('readings of one kind in one line can be told apart when choosing', async () => {
  const sheet = read(
    'EFネット会員証',
    'ユーザーID: ymd00123',
    'パスワード: Kx7mQ2ab',
    'メールアドレス: a@x.biglobe.ne.jp / b@x.biglobe.ne.jp',
  )
  const { asked, settled } = await settle(sheet, {}, ({ choices }) => choices![1]!)
  expect(asked.map(({ choices }) => choices)).toEqual([['first-of-several (line 4, no. 1)', 'first-of-several (line 4, no. 2)']])
  expect(settled).toMatchObject({ ok: true, value: { mailboxes: [{ address: { value: 'b@x.biglobe.ne.jp' } }] } })
})

describe('a mailbox whose address stands elsewhere', () => {
  const lines = ['登録完了のお知らせ', 'Myピカラ', '電子メール1', 'メールアドレス: taro@ma.pikara.ne.jp', 'パスワード: Ml7abc12']
  const sheet = read(...lines, '電子メール2', 'メールアドレス: 別紙のとおり')

  test('stops everything where nobody answers', async () => {
    const { asked, settled } = await settle(sheet, {})
    expect(asked).toMatchObject([
      { kind: 'text', facts: { field: 'mailboxes[1].address', reason: 'instruction', leaveOut: true } },
    ])
    expect(settled).toMatchObject({ problem: { code: 'sheet-incomplete' } })
  })
  test('is left out where the person says so', async () => {
    const { asked, settled } = await settle(sheet, {}, () => '')
    expect(asked).toHaveLength(1)
    expect(settled).toMatchObject({ ok: true, value: { mailboxes: [{ address: { value: 'taro@ma.pikara.ne.jp' } }] } })
  })
  test('is not asked about where another is named', async () => {
    expect((await settle(sheet, { addresses: ['taro@ma.pikara.ne.jp'] })).asked).toEqual([])
  })
})
