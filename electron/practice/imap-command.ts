import type { Talk } from './talk.ts'

/** One argument: an atom, string or literal as text, or a list in parentheses. */
export type Argument = string | readonly Argument[]

/** One command of a client. `name` is in capitals; `UID FETCH` and the like are one name. */
export interface Command {
  readonly tag: string
  readonly name: string
  readonly args: readonly Argument[]
  /** The literals as bytes, in order: a message to be stored must not pass through text. */
  readonly literals: readonly Buffer[]
}

const depthMost = 10
/** Characters of one command without its literals: reading takes time by their square in the worst case. */
const textMost = 16_384
const literalEnd = /\{([0-9]{1,9})(\+?)\}$/
/** Atom (a section in brackets may hold blanks and parentheses), quoted string, literal's place, or parenthesis. */
const token = /\s*(?:(\()|(\))|"((?:[^"\\]|\\.)*)"|\0([0-9]{1,4})\0|((?:\[[^\]\0]*\]|[^\s()"\0])+))/y

/** Arguments of a command line in which `\0n\0` stands for the n-th literal; null when it cannot be read. */
export function readArguments(text: string, literals: readonly Buffer[]): readonly Argument[] | null {
  const stack: Argument[][] = [[]]
  token.lastIndex = 0
  while (token.lastIndex < text.trimEnd().length) {
    const found = token.exec(text)
    if (!found) return null
    const [, open, close, quoted, literal, atom] = found
    const top = stack.at(-1)!
    if (open) {
      if (stack.length > depthMost) return null
      const list: Argument[] = []
      top.push(list)
      stack.push(list)
    } else if (close) {
      if (stack.length === 1) return null
      stack.pop()
    } else
      top.push(
        quoted?.replace(/\\(.)/g, '$1') ?? (literal === undefined ? atom! : (literals[Number(literal)]?.toString('utf8') ?? '')),
      )
  }
  return stack.length === 1 ? stack[0]! : null
}

/**
 * Reads one whole command with its literals (synchronising or not). `limit`: bytes of literals taken in all; beyond it the
 * connection cannot go on and the answer is null, as when the client is gone. `bad`: a line that is no command; its tag if any.
 */
export async function readCommand(talk: Talk, limit: number): Promise<Command | { readonly bad: string } | null> {
  const literals: Buffer[] = []
  let text = ''
  let left = limit
  for (;;) {
    const line = await talk.line()
    if (line === null || line.includes('\0')) return null
    const end = literalEnd.exec(line)
    if (!end) {
      text += line
      break
    }
    const size = Number(end[1])
    left -= size
    if (left < 0 || literals.length >= 100) return null
    if (end[2] === '') talk.say('+ OK\r\n')
    const bytes = await talk.bytes(size)
    if (bytes === null) return null
    text += `${line.slice(0, end.index)}\0${literals.length}\0`
    if (text.length > textMost) return null
    literals.push(bytes)
  }
  const head = /^([^\s()*%"\\+{]{1,64}) ((?:uid )?[a-z]+)(?: |$)/i.exec(text)
  const args = head && readArguments(text.slice(head[0].length), literals)
  if (!head || !args) return { bad: /^[^\s()*%"\\+{]{1,64}(?= )/.exec(text)?.[0] ?? '*' }
  return { tag: head[1]!, name: head[2]!.toUpperCase(), args, literals }
}

/** An argument that must be text. Null when it is missing or a list. */
export const textOf = (argument: Argument | undefined): string | null => (typeof argument === 'string' ? argument : null)

/** Text as an IMAP string: quoted when it can be, a literal otherwise. */
export function imapString(text: string | null): string {
  if (text === null) return 'NIL'
  if (/^[\x20-\x7e]{0,200}$/.test(text)) return `"${text.replace(/["\\]/g, '\\$&')}"`
  return `{${Buffer.byteLength(text)}}\r\n${text}`
}

/** Numbers of a set like `1:3,7,*` that exist; `last` is what `*` means. Null when it is no set. */
export function readNumberSet(text: string, existing: readonly number[]): ReadonlySet<number> | null {
  if (
    text.length > 2000 ||
    !/^(?:[0-9]{1,10}|\*)(?::(?:[0-9]{1,10}|\*))?(?:,(?:[0-9]{1,10}|\*)(?::(?:[0-9]{1,10}|\*))?)*$/.test(text)
  )
    return null
  const last = existing.at(-1) ?? 0
  const ranges = text.split(',').map((part) => {
    const [from = last, to = from] = part.split(':').map((edge) => (edge === '*' ? last : Number(edge)))
    return [Math.min(from, to), Math.max(from, to)] as const
  })
  return new Set(existing.filter((number) => ranges.some(([from, to]) => number >= from && number <= to)))
}
