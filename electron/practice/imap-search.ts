import { readNumberSet, type Argument } from './imap-command.ts'
import type { StoredMessage } from './mail-store.ts'
import { fieldValue, splitMessage } from './message-parts.ts'

/** A message with its number in the folder. */
export interface Numbered {
  readonly number: number
  readonly message: StoredMessage
}
type Test = (one: Numbered) => boolean

const flagKeys: Readonly<Record<string, string>> = {
  SEEN: '\\Seen',
  ANSWERED: '\\Answered',
  FLAGGED: '\\Flagged',
  DELETED: '\\Deleted',
  DRAFT: '\\Draft',
}
const dayMs = 86_400_000
const holds = (text: string | null, wanted: string): boolean => text !== null && text.toLowerCase().includes(wanted.toLowerCase())
/** Search words come as UTF-8; messages at rest are read one character a byte. */
const asBytes = (text: string): string => Buffer.from(text, 'utf8').toString('latin1')

const time = ({ message }: Numbered): number => message.received.getTime()

function dayTest(key: string, text: string): Test | null {
  const from = Date.parse(`${text} UTC`)
  if (Number.isNaN(from)) return null
  if (key === 'BEFORE') return (one) => time(one) < from
  return key === 'SINCE' ? (one) => time(one) >= from : (one) => time(one) >= from && time(one) < from + dayMs
}

function textTest(key: string, wanted: string): Test {
  const value = asBytes(wanted)
  if (key === 'BODY') return ({ message }) => holds(splitMessage(message.bytes).body, value)
  if (key === 'TEXT') return ({ message }) => holds(message.bytes.toString('latin1'), value)
  return ({ message }) => holds(fieldValue(splitMessage(message.bytes).header, key), value)
}

/** Reads search keys one after another; `all` is the folder, for what `*` and numbers mean. */
class SearchReader {
  readonly #left: Argument[]
  readonly #all: readonly Numbered[]
  constructor(args: readonly Argument[], all: readonly Numbered[]) {
    this.#left = [...args]
    this.#all = all
  }
  get done(): boolean {
    return this.#left.length === 0
  }
  #text(): string | null {
    const next = this.#left.shift()
    return typeof next === 'string' ? next : null
  }
  #set(text: string | null, of: (one: Numbered) => number): Test | null {
    const set = text === null ? null : readNumberSet(text, this.#all.map(of))
    return set && ((one) => set.has(of(one)))
  }
  next(depth = 0): Test | null {
    const first = this.#left.shift()
    if (first === undefined || depth > 10) return null
    if (typeof first !== 'string') return makeSearch(first, this.#all, depth + 1)
    const key = first.toUpperCase()
    const flag = flagKeys[key] ?? flagKeys[key.replace(/^UN/, '')]
    if (flag) return ({ message }) => message.flags.has(flag) === key in flagKeys
    switch (key) {
      case 'ALL':
      case 'OLD':
        return () => true
      case 'NEW':
      case 'RECENT':
        return () => false
      case 'NOT': {
        const test = this.next(depth + 1)
        return test && ((one) => !test(one))
      }
      case 'OR': {
        const [a, b] = [this.next(depth + 1), this.next(depth + 1)]
        return a && b && ((one) => a(one) || b(one))
      }
      case 'UID':
        return this.#set(this.#text(), ({ message }) => message.uid)
      case 'KEYWORD':
      case 'UNKEYWORD': {
        const word = this.#text()
        return word === null ? null : ({ message }) => message.flags.has(word) === (key === 'KEYWORD')
      }
      case 'SINCE':
      case 'BEFORE':
      case 'ON':
        return dayTest(key, this.#text() ?? '')
      case 'LARGER':
      case 'SMALLER': {
        const size = Number(this.#text() ?? Number.NaN)
        return ({ message }) => (key === 'LARGER' ? message.bytes.length > size : message.bytes.length < size)
      }
      case 'SUBJECT':
      case 'FROM':
      case 'TO':
      case 'CC':
      case 'BCC':
      case 'BODY':
      case 'TEXT': {
        const wanted = this.#text()
        return wanted === null ? null : textTest(key, wanted)
      }
      case 'HEADER': {
        const [name, wanted] = [this.#text(), this.#text()]
        return name === null || wanted === null ? null : textTest(name, wanted)
      }
      default:
        return this.#set(first, ({ number }) => number)
    }
  }
}

/** What a SEARCH asks, as a test of one message: all keys must hold. Null when it cannot be read. */
export function makeSearch(args: readonly Argument[], all: readonly Numbered[], depth = 0): Test | null {
  const charset = typeof args[0] === 'string' && args[0].toUpperCase() === 'CHARSET'
  const reader = new SearchReader(charset ? args.slice(2) : args, all)
  const tests: Test[] = []
  while (!reader.done) {
    const test = reader.next(depth)
    if (!test) return null
    tests.push(test)
  }
  return tests.length === 0 ? null : (one) => tests.every((test) => test(one))
}
