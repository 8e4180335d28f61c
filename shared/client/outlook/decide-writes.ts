import { fail, ok, type Result } from '../../base/result.ts'
import { sameEndpoint, type Security, weakerThan, type Endpoint } from '../../mail/endpoint.ts'
import { doorChanges, passwordChange } from '../compare-settings.ts'
import type { AccountEdit, SettingChange } from '../mail-client.ts'
import { incomingValues, smtpValues } from './account-values.ts'
import { decodeNumber, decodeText, encodeNumber, encodeText, isTextType, type TextType } from './decode-value.ts'
import type { OutlookAccount, OutlookOutgoing } from './outlook-account.ts'
import { readSecurity } from './read-security.ts'
import { regType, type RegistryValue, valueIn } from './registry-tree.ts'

/** One value to be set. A password is sealed by whoever writes: its description is the value's name. */
export type PlannedWrite =
  { readonly kind: 'value'; readonly value: RegistryValue } | { readonly kind: 'password'; readonly name: string }

export interface WriteDecision {
  /** In the order they are to be written: protection is raised before anything is pointed elsewhere, passwords come last. */
  readonly writes: readonly PlannedWrite[]
  readonly changed: readonly SettingChange[]
}

/** Which passwords are stored now, readable and not empty. */
export interface StoredPasswords {
  readonly incoming: boolean
  readonly outgoing: boolean
}

type DoorNames = Readonly<Record<'server' | 'port' | 'ssl' | 'secure' | 'user', string>>

/** The type of a new text value: that of the account's name, else of any text beside it. */
function textTypeOf(account: OutlookAccount): TextType {
  const names = ['Account Name', 'Email', incomingValues(account.protocol).server]
  const types = names.flatMap((name) => valueIn(account.stored, name)?.type ?? [])
  return types.find(isTextType) ?? regType.text
}

/** A text in the type it has already. */
function textWrite(account: OutlookAccount, name: string, text: string): PlannedWrite[] {
  const old = valueIn(account.stored, name)
  if (old && decodeText(old) === text) return []
  const type = old && isTextType(old.type) ? old.type : textTypeOf(account)
  return [{ kind: 'value', value: { name: old?.name ?? name, type, bytes: encodeText(text) } }]
}

function numberWrite(account: OutlookAccount, name: string, number: number): PlannedWrite[] {
  const spelling = valueIn(account.stored, name)?.name ?? name
  return [{ kind: 'value', value: { name: spelling, type: regType.dword, bytes: encodeNumber(number) } }]
}

/** The values that say how a door is protected, where that changes: both where both are in use, so that they agree. It is never taken away. */
function securityWrites(account: OutlookAccount, names: DoorNames, wanted: Security, always: boolean): PlannedWrite[] {
  const secure = always || valueIn(account.stored, names.secure) !== null
  return [...(secure ? numberWrite(account, names.secure, wanted === 'tls' ? 1 : 2) : []), ...numberWrite(account, names.ssl, 1)]
}

/** What the stored values would say at another port: older Outlooks read `Use SSL` by it. */
function securityAt(account: OutlookAccount, names: DoorNames, { protocol, port }: Endpoint): Security | null {
  const number = (name: string): number | null => {
    const value = valueIn(account.stored, name)
    return value && decodeNumber(value)
  }
  return readSecurity(protocol, port, { ssl: number(names.ssl), secure: number(names.secure) })?.security ?? null
}

function doorWrites(account: OutlookAccount, names: DoorNames, from: Endpoint, to: Endpoint): PlannedWrite[] {
  const protectedSo = securityAt(account, names, to) === to.security
  return [
    ...(protectedSo ? [] : securityWrites(account, names, to.security, from.protocol === 'smtp')),
    ...(from.port === to.port ? [] : numberWrite(account, names.port, to.port)),
    ...(from.host.toLowerCase() === to.host.toLowerCase() ? [] : textWrite(account, names.server, to.host)),
  ]
}

const shown = (door: Endpoint): string => `${door.protocol} ${door.host}:${door.port} ${door.security}`

/** Why a door cannot be made what is wanted, or null. Never weaker, never another protocol, and only what Outlook can express. */
function doorRefused(account: OutlookAccount, from: Endpoint, to: Endpoint): ReturnType<typeof fail> | null {
  const facts = { account: account.key, found: shown(from), wanted: shown(to) }
  if (from.protocol !== to.protocol) return fail('client-not-changeable', 'after-person', { ...facts, reason: 'protocol' })
  if (weakerThan(to.security, from.security)) return fail('plaintext-not-allowed', 'after-person', facts)
  if (to.security === 'starttls' && from.security !== 'starttls' && !canStarttls(account, from))
    return fail('client-not-changeable', 'after-person', { ...facts, reason: 'no-starttls' })
  return null
}

