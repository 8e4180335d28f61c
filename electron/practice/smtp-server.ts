import { SMTPServer, type SMTPServerDataStream } from 'smtp-server'
import type { SignInOutcome } from './events.ts'
import { signInAtMail, type MailHouse, type SignInTry } from './mail-sign-in.ts'
import type { MailStore } from './mail-store.ts'

export const messageLimit = 1_048_576

const answers: Record<Exclude<SignInOutcome, 'ok'>, readonly [code: number, text: string]> = {
  refused: [535, '5.7.8 Error: authentication failed'],
  locked: [525, '5.7.13 User account disabled'],
  temporary: [454, '4.7.0 Temporary authentication failure'],
  'slow-down': [421, '4.7.0 Too many sign-ins, wait a while'],
  'needs-tls': [538, '5.7.11 Encryption required for requested authentication mechanism'],
}

const refusal = (code: number, text: string): Error => Object.assign(new Error(text), { responseCode: code })

async function readMessage(stream: SMTPServerDataStream): Promise<Buffer | null> {
  const parts: Buffer[] = []
  let size = 0
  // Beyond the limit the rest is read and dropped: the protocol wants the whole message before an answer.
  for await (const part of stream as AsyncIterable<Buffer>) {
    size += part.length
    if (size <= messageLimit) parts.push(part)
  }
  return size > messageLimit ? null : Buffer.concat(parts)
}

async function signIn(house: MailHouse, attempt: Omit<SignInTry, 'door'>): Promise<{ readonly user: string }> {
  const { outcome, account } = await signInAtMail(house, { door: 'smtp', ...attempt })
  if (account) return { user: account.userName }
  throw refusal(...answers[outcome])
}

async function takeMessage(
  stream: SMTPServerDataStream,
  to: readonly { readonly address: string }[],
  { accounts, events }: MailHouse,
  mail: MailStore,
): Promise<string> {
  const bytes = await readMessage(stream)
  if (bytes === null) throw refusal(552, '5.3.4 Message too big')
  for (const account of to.map((one) => accounts.findAddress(one.address)).filter((one) => one !== null)) {
    mail.deliver(account.userName, bytes)
    events.add({ what: 'delivered', to: account.address, bytes: bytes.length })
  }
  return 'Message delivered'
}

/** The library wants callbacks, and takes a refusal as an error. */
async function settle<T>(work: Promise<T>, answer: (error: Error | null, value?: NoInfer<T>) => void): Promise<void> {
  const [error, value] = await work.then(
    (given) => [null, given] as const,
    (thrown: Error) => [thrown, undefined] as const,
  )
  answer(error, value)
}

export interface SmtpDoor {
  /** TLS from the first byte; otherwise STARTTLS is offered. */
  readonly tls: boolean
  readonly keyPem: string
  readonly certPem: string
}

/**
 * The submission server, by `smtp-server`, not listening yet. Sign-in is required; a message goes into the in-memory mailboxes
 * of addresses of this practice only, everything else is refused: nothing leaves the machine.
 */
export function makeSmtpServer(door: SmtpDoor, house: MailHouse, mail: MailStore): SMTPServer {
  return new SMTPServer({
    secure: door.tls,
    key: door.keyPem,
    cert: door.certPem,
    name: 'localhost',
    banner: 'Practice submission ready',
    authMethods: ['PLAIN', 'LOGIN'],
    allowInsecureAuth: house.plainSignIn,
    authOptional: false,
    disableReverseLookup: true,
    useXClient: false,
    useXForward: false,
    size: messageLimit,
    maxClients: 512,
    socketTimeout: 300_000,
    closeTimeout: 200,
    logger: false,
    onAuth({ username, password, method }, session, callback) {
      const shown = { userName: username ?? '', password: password ?? '' }
      void settle(signIn(house, { ...shown, mechanism: `AUTH ${method}`, tls: session.secure }), callback)
    },
    onMailFrom(address, session, callback) {
      const sender = house.accounts.findAddress(address.address)
      callback(sender?.userName === session.user ? null : refusal(553, '5.7.1 Sender address is not yours'))
    },
    onRcptTo(address, _session, callback) {
      callback(
        house.accounts.findAddress(address.address) ? null : refusal(550, '5.7.1 Practice delivers to its own addresses only'),
      )
    },
    onData(stream, session, callback) {
      void settle(takeMessage(stream, session.envelope.rcptTo, house, mail), callback)
    },
  })
}
