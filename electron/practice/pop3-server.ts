import type { SecureContext } from 'node:tls'
import type { PracticeAccount } from './accounts.ts'
import type { SignInOutcome } from './events.ts'
import { readPlain, signInAtMail, type MailHouse } from './mail-sign-in.ts'
import type { MailStore } from './mail-store.ts'
import { servePop3Box } from './pop3-box.ts'
import type { Talk } from './talk.ts'

// The wording and response codes (RFC 2449, 3206) are those a widely used server gives, so that a client meets nothing unusual here.
const answers: Record<Exclude<SignInOutcome, 'ok'>, string> = {
  refused: '-ERR [AUTH] Authentication failed.',
  locked: '-ERR [SYS/PERM] Account is locked.',
  temporary: '-ERR [SYS/TEMP] Temporary authentication failure.',
  'slow-down': '-ERR [LOGIN-DELAY] Too many sign-ins, wait a while.',
  'needs-tls': '-ERR [AUTH] Plaintext authentication disallowed on non-secure (SSL/TLS) connections.',
}
const refusalsMost = 3

interface Session {
  readonly talk: Talk
  readonly house: MailHouse
  readonly context: SecureContext
  readonly name: string | null
  readonly refused: number
}

function capabilities({ talk, house }: Session): string {
  const signIn = talk.tls || house.plainSignIn ? ['USER', 'SASL PLAIN'] : []
  return [
    '+OK Capability list follows',
    ...signIn,
    ...(talk.tls ? [] : ['STLS']),
    'TOP',
    'UIDL',
    'RESP-CODES',
    'AUTH-RESP-CODE',
    'PIPELINING',
    '.',
    '',
  ].join('\r\n')
}

async function signIn(
  session: Session,
  userName: string,
  password: string,
  mechanism: string,
): Promise<PracticeAccount | Session> {
  const { talk, house } = session
  const { outcome, account } = await signInAtMail(house, { door: 'pop3', userName, password, mechanism, tls: talk.tls })
  if (account) return account
  talk.say(`${answers[outcome]}\r\n`)
  return { ...session, name: null, refused: session.refused + 1 }
}

async function authenticate(session: Session, rest: string): Promise<PracticeAccount | Session | null> {
  const [mechanism = '', initial] = rest.split(' ')
  if (mechanism.toUpperCase() !== 'PLAIN') {
    session.talk.say('-ERR Unsupported authentication mechanism.\r\n')
    return session
  }
  if (initial === undefined) session.talk.say('+ \r\n')
  const sent = initial ?? (await session.talk.line())
  if (sent === null) return null
  const plain = readPlain(sent)
  if (plain) return signIn(session, plain.userName, plain.password, 'AUTH PLAIN')
  session.talk.say('-ERR Invalid base64 data in authentication.\r\n')
  return session
}

/** One command before sign-in: the account once signed in, the session to go on with, or null when it is over. */
async function greet(session: Session, line: string): Promise<PracticeAccount | Session | null> {
  const { talk } = session
  const space = line.indexOf(' ')
  const verb = (space < 0 ? line : line.slice(0, space)).toUpperCase()
  const rest = space < 0 ? '' : line.slice(space + 1)
  const said = (text: string, next: Session | null = session): Session | null => (talk.say(`${text}\r\n`), next)
  switch (verb) {
    case 'CAPA':
      talk.say(capabilities(session))
      return session
    case 'QUIT':
      return said('+OK Bye', null)
    case 'NOOP':
      return said('+OK')
    case 'STLS':
      if (talk.tls) return said('-ERR TLS is already active.')
      talk.say('+OK Begin TLS negotiation now.\r\n')
      return (await talk.upgrade(session.context)) ? { ...session, name: null } : null
    case 'USER':
      if (!talk.tls && !session.house.plainSignIn) return said(answers['needs-tls'])
      return said('+OK', { ...session, name: rest })
    case 'PASS':
      return session.name === null ? said('-ERR No username given.') : signIn(session, session.name, rest, 'USER/PASS')
    case 'AUTH':
      if (rest === '') return said(`+OK\r\n${talk.tls || session.house.plainSignIn ? 'PLAIN\r\n' : ''}.`)
      return authenticate(session, rest)
    default:
      return said('-ERR Unknown command.')
  }
}

/**
 * Speaks POP3 (RFC 1939, with CAPA, STLS, AUTH PLAIN, UIDL, TOP) with one client. Three refused sign-ins end the connection.
 * A password before TLS is refused unless the house allows it.
 */
export async function servePop3(talk: Talk, context: SecureContext, house: MailHouse, mail: MailStore): Promise<void> {
  let session: Session = { talk, house, context, name: null, refused: 0 }
  talk.say('+OK Practice POP3 ready.\r\n')
  for (;;) {
    const line = await talk.line()
    const next = line === null ? null : await greet(session, line)
    if (next === null) return
    if ('address' in next) {
      talk.say('+OK Logged in.\r\n')
      return servePop3Box(talk, next.userName, mail)
    }
    if (next.refused >= refusalsMost) return
    session = next
  }
}
