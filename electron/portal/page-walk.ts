import type { PageDocument, PageElement, PageNode, PageWindow } from './page-dom.ts'
import type { pageEyes } from './page-eyes.ts'

// Runs in the page, sent as text together with page-eyes.ts: plain function declarations, nothing imported but types.
declare const document: PageDocument
declare const window: PageWindow
declare const tidy: typeof pageEyes.tidy
declare const isShown: typeof pageEyes.isShown
declare const isSeen: typeof pageEyes.isSeen
declare const isSilent: typeof pageEyes.isSilent
declare const readText: typeof pageEyes.readText
declare const fieldsIn: typeof pageEyes.fieldsIn
declare const trailOf: typeof pageEyes.trailOf
declare const cellLabels: typeof pageEyes.cellLabels
declare const wordsAbove: typeof pageEyes.wordsAbove
declare const ownLabels: typeof pageEyes.ownLabels
declare const takeUnit: typeof pageEyes.takeUnit
declare const sectionsOf: typeof pageEyes.sectionsOf
declare const rowHeads: typeof pageEyes.rowHeads
declare const rowsOf: typeof pageEyes.rowsOf
declare const isElement: typeof pageEyes.isElement

interface Control {
  readonly kind: string
  readonly labels: { place: string; text: string; far?: boolean }[]
  readonly form: number | null
  readonly trail: number[]
  readonly rows: string[]
  readonly sections: string[]
  readonly usable: boolean
  readonly target: string | null
}
interface Look {
  readonly blocks: { text: string; lines: string[]; heading: boolean }[]
  readonly controls: Control[]
  readonly elements: PageElement[]
  readonly pairs: { label: string; text: string }[]
  readonly forms: PageElement[]
  /** The line and the lines of the block being read; lines since the last field; the last heading; a box and a field waiting for the words behind them. */
  line: string
  lines: string[]
  since: string[]
  heading: string
  box: Control | null
  unit: Control | null
}

function endLine(look: Look): void {
  const text = tidy(look.line)
  takeUnit(look.line, look.unit)
  look.unit = null
  look.line = ''
  if (text === '') return
  if (look.box) look.box.labels.push({ place: 'beside', text })
  look.box = null
  look.lines.push(text)
  look.since.push(text)
}

function endBlock(look: Look, heading: boolean): void {
  endLine(look)
  if (look.lines.length > 0) look.blocks.push({ text: look.lines.join('\n'), lines: look.lines, heading })
  look.lines = []
  look.box = null
}

function kindOf(element: PageElement): string | null {
  const tag = element.tagName
  if (tag === 'SELECT') return 'select'
  if (tag === 'TEXTAREA') return 'text'
  if (tag !== 'INPUT') return null
  const type = element.type ?? 'text'
  if (type === 'password' || type === 'radio' || type === 'checkbox') return type
  if (type === 'submit' || type === 'button' || type === 'image') return 'press'
  return type === 'hidden' || type === 'reset' || type === 'file' || type === 'color' || type === 'range' ? null : 'text'
}

function isPressable(element: PageElement): boolean {
  if (/^(?:HTML|BODY|FORM|LABEL|SELECT|OPTION)$/.test(element.tagName)) return false
  if (/^(?:BUTTON|SUMMARY|AREA)$/.test(element.tagName)) return element.type !== 'reset'
  if (element.tagName === 'A' && element.hasAttribute('href')) return true
  const role = /^(?:button|link|menuitem|tab)$/.test(element.getAttribute('role') ?? '')
  const pointer =
    window.getComputedStyle(element).cursor === 'pointer' &&
    element.parentElement !== null &&
    window.getComputedStyle(element.parentElement).cursor !== 'pointer'
  if (!role && !pointer && typeof element.onclick !== 'function' && !window.mailMigratePressed?.has(element)) return false
  return fieldsIn(element) === 0 && !element.closest('label')
}

function formOf(look: Look, element: PageElement): number | null {
  const form = element.form ?? element.closest('form')
  if (!form) return null
  if (!look.forms.includes(form)) look.forms.push(form)
  return look.forms.indexOf(form)
}

function pressLabels(element: PageElement): Control['labels'] {
  const labels = ownLabels(element)
  const first = (element.innerText ?? '').split('\n').find((line) => line.trim() !== '')
  const words =
    element.tagName === 'INPUT'
      ? [element.type === 'image' ? element.getAttribute('alt') : `${element.value ?? ''}`]
      : [readText(element, 600), first, element.tagName === 'AREA' ? element.getAttribute('alt') : '']
  for (const text of words) if (tidy(text ?? '') !== '') labels.push({ place: 'own', text: tidy(text!) })
  if (tidy(element.getAttribute('title') ?? '') !== '')
    labels.push({ place: 'title', text: tidy(element.getAttribute('title')!) })
  return labels
}

