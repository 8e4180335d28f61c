import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { Secret } from '../base/secret.ts'
import { providers } from '../provider/index.ts'
import { toAccounts } from '../sheet/to-account.ts'
import { sheetView } from './sheet-calls.ts'
import { type HeldSheet, secretOf, viewSheet } from './view-sheet.ts'

function hold(lines: readonly string[], provider: string | null = null): HeldSheet {
  const text = { file: 'sheet.txt', sha256: '', origin: 'text' as const, encoding: 'utf-8', lines }
  const accounts = toAccounts(text, providers, provider)
  return { sheet: 'sheet-00000000', file: 'sheet.txt', provider, lines, accounts, before: [] }
}

const home = path.join(import.meta.dirname, '..', 'provider')
const papers = readdirSync(home, { recursive: true, encoding: 'utf8' }).filter((file) => /fixtures.[^.]+\.txt$/.test(file))
const linesOf = (file: string): readonly string[] => readFileSync(path.join(home, file), 'utf8').split(/\r\n|\n|\r/)

/** Every password the accounts hold, settled or possible. */
const secretsIn = ({ accounts }: HeldSheet): readonly string[] => [
  ...[...accounts.mailboxes, ...accounts.signIns].flatMap(({ password }) => password?.value.reveal() ?? []),
  ...accounts.doubts.flatMap(({ candidates }) =>
    candidates.flatMap(({ value }) => (value instanceof Secret ? [value.reveal()] : [])),
  ),
]

describe('every provider’s papers', () => {
  test('there are some', () => expect(papers.length).toBeGreaterThan(20))

  test.each(papers)('%s: the view keeps the contract and holds no password', (file) => {
    const held = hold(linesOf(file))
    const view = viewSheet(held)
    expect(sheetView.parse(view)).toEqual(view)
    // A password may be a part of an address (taro, taro@…): what is looked for is one that stands by itself.
    const told = [
      ...view.fields.flatMap(({ value, snippet }) => [value, snippet?.before, snippet?.after]),
      ...view.doubts.flatMap(({ candidates }) =>
        candidates.flatMap(({ text, snippet }) => [text, snippet?.before, snippet?.after]),
      ),
    ].flatMap((text) => text?.split(/[\s\u3000:：|｜]+/) ?? [])
    for (const secret of secretsIn(held)) expect(told).not.toContain(secret)
    const doubtful = view.fields.map(({ confidence }) => confidence === 'doubtful')
    expect(doubtful).toEqual(doubtful.toSorted((a, b) => Number(b) - Number(a)))
  })
})

const card = [
  'EFネット会員証',
  '会員番号: 0012345',
  'ユーザーID: ymd00123',
  'パスワード: Kx7mQ2ab',
  'メールアドレス: yamada@mvd.biglobe.ne.jp',
]

test('a field stands beside its place and the paper’s own word; a password is covered there', () => {
  const { fields, addresses } = viewSheet(hold(card))
  expect(addresses).toEqual(['yamada@mvd.biglobe.ne.jp'])
  expect(fields.find(({ field }) => field === 'mailboxes[0].password')).toEqual({
    ...{
      field: 'mailboxes[0].password',
      term: 'パスワード',
      realms: ['portal', 'mail'],
      secret: true,
      present: true,
      value: null,
    },
    ...{ confidence: 'certain', place: { line: 4, column: 8, length: 8 } },
    snippet: { before: 'パスワード: ', value: '●●●●●●●●', after: '' },
  })
  expect(fields.find(({ field }) => field === 'mailboxes[0].userName')).toMatchObject({
    ...{ term: 'ユーザーID', value: 'ymd00123', snippet: { before: 'ユーザーID: ', value: 'ymd00123', after: '' } },
  })
})

test('a password beside another value is covered, whether it was read or not', () => {
  const lines = [...card.slice(0, 2), 'ユーザーID: ymd00123　接続用パスワード: Zw8nothing　パスワード: Kx7mQ2ab', card[4]!]
  const text = JSON.stringify(viewSheet(hold(lines)))
  expect(text).toContain('ymd00123')
  expect(text).not.toContain('Zw8nothing')
  expect(text).not.toContain('Kx7mQ2ab')
})

test('hostile text stays text, and as it stands', () => {
  const { customerName } = viewSheet(hold([...card, '登録者名: <img src=x onerror=alert(1)>商店']))
  expect(customerName).toBe('<img src=x onerror=alert(1)>商店')
})

test('secretOf gives a password by its field or as a candidate, and nothing else', () => {
  const held = hold([...card, '変更後パスワード: Other9zz'])
  expect(secretOf(held.accounts, 'mailboxes[0].password', 0)?.reveal()).toBe('Kx7mQ2ab')
  expect(secretOf(hold(card).accounts, 'mailboxes[0].password', null)?.reveal()).toBe('Kx7mQ2ab')
  expect(secretOf(held.accounts, 'mailboxes[0].userName', null)).toBeNull()
  expect(secretOf(held.accounts, 'mailboxes[9].password', null)).toBeNull()
  expect(secretOf(held.accounts, 'mailboxes[0].password', 9)).toBeNull()
})

test('a blank before the colon hides no colon: the paper’s own word for a password stays to be read', () => {
  const { fields } = viewSheet(hold([...card.slice(0, 3), '6. パスワード ： Kx7mQ2ab', card[4]!]))
  const password = fields.find(({ secret }) => secret)
  expect(password).toMatchObject({ term: 'パスワード', snippet: { before: '6. パスワード ： ', value: '●●●●●●●●', after: '' } })
})
