import { expect, test } from 'vitest'
import { goodProof } from '../../shared/proof/fixtures/proofs.ts'
import { writeRecordPdf } from './record-pdf.ts'

// Setting many pages takes seconds: what stands on them, and how many there are, is looked at in e2e/record*.spec.ts.
test('one mailbox takes one A4 page, and the same proof prints the same bytes', async () => {
  const [first, second] = [await writeRecordPdf(goodProof, {}, 'ja'), await writeRecordPdf(goodProof, {}, 'ja')]
  const text = Buffer.from(first).toString('latin1')
  expect(text.slice(0, 5)).toBe('%PDF-')
  expect(text.match(/\/Type \/Page\b(?!s)/g)).toHaveLength(1)
  expect(text).toContain('/MediaBox [0 0 595.28 841.89]')
  expect(Buffer.compare(first, second)).toBe(0)
})
