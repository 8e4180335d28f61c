import type { MailStore, StoredMessage } from './mail-store.ts'
import type { Talk } from './talk.ts'

/** A message with dots doubled at line starts and the closing dot (RFC 1939 §3). `lines`: that many lines of the body only (TOP). */
export function dotted(bytes: Buffer, lines?: number): Buffer {
  const text = bytes.toString('latin1')
  const split = text.indexOf('\r\n\r\n')
  const body = split < 0 ? '' : text.slice(split + 4)
  const wanted =
    lines === undefined || split < 0 ? text : `${text.slice(0, split + 4)}${body.split('\r\n').slice(0, lines).join('\r\n')}`
  const ended = wanted.endsWith('\r\n') ? wanted : `${wanted}\r\n`
  return Buffer.from(`${ended.replace(/^\./gm, '..')}.\r\n`, 'latin1')
}

const uidlOf = (mail: MailStore, message: StoredMessage): string => `${mail.uidValidity.toString(16)}-${message.uid}`

/** The transaction state of POP3 for one mailbox: what was there at sign-in is what is shown; deletions count at QUIT only. */
export async function servePop3Box(talk: Talk, userName: string, mail: MailStore): Promise<void> {
  const messages = mail.list(userName) ?? []
  const deleted = new Set<number>()
  const at = (text: string): StoredMessage | null => {
    const message = /^[0-9]{1,6}$/.test(text) ? messages[Number(text) - 1] : undefined
    return message && !deleted.has(message.uid) ? message : null
  }
  const kept = (): readonly (readonly [number, StoredMessage])[] =>
    messages.map((message, index) => [index + 1, message] as const).filter(([, message]) => !deleted.has(message.uid))
  const list = (rest: string, show: (message: StoredMessage) => string): string => {
    if (rest === '') return ['+OK', ...kept().map(([number, message]) => `${number} ${show(message)}`), '.'].join('\r\n')
    const message = at(rest)
    return message ? `+OK ${rest} ${show(message)}` : '-ERR There is no such message.'
  }
  const answer = (verb: string, rest: string): string | Buffer => {
    const [number = '', lines] = rest.split(' ')
    const message = at(number)
    switch (verb) {
      case 'STAT':
        return `+OK ${kept().length} ${kept().reduce((sum, [, one]) => sum + one.bytes.length, 0)}`
      case 'LIST':
        return list(rest, (one) => String(one.bytes.length))
      case 'UIDL':
        return list(rest, (one) => uidlOf(mail, one))
      case 'NOOP':
        return '+OK'
      case 'RSET':
        deleted.clear()
        return '+OK'
      case 'CAPA':
        return ['+OK', 'TOP', 'UIDL', 'RESP-CODES', 'AUTH-RESP-CODE', 'PIPELINING', '.'].join('\r\n')
      case 'DELE':
        if (message) deleted.add(message.uid)
        return message ? '+OK Marked to be deleted.' : '-ERR There is no such message.'
      case 'RETR':
      case 'TOP': {
        if (!message || (verb === 'TOP' && !/^[0-9]{1,6}$/.test(lines ?? ''))) return '-ERR There is no such message.'
        return Buffer.concat([Buffer.from('+OK\r\n'), dotted(message.bytes, verb === 'TOP' ? Number(lines) : undefined)])
      }
      default:
        return '-ERR Unknown command.'
    }
  }
  for (;;) {
    const line = await talk.line()
    if (line === null) return
    const [verb = '', ...rest] = line.trim().split(' ')
    if (verb.toUpperCase() === 'QUIT') {
      mail.remove(userName, 'INBOX', deleted)
      talk.say('+OK Bye.\r\n')
      return
    }
    const said = answer(verb.toUpperCase(), rest.join(' '))
    talk.say(typeof said === 'string' ? `${said}\r\n` : said)
  }
}
