import { ok, type Result } from '../../shared/base/result.ts'
import { Secret } from '../../shared/base/secret.ts'
import { makeAccountStore, type PracticeAccount } from './accounts.ts'
import { makeCertificates } from './certificates.ts'
import { makeEventLog, type PracticeEvent } from './events.ts'
import { makeFaultBoard, type Fault, type FaultName } from './faults.ts'
import { findPortal } from './find-portal.ts'
import { makeMailStore, plainMessage, type MailStore } from './mail-store.ts'
import { openAll, type DoorName } from './open-all.ts'

export interface PracticeOptions {
  /** Whose member site is played: a file of `portals/`. */
  readonly provider?: string
  /** Ports to use; those left out are chosen by the system. */
  readonly ports?: Partial<Record<DoorName, number>>
  readonly faults?: readonly Fault[]
  /** Host that the paper names as mail server; the certificate is good for it as well as for localhost and 127.0.0.1. */
  readonly mailHost?: string
  /** Take a password before TLS on the STARTTLS ports. */
  readonly plainSignIn?: boolean
  /** The clock, in milliseconds. */
  readonly now?: () => number
}

/** The running practice provider. All of it is in memory and on 127.0.0.1, and gone after `stop`. */
export interface Practice {
  readonly provider: string
  readonly portalUrl: string
  /** Ports on 127.0.0.1. `pop3`, `imap` and `smtp` begin in the clear and offer STARTTLS. */
  readonly ports: Readonly<Record<DoorName, number>>
  /** The same as URLs of the command line, with the host `localhost`. */
  readonly urls: Readonly<Record<Exclude<DoorName, 'portal'>, string>>
  /** The authority behind the mail servers' certificate. */
  readonly caPem: string
  readonly accounts: readonly PracticeAccount[]
  readonly mailHost: string
  /** The customer's paper, with the passwords as they were at the start. It names `mailHost` and usual ports: where it really listens is in `urls`. */
  readonly sheetText: string
  /** The password in force at the member site: for the sample profile, the trainer and tests. Throws for an unknown user. */
  readonly currentPasswordOf: (userName: string) => Secret
  readonly setFault: (fault: Fault) => void
  readonly clearFault: (name?: FaultName) => void
  readonly events: () => readonly PracticeEvent[]
  readonly watch: (seen: (event: PracticeEvent) => void) => () => void
  readonly mail: MailStore
  readonly stop: () => Promise<void>
}

type Urls = Practice['urls']
const urlsOf = (ports: Practice['ports']): Urls => {
  const url = (name: keyof Urls): string => `${name}://localhost:${ports[name]}`
  return {
    pop3: url('pop3'),
    pop3s: url('pop3s'),
    imap: url('imap'),
    imaps: url('imaps'),
    smtp: url('smtp'),
    smtps: url('smtps'),
  }
}

function welcome(mail: MailStore, accounts: readonly PracticeAccount[], now: () => number): void {
  for (const to of accounts) {
    const texts = [
      ['ようこそ', '練習用のメールボックスへようこそ。\r\nこのメールは練習のための見本です。\r\n'],
      ['ご請求書の件', '見本の請求書をお送りします。（練習用）\r\n'],
    ] as const
    texts.forEach(([subject, text], index) => {
      const id = `welcome-${index}@${to.address.split('@')[1]}`
      mail.deliver(to.userName, plainMessage({ from: to.address, to: to.address, subject, text, id, date: new Date(now()) }))
    })
  }
}

/**
 * Starts member site, POP3, IMAP and SMTP of the practice provider on 127.0.0.1 only, with fresh random passwords and a fresh
 * certificate authority. Refuses an unknown provider and a port that is taken; then nothing is left running.
 */
export async function startPractice(options: PracticeOptions = {}): Promise<Result<Practice>> {
  const now = options.now ?? Date.now
  const mailHost = options.mailHost ?? 'mail.renshu.example'
  const found = await findPortal(options.provider ?? 'biglobe-ef')
  if (!found.ok) return found
  const portal = found.value
  const events = makeEventLog(now)
  const faults = makeFaultBoard(options.faults)
  const accounts = makeAccountStore(portal.people, now, {}, portal.logins, portal.paperPassword)
  const mail = makeMailStore(now)
  welcome(mail, accounts.accounts, now)
  const certificates = await makeCertificates([mailHost], now())
  const ending = new AbortController()
  const house = { accounts, faults, events, stop: ending.signal, plainSignIn: options.plainSignIn ?? false }
  const opened = await openAll({ portal, house, mail, certificates, now, ports: options.ports ?? {} })
  if (!opened.ok) return opened
  const { ports, close } = opened.value
  return ok({
    provider: portal.provider,
    portalUrl: `http://127.0.0.1:${ports.portal}${portal.startPath}`,
    ports,
    urls: urlsOf(ports),
    caPem: certificates.caPem,
    accounts: accounts.accounts,
    mailHost,
    sheetText: portal.sheet({ accounts: accounts.accounts, logins: accounts.logins, passwordOf: accounts.passwordOf, mailHost }),
    currentPasswordOf: (userName) => new Secret(accounts.passwordOf(userName)),
    setFault: faults.set,
    clearFault: faults.clear,
    events: events.all,
    watch: events.watch,
    mail,
    async stop() {
      ending.abort()
      await close()
    },
  })
}
