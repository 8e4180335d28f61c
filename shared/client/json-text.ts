/** A JSON value with its place in the text, so that one value can be changed and all others keep their bytes. */
export type JsonNode =
  | { readonly kind: 'object'; readonly from: number; readonly to: number; readonly members: readonly JsonMember[] }
  | { readonly kind: 'array'; readonly from: number; readonly to: number; readonly items: readonly JsonNode[] }
  | { readonly kind: 'plain'; readonly from: number; readonly to: number; readonly value: string | number | boolean | null }

export interface JsonMember {
  readonly key: string
  readonly value: JsonNode
}

const plain = /"(?:[^"\\]|\\.)*"|[^\s,:[\]{}"]+/sy
const space = /[ \t\r\n]*/y

function skip(text: string, from: number): number {
  space.lastIndex = from
  return from + space.exec(text)![0].length
}

function plainValue(token: string): string | number | boolean | null {
  const value: unknown = JSON.parse(token)
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null
}

function readPlain(text: string, from: number): JsonNode {
  plain.lastIndex = from
  const token = plain.exec(text)![0]
  return { kind: 'plain', from, to: from + token.length, value: plainValue(token) }
}

/** The text is known to be valid: only places are sought here. */
function readNode(text: string, start: number): JsonNode {
  const from = skip(text, start)
  const open = text[from]
  if (open !== '{' && open !== '[') return readPlain(text, from)
  const members: JsonMember[] = []
  const items: JsonNode[] = []
  let at = skip(text, from + 1)
  while (text[at] !== '}' && text[at] !== ']') {
    if (open === '{') {
      const key = readPlain(text, at)
      const value = readNode(text, skip(text, key.to) + 1)
      members.push({ key: key.kind === 'plain' ? String(key.value) : '', value })
      at = value.to
    } else {
      const item = readNode(text, at)
      items.push(item)
      at = item.to
    }
    at = skip(text, at)
    if (text[at] === ',') at = skip(text, at + 1)
  }
  return open === '{' ? { kind: 'object', from, to: at + 1, members } : { kind: 'array', from, to: at + 1, items }
}

const deepest = 100

/** Reads a JSON text with the place of every value. Null when it is not valid JSON, or nested deeper than 100 levels. */
export function readJson(text: string): JsonNode | null {
  try {
    JSON.parse(text)
  } catch {
    return null
  }
  let depth = 0
  for (const bracket of text.replace(/"(?:[^"\\]|\\.)*"/gs, '').match(/[[\]{}]/g) ?? []) {
    depth += bracket === '[' || bracket === '{' ? 1 : -1
    if (depth > deepest) return null
  }
  return readNode(text, 0)
}

/** A member's value; of a key that stands twice the last counts, as for every JSON reader. */
export function memberOf(node: JsonNode | undefined, key: string): JsonNode | undefined {
  return node?.kind === 'object' ? node.members.findLast((member) => member.key === key)?.value : undefined
}

/** The text, number or flag of a member, or undefined where it is something else or missing. */
export function plainOf(node: JsonNode | undefined, key: string): string | number | boolean | null | undefined {
  const value = memberOf(node, key)
  return value?.kind === 'plain' ? value.value : undefined
}

/** One replacement; `from === to` inserts. */
export interface TextChange {
  readonly from: number
  readonly to: number
  readonly put: string
}

/** Applies changes that do not overlap, in order of their place; those at one place in the order given. */
export function applyChanges(text: string, changes: readonly TextChange[]): string {
  let out = ''
  let kept = 0
  for (const { from, to, put } of changes.toSorted((a, b) => a.from - b.from)) {
    out += text.slice(kept, from) + put
    kept = to
  }
  return out + text.slice(kept)
}
