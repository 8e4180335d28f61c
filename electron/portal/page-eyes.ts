import type { PageDocument, PageElement, PageNode, PageWindow } from './page-dom.ts'

// The functions below run in the page. They are sent there as text, so each must be a plain function declaration that uses
// only what stands in this file, and nothing here may be called from Node.
declare const document: PageDocument
declare const window: PageWindow

/** A label found in the page; the same shape as SeenLabel. */
interface Label {
  readonly place: string
  readonly text: string
  readonly far?: boolean
}

function tidy(text: string): string {
  return text.replace(/[\s\u00a0]+/g, ' ').trim()
}

function isShown(element: PageElement): boolean {
  const style = window.getComputedStyle(element)
  const folded =
    element.parentElement?.tagName === 'DETAILS' && element.tagName !== 'SUMMARY' && !element.parentElement.hasAttribute('open')
  return style.display !== 'none' && style.opacity !== '0' && !folded
}

/** Can a person see and reach it? Not hidden, not of no size, not pushed off the page, not inside something folded to nothing. */
function isSeen(element: PageElement): boolean {
  const box = element.getBoundingClientRect()
  if (box.width < 2 || box.height < 2 || box.right + window.scrollX <= 0 || box.bottom + window.scrollY <= 0) return false
  if (window.getComputedStyle(element).visibility !== 'visible') return false
  for (let at: PageElement | null = element; at; at = at.parentElement) {
    if (!isShown(at)) return false
    const folded =
      at !== element && window.getComputedStyle(at).overflowX !== 'visible' && at.tagName !== 'BODY' && at.tagName !== 'HTML'
    const around = folded ? at.getBoundingClientRect() : box
    if (folded && (around.width < 2 || around.height < 2)) return false
  }
  return true
}

function isElement(node: PageNode): node is PageElement {
  return node.nodeType === 1
}

function isSilent(element: PageElement): boolean {
  return /^(?:SCRIPT|STYLE|NOSCRIPT|TEMPLATE|HEAD|IFRAME|FRAME|OBJECT|SELECT|TEXTAREA|OPTION|DATALIST)$/i.test(element.tagName)
}

/** What a person reads in an element: visible text, alternative texts of pictures, words on buttons; not what stands in fields. */
function readText(node: PageNode, most: number): string {
  if (node.nodeType === 3)
    return node.parentElement && window.getComputedStyle(node.parentElement).visibility !== 'visible' ? '' : node.data
  if (!isElement(node) || isSilent(node) || !isShown(node) || node.tagName === 'INPUT') return ''
  if (node.tagName === 'IMG') return ` ${node.getAttribute('alt') ?? ''} `
  if (node.tagName === 'BR') return ' '
  let text = ''
  const children = (node.shadowRoot ?? node).childNodes
  for (let n = 0; n < children.length && text.length <= most; n++) text += readText(children[n]!, most)
  return window.getComputedStyle(node).display.startsWith('inline') ? text : ` ${text} `
}

function fieldsIn(element: PageElement): number {
  const groups = new Set<string>()
  const fields = element.querySelectorAll(
    'input:not([type=hidden]):not([type=submit]):not([type=button]):not([type=image]):not([type=reset]),select,textarea',
  )
  for (let n = 0; n < fields.length; n++) {
    const field = fields[n]!
    if (field.type === 'radio' || isSeen(field)) groups.add(field.type === 'radio' ? `radio ${field.name}` : String(n))
  }
  return groups.size
}

function trailOf(element: PageElement): number[] {
  const trail: number[] = []
  for (let at: PageElement = element; at.parentElement; at = at.parentElement) {
    let n = 0
    for (let before = at.previousElementSibling; before; before = before.previousElementSibling) n++
    trail.unshift(n)
  }
  return trail
}

