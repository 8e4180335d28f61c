import { expect, test } from 'vitest'
import { ocn } from '../provider/ocn/facts.ts'
import { settleDoubts } from './settle-doubts.ts'
import { toAccounts } from './to-account.ts'

const sheet = (...lines: readonly string[]) =>
  toAccounts({ file: 'guide.txt', sha256: '', origin: 'text', encoding: 'utf-8', lines: ['ご利用内容のご案内', ...lines] }, [ocn])

test('a mail login taken from a doubtful address follows the address once that is settled', () => {
  const read = sheet('メールアドレス: yama–da@arrow.ocn.ne.jp', 'メールパスワード: Mw4pR9cd')
  expect(read.doubts.map(({ field, reason }) => [field, reason])).toEqual([['mailboxes[0].address', 'look-alike']])
  const settled = settleDoubts(read, { 'mailboxes[0].address': 'yama_da@arrow.ocn.ne.jp' })
  expect(settled.doubts).toEqual([])
  expect(settled.mailboxes[0]).toMatchObject({
    address: { value: 'yama_da@arrow.ocn.ne.jp', confidence: 'certain' },
    userName: { value: 'yama_da@arrow.ocn.ne.jp', confidence: 'certain' },
  })
})

test('a mail login the paper prints stays as printed, whatever becomes of the address', () => {
  const read = sheet('メールアドレス: yama–da@arrow.ocn.ne.jp', 'メールパスワード: Mw4pR9cd', 'POPアカウント: yamada')
  const settled = settleDoubts(read, { 'mailboxes[0].address': 'yama-da@arrow.ocn.ne.jp' })
  expect(settled.mailboxes[0]?.userName).toMatchObject({ value: 'yamada', confidence: 'certain' })
})

test('an answer that is no address settles neither', () => {
  const read = sheet('メールアドレス: yamada', 'メールパスワード: Mw4pR9cd')
  const asked = settleDoubts(read, { 'mailboxes[0].address': 'yamada' })
  expect(asked.doubts.map(({ field }) => field)).toEqual(['mailboxes[0].address'])
  const settled = settleDoubts(read, { 'mailboxes[0].address': 'yamada@arrow.ocn.ne.jp' })
  expect([settled.doubts, settled.mailboxes[0]?.userName?.value]).toEqual([[], 'yamada@arrow.ocn.ne.jp'])
})
