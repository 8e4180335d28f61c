/** What the conversation below imapflow shows so far. */
export interface ImapTap {
  /** Connected and, where implicit, TLS done. */
  connected: boolean
  /** The first line of the server, once it is whole. */
  greeting: Buffer | null
  /** The command on its way: `LOGIN`, `AUTHENTICATE`, …, and its tag. */
  command: string | null
  tag: string | null
  /** The password has left. */
  sent: boolean
  /** What the server said since the last command, as bytes, its end only. */
  recent: Buffer
  /** Bytes of a first line that has no end yet. */
  unended: number
}

/** Entries of imapflow's log, as far as they are read here. */
interface LogEntry {
  readonly src?: string
  readonly msg?: unknown
  readonly data?: unknown
  readonly comment?: unknown
}

const keep = 64 * 1024

/** The line among what was said last that answers `tag`, or the last BYE, or the last line. */
export function answerLine(tap: ImapTap): Buffer {
  const lines = tap.recent.toString('latin1').split(/\r?\n/)
  const own = tap.tag === null ? undefined : lines.find((line) => line.startsWith(`${tap.tag} `))
  const bye = lines.findLast((line) => /^\* BYE/i.test(line))
  return Buffer.from(own ?? bye ?? lines.findLast((line) => line !== '') ?? '', 'latin1')
}

/** The words of a tagged or untagged line, without tag, status and response code. */
export const wordsOf = (line: Buffer): Buffer =>
  Buffer.from(line.toString('latin1').replace(/^\S+ (?:OK|NO|BAD|BYE|PREAUTH) ?(?:\[[^\]]*\] ?)?/i, ''), 'latin1')

function heard(tap: ImapTap, bytes: Buffer): void {
  const joined = Buffer.concat([tap.recent, bytes])
  tap.recent = joined.length > keep ? joined.subarray(joined.length - keep) : joined
  if (tap.greeting !== null) return
  const end = tap.recent.indexOf(10)
  tap.unended = end === -1 ? tap.unended + bytes.length : 0
  if (end !== -1) tap.greeting = tap.recent.subarray(0, end)
}

function said(tap: ImapTap, entry: LogEntry): void {
  const words = typeof entry.msg === 'string' ? /^(\S+) ([A-Z]+)/.exec(entry.msg) : null
  const comment = typeof entry.comment === 'string' ? entry.comment : ''
  if (entry.msg === 'write to socket') return
  if (comment === '' && words && !entry.msg?.toString().startsWith('(*')) {
    tap.tag = words[1] ?? null
    tap.command = words[2] ?? null
    tap.recent = Buffer.alloc(0)
    if (tap.command === 'LOGIN') tap.sent = true
  } else if (tap.command === 'AUTHENTICATE') {
    tap.sent = true
  }
}

/**
 * A logger for imapflow that listens instead of writing: it keeps the server's bytes (imapflow itself decodes them as UTF-8 and
 * loses Japanese text), sees the very moment the password is handed to the socket, and stores no line of the client's.
 * `stirred` is called after each entry.
 */
export function tapImap(stirred: (tap: ImapTap) => void) {
  const tap: ImapTap = {
    connected: false,
    greeting: null,
    command: null,
    tag: null,
    sent: false,
    recent: Buffer.alloc(0),
    unended: 0,
  }
  const listen = (entry: LogEntry): void => {
    if (entry.src === 'connection') tap.connected = true
    else if (entry.src === 's' && entry.msg === 'read from socket' && typeof entry.data === 'string')
      heard(tap, Buffer.from(entry.data, 'base64'))
    else if (entry.src === 'c') said(tap, entry)
    else return
    stirred(tap)
  }
  const logger = { trace: listen, debug: listen, info: listen, warn: listen, error: listen, fatal: listen }
  return { tap, logger }
}
