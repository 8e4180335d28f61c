import type { Secret } from '../../shared/base/secret.ts'
import type { Proof } from '../../shared/proof/proof.ts'
import { dictatePassword } from '../../shared/words/dictate-password.ts'
import type { Lang } from '../../shared/words/lang.ts'
import { recordWords } from '../../shared/words/record.ts'
import { type RecordRow, type RecordText, sayRecord } from '../../shared/words/say-record.ts'
import { type A4Sheet, closeA4Sheet, inner, openA4Sheet, size } from './a4-sheet.ts'

/** A password the person asked to have on the paper. `for`: the address, or the login and its `provider`, as the proof names it. */
export interface PrintedSecret {
  readonly for: string
  readonly provider?: string
  readonly password: Secret
}
export interface RecordWish {
  readonly secretsToPrint?: readonly PrintedSecret[]
}

/** How close a record is set. The next one is tried only when the one before does not fit on a single page. */
const settings = [
  { terse: false, lineGap: 2.5, headColumns: 1 },
  { terse: true, lineGap: 2, headColumns: 1 },
  { terse: true, lineGap: 1.5, headColumns: 2 },
  { terse: true, lineGap: 0.5, headColumns: 2 },
] as const
type Setting = (typeof settings)[number]

const label = 82
const mark = 17
const textWidth = inner - label - mark

function drawHead(sheet: A4Sheet, record: RecordText, columns: number): void {
  if (record.practice) {
    const top = sheet.y()
    sheet.down(5)
    sheet.text(record.practice, { face: 'bold', size: size.name, x: size.margin + 10, width: inner - 20 })
    sheet.down(4)
    sheet.frame(top, sheet.y() - top, 2.5)
    sheet.down(9)
  }
  sheet.text(record.title, { face: 'bold', size: size.title })
  sheet.down(3)
  sheet.rule(2)
  sheet.down(6)
  const wide = inner / columns
  const narrow = record.head.every(([, value]) => sheet.height(value, { width: wide - label }) <= sheet.height('あ', {}) + 1)
  const perRow = narrow ? columns : 1
  record.head.forEach(([name, value], at) => {
    const x = size.margin + (at % perRow) * wide
    sheet.text(name, { x, width: label, stay: true })
    const last = at % perRow === perRow - 1 || at === record.head.length - 1
    sheet.text(value, { x: x + label, width: inner / perRow - label, stay: !last })
  })
  sheet.down(5)
  const top = sheet.y()
  sheet.down(7)
  sheet.text(`${record.mark} ${record.headline}`, { face: 'bold', size: size.headline, x: size.margin + 10, width: inner - 20 })
  sheet.down(1)
  sheet.text(record.meaning, { x: size.margin + 10, width: inner - 20 })
  sheet.down(5)
  sheet.frame(top, sheet.y() - top, 2)
  sheet.down(9)
}

function drawRow(sheet: A4Sheet, row: RecordRow): void {
  const x = size.margin + label + mark
  const heights = [row.text, ...row.details].map((line) => sheet.height(line, { width: textWidth }))
  sheet.room(heights.reduce((sum, height) => sum + height, 0))
  sheet.text(row.label, { width: label, stay: true })
  sheet.text(row.mark, { face: 'bold', x: size.margin + label, width: mark, stay: true })
  sheet.text(row.text, { x, width: textWidth })
  for (const line of row.details) sheet.text(line, { x, width: textWidth })
}

