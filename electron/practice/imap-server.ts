import type { SecureContext } from 'node:tls'
import type { PracticeAccount } from './accounts.ts'
import type { SignInOutcome } from './events.ts'
import { serveImapBox } from './imap-box.ts'
import { readCommand, textOf, type Command } from './imap-command.ts'
import { readPlain, signInAtMail, type MailHouse } from './mail-sign-in.ts'
import type { MailStore } from './mail-store.ts'
import type { Talk } from './talk.ts'

// Response codes of RFC 5530, in the words a widely used server uses.
const answers: Record<Exclude<SignInOutcome, 'ok'>, string> = {
  refused: 'NO [AUTHENTICATIONFAILED] Authentication failed.',
  locked: 'NO [CONTACTADMIN] Account is locked.',
  temporary: 'NO [UNAVAILABLE] Temporary authentication failure.',
  'slow-down': 'NO [LIMIT] Too many sign-ins, wait a while.',
  'needs-tls': 'NO [PRIVACYREQUIRED] Plaintext authentication disallowed on non-secure (SSL/TLS) connections.',
}
const refusalsMost = 3
/** Before sign-in a literal is a name or a password. */
const literalsMost = 4096
const extensions = 'IMAP4rev1 LITERAL+ SASL-IR ID NAMESPACE UNSELECT MOVE'

const capabilitiesOf = (talk: Talk, house: MailHouse): string => {
  const signIn = talk.tls || house.plainSignIn ? ['AUTH=PLAIN'] : ['LOGINDISABLED']
  return [extensions, ...(talk.tls ? [] : ['STARTTLS']), ...signIn].join(' ')
}

/** Name and password of LOGIN or AUTHENTICATE PLAIN (with or without initial response); text when it cannot be read, null when the client is gone. */
async function readSignIn(
  talk: Talk,
  { name, args }: Command,
): Promise<{ readonly userName: string; readonly password: string; readonly mechanism: string } | string | null> {
  if (name === 'LOGIN') {
    const [userName, password] = [textOf(args[0]), textOf(args[1])]
    return userName === null || password === null ? 'BAD Name and password expected.' : { userName, password, mechanism: 'LOGIN' }
  }
  if (textOf(args[0])?.toUpperCase() !== 'PLAIN') return 'NO [CANNOT] Unsupported authentication mechanism.'
  const initial = textOf(args[1])
  if (initial === null) talk.say('+ \r\n')
  const sent = initial ?? (await talk.line())
  if (sent === null) return null
  const plain = readPlain(sent)
  return plain ? { ...plain, mechanism: 'AUTHENTICATE PLAIN' } : 'BAD Invalid base64 data in authentication.'
}

async function signIn(talk: Talk, house: MailHouse, command: Command): Promise<PracticeAccount | 'refused' | 'gone' | 'unread'> {
  const found = await readSignIn(talk, command)
  if (found === null) return 'gone'
  if (typeof found === 'string') {
    talk.say(`${command.tag} ${found}\r\n`)
    return 'unread'
  }
  const { outcome, account } = await signInAtMail(house, { door: 'imap', ...found, tls: talk.tls })
  if (account) return account
  talk.say(`${command.tag} ${answers[outcome]}\r\n`)
  return 'refused'
}

/** One other command before sign-in; false when the conversation is over. */
async function greet(talk: Talk, context: SecureContext, house: MailHouse, { tag, name }: Command): Promise<boolean> {
  switch (name) {
    case 'CAPABILITY':
      talk.say(`* CAPABILITY ${capabilitiesOf(talk, house)}\r\n${tag} OK Capability completed.\r\n`)
      return true
    case 'ID':
      talk.say(`* ID ("name" "Practice")\r\n${tag} OK ID completed.\r\n`)
      return true
    case 'NOOP':
      talk.say(`${tag} OK Completed.\r\n`)
      return true
    case 'LOGOUT':
      talk.say(`* BYE Logging out\r\n${tag} OK Logout completed.\r\n`)
      return false
    case 'STARTTLS':
      if (talk.tls) break
      talk.say(`${tag} OK Begin TLS negotiation now.\r\n`)
      return talk.upgrade(context)
  }
  talk.say(`${tag} BAD Unknown command before sign-in.\r\n`)
  return true
}

/**
 * Speaks IMAP4rev1 (with STARTTLS, LOGIN, AUTHENTICATE PLAIN and SASL-IR) with one client: enough for imapflow and a real mail
 * program to sign in, read and file messages. Three refused sign-ins end the connection.
 */
export async function serveImap(talk: Talk, context: SecureContext, house: MailHouse, mail: MailStore): Promise<void> {
  let refused = 0
  talk.say(`* OK [CAPABILITY ${capabilitiesOf(talk, house)}] Practice IMAP ready.\r\n`)
  while (refused < refusalsMost) {
    const command = await readCommand(talk, literalsMost)
    if (command === null) return
    if ('bad' in command) talk.say(`${command.bad} BAD Cannot be read.\r\n`)
    else if (command.name === 'LOGIN' || command.name === 'AUTHENTICATE') {
      const found = await signIn(talk, house, command)
      if (found === 'gone') return
      if (typeof found === 'object') {
        talk.say(`${command.tag} OK [CAPABILITY ${extensions}] Logged in.\r\n`)
        return serveImapBox(talk, found.userName, mail, extensions)
      }
      if (found === 'refused') refused += 1
    } else if (!(await greet(talk, context, house, command))) return
  }
  talk.say('* BYE Too many refused sign-ins.\r\n')
}
