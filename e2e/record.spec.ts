import { execFileSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { type RecordWish, writeRecordPdf } from '../electron/papers/record-pdf.ts'
import { Secret } from '../shared/base/secret.ts'
import { badProof, fourMailboxes, goodProof, twoHouseholds } from '../shared/proof/fixtures/proofs.ts'
import type { Proof } from '../shared/proof/proof.ts'
import type { Lang } from '../shared/words/lang.ts'
import { sayRecord } from '../shared/words/say-record.ts'
import { dropFolder } from './canary/drop-folder.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'record-'))
afterAll(() => dropFolder(folder))

async function printed(proof: Proof, wish: RecordWish, lang: Lang): Promise<string> {
  const file = path.join(folder, 'record.pdf')
  writeFileSync(file, await writeRecordPdf(proof, wish, lang))
  return file
}
const textOf = (file: string): string => execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' })
/** Line breaks are the paper's own: compared without blanks. */
const squeezed = (text: string): string => text.replaceAll(/\s+/g, '')

describe.each(['ja', 'en'] as const)('the printed record (%s)', (lang) => {
  test.each([
    ['one mailbox', goodProof],
    ['a rehearsal that failed', badProof],
  ] as const)('%s: a PDF reader finds every word of it', async (_name, proof) => {
    const text = squeezed(textOf(await printed(proof, {}, lang)))
    const record = sayRecord(proof, lang)
    const words = [
      record.title,
      record.headline,
      record.meaning,
      record.foot,
      ...record.head.flat(),
      ...record.boxes.flatMap((box) => [box.name, ...box.rows.flatMap((row) => [row.text, ...row.details])]),
      ...record.lists.flatMap((list) => [list.title, ...list.lines]),
    ]
    // Right-hand columns interleave with left ones in extracted text; each piece is looked for on its own.
    for (const piece of words) expect(text).toContain(squeezed(piece.replaceAll('’', "'")))
  })

  test('two households: each one’s name stands with its mailbox', async () => {
    const text = squeezed(textOf(await printed(twoHouseholds, {}, lang)))
    const { boxes } = sayRecord(twoHouseholds, lang, true)
    for (const { name, holder } of boxes) expect(text).toContain(squeezed(`${name}${holder}`))
  })

  test('four mailboxes and thirteen offices on one page', async () => {
    const file = await printed(fourMailboxes, {}, lang)
    expect(execFileSync('pdfinfo', [file], { encoding: 'utf8' })).toMatch(/Pages:\s+1\n/)
    const text = textOf(file)
    for (const { address } of fourMailboxes.mailboxes) expect(text).toContain(address)
    for (const { phone } of fourMailboxes.help) expect(text).toContain(phone)
  })

  test('a password stands on it only when asked, read out beside it', async () => {
    const password = 'A3fHn7WKtr49'
    expect(squeezed(textOf(await printed(goodProof, {}, lang)))).not.toContain(password)
    const text = squeezed(
      textOf(await printed(goodProof, { secretsToPrint: [{ for: 'taro@example.jp', password: new Secret(password) }] }, lang)),
    )
    expect(text).toContain(password)
    expect(text).toContain(
      lang === 'ja' ? '大文字エー・数字のサン・小文字エフ' : squeezed('capital A (Alfa), digit three, small f (Foxtrot)'),
    )
  })
})

test('it is black on white: a FAX has nothing else', async () => {
  const page = path.join(folder, 'page')
  execFileSync('pdftoppm', ['-r', '100', '-singlefile', '-aa', 'no', '-aaVector', 'no', await printed(badProof, {}, 'ja'), page])
  const colours = execFileSync('convert', [`${page}.ppm`, '-format', '%k', 'info:'], { encoding: 'utf8' })
  expect(Number(colours)).toBe(2)
})

test('every letter is 10.5 points or larger', async () => {
  const boxes = execFileSync('pdftotext', ['-bbox', await printed(fourMailboxes, {}, 'ja'), '-'], { encoding: 'utf8' })
  const heights = Array.from(boxes.matchAll(/yMin="([\d.]+)"[^>]*yMax="([\d.]+)"/g), ([, top, low]) => Number(low) - Number(top))
  expect(heights.length).toBeGreaterThan(50)
  expect(Math.min(...heights)).toBeGreaterThanOrEqual(10.4)
})
