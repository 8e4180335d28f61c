import type { SecureContext } from 'node:tls'
import { ok, type Result } from '../../shared/base/result.ts'
import type { PracticeCertificates } from './certificates.ts'
import { serveImap } from './imap-server.ts'
import type { MailHouse } from './mail-sign-in.ts'
import type { MailStore } from './mail-store.ts'
import { listen, openMailDoor, type OpenDoor } from './open-door.ts'
import { servePop3 } from './pop3-server.ts'
import { makePortalServer } from './portal-server.ts'
import type { Portal } from './portal.ts'
import { makeSmtpServer } from './smtp-server.ts'
import type { Talk } from './talk.ts'

export type DoorName = 'portal' | 'pop3' | 'pop3s' | 'imap' | 'imaps' | 'smtp' | 'smtps'

export interface Premises {
  readonly portal: Portal
  readonly house: MailHouse
  readonly mail: MailStore
  readonly certificates: PracticeCertificates
  readonly now: () => number
  readonly ports: Partial<Record<DoorName, number>>
}

/** Lines are short, so that reading one cannot take long; an IMAP literal may be a whole message. */
const limits = { pop3: { line: 4096, literal: 0 }, imap: { line: 16_384, literal: 1_048_576 } } as const

function mailDoor(premises: Premises, name: 'pop3' | 'pop3s' | 'imap' | 'imaps'): Promise<Result<OpenDoor>> {
  const { certificates, house, mail, ports } = premises
  const tls = name.endsWith('s')
  const pop3 = name.startsWith('pop3')
  const serve = (talk: Talk, context: SecureContext): Promise<void> => (pop3 ? servePop3 : serveImap)(talk, context, house, mail)
  const { serverKeyPem: keyPem, serverCertPem: certPem } = certificates
  return openMailDoor({ port: ports[name] ?? 0, tls, limits: limits[pop3 ? 'pop3' : 'imap'], keyPem, certPem, serve }, house.stop)
}

async function smtpDoor({ certificates, house, mail, ports }: Premises, name: 'smtp' | 'smtps'): Promise<Result<OpenDoor>> {
  const { serverKeyPem: keyPem, serverCertPem: certPem } = certificates
  const smtp = makeSmtpServer({ tls: name === 'smtps', keyPem, certPem }, house, mail)
  // Failed handshakes and clients that vanish are everyday; the port's own failure is told by `listen`.
  smtp.on('error', () => {})
  const opened = await listen(smtp.server, ports[name] ?? 0)
  if (!opened.ok) return opened
  const { port, close } = opened.value
  // Its own close first: it knows which handshakes are under way, and those must not lose their socket from below.
  return ok({ port, close: () => (smtp.close(() => {}), close()) })
}

function portalDoor({ portal, house, now, ports }: Premises): Promise<Result<OpenDoor>> {
  const { accounts, faults, events, stop } = house
  return listen(makePortalServer({ portal, accounts, faults, events, now }, stop), ports.portal ?? 0)
}

/** The seven open doors; `close` closes all. */
export interface OpenDoors {
  readonly ports: Readonly<Record<DoorName, number>>
  readonly close: () => Promise<void>
}

/** Opens all seven doors or none. */
export async function openAll(premises: Premises): Promise<Result<OpenDoors>> {
  const opened: Partial<Record<DoorName, OpenDoor>> = {}
  const close = async (): Promise<void> => void (await Promise.all(Object.values(opened).map((door) => door.close())))
  const ports: Record<DoorName, number> = { portal: 0, pop3: 0, pop3s: 0, imap: 0, imaps: 0, smtp: 0, smtps: 0 }
  const take = async (name: DoorName, opening: Promise<Result<OpenDoor>>): Promise<Result<OpenDoor>> => {
    const door = await opening
    if (door.ok) {
      opened[name] = door.value
      ports[name] = door.value.port
    }
    return door
  }
  const mailNames = ['pop3', 'pop3s', 'imap', 'imaps'] as const
  const smtpNames = ['smtp', 'smtps'] as const
  const openings = await Promise.all([
    take('portal', portalDoor(premises)),
    ...mailNames.map((name) => take(name, mailDoor(premises, name))),
    ...smtpNames.map((name) => take(name, smtpDoor(premises, name))),
  ])
  const failed = openings.find((one) => !one.ok)
  if (!failed) return ok({ ports, close })
  await close()
  return failed
}