/** Receiving, Outlook has a tick for TLS from the start; STARTTLS can be said only where a `Secure Connection` stands already. */
export const canStarttls = (account: OutlookAccount, door: Endpoint): boolean =>
  door.protocol === 'smtp' || valueIn(account.stored, incomingValues(door.protocol).secure) !== null

interface Sending {
  readonly before: OutlookOutgoing
  readonly after: NonNullable<AccountEdit['outgoing']>
  /** Whether it signs in when all is written. */
  readonly signsIn: boolean
}

/** What the outgoing side shall be; null: it is left alone. */
function sendingOf(account: OutlookAccount, edit: AccountEdit): Result<Sending | null> {
  const { outgoing: before } = account
  const { outgoing: after } = edit
  if (!after) return ok(null)
  if (!before || after.key !== outgoingKey)
    return fail('client-account-missing', 'after-person', { setting: 'outgoing', key: after.key })
  const refused = doorRefused(account, before.endpoint, after.endpoint)
  if (refused) return refused
  const signsIn = before.signsIn || !sameEndpoint(before.endpoint, after.endpoint)
  if (signsIn && before.login === 'incoming' && after.userName !== edit.userName)
    return fail('client-not-changeable', 'after-person', { account: account.key, reason: 'one-login' })
  return ok({ before, after, signsIn })
}

/** The handle of an account's outgoing server: each has its own. */
export const outgoingKey = 'smtp'

function sendingWrites(account: OutlookAccount, edit: AccountEdit, { before, after, signsIn }: Sending): PlannedWrite[] {
  const own = signsIn && before.login === 'own'
  const said = valueIn(account.stored, smtpValues.user)
  // Where no own name stands it is the incoming one, which may be about to change.
  const nameThen = said ? decodeText(said) : edit.userName
  return [
    ...doorWrites(account, smtpValues, before.endpoint, after.endpoint),
    ...(signsIn && !before.signsIn ? numberWrite(account, smtpValues.auth, 1) : []),
    ...(own && nameThen !== after.userName ? textWrite(account, smtpValues.user, after.userName) : []),
  ]
}

const named = (setting: string, from: string, to: string): SettingChange[] => (from === to ? [] : [{ setting, from, to }])

/**
 * The values an edit comes to: only names of the allowed list, each in the type it has (a new text in the type of `Account Name`), and only
 * where what is stored means something else. Defaults that are absent stay absent. Passwords are among them where one is stored, or where the
 * person agreed to have one stored. Refuses: an account that is left alone, another protocol, less protection than now, STARTTLS where
 * Outlook has no way to say it, an outgoing login of its own where the account has none.
 */
export function decideWrites(account: OutlookAccount, edit: AccountEdit, stored: StoredPasswords): Result<WriteDecision> {
  if (account.reason) return { ok: false, problem: account.reason }
  const refused = doorRefused(account, account.incoming, edit.incoming)
  if (refused) return refused
  const sending = sendingOf(account, edit)
  if (!sending.ok) return sending
  const names = incomingValues(account.protocol)
  const { before, after, signsIn } = sending.value ?? { before: null, after: null, signsIn: false }
  const add = edit.storeMissingPassword
  const own = signsIn && before?.login === 'own'
  return ok({
    writes: [
      ...doorWrites(account, names, account.incoming, edit.incoming),
      ...(sending.value ? sendingWrites(account, edit, sending.value) : []),
      ...(account.userName === edit.userName ? [] : textWrite(account, names.user, edit.userName)),
      ...(stored.incoming || add ? [{ kind: 'password', name: names.password } as const] : []),
      ...(own && (stored.outgoing || add) ? [{ kind: 'password', name: smtpValues.password } as const] : []),
    ],
    changed: [
      ...doorChanges('incoming', account.incoming, edit.incoming),
      ...named('userName', account.userName, edit.userName),
      ...(before && after ? doorChanges('outgoing', before.endpoint, after.endpoint) : []),
      ...(before && after && signsIn ? named('outgoing.userName', before.userName, after.userName) : []),
      ...passwordChange('password', stored.incoming, add),
      ...(signsIn ? passwordChange('outgoing.password', own ? stored.outgoing : stored.incoming, add) : []),
    ],
  })
}
