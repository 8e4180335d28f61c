import { createRequire } from 'node:module'
import type PDFDocument from 'pdfkit'

/** Sizes in points. A FAX loses the outer 5 mm and prints its own line on top; below 10.5 pt kanji fill up. */
export const size = { body: 10.5, name: 12.5, headline: 16, title: 18, margin: 45 } as const
const a4 = { width: 595.28, height: 841.89 } as const
export const inner = a4.width - 2 * size.margin
const bottom = a4.height - size.margin - 14

type Doc = InstanceType<typeof PDFDocument>
export type Face = 'regular' | 'bold'

/** How a text is set, in points. `stay`: the cursor does not move below it. */
export interface TextStyle {
  readonly face?: Face
  readonly size?: number
  readonly x?: number
  readonly width?: number
  readonly stay?: boolean
  readonly spacing?: number
}

/** One printed paper: a cursor that walks down A4 pages, in black only, and starts a new page when room ends. */
export interface A4Sheet {
  readonly doc: Doc
  /** Goes to a new page unless this many points are left. */
  room(points: number): void
  down(points: number): void
  /** Text at the cursor, wrapped within `width`; moves the cursor below it unless `stay`. Answers with its height. */
  text(words: string, style: TextStyle): number
  height(words: string, style: TextStyle): number
  rule(thickness: number): void
  frame(top: number, height: number, thickness: number): void
  y(): number
}

const fontFile = (weight: '400Regular' | '700Bold'): string =>
  createRequire(import.meta.url).resolve(`@expo-google-fonts/biz-udpgothic/${weight}/BIZUDPGothic_${weight}.ttf`)

// Spread from a plain object because the library's types know features to switch on only. Joined letters (fi) would make
// another address out of an address when it is copied from the file.
const unjoined: object = { features: { liga: false, clig: false } }
// The Japanese font draws the curly apostrophe as wide as a kanji.
const settable = (words: string): string => words.replaceAll('’', "'")

/** Opens an empty paper. The fonts travel with the program, so it prints the same on every PC. */
export async function openA4Sheet(about: {
  readonly title: string
  readonly at: Date
  readonly lineGap: number
}): Promise<A4Sheet> {
  const { default: Pdf } = await import('pdfkit')
  const doc = new Pdf({
    size: 'A4',
    // Lines end where this sheet says: pdfkit's own page breaks would tear a row from its label.
    margin: 0,
    bufferPages: true,
    info: { Title: about.title, Creator: 'Mail Migration Assistant', CreationDate: about.at, ModDate: about.at },
    lang: 'ja',
  })
  doc.registerFont('regular', fontFile('400Regular')).registerFont('bold', fontFile('700Bold'))
  let y = size.margin
  const dress = (face: Face = 'regular', points: number = size.body): Doc => doc.font(face).fontSize(points).fillColor('black')
  const options = (style: TextStyle) => ({
    ...unjoined,
    width: style.width ?? inner,
    lineGap: about.lineGap,
    characterSpacing: style.spacing ?? 0,
  })
  const sheet: A4Sheet = {
    doc,
    y: () => y,
    room(points) {
      if (y + points <= bottom || y === size.margin) return
      doc.addPage()
      y = size.margin
    },
    down: (points) => void (y += points),
    height: (words, style) => dress(style.face, style.size).heightOfString(settable(words), options(style)),
    text(words, style) {
      const height = sheet.height(words, style)
      dress(style.face, style.size).text(settable(words), style.x ?? size.margin, y, { ...options(style), height: height + 1 })
      if (!style.stay) y += height
      return height
    },
    rule(thickness) {
      doc
        .moveTo(size.margin, y)
        .lineTo(size.margin + inner, y)
        .lineWidth(thickness)
        .strokeColor('black')
        .stroke()
    },
    frame(top, height, thickness) {
      doc.rect(size.margin, top, inner, height).lineWidth(thickness).strokeColor('black').stroke()
    },
  }
  return sheet
}

/** Writes foot line and page number on every page and ends the paper. Answers with its bytes. */
export async function closeA4Sheet(
  sheet: A4Sheet,
  foot: string,
): Promise<{ readonly bytes: Uint8Array; readonly pages: number }> {
  const { doc } = sheet
  const pages = doc.bufferedPageRange().count
  for (let page = 0; page < pages; page++) {
    doc.switchToPage(page)
    const at = a4.height - size.margin
    doc
      .font('regular')
      .fontSize(size.body)
      .text(foot, size.margin, at, { width: inner - 60, lineBreak: false })
    doc.text(`${page + 1} / ${pages}`, size.margin + inner - 60, at, { width: 60, align: 'right', lineBreak: false })
  }
  const chunks: Uint8Array[] = []
  const ended = new Promise<void>((resolve, reject) => {
    doc.on('data', (chunk: Uint8Array) => chunks.push(chunk))
    doc.on('end', resolve)
    doc.on('error', reject)
  })
  doc.end()
  await ended
  return { bytes: new Uint8Array(Buffer.concat(chunks)), pages }
}
