import type { SecureContext } from 'node:tls'
import { ok, type Result } from '../../shared/base/result.ts'
import type { PracticeCertificates } from './certificates.ts'
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

const lineLimits = { pop3: 4096, imap: 65_536 } as const

function mailDoor(premises: Premises, name: 'pop3' | 'pop3s' | 'imap' | 'imaps'): Promise<Result<OpenDoor>> {
  const { certificates, house, mail, ports } = premises
  const tls = name.endsWith('s')
  const pop3 = name.startsWith('pop3')
  const serve = (talk: Talk, context: SecureContext): Promise<void> => servePop3(talk, context, house, mail)
  const { serverKeyPem: keyPem, serverCertPem: certPem } = certificates
  return openMailDoor(
    { port: ports[name] ?? 0, tls, limit: lineLimits[pop3 ? 'pop3' : 'imap'], keyPem, certPem, serve },
    house.stop,
  )
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

/** Opens all seven doors or none. */
export async function openAll(
  premises: Premises,
): Promise<Result<{ readonly ports: Readonly<Record<DoorName, number>>; close(): Promise<void> }>> {
  const names = ['portal', 'pop3', 'pop3s', 'imap', 'imaps', 'smtp', 'smtps'] as const
  const openings = await Promise.all(
    names.map((name) => {
      if (name === 'portal') return portalDoor(premises)
      return name === 'smtp' || name === 'smtps' ? smtpDoor(premises, name) : mailDoor(premises, name)
    }),
  )
  const doors = openings.flatMap((one) => (one.ok ? [one.value] : []))
  const close = async (): Promise<void> => void (await Promise.all(doors.map((door) => door.close())))
  const failed = openings.find((one) => !one.ok)
  if (failed) {
    await close()
    return failed
  }
  const ports = Object.fromEntries(names.map((name, index) => [name, doors[index]!.port])) as Record<DoorName, number>
  return ok({ ports, close })
}