function drawSecret(sheet: A4Sheet, secret: PrintedSecret, lang: Lang): void {
  const password = secret.password.reveal()
  const parts = dictatePassword(password, lang).map((part) => part.said)
  // Four to a line, so that an eye going back and forth keeps its place; a passphrase would fill the page that way.
  const perLine = parts.length <= 32 ? 4 : parts.length
  const lines = Array.from({ length: Math.ceil(parts.length / perLine) }, (_none, at) =>
    parts.slice(at * perLine, (at + 1) * perLine),
  )
  const said = lines.map((line) => line.join(lang === 'ja' ? '・' : ', ')).join('\n')
  const width = inner - 20
  const big = { face: 'bold', size: size.title, x: size.margin + 10, width, spacing: 3 } as const
  const height =
    40 + sheet.height(password, big) + sheet.height(said, { width }) + sheet.height(recordWords.secretWarning[lang], { width })
  sheet.room(height)
  const top = sheet.y() + 4
  sheet.down(9)
  sheet.text(recordWords.newPassword[lang], { x: size.margin + 10, width })
  sheet.text(password, big)
  sheet.text(said, { x: size.margin + 10, width })
  sheet.text(recordWords.secretWarning[lang], { x: size.margin + 10, width })
  sheet.down(5)
  sheet.frame(top, sheet.y() - top, 1.5)
  sheet.down(4)
}

/** Many short lines (sales offices) stand side by side, as many as fit without wrapping. */
function drawList(sheet: A4Sheet, list: RecordText['lists'][number]): void {
  const indent = 16
  const oneLine = sheet.height('あ', {}) + 1
  const fits = (columns: number): boolean =>
    list.lines.filter((line) => sheet.height(line, { width: inner / columns - indent - 6 }) > oneLine).length <=
    (columns === 1 ? list.lines.length : 0)
  const perRow = list.lines.length > 5 ? ([3, 2].find(fits) ?? 1) : 1
  const width = inner / perRow - indent - (perRow > 1 ? 6 : 0)
  sheet.room(46)
  sheet.down(5)
  sheet.text(list.title, { face: 'bold', size: size.name })
  for (let at = 0; at < list.lines.length; at += perRow) {
    const row = list.lines.slice(at, at + perRow)
    sheet.room(Math.max(...row.map((line) => sheet.height(line, { width }))))
    row.forEach((line, column) => {
      const x = size.margin + (column * inner) / perRow
      sheet.text(list.tick ? '□' : '・', { x, width: indent, stay: true })
      sheet.text(line, { x: x + indent, width, stay: column < row.length - 1 })
    })
  }
}

async function draw(proof: Proof, wish: RecordWish, lang: Lang, setting: Setting): ReturnType<typeof closeA4Sheet> {
  const record = sayRecord(proof, lang, setting.terse)
  const sheet = await openA4Sheet({ title: record.title, at: new Date(proof.finishedAt), lineGap: setting.lineGap })
  const secrets = wish.secretsToPrint ?? []
  drawHead(sheet, record, setting.headColumns)
  for (const box of record.boxes) {
    // A name alone at the foot of a page, its rows on the next, would be read as a mailbox with nothing to say.
    sheet.room(90)
    sheet.text(box.name, { face: 'bold', size: size.name })
    if (box.holder) sheet.text(box.holder, {})
    sheet.down(1)
    sheet.rule(1)
    sheet.down(3)
    for (const row of box.rows) drawRow(sheet, row)
    for (const secret of secrets.filter((one) => one.for === box.for && (one.provider ?? null) === box.provider))
      drawSecret(sheet, secret, lang)
    sheet.down(6)
  }
  sheet.room(30)
  sheet.text(recordWords.legend[lang], {})
  if (secrets.length === 0) sheet.text(recordWords.noSecret[lang], {})
  for (const list of record.lists) drawList(sheet, list)
  return closeA4Sheet(sheet, record.foot)
}

/**
 * Prints the record of a run: A4, black only, legible after a FAX, one page for up to four mailboxes where nothing went
 * wrong. It holds no password unless `secretsToPrint` names it, and says which is the case.
 */
export async function writeRecordPdf(proof: Proof, wish: RecordWish, lang: Lang): Promise<Uint8Array> {
  let best = await draw(proof, wish, lang, settings[0])
  for (const setting of settings.slice(1)) {
    if (best.pages === 1) break
    const closer = await draw(proof, wish, lang, setting)
    if (closer.pages < best.pages) best = closer
  }
  return best.bytes
}