function fieldLabels(look: Look, element: PageElement, kind: string): Control['labels'] {
  const box = kind === 'radio' || kind === 'checkbox'
  const own = ownLabels(element)
  const around = cellLabels(element)
  const legend = element.closest('fieldset')?.querySelector('legend')
  if (legend) around.push({ place: kind === 'radio' ? 'row' : 'section', text: tidy(readText(legend, 120)) })
  const caption = element.closest('table')?.querySelector('caption')
  if (caption) around.push({ place: 'section', text: tidy(readText(caption, 120)) })
  const line = tidy(look.line)
  const above = wordsAbove(element, look.since.slice(-8), [...own, ...around])
  const near: Control['labels'] = line === '' ? [] : [{ place: 'beside', text: line }]
  above.forEach((text, n) => near.push({ place: 'above', text, far: line !== '' || n > 0 }))
  const group =
    kind === 'radio'
      ? [...around, ...near].map((label) => ({ ...label, place: 'group' }))
      : kind === 'checkbox'
        ? around
        : [...around, ...near]
  const labels = [...own, ...group]
  if (!box && element.getAttribute('placeholder'))
    labels.push({ place: 'placeholder', text: tidy(element.getAttribute('placeholder')!) })
  // A list's first entry that is no choice (選択してください) says what is to be chosen, as a placeholder does.
  const first = kind === 'select' ? element.querySelector('option') : null
  const prompt = tidy(first?.innerText ?? '')
  if (first && (first.value === '' || /選択|^-+$/.test(prompt))) labels.push({ place: 'placeholder', text: prompt })
  labels.push({ place: 'title', text: tidy(element.getAttribute('title') ?? '') })
  return labels.filter((label) => label.text !== '')
}

function isReachable(element: PageElement, kind: string): boolean {
  if (isSeen(element)) return true
  if (element.tagName === 'AREA') {
    const image = document.querySelector(`img[usemap="#${element.closest('map')?.getAttribute('name') ?? ''}"]`)
    return image !== null && isSeen(image)
  }
  if (kind !== 'radio' && kind !== 'checkbox') return false
  for (let n = 0; n < (element.labels?.length ?? 0); n++) if (isSeen(element.labels![n]!)) return true
  return false
}

function addControl(look: Look, element: PageElement, kind: string): void {
  if (!isReachable(element, kind)) return
  const form = formOf(look, element)
  const off = element.matches(':disabled') || element.getAttribute('aria-disabled') === 'true' || element.readOnly === true
  const href =
    element.tagName === 'A' && typeof element.href === 'string' && typeof element.onclick !== 'function' ? element.href : ''
  const plain = /^https?:/.test(href) && !href.endsWith('#') ? href : null
  const control = {
    kind,
    labels: kind === 'press' ? pressLabels(element) : fieldLabels(look, element, kind),
    form,
    trail: trailOf(element),
    rows: rowsOf(element),
    sections: [...(kind === 'press' ? rowHeads(element) : []), ...sectionsOf(element, look.heading)],
    usable: !off && window.getComputedStyle(element).pointerEvents !== 'none',
    target: kind === 'radio' ? `radio:${form}:${element.name}` : plain,
  }
  look.controls.push(control)
  look.elements.push(element)
  if (kind !== 'press') look.since = []
  if (kind === 'radio' || kind === 'checkbox') look.box = control
  look.unit = kind === 'text' || kind === 'select' ? control : null
}

