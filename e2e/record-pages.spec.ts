import { expect, test } from 'vitest'
import { Secret } from '../shared/base/secret.ts'
import { badProof, fourMailboxes, goodMailbox, goodProof } from '../shared/proof/fixtures/proofs.ts'
import type { Proof } from '../shared/proof/proof.ts'
import { writeRecordPdf } from '../electron/papers/record-pdf.ts'

// What stands on the pages is read back by pdftotext in record.spec.ts; here only how many there are.
const pagesOf = (bytes: Uint8Array): number =>
  Number(/\/Type \/Pages\s*\/Count (\d+)/.exec(Buffer.from(bytes).toString('latin1'))?.[1])
const many = (count: number): Proof => ({
  ...goodProof,
  mailboxes: Array.from({ length: count }, (_none, at) => goodMailbox(`member${at}@example.jp`)),
})

const ofFour: Proof = {
  ...fourMailboxes,
  customerName: null,
  memberNumber: null,
  mailboxes: fourMailboxes.mailboxes.map((mailbox) => ({
    ...mailbox,
    holder: { customerName: '有限会社サンプル商店', memberNumber: 'EF-0012345' },
  })),
}

const samples: readonly (readonly [string, Proof, number])[] = [
  ['one mailbox', goodProof, 1],
  ['four mailboxes and thirteen offices', fourMailboxes, 1],
  ['four mailboxes of four households', ofFour, 1],
  ['a rehearsal that failed', badProof, 1],
  ['ten mailboxes', many(10), 2],
  ['no mailbox at all', { ...goodProof, mailboxes: [], notProved: [], next: [], notices: [], help: [] }, 1],
]

test.each(samples)('%s: A4 pages', async (_name, proof, pages) => {
  for (const lang of ['ja', 'en'] as const) {
    const bytes = await writeRecordPdf(proof, {}, lang)
    expect(Buffer.from(bytes.subarray(0, 5)).toString()).toBe('%PDF-')
    expect(pagesOf(bytes)).toBe(pages)
    expect(Buffer.from(bytes).toString('latin1')).toContain('/MediaBox [0 0 595.28 841.89]')
  }
})

test('forty mailboxes take pages as they need and lose none', async () => {
  const pages = pagesOf(await writeRecordPdf(many(40), {}, 'ja'))
  expect(pages).toBeGreaterThan(4)
  expect(pages).toBeLessThan(12)
})

test('a printed password, however odd, neither breaks the page nor the program', async () => {
  for (const password of ['A3fHn7WKtr49', ' "\\<>&()\'', 'パスワード🍎', 'x'.repeat(200)]) {
    const bytes = await writeRecordPdf(
      goodProof,
      { secretsToPrint: [{ for: 'taro@example.jp', password: new Secret(password) }] },
      'ja',
    )
    expect(pagesOf(bytes)).toBeLessThanOrEqual(2)
  }
})