/** The words of the cell to the left, or of the header cell above. Goes outward while the cell holds no other field. */
function cellLabels(element: PageElement): Label[] {
  const labels: Label[] = []
  let cell = element.closest('td,th,dd,[role=cell],[role=gridcell]')
  for (let level = 0; cell && level < 4; level++) {
    const alone = fieldsIn(cell) <= 1
    const place = alone ? 'row' : 'section'
    if (cell.tagName === 'DD') {
      let before = cell.previousElementSibling
      while (before && before.tagName !== 'DT') before = before.previousElementSibling
      if (before) labels.push({ place, text: tidy(readText(before, 200)) })
    } else {
      let columns = 0
      let far = false
      for (let left = cell.previousElementSibling; left; left = left.previousElementSibling) {
        columns += left.colSpan ?? 1
        if (fieldsIn(left) > 0) far = true
        const text = tidy(readText(left, 200))
        if (text === '' || text.length > 80 || fieldsIn(left) > 0) continue
        labels.push(far ? { place: 'section', text } : { place, text })
        // The nearest words are the label; a mere mark such as ※ or 必須 lets the next cell speak.
        if (/\p{L}{2}/u.test(text) && !/^(?:必須|任意|必要|required)$/i.test(text)) far = true
      }
      let above =
        cell.parentElement?.previousElementSibling ?? cell.parentElement?.closest('tbody')?.previousElementSibling ?? null
      if (above && /^(?:THEAD|TBODY)$/.test(above.tagName)) above = above.children[above.children.length - 1] ?? null
      for (let rows = 0; above && rows < 20; rows++, above = above.previousElementSibling) {
        if (above.tagName !== 'TR' || (fieldsIn(above) > 0 && !above.querySelector('th'))) continue
        let column = 0
        for (let n = 0; n < above.children.length; n++) {
          const head = above.children[n]!
          if (column === columns && fieldsIn(head) === 0 && above.children.length > 1)
            labels.push({ place: alone ? 'column' : 'section', text: tidy(readText(head, 200)) })
          column += head.colSpan ?? 1
        }
        if (fieldsIn(above) === 0) break
      }
    }
    if (!alone || labels.some((label) => label.place !== 'section' && label.text !== '')) break
    cell = cell.parentElement?.closest('td,th,dd,[role=cell],[role=gridcell]') ?? null
  }
  return labels
}

/**
 * The lines before a field that may name it, nearest first: none where a label of its own or the words of its row do; below a column's header only
 * those in its own cell.
 */
function wordsAbove(element: PageElement, lines: readonly string[], labels: readonly Label[]): string[] {
  const told = labels.filter((label) => label.place === 'own' || (label.place !== 'section' && /\p{L}{2}/u.test(label.text)))
  if (told.some((label) => label.place !== 'column')) return []
  const cell = told.length > 0 ? element.closest('td,th,[role=cell],[role=gridcell]') : null
  const text = cell && tidy(readText(cell, 600))
  const outside = text === null ? -1 : lines.findLastIndex((line) => !text.includes(line))
  return lines.slice(outside + 1).reverse()
}

function ownLabels(element: PageElement): Label[] {
  const labels: Label[] = []
  for (let n = 0; n < (element.labels?.length ?? 0); n++)
    labels.push({ place: 'own', text: tidy(readText(element.labels![n]!, 300)) })
  const named = (element.getAttribute('aria-labelledby') ?? '').split(/\s+/).filter((id) => id !== '')
  const words = named.map((id) => document.getElementById(id)).map((one) => (one ? readText(one, 300) : ''))
  labels.push(
    { place: 'own', text: tidy(words.join(' ')) },
    { place: 'own', text: tidy(element.getAttribute('aria-label') ?? '') },
  )
  return labels.filter((label) => label.text !== '')
}

/** A date in three fields has its words behind them: 年 names the field before it, unless that one has its word in front. Answers the rest of the line. */
function takeUnit(line: string, field: { readonly labels: Label[] } | null): string {
  const unit = /^\s*([年月日])(?![\p{L}\p{N}])/u.exec(line)
  if (!unit || !field || field.labels.some((label) => /(?:^|\s)[年月日]$/.test(label.text))) return line
  field.labels.push({ place: 'beside', text: unit[1]! })
  return line.slice(unit[0].length)
}

function sectionsOf(element: PageElement, heading: string): string[] {
  const sections = heading === '' ? [] : [heading]
  let at = element.parentElement
  for (let level = 0; at && level < 8 && at.tagName !== 'BODY'; level++, at = at.parentElement) {
    const title = at.querySelector('legend,caption,h1,h2,h3,h4,h5,h6,[role=heading]')
    const text = tidy(title ? readText(title, 120) : ((at.innerText ?? '').split('\n').find((line) => line.trim() !== '') ?? ''))
    if (text !== '' && text.length <= 80) sections.push(text)
  }
  return sections
}

/** The words a button's table row or column begins with: a password's 変更 is told from the options' by them. */
function rowHeads(element: PageElement): string[] {
  return cellLabels(element)
    .map((label) => label.text)
    .filter((text) => text !== '' && text.length <= 80)
}

function rowsOf(element: PageElement): string[] {
  const rows: string[] = []
  let at = element.parentElement
  for (let level = 0; at && level < 8 && at.tagName !== 'BODY'; level++, at = at.parentElement) {
    const text = tidy(readText(at, 900))
    if (text.length > 900) break
    if (text !== '' && text !== rows[rows.length - 1]) rows.push(text)
  }
  return rows
}

/** The functions by the names they call each other by; a bundler may have renamed them. */
export const pageEyes = {
  isElement,
  tidy,
  isShown,
  isSeen,
  isSilent,
  readText,
  fieldsIn,
  trailOf,
  cellLabels,
  wordsAbove,
  ownLabels,
  takeUnit,
  sectionsOf,
  rowHeads,
  rowsOf,
}
