import type { Problem } from '../../base/problem.ts'
import { fail } from '../../base/result.ts'
import { type Endpoint, endpoint, type Protocol } from '../../mail/endpoint.ts'
import { accountKind } from './account-kinds.ts'
import { absentPort, incomingValues, prefixOf, smtpValues } from './account-values.ts'
import { decodeNumber, decodeText } from './decode-value.ts'
import { isOauthHost } from './oauth-hosts.ts'
import type { OutlookAccount, OutlookOutgoing } from './outlook-account.ts'
import { readSecurity } from './read-security.ts'
import { joinPath, lastPart, regType, type RegistryKey, valueIn } from './registry-tree.ts'

/** An account subkey's values, decoded; what cannot be decoded is noted by name and read as absent. */
interface Reading {
  readonly text: (name: string) => string | null
  readonly number: (name: string) => number | null
  readonly unreadable: Set<string>
  readonly doubts: Problem[]
}

const doubtful = (setting: string, found: string): Problem => ({
  code: 'client-setting-doubtful',
  again: 'never',
  facts: { setting, found },
})

function readingOf(key: RegistryKey): Reading {
  const unreadable = new Set<string>()
  const decoded =
    <T>(decode: (value: NonNullable<ReturnType<typeof valueIn>>) => T | null) =>
    (name: string): T | null => {
      const value = valueIn(key, name)
      const read = value && decode(value)
      if (value && read === null) unreadable.add(name)
      return read
    }
  return { text: decoded(decodeText), number: decoded(decodeNumber), unreadable, doubts: [] }
}

type DoorNames = Readonly<Record<'server' | 'port' | 'ssl' | 'secure', string>>

/** One door; null where no server stands. What nobody can make out of it is noted as unreadable, a server's name stands as `?` then. */
function doorOf(reading: Reading, protocol: Protocol, names: DoorNames): Endpoint | null {
  const text = reading.text(names.server)?.trim()
  // Binary text that was never UTF-16 comes out as rare characters: no server is called so.
  if (text && !/^[\x21-\x7e]+$/.test(text)) reading.unreadable.add(names.server)
  const host = reading.unreadable.has(names.server) ? '?' : text
  if (!host) return null
  const port = reading.number(names.port) ?? absentPort[protocol]
  const [ssl, secure] = [reading.number(names.ssl), reading.number(names.secure)]
  const read = readSecurity(protocol, port, { ssl, secure })
  if (!read) reading.unreadable.add(names.secure)
  if (read?.doubt) {
    const said = read.doubt === 'ssl' ? ssl : secure
    reading.doubts.push(doubtful(names[read.doubt], said === null ? '' : String(said)))
  }
  const door = endpoint.safeParse({ protocol, host, port, security: read?.security ?? 'none' })
  if (door.success) return door.data
  reading.unreadable.add(names.port)
  return { protocol, host, port: absentPort[protocol], security: read?.security ?? 'none' }
}

interface Sending {
  readonly outgoing: OutlookOutgoing | null
  readonly reason: string | null
}

/** `SMTP Auth Method`: 0 the login that fetches, 1 an own one, 2 fetch first and send without signing in. */
function sendingOf(reading: Reading, userName: string): Sending {
  const door = doorOf(reading, 'smtp', smtpValues)
  if (!door) return { outgoing: null, reason: null }
  const signsIn = reading.number(smtpValues.auth) === 1
  const method = reading.number('SMTP Auth Method') ?? 0
  if (method > 2) reading.unreadable.add('SMTP Auth Method')
  const own = method === 1
  const login = own ? (reading.text(smtpValues.user) ?? userName) : userName
  const outgoing: OutlookOutgoing = {
    endpoint: door,
    signsIn: signsIn && method !== 2,
    login: own ? 'own' : 'incoming',
    userName: signsIn && method !== 2 ? login : '',
  }
  if (signsIn && reading.number('SMTP Use SPA') === 1) return { outgoing, reason: 'ntlm' }
  return { outgoing, reason: signsIn && method === 2 ? 'pop-before-smtp' : null }
}

function reasonFor(
  reading: Reading,
  facts: Problem['facts'],
  key: RegistryKey,
  why: { readonly spa: boolean; readonly oauth: boolean; readonly sending: string | null },
): Problem | null {
  const [damaged] = reading.unreadable
  if (damaged !== undefined) {
    return fail('client-unreadable', 'after-person', { ...facts, file: joinPath(lastPart(key.path), damaged) }).problem
  }
  const reason = why.spa ? 'ntlm' : why.oauth ? 'oauth2' : why.sending
  return reason === null ? null : fail('client-not-changeable', 'after-person', { ...facts, reason }).problem
}

/** Password values that are no binary ones: nobody has seen such, and sealing into them would make something nobody has seen either. */
const oddPasswords = (key: RegistryKey, names: readonly string[]): readonly string[] =>
  names.filter((name) => (valueIn(key, name)?.type ?? regType.binary) !== regType.binary)

/** What came of reading one subkey: an account, or (kinds that are none of ours) nothing, and what a person should know. */
export interface AccountRead {
  readonly account: OutlookAccount | null
  readonly findings: readonly Problem[]
}

/**
 * Reads one account subkey. Only POP3 and IMAP become accounts, whatever values the others hold. A value that cannot be decoded makes the
 * account one that is left alone (`client-unreadable`), never one with a default in its place; an account without a receiving server is a finding.
 */
export function readAccount(key: RegistryKey): AccountRead {
  const reading = readingOf(key)
  const kind = accountKind(reading.text('clsid') ?? '')
  if (kind !== 'pop3' && kind !== 'imap') return { account: null, findings: [] }
  const names = incomingValues(kind)
  const id = lastPart(key.path)
  const incoming = doorOf(reading, kind, names)
  if (!incoming) return { account: null, findings: [doubtful(joinPath(id, names.server), '')] }
  const userName = reading.text(names.user) ?? ''
  const [name, address] = [reading.text('Account Name') ?? '', reading.text('Email') ?? '']
  const sending = sendingOf(reading, userName)
  for (const name of oddPasswords(key, [names.password, smtpValues.password])) reading.unreadable.add(name)
  const facts = { account: id, address: address || userName }
  const reason = reasonFor(reading, facts, key, {
    spa: reading.number(`${prefixOf(kind)} Use SPA`) === 1,
    oauth: valueIn(key, names.password) === null && isOauthHost(incoming.host),
    sending: sending.reason,
  })
  return {
    account: {
      key: id,
      stored: key,
      protocol: kind,
      name,
      address,
      incoming,
      userName,
      outgoing: sending.outgoing,
      reason,
    },
    findings: reading.doubts,
  }
}
