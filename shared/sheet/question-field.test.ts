import { describe, expect, test } from 'vitest'
import { Secret } from '../base/secret.ts'
import { providers } from '../provider/index.ts'
import { questionField } from './question-field.ts'
import { settleDoubts } from './settle-doubts.ts'
import type { SheetAccounts } from './sheet-accounts.ts'
import { toAccounts } from './to-account.ts'

const read = (lines: readonly string[]): SheetAccounts =>
  toAccounts({ file: '会員証.txt', sha256: '', origin: 'text', encoding: 'utf-8', lines }, providers, null)

const lines = (password: string): readonly string[] => [
  'EFネット会員証',
  'ユーザーID ： ymd00123',
  `パスワード ： ${password}`,
  'メールアドレス ： yamada@mvd.biglobe.ne.jp',
  '受信メール(POP3)サーバー ： mail.biglobe.ne.jp',
  '送信メール(SMTP)サーバー ： mail.biglobe.ne.jp',
]
const paper = read(lines('Kx7mQ2ab'))
const password = 'mailboxes[0].password'

const questioned = (accounts: SheetAccounts, field: string, earlier = null): SheetAccounts => {
  const next = questionField(accounts, field, earlier)
  if (next === null) throw new Error(`nothing was read as ${field}`)
  return next
}

describe('a field the person says is not right', () => {
  test('is a question: as it stands, or typed', () => {
    const next = questioned(paper, password)
    expect(next.doubts).toMatchObject([{ field: password, reason: 'by-person', candidates: [{ label: 'so-far' }] }])
    expect(next.mailboxes[0]!.password!.confidence).toBe('doubtful')
    // Nothing signs in with what is in question.
    expect(next.mailboxes[0]!.login).toBeNull()
    const settled = settleDoubts(next, { [password]: new Secret('Kx7mQ2aB') })
    expect(settled.doubts).toEqual([])
    expect(settled.mailboxes[0]!.password!.value.reveal()).toBe('Kx7mQ2aB')
  })

  test.each([
    ['mailboxes[0].address', 'yamada2@mvd.biglobe.ne.jp'],
    ['mailboxes[0].userName', 'ymd00124'],
    ['mailboxes[0].incoming', 'pop3s://mail2.biglobe.ne.jp:995'],
    ['mailboxes[0].outgoing', 'smtp://mail2.biglobe.ne.jp:587'],
  ])('%s is corrected by typing', (field, value) => {
    const next = questioned(paper, field)
    expect(next.doubts.map((doubt) => doubt.field)).toEqual([field])
    const settled = settleDoubts(next, { [field]: value })
    expect(settled.doubts).toEqual([])
    expect(settled.problem).toBeNull()
    expect(settled).not.toEqual(paper)
  })

  test('stays as it is where the person thinks better of it', () => {
    for (const { field, value } of [
      { field: password, value: new Secret('Kx7mQ2ab') },
      { field: 'mailboxes[0].incoming', value: null },
    ]) {
      const next = questioned(paper, field)
      const settled = settleDoubts(next, { [field]: value ?? next.doubts[0]!.candidates[0]!.value })
      expect(settled.doubts).toEqual([])
      expect(settled.mailboxes[0]!.incoming!.value).toEqual(paper.mailboxes[0]!.incoming!.value)
    }
  })

  test('offers what it was once asked among, each reading once', () => {
    const before = read(lines('Ｋｘ７ｍＱ２ab'))
    const [doubt] = before.doubts
    const settled = settleDoubts(before, { [password]: doubt!.candidates[1]!.value })
    const next = questionField(settled, password, doubt!)
    expect(next!.doubts[0]!.candidates.map(({ label }) => label)).toEqual(['so-far', doubt!.candidates[0]!.label])
  })

  test('comes before the others; one that is open already only comes first', () => {
    const two = questioned(questioned(paper, password), 'mailboxes[0].address')
    expect(two.doubts.map(({ field }) => field)).toEqual(['mailboxes[0].address', password])
    const again = questioned(two, password)
    expect(again.doubts.map(({ field }) => field)).toEqual([password, 'mailboxes[0].address'])
  })

  test('a name that names nothing is no question', () => {
    for (const field of ['mailboxes[7].password', 'constructor', 'doubts', 'mailboxes', 'mailboxes[0].realms', 'toString', ''])
      expect(questionField(paper, field, null)).toBeNull()
  })
})
