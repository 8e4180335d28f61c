import type { Problem } from '../base/problem.ts'
import { standardPort, type Protocol, type Security } from '../mail/endpoint.ts'
import type { PrefValue } from './prefs-js.ts'

/** The prefs in effect: prefs.js with user.js over it. */
export type PrefView = ReadonlyMap<string, PrefValue>

/** One door as the prefs name it. `socketType` is the raw number (1 = "TLS if available", which is no TLS at all); `security` what it comes to. */
export interface PrefDoor {
  readonly host: string
  readonly port: number
  readonly socketType: number
  readonly security: Security
  readonly authMethod: number
  readonly userName: string
}

/** An outgoing server. `usedBy`: keys of all accounts that send through it. `passwordFrom`: the incoming server whose password it borrows. */
export interface OutgoingServer extends PrefDoor {
  readonly key: string
  readonly usedBy: readonly string[]
  readonly passwordFrom: string | null
}

export interface ThunderbirdAccount {
  readonly key: string
  readonly server: string
  readonly type: 'pop3' | 'imap'
  readonly incoming: PrefDoor
  /** Addresses of all identities, first one first. */
  readonly addresses: readonly string[]
  readonly outgoing: OutgoingServer | null
  /** Up to Thunderbird 91 `realhostname`/`realuserName` were in effect instead of the folder identity. Null from 102 on, or when equal. */
  readonly realNames: { readonly host: string; readonly userName: string } | null
}

export interface AccountModel {
  readonly accounts: readonly ThunderbirdAccount[]
  readonly findings: readonly Problem[]
}

const finding = (facts: Problem['facts']): Problem => ({ code: 'client-setting-doubtful', again: 'never', facts })
const text = (prefs: PrefView, name: string): string => {
  const value = prefs.get(name)
  return typeof value === 'string' ? value : ''
}
const list = (prefs: PrefView, name: string): readonly string[] => [
  ...new Set(
    text(prefs, name)
      .split(',')
      .map((key) => key.trim())
      .filter((key) => key !== ''),
  ),
]
const number = (prefs: PrefView, branch: string, key: string, name: string, absent: number): number => {
  for (const pref of [`${branch}.${key}.${name}`, `${branch}.default.${name}`]) {
    const value = prefs.get(pref)
    if (typeof value === 'number') return value
  }
  return absent
}
const securityOf = (socketType: number): Security => (socketType === 3 ? 'tls' : socketType === 2 ? 'starttls' : 'none')

/** The port in effect: absent, 0 or -1 mean the protocol's own (defaults of Thunderbird 153's mailnews.js and SmtpClient). */
export const portInEffect = (protocol: Protocol, port: number, security: Security): number =>
  port > 0 && port <= 65535 ? port : standardPort(protocol, security)

function incomingDoor(prefs: PrefView, server: string, type: 'pop3' | 'imap'): PrefDoor {
  const old = prefs.get(`mail.server.${server}.isSecure`) === true ? 3 : 0
  const socketType = number(prefs, 'mail.server', server, 'socketType', old)
  const security = securityOf(socketType)
  return {
    host: text(prefs, `mail.server.${server}.hostname`).trim(),
    port: portInEffect(type, number(prefs, 'mail.server', server, 'port', -1), security),
    socketType,
    security,
    authMethod: number(prefs, 'mail.server', server, 'authMethod', 3),
    userName: text(prefs, `mail.server.${server}.userName`),
  }
}

function outgoingDoor(prefs: PrefView, key: string): PrefDoor | null {
  const kind = text(prefs, `mail.smtpserver.${key}.type`)
  if (kind !== '' && kind !== 'smtp') return null
  const socketType = number(prefs, 'mail.smtpserver', key, 'try_ssl', 0)
  const security = securityOf(socketType)
  return {
    host: text(prefs, `mail.smtpserver.${key}.hostname`).trim(),
    port: portInEffect('smtp', number(prefs, 'mail.smtpserver', key, 'port', 0), security),
    socketType,
    security,
    authMethod: number(prefs, 'mail.smtpserver', key, 'authMethod', 3),
    userName: text(prefs, `mail.smtpserver.${key}.username`),
  }
}

