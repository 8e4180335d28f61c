import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { runs } from '../../build/property-runs.ts'
import { Secret } from '../base/secret.ts'
import { providers } from '../provider/index.ts'
import type { SheetAccounts } from './sheet-accounts.ts'
import { toAccounts } from './to-account.ts'

const read = (lines: readonly string[]): SheetAccounts =>
  toAccounts({ file: 'sheet.txt', sha256: '', origin: 'text', encoding: 'utf-8', lines }, providers)

/** The ways a card's passwords come out of mails, tables and word processors. */
const looks: Readonly<Record<string, (user: string, password: string, address: string) => readonly string[]>> = {
  'as printed': (user, password, address) => [
    'EFネット会員証',
    '',
    '1. 会員登録日\t: 2025年10月1日',
    '2. 会員番号\t: 1234',
    '3. 登録者名\t: 山田商店',
    `5. ユーザーID\t: ${user}`,
    `6. パスワード\t: ${password}`,
    `7. メールアドレス\t: ${address}`,
    '8. メールサーバー名',
    '受信メール(POP3)サーバー\t: mail.biglobe.ne.jp',
  ],
  'tight colons': (user, password, address) => [
    'EFネット会員証',
    `ユーザーID:${user}`,
    `パスワード:${password}`,
    `メールアドレス:${address}`,
  ],
  'full-width colons': (user, password, address) => [
    '【ＥＦネット会員証】',
    `⑤ユーザーＩＤ：${user}`,
    `⑥パスワード：${password}`,
    `⑦メールアドレス：${address}`,
  ],
  tabs: (user, password, address) => [
    'EFネット会員証',
    `5\tユーザーID\t${user}`,
    `6\tパスワード\t${password}`,
    `7\tメールアドレス\t${address}`,
  ],
  blanks: (user, password, address) => [
    'EFネット会員証',
    `ユーザ ID      ${user}`,
    `パ ス ワ ー ド   ${password}`,
    `メールアドレス   ${address}`,
  ],
  'label above': (user, password, address) => [
    'EFネット会員証',
    'ユーザーID',
    user,
    '',
    'パスワード',
    `   ${password}`,
    '',
    'メールアドレス',
    address,
  ],
  'colon, value below': (user, password, address) => [
    'EFネット会員証',
    'ユーザーID:',
    `  ${user}`,
    'パスワード:',
    `  ${password}`,
    'メールアドレス:',
    `  ${address}`,
  ],
  quoted: (user, password, address) => [
    '> EFネット会員証',
    '>',
    `> > 5. ユーザーID : ${user}`,
    `> > 6. パスワード : ${password}`,
    `> > 7. メールアドレス : ${address}`,
  ],
  'quoted, label above': (user, password, address) => [
    '> EFネット会員証',
    '> ユーザーID',
    `> ${user}`,
    '> パスワード',
    `> ${password}`,
    '> メールアドレス',
    `> ${address}`,
  ],
  'bar table': (user, password, address) => [
    'EFネット会員証',
    '|項目|値|',
    '|---|---|',
    `| ユーザーID | ${user} |`,
    `| パスワード | ${password} |`,
    `| メールアドレス | ${address} |`,
  ],
  'box table': (user, password, address) => [
    'EFネット会員証',
    '┌──┬──┐',
    `│ユーザーID│${user}│`,
    `│パスワード│${password}│`,
    `│メールアドレス│${address}│`,
  ],
  'header row': (user, password, address) => [
    'EFネット会員証',
    'ユーザーID\tパスワード\tメールアドレス',
    `${user}\t${password}\t${address}`,
  ],
  'header row, blanks': (user, password, address) => [
    'EFネット会員証',
    'ユーザーID    パスワード    メールアドレス',
    `${user}    ${password}    ${address}`,
  ],
  leaders: (user, password, address) => [
    'EFネット会員証',
    `ユーザーID …… ${user}`,
    `パスワード ……… ${password}`,
    `メールアドレス … ${address}`,
  ],
  'equals signs': (user, password, address) => [
    'EFネット会員証',
    `ユーザーID = ${user}`,
    `パスワード = ${password}`,
    `メールアドレス = ${address}`,
  ],
  'framed labels': (user, password, address) => [
    '【EFネット会員証】',
    `【ユーザーID】${user}`,
    `【パスワード】${password}`,
    `【メールアドレス】${address}`,
  ],
  'list, password first': (user, password, address) => [
    'EFネット追加メールアドレスリスト',
    '追加メールアドレス1\tメールアドレス発行日: 2025/11/6',
    `1. メールアドレス\t: ${address}`,
    `2. パスワード\t: ${password} ID : ${user}`,
    '4. ポート番号(SMTP)\t: 587',
  ],
  'list, ID first': (user, password, address) => [
    'EFネット追加メールアドレスリスト',
    '追加メールアドレス１',
    `メールアドレス：${address}`,
    `ID：${user}　パスワード：${password}`,
  ],
}