/** Reads the page in the order of its source: text into blocks and lines, controls with the words around them. */
function walk(look: Look, node: PageNode, pressed: boolean): void {
  if (node.nodeType === 3) {
    const seen = !node.parentElement || window.getComputedStyle(node.parentElement).visibility === 'visible'
    if (seen && !pressed) look.line += node.data
    return
  }
  if (!isElement(node)) return
  const element = node
  const kind = kindOf(element)
  if (kind) {
    if (kind !== 'press') {
      const { line, box } = look
      if (box && tidy(line) !== '') box.labels.push({ place: 'beside', text: tidy(line) })
      look.box = null
      look.line = takeUnit(line, look.unit)
      addControl(look, element, kind)
      // What stands in a field nobody can change is shown, not typed.
      const fixed =
        kind === 'text' && (element.readOnly === true || element.matches(':disabled')) ? tidy(`${element.value ?? ''}`) : ''
      for (const text of [tidy(line), fixed]) if (text !== '') look.lines.push(text)
      look.line = ''
    } else addControl(look, element, kind)
    return
  }
  // An area has no box of its own: its picture stands for it.
  if (element.tagName === 'AREA') return addControl(look, element, 'press')
  if (isSilent(element) || !isShown(element)) return
  if (element.tagName === 'BR') return endLine(look)
  if (element.tagName === 'IMG') {
    if (!pressed) look.line += element.getAttribute('alt') ?? ''
    if (typeof element.onclick === 'function') addControl(look, element, 'press')
    return
  }
  walkInside(look, element, pressed)
}

function walkInside(look: Look, element: PageElement, pressed: boolean): void {
  const block = !/^(?:inline|contents)/.test(window.getComputedStyle(element).display)
  const heading = element.matches('h1,h2,h3,h4,h5,h6,[role=heading],legend,caption')
  const press = isPressable(element)
  if (block) endBlock(look, false)
  const [blocks, controls] = [look.blocks.length, look.controls.length]
  if (press) addControl(look, element, 'press')
  const inner = pressed || (press && readText(element, 200).length <= 120)
  const children = (element.shadowRoot ?? element).childNodes
  for (let n = 0; n < children.length; n++) walk(look, children[n]!, inner)
  if (!block && !heading) return
  endBlock(look, heading)
  const whole = inner ? '' : tidy(readText(element, 200))
  if (heading && whole !== '') look.heading = whole
  // One name cut over several boxes (a flex row of spans) is still one name.
  const pieces = look.blocks.length - blocks
  if (pieces > 1 && look.controls.length === controls && whole !== '' && whole.length <= 80) {
    look.blocks.push({ text: whole, lines: [whole], heading })
    look.since.push(whole)
  }
}

function readPairs(look: Look): void {
  const rows = document.querySelectorAll('tr')
  for (let n = 0; n < rows.length; n++) {
    const cells = rows[n]!.children
    const above = n > 0 ? rows[n - 1]!.children : null
    for (let m = 0; m < cells.length; m++) {
      const text = tidy(readText(cells[m]!, 300))
      if (m > 0) look.pairs.push({ label: tidy(readText(cells[m - 1]!, 100)), text })
      if (above?.[m]?.tagName === 'TH' && cells[m]!.tagName === 'TD')
        look.pairs.push({ label: tidy(readText(above[m]!, 100)), text })
    }
  }
  const terms = document.querySelectorAll('dd')
  for (let n = 0; n < terms.length; n++) {
    const label = terms[n]!.previousElementSibling
    if (label?.tagName === 'DT') look.pairs.push({ label: tidy(readText(label, 100)), text: tidy(readText(terms[n]!, 300)) })
  }
  // A label with a cell beside it has its value there, also when that is empty: what the next line says is none of it.
  const celled = new Set(look.pairs.map((pair) => pair.label))
  const lines = look.blocks.flatMap((block) => block.lines)
  lines.forEach((line, n) => {
    const cut = /^(.{2,40}?)\s*[:：]\s*(.*)$/u.exec(line)
    if (cut && cut[2] !== '') look.pairs.push({ label: cut[1]!, text: cut[2]! })
    else if (n + 1 < lines.length && line.length <= 40 && !celled.has(line)) look.pairs.push({ label: line, text: lines[n + 1]! })
  })
}

/** Describes this frame's document; the elements stay in the page, in the order of `controls`. */
function lookAtPage(): { view: object; elements: PageElement[] } {
  const look: Look = {
    blocks: [],
    controls: [],
    elements: [],
    pairs: [],
    forms: [],
    line: '',
    lines: [],
    since: [],
    heading: '',
    box: null,
    unit: null,
  }
  if (document.body) walk(look, document.body, false)
  endBlock(look, false)
  readPairs(look)
  return {
    view: { title: document.title, blocks: look.blocks, controls: look.controls, pairs: look.pairs },
    elements: look.elements,
  }
}

/** The functions by the names they call each other by; a bundler may have renamed them. */
export const pageWalk = {
  endLine,
  endBlock,
  kindOf,
  isPressable,
  formOf,
  pressLabels,
  fieldLabels,
  isReachable,
  addControl,
  walk,
  walkInside,
  readPairs,
  lookAtPage,
}