function realNames(prefs: PrefView, server: string, door: PrefDoor): ThunderbirdAccount['realNames'] {
  const host = text(prefs, `mail.server.${server}.realhostname`).trim() || door.host
  const userName = text(prefs, `mail.server.${server}.realuserName`) || door.userName
  return host === door.host && userName === door.userName ? null : { host, userName }
}

/** Which incoming server an outgoing one borrows its password from (`incomingAccount`, or the two matching prefs; source of 153). */
function lender(
  prefs: PrefView,
  key: string,
  door: PrefDoor,
  servers: readonly { key: string; door: PrefDoor }[],
): string | null {
  const named = text(prefs, `mail.smtpserver.${key}.incomingAccount`)
  if (named) return servers.find((server) => server.key === named)?.key ?? null
  if (prefs.get('mail.smtp.useMatchingHostNameServer') !== true) return null
  const same = ({ door: other }: { door: PrefDoor }): boolean =>
    other.userName === door.userName && other.host.toLowerCase() === door.host.toLowerCase()
  return servers.find(same)?.key ?? null
}

interface Draft {
  readonly key: string
  readonly server: string
  readonly type: 'pop3' | 'imap'
  readonly door: PrefDoor
  readonly addresses: readonly string[]
  readonly smtpKeys: readonly string[]
}

function draftOf(prefs: PrefView, key: string, smtpKeys: readonly string[], standard: string | undefined): Draft | null {
  const server = text(prefs, `mail.account.${key}.server`)
  const type = text(prefs, `mail.server.${server}.type`)
  if (server === '' || (type !== 'pop3' && type !== 'imap')) return null
  const identities = list(prefs, `mail.account.${key}.identities`)
  const smtpOf = (id: string): string | undefined => {
    const named = text(prefs, `mail.identity.${id}.smtpServer`)
    return smtpKeys.includes(named) ? named : standard
  }
  return {
    key,
    server,
    type,
    door: incomingDoor(prefs, server, type),
    addresses: identities.map((id) => text(prefs, `mail.identity.${id}.useremail`).trim()).filter((address) => address !== ''),
    smtpKeys: [...new Set(identities.flatMap((id) => smtpOf(id) ?? []))],
  }
}

/**
 * Follows the references of the prefs (accounts → server, identities → outgoing server) with Thunderbird's defaults for what is
 * absent. Numbers have gaps and mean nothing. Only POP3 and IMAP accounts that name a host are ours; `major` is the version last used.
 */
export function readAccounts(prefs: PrefView, major: number | null): AccountModel {
  const findings: Problem[] = []
  const smtpKeys = list(prefs, 'mail.smtpservers')
  const named = text(prefs, 'mail.smtp.defaultserver')
  const standard = smtpKeys.includes(named) ? named : smtpKeys[0]
  const drafts = list(prefs, 'mail.accountmanager.accounts').flatMap((key) => draftOf(prefs, key, smtpKeys, standard) ?? [])
  const servers = drafts.map(({ server, door }) => ({ key: server, door }))
  const accounts: ThunderbirdAccount[] = []
  for (const { key, server, type, door, addresses, smtpKeys: used } of drafts) {
    if (door.host === '' || door.userName === '') {
      findings.push(finding({ account: key, setting: door.host === '' ? 'incoming.host' : 'userName', found: '' }))
      continue
    }
    const smtp = used[0] === undefined ? null : outgoingDoor(prefs, used[0])
    if (door.socketType === 1) findings.push(finding({ account: key, setting: 'incoming.security', found: 'socketType 1' }))
    if (smtp?.socketType === 1) findings.push(finding({ account: key, setting: 'outgoing.security', found: 'try_ssl 1' }))
    if (used.length > 1) findings.push(finding({ account: key, setting: 'outgoing', found: used.join(', ') }))
    accounts.push({
      key,
      server,
      type,
      incoming: door,
      addresses,
      outgoing:
        smtp === null || smtp.host === ''
          ? null
          : {
              ...smtp,
              key: used[0]!,
              usedBy: drafts.filter((other) => other.smtpKeys.includes(used[0]!)).map((other) => other.key),
              passwordFrom: lender(prefs, used[0]!, smtp, servers),
            },
      realNames: major !== null && major > 91 ? null : realNames(prefs, server, door),
    })
  }
  return { accounts, findings }
}
