import type { PageDocument, PageElement, PageNode, PageWindow } from './page-dom.ts'

// Runs in the page, sent as text: plain function declarations that use only what stands in this file. No secret is handed
// into the page: it tells its texts, the decision what to cover is made outside.
declare const document: PageDocument
declare const window: PageWindow

interface Mask {
  readonly nodes: PageNode[]
  readonly texts: string[]
  readonly elements: PageElement[]
  readonly strings: string[]
  readonly undo: (() => void)[]
}

function isMaskable(node: PageNode): node is PageElement {
  return node.nodeType === 1
}

function maskStrings(element: PageElement): string {
  const strings: string[] = []
  for (let n = 0; n < element.attributes.length; n++) strings.push(element.attributes[n]!.value)
  if (/^(?:INPUT|TEXTAREA)$/.test(element.tagName)) strings.push(`${element.value ?? ''}`)
  for (const pseudo of ['::before', '::after']) {
    const content = window.getComputedStyle(element, pseudo).content
    if (content !== 'none' && content !== 'normal') strings.push(content)
  }
  return strings.filter((text) => text !== '').join('\n')
}

function maskCollect(mask: Mask, node: PageNode): void {
  if (node.nodeType === 3) {
    if (node.data.trim() === '') return
    mask.nodes.push(node)
    mask.texts.push(node.data)
    return
  }
  if (isMaskable(node)) {
    const element = node
    if (/^(?:SCRIPT|STYLE|NOSCRIPT|TEMPLATE)$/i.test(element.tagName)) return
    // A password field is covered whatever is in it: `\0` marks it.
    const password = element.tagName === 'INPUT' && element.type === 'password'
    const text = password ? '\0' : maskStrings(element)
    if (text !== '') {
      mask.elements.push(element)
      mask.strings.push(text)
    }
    if (element.shadowRoot) maskCollect(mask, element.shadowRoot)
  }
  for (let n = 0; n < node.childNodes.length; n++) maskCollect(mask, node.childNodes[n]!)
}

/** Everything on the page that can be read, in the order of its source; the nodes stay in the page. */
function maskLook(): Mask {
  const mask: Mask = { nodes: [], texts: [], elements: [], strings: [], undo: [] }
  maskCollect(mask, document.documentElement)
  return mask
}

/** Covers: the letters of texts by blocks, elements by black. What was there is kept for `maskRestore`. */
function maskApply(mask: Mask, order: { stretches: { text: number; start: number; end: number }[]; elements: number[] }): void {
  for (const stretch of order.stretches) {
    const node = mask.nodes[stretch.text]!
    node.data = node.data.slice(0, stretch.start) + '■'.repeat(stretch.end - stretch.start) + node.data.slice(stretch.end)
  }
  for (const number of new Set(order.stretches.map((stretch) => stretch.text))) {
    const [node, before] = [mask.nodes[number]!, mask.texts[number]!]
    const covered = node.data
    mask.undo.push(() => {
      if (node.data === covered) node.data = before
    })
  }
  for (const number of order.elements) {
    const element = mask.elements[number]!
    const before = element.getAttribute('style')
    mask.undo.push(() => (before === null ? element.removeAttribute('style') : element.setAttribute('style', before)))
    const black = ['background', 'color', '-webkit-text-fill-color', 'border-color', 'outline-color', 'caret-color']
    for (const name of black) element.style.setProperty(name, '#000', 'important')
    for (const name of ['transition', 'animation', 'text-shadow']) element.style.setProperty(name, 'none', 'important')
    element.style.setProperty('filter', 'brightness(0)', 'important')
  }
}

function maskRestore(mask: Mask): void {
  for (const undo of mask.undo.reverse()) undo()
  mask.undo.length = 0
}

/** The functions by the names they call each other by; a bundler may have renamed them. */
export const pageMask = { isMaskable, maskStrings, maskCollect, maskLook, maskApply, maskRestore }
