import { imapString, type Argument } from './imap-command.ts'
import type { StoredMessage } from './mail-store.ts'
import { addressesOf, chosenFields, fieldValue, splitMessage } from './message-parts.ts'

const macros: Readonly<Record<string, readonly string[]>> = {
  ALL: ['FLAGS', 'INTERNALDATE', 'RFC822.SIZE', 'ENVELOPE'],
  FAST: ['FLAGS', 'INTERNALDATE', 'RFC822.SIZE'],
  FULL: ['FLAGS', 'INTERNALDATE', 'RFC822.SIZE', 'ENVELOPE', 'BODY'],
}
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

const two = (number: number): string => String(number).padStart(2, '0')

/** ` 1-Jul-2026 09:00:00 +0000`: the date form of IMAP, always in UTC. */
export function imapDate(date: Date): string {
  const day = `${String(date.getUTCDate()).padStart(2, ' ')}-${months[date.getUTCMonth()]}-${date.getUTCFullYear()}`
  return `${day} ${two(date.getUTCHours())}:${two(date.getUTCMinutes())}:${two(date.getUTCSeconds())} +0000`
}

export const flagList = (flags: ReadonlySet<string>): string => `(${[...flags].join(' ')})`

function envelope(header: string): string {
  const people = (name: string, instead?: string): string => {
    const found = addressesOf(fieldValue(header, name) ?? (instead === undefined ? null : fieldValue(header, instead)))
    if (found.length === 0) return 'NIL'
    return `(${found.map((one) => `(${imapString(one.name)} NIL ${imapString(one.local)} ${imapString(one.host)})`).join('')})`
  }
  const plain = (name: string): string => imapString(fieldValue(header, name))
  return `(${[plain('Date'), plain('Subject'), people('From'), people('Sender', 'From'), people('Reply-To', 'From'), people('To'), people('Cc'), people('Bcc'), plain('In-Reply-To'), plain('Message-ID')].join(' ')})`
}

/** Every message is described as one part: enough to be shown, since mail programs here fetch messages whole. */
function structure(message: StoredMessage): string {
  const { header, body } = splitMessage(message.bytes)
  const [, type = 'TEXT', subtype = 'PLAIN'] = /^([a-z]+)\/([a-z0-9.+-]+)/i.exec(fieldValue(header, 'Content-Type') ?? '') ?? []
  const charset = /charset="?([a-z0-9_-]+)/i.exec(fieldValue(header, 'Content-Type') ?? '')?.[1] ?? 'us-ascii'
  const encoding = fieldValue(header, 'Content-Transfer-Encoding') ?? '7bit'
  const text = type.toUpperCase() === 'TEXT'
  const lines = text ? ` ${body.split('\r\n').length - 1}` : ''
  const kind = text ? [type, subtype] : ['TEXT', 'PLAIN']
  return `(${kind.map((word) => imapString(word)).join(' ')} ("CHARSET" ${imapString(charset)}) NIL NIL ${imapString(encoding)} ${body.length}${lines})`
}

/** The bytes of a section as latin1 text, or null for a section that does not exist here. */
function section(message: StoredMessage, name: string): string | null {
  const { header, body } = splitMessage(message.bytes)
  const fields = /^HEADER\.FIELDS(\.NOT)? \(([^()]*)\)$/i.exec(name)
  if (fields)
    return chosenFields(
      header,
      fields[2]!
        .trim()
        .split(/\s+/)
        .map((field) => field.replaceAll('"', '')),
      fields[1] !== undefined,
    )
  const known: Readonly<Record<string, string>> = {
    '': header + body,
    HEADER: header,
    TEXT: body,
    '1': body,
    '1.MIME': chosenFields(header, ['content-type', 'content-transfer-encoding'], false),
  }
  return known[name.toUpperCase()] ?? null
}

const literal = (name: string, latin1: string): Buffer =>
  Buffer.concat([Buffer.from(`${name} {${latin1.length}}\r\n`), Buffer.from(latin1, 'latin1')])

interface Part {
  readonly bytes: Buffer
  readonly reads: boolean
}

const said = (text: string): Part => ({ bytes: Buffer.from(text), reads: false })

function part(message: StoredMessage, item: string): Part | null {
  const { header, body } = splitMessage(message.bytes)
  switch (item.toUpperCase()) {
    case 'UID':
      return said(`UID ${message.uid}`)
    case 'FLAGS':
      return said(`FLAGS ${flagList(message.flags)}`)
    case 'INTERNALDATE':
      return said(`INTERNALDATE "${imapDate(message.received)}"`)
    case 'RFC822.SIZE':
      return said(`RFC822.SIZE ${message.bytes.length}`)
    case 'ENVELOPE':
      return said(`ENVELOPE ${envelope(header)}`)
    case 'BODY':
    case 'BODYSTRUCTURE':
      return said(`${item.toUpperCase()} ${structure(message)}`)
    case 'RFC822':
      return { bytes: literal('RFC822', header + body), reads: true }
    case 'RFC822.HEADER':
      return { bytes: literal('RFC822.HEADER', header), reads: false }
    case 'RFC822.TEXT':
      return { bytes: literal('RFC822.TEXT', body), reads: true }
  }
  const asked = /^BODY(\.PEEK)?\[([^\]]*)\](?:<([0-9]{1,9})\.([0-9]{1,9})>)?$/i.exec(item)
  const text = asked && section(message, asked[2]!)
  if (!asked || text === null) return null
  const from = asked[3] === undefined ? null : Number(asked[3])
  const name = `BODY[${asked[2]}]${from === null ? '' : `<${from}>`}`
  return { bytes: literal(name, from === null ? text : text.slice(from, from + Number(asked[4]))), reads: asked[1] === undefined }
}

/** The items a FETCH asks for, macros resolved; null when it asks for something unreadable. */
export function fetchItems(wanted: Argument | undefined, byUid: boolean): readonly string[] | null {
  const list = wanted === undefined ? [] : typeof wanted === 'string' ? (macros[wanted.toUpperCase()] ?? [wanted]) : wanted
  if (list.length === 0 || !list.every((one) => typeof one === 'string')) return null
  return byUid && !list.some((one) => one.toUpperCase() === 'UID') ? ['UID', ...list] : list
}

/** One FETCH response (without tag), and whether it counts as reading the message. Null when an item is not known here. */
export function fetchResponse(
  message: StoredMessage,
  number: number,
  items: readonly string[],
): { readonly bytes: Buffer; readonly reads: boolean } | null {
  const parts = items.map((item) => part(message, item))
  if (parts.some((one) => one === null)) return null
  const joined = parts.flatMap((one, index) => (index === 0 ? [one!.bytes] : [Buffer.from(' '), one!.bytes]))
  return {
    bytes: Buffer.concat([Buffer.from(`* ${number} FETCH (`), ...joined, Buffer.from(')\r\n')]),
    reads: parts.some((one) => one!.reads),
  }
}
