import { pageEyes } from './page-eyes.ts'
import { pageMask } from './page-mask.ts'
import { pageWalk } from './page-walk.ts'

type PageFunction = (...values: never[]) => unknown

/** Functions as text under the names they call each other by, whatever a bundler has made of those. */
const textOf = (functions: Readonly<Record<string, PageFunction>>): string =>
  Object.entries(functions)
    .map(([name, one]) => (one.name === name ? String(one) : `${String(one)}\nvar ${name} = ${one.name};`))
    .join('\n')

/** An expression for the page: looks at its document and answers `{ view, elements }`. */
export const lookScript = `(() => {\n${textOf({ ...pageEyes, ...pageWalk })}\nreturn lookAtPage()\n})()`

/**
 * To be run before a page's own scripts: notes which elements listen to presses, for boxes that act as buttons and
 * show it by nothing in the markup.
 */
export const pressScript = `(() => {
  const pressed = new WeakSet()
  const listen = EventTarget.prototype.addEventListener
  Object.defineProperty(window, 'mailMigratePressed', { value: pressed })
  EventTarget.prototype.addEventListener = function (kind, ...rest) {
    if (/^(?:click|mousedown|mouseup|pointerdown|pointerup)$/.test(kind) && this instanceof Element) pressed.add(this)
    return listen.call(this, kind, ...rest)
  }
})()`

/** An expression for the page: `{ mask, apply, restore }` over what can be read there now. */
export const maskScript = `(() => {\n${textOf(pageMask)}\nreturn { mask: maskLook(), apply: maskApply, restore: maskRestore }\n})()`