const anySign = fc.string({
  unit: fc.integer({ min: 0x21, max: 0x7e }).map((code) => String.fromCharCode(code)),
  minLength: 4,
  maxLength: 18,
})
/** Passwords made of the very words and signs that parts of a sheet are made of. */
const hostile = fc
  .array(
    fc.constantFrom(
      'ID',
      'PW',
      'Pass',
      'User',
      'POP3',
      'Mail',
      ':',
      '=',
      '|',
      '/',
      ',',
      ';',
      '>',
      '#',
      '-',
      '...',
      '(',
      ')',
      '[',
      '1.',
      '"',
      'a',
      'Z9',
    ),
    {
      minLength: 2,
      maxLength: 7,
    },
  )
  .map((parts) => parts.join(''))
  .filter((text) => text.length >= 4)
const printable = fc.oneof(anySign, hostile)
const plain = fc.string({
  unit: fc.constantFrom(...'abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789'),
  minLength: 8,
  maxLength: 16,
})
const user = fc.stringMatching(/^[a-z]{3}[0-9]{5}$/)
const address = fc.stringMatching(/^[a-z][a-z0-9._-]{1,9}[a-z0-9]@[a-z]{3}\.biglobe\.ne\.jp$/)

const revealed = (value: string | Secret): string => (value instanceof Secret ? value.reveal() : value)

describe.each(Object.keys(looks))('%s', (name) => {
  const look = looks[name]!

  test('a password of letters and digits is found back unchanged and certain', () => {
    fc.assert(
      fc.property(user, plain, address, (id, password, mail) => {
        const sheet = read(look(id, password, mail))
        expect(sheet.doubts).toEqual([])
        expect(sheet.problem).toBeNull()
        expect(sheet.mailboxes).toHaveLength(1)
        expect(sheet.mailboxes[0]!.password!.value.reveal()).toBe(password)
        expect(sheet.mailboxes[0]!.userName!.value).toBe(id)
        expect(sheet.mailboxes[0]!.address!.value).toBe(mail)
      }),
      { numRuns: runs(20) },
    )
  })

  test('any printable password is found back unchanged, or is a question: never a wrong certainty', () => {
    fc.assert(
      fc.property(user, printable, address, (id, password, mail) => {
        const sheet = read(look(id, password, mail))
        const found = sheet.mailboxes[0]?.password ?? null
        const doubt = sheet.doubts.find(({ field }) => field === 'mailboxes[0].password')
        if (!doubt) expect(found?.value.reveal()).toBe(password)
        else if (doubt.candidates.length > 0) expect(doubt.candidates.map(({ value }) => revealed(value))).toContain(password)
        else expect(found).toBeNull()
        for (const other of sheet.mailboxes.slice(1)) expect(other.password).toBeNull()
      }),
      { numRuns: runs(100) },
    )
  })
})
