import type { Protocol } from '../../shared/mail/endpoint.ts'
import type { TestCertificate } from './certificates.ts'
import type { Peer, Script } from './scripted-server.ts'

/** What a fake mail server does at the sign-in: a reply without its end; `silence`: nothing; `hang-up`: it goes away. */
export type SignInReply = string | Buffer

export interface Dialect {
  /** The first line instead of the usual one, with its end. */
  readonly greeting?: string | Buffer
  /** Certificate for STARTTLS; without it STARTTLS is not offered and refused. */
  readonly startTls?: TestCertificate
  /** Capability lines (POP3 CAPA), names (IMAP) or EHLO keywords instead of the usual ones. */
  readonly offers?: readonly string[]
  /** Answer to the command that carries the password; the tag of IMAP is put in place of `TAG`. Default: success. */
  readonly signIn?: SignInReply
  /** Every further command: an answer, or null for the usual one. */
  readonly answer?: (line: string, secured: boolean) => SignInReply | null
}

async function reply(peer: Peer, words: SignInReply, tag = ''): Promise<boolean> {
  if (words === 'silence') return false
  if (words === 'hang-up') {
    peer.hangUp()
    return false
  }
  await peer.say(
    typeof words === 'string'
      ? `${words.replace('TAG', tag)}\r\n`
      : Buffer.concat([Buffer.from(words.toString('latin1').replace('TAG', tag), 'latin1'), Buffer.from('\r\n')]),
  )
  return true
}

/** POP3 with AUTH PLAIN and USER/PASS, both judged by `signIn`. */
function pop3(dialect: Dialect): Script {
  return async (peer) => {
    await peer.say(dialect.greeting ?? '+OK ready\r\n')
    let secured = false
    for (let line = await peer.hear(); line !== null; line = await peer.hear()) {
      const command = line.split(' ')[0]?.toUpperCase()
      const own = dialect.answer?.(line, secured) ?? null
      if (own !== null) {
        if (!(await reply(peer, own))) return
      } else if (command === 'CAPA') {
        await peer.say(
          `+OK\r\n${(dialect.offers ?? ['USER', 'SASL PLAIN', ...(dialect.startTls && !secured ? ['STLS'] : [])]).join('\r\n')}\r\n.\r\n`,
        )
      } else if (command === 'STLS' && dialect.startTls && !secured) {
        await peer.say('+OK go\r\n')
        await peer.upgrade(dialect.startTls)
        secured = true
      } else if (command === 'USER') {
        await peer.say('+OK\r\n')
      } else if (command === 'PASS' || command === 'AUTH') {
        if (!(await reply(peer, dialect.signIn ?? '+OK in'))) return
      } else if (command === 'QUIT') {
        await peer.say('+OK bye\r\n')
        peer.hangUp()
      } else {
        await peer.say('-ERR unknown command\r\n')
      }
    }
  }
}

function imap(dialect: Dialect): Script {
  return async (peer) => {
    let secured = false
    const offers = (): string =>
      (dialect.offers ?? ['IMAP4rev1', ...(dialect.startTls && !secured ? ['STARTTLS'] : []), 'AUTH=PLAIN']).join(' ')
    await peer.say(dialect.greeting ?? `* OK [CAPABILITY ${offers()}] ready\r\n`)
    for (let line = await peer.hear(); line !== null; line = await peer.hear()) {
      const [tag = '', name = ''] = line.split(' ')
      const command = name.toUpperCase()
      const own = dialect.answer?.(line, secured) ?? null
      if (own !== null) {
        if (!(await reply(peer, own, tag))) return
      } else if (command === 'CAPABILITY') {
        await peer.say(`* CAPABILITY ${offers()}\r\n${tag} OK done\r\n`)
      } else if (command === 'STARTTLS' && dialect.startTls && !secured) {
        await peer.say(`${tag} OK go\r\n`)
        await peer.upgrade(dialect.startTls)
        secured = true
      } else if (command === 'LOGIN') {
        if (!(await reply(peer, dialect.signIn ?? 'TAG OK in', tag))) return
      } else if (command === 'AUTHENTICATE') {
        await peer.say('+ \r\n')
        await peer.hear()
        if (!(await reply(peer, dialect.signIn ?? 'TAG OK in', tag))) return
      } else if (command === 'LOGOUT') {
        await peer.say(`* BYE\r\n${tag} OK\r\n`)
        peer.hangUp()
      } else {
        await peer.say(`${tag} BAD unknown command\r\n`)
      }
    }
  }
}

function smtp(dialect: Dialect): Script {
  return async (peer) => {
    await peer.say(dialect.greeting ?? '220 mx ESMTP ready\r\n')
    let secured = false
    let asking: 'no' | 'LOGIN' | 'CRAM-MD5' = 'no'
    for (let line = await peer.hear(); line !== null; line = await peer.hear()) {
      const [name = '', mechanism = ''] = line.split(' ')
      const command = name.toUpperCase()
      const own = dialect.answer?.(line, secured) ?? null
      if (own !== null) {
        if (!(await reply(peer, own))) return
      } else if (asking === 'LOGIN') {
        await peer.say('334 UGFzc3dvcmQ6\r\n')
        asking = 'CRAM-MD5'
      } else if (asking === 'CRAM-MD5') {
        asking = 'no'
        if (!(await reply(peer, dialect.signIn ?? '235 2.7.0 in'))) return
      } else if (command === 'EHLO') {
        const words = ['mx', ...(dialect.offers ?? [...(dialect.startTls && !secured ? ['STARTTLS'] : []), 'AUTH PLAIN LOGIN'])]
        await peer.say(words.map((word, at) => `250${at === words.length - 1 ? ' ' : '-'}${word}\r\n`).join(''))
      } else if (command === 'STARTTLS' && dialect.startTls && !secured) {
        await peer.say('220 go\r\n')
        await peer.upgrade(dialect.startTls)
        secured = true
      } else if (command === 'AUTH' && mechanism === 'LOGIN') {
        await peer.say('334 VXNlcm5hbWU6\r\n')
        asking = 'LOGIN'
      } else if (command === 'AUTH' && mechanism === 'CRAM-MD5') {
        await peer.say('334 PDEuMkBteD4=\r\n')
        asking = 'CRAM-MD5'
      } else if (command === 'AUTH') {
        if (!(await reply(peer, dialect.signIn ?? '235 2.7.0 in'))) return
      } else if (command === 'QUIT') {
        await peer.say('221 bye\r\n')
        peer.hangUp()
      } else {
        await peer.say('502 unknown command\r\n')
      }
    }
  }
}

/** A script that speaks a mail protocol well enough for one sign-in, with the faults asked for. */
export const speak = (protocol: Protocol, dialect: Dialect = {}): Script => ({ pop3, imap, smtp })[protocol](dialect)
