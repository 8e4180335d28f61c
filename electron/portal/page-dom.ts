/**
 * The little of the DOM that the page-side functions use. This room is compiled without the DOM's types, so that nothing in it
 * can be mistaken for code that runs in a page.
 */
export interface PageNode {
  readonly nodeType: number
  data: string
  readonly childNodes: ArrayLike<PageNode>
  readonly parentElement: PageElement | null
}

export interface PageStyle {
  readonly display: string
  readonly visibility: string
  readonly opacity: string
  readonly cursor: string
  readonly content: string
  readonly overflowX: string
  readonly pointerEvents: string
}

export interface PageElement extends PageNode {
  readonly tagName: string
  readonly children: ArrayLike<PageElement>
  readonly previousElementSibling: PageElement | null
  readonly shadowRoot: PageNode | null
  readonly attributes: ArrayLike<{ readonly name: string; readonly value: string }>
  readonly innerText?: string
  readonly labels?: ArrayLike<PageElement> | null
  readonly form?: PageElement | null
  readonly cells?: ArrayLike<PageElement>
  readonly colSpan?: number
  readonly href?: unknown
  readonly onclick?: unknown
  readonly readOnly?: boolean
  readonly type?: string
  readonly name?: string
  readonly value?: string | number
  readonly style: { cssText: string; setProperty(name: string, value: string, priority: string): void }
  getAttribute(name: string): string | null
  setAttribute(name: string, value: string): void
  removeAttribute(name: string): void
  hasAttribute(name: string): boolean
  matches(selector: string): boolean
  closest(selector: string): PageElement | null
  querySelector(selector: string): PageElement | null
  querySelectorAll(selector: string): ArrayLike<PageElement>
  getBoundingClientRect(): {
    readonly left: number
    readonly top: number
    readonly right: number
    readonly bottom: number
    readonly width: number
    readonly height: number
  }
}

export interface PageDocument extends PageElement {
  readonly title: string
  readonly body: PageElement | null
  readonly documentElement: PageElement
  readonly readyState: string
  getElementById(id: string): PageElement | null
}

export interface PageWindow {
  getComputedStyle(element: PageElement, pseudo?: string): PageStyle
  /** Elements that listen to presses, as `pressScript` noted them. */
  readonly mailMigratePressed?: { has(element: PageElement): boolean }
  readonly scrollX: number
  readonly scrollY: number
}
