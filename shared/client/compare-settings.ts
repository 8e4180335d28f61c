import { fail, ok, type Result } from '../base/result.ts'
import { sameEndpoint, weakerThan, type Endpoint } from '../mail/endpoint.ts'
import type { AccountEdit, FoundAccount, FoundProfile, SettingChange } from './mail-client.ts'

/** What the settings shall be. `outgoing` null: leave it as it is. */
export interface WantedSettings {
  readonly address: string
  readonly userName: string
  readonly incoming: Endpoint
  readonly outgoing: Endpoint | null
  /** The person agreed to protect the password less than the profile does now. */
  readonly allowWeaker?: boolean
  /** The person agreed to have the password stored where none is. */
  readonly storeMissingPassword?: boolean
}

type Place = Pick<FoundProfile, 'client' | 'folder'>
type Outgoing = NonNullable<FoundAccount['outgoing']>

const change = (setting: string, from: string | number, to: string | number): SettingChange[] =>
  from === to ? [] : [{ setting, from: String(from), to: String(to) }]

/** The differences of two doors, one setting each: `incoming.host`, `incoming.port`, `incoming.security`. */
export function doorChanges(name: 'incoming' | 'outgoing', from: Endpoint, to: Endpoint): SettingChange[] {
  const host = from.host.toLowerCase() === to.host.toLowerCase() ? from.host : to.host
  return [
    ...change(`${name}.host`, from.host, host),
    ...change(`${name}.port`, from.port, to.port),
    ...change(`${name}.security`, from.security, to.security),
  ]
}

/** A stored password becomes a new one: `stored` or `none` before, `new` after. Never a value. */
export const passwordChange = (
  setting: 'password' | 'outgoing.password',
  before: boolean | 'locked',
  add: boolean,
): SettingChange[] => (before === false && !add ? [] : [{ setting, from: before === false ? 'none' : 'stored', to: 'new' }])

const localPart = (address: string): string => address.slice(0, Math.max(0, address.lastIndexOf('@')))

/** `pop.example.ne.jp` and `smtp.example.ne.jp` are of one house: what stands behind the first label, where there is enough of it. */
const house = (host: string): string => host.toLowerCase().replace(/^[^.]+\.(?=[^.]+\.)/, '')

/**
 * Does this outgoing sign-in belong to the mailbox? Its name tells; some providers use another form of name for sending, and then the
 * same stored password does, at a server of the same house. Somebody else's login is never touched.
 */
function isOwn(outgoing: Outgoing, found: FoundAccount, wanted: WantedSettings): boolean {
  const names = [found.userName, wanted.userName, wanted.address, localPart(wanted.address), '']
  if (!outgoing.signsIn || names.includes(outgoing.userName)) return true
  const { host } = outgoing.endpoint
  const related = house(host) === house(found.incoming.host) || host.toLowerCase() === wanted.outgoing?.host.toLowerCase()
  return related && (outgoing.sharesPassword ?? (outgoing.sharedWith ?? []).length === 0)
}

function outgoingEdit(found: FoundAccount, wanted: WantedSettings): Result<AccountEdit['outgoing']> {
  const outgoing = found.outgoing
  if (!outgoing) return ok(null)
  const endpoint = wanted.outgoing && !sameEndpoint(wanted.outgoing, outgoing.endpoint) ? wanted.outgoing : outgoing.endpoint
  const moves = endpoint !== outgoing.endpoint
  const follows = outgoing.userName === found.userName || (outgoing.userName === '' && (outgoing.signsIn || moves))
  const userName = follows ? wanted.userName : outgoing.userName
  const shared = (outgoing.sharedWith ?? []).filter((other) => other !== found.userName)
  if (!isOwn(outgoing, found, wanted)) return ok(null)
  if (shared.length === 0 || (!moves && userName === outgoing.userName)) return ok({ key: outgoing.key, endpoint, userName })
  // Others send through this server too: pointing it elsewhere for one mailbox would break theirs.
  return fail('client-server-shared', 'after-person', {
    address: wanted.address,
    setting: 'outgoing',
    host: outgoing.endpoint.host,
    sharedWith: shared.join(', '),
  })
}

function refused(wanted: Endpoint, found: Endpoint, allowWeaker: boolean): ReturnType<typeof fail> | null {
  const facts = {
    found: `${found.protocol} ${found.host}:${found.port} ${found.security}`,
    wanted: `${wanted.protocol} ${wanted.host}:${wanted.port} ${wanted.security}`,
  }
  if (wanted.protocol !== found.protocol) return fail('client-not-changeable', 'after-person', { ...facts, reason: 'protocol' })
  return !allowWeaker && weakerThan(wanted.security, found.security) ? fail('plaintext-not-allowed', 'after-person', facts) : null
}

/**
 * The fewest edits that bring an account to the wanted settings, with the list a person is shown. What is already right is not in it.
 * Refuses accounts that are not ours to change, another protocol (POP3 stays POP3), an outgoing server other mailboxes depend on, and,
 * unless it was agreed, less protection of the password than there is now.
 */
export function compareSettings(wanted: WantedSettings, found: FoundAccount, place: Place): Result<AccountEdit> {
  if (!found.changeable) {
    return found.reason
      ? { ok: false, problem: found.reason }
      : fail('client-not-changeable', 'after-person', { address: wanted.address })
  }
  const outgoing = outgoingEdit(found, wanted)
  if (!outgoing.ok) return outgoing
  const weaker = wanted.allowWeaker ?? false
  const stopped =
    refused(wanted.incoming, found.incoming, weaker) ??
    (outgoing.value && found.outgoing ? refused(outgoing.value.endpoint, found.outgoing.endpoint, weaker) : null)
  if (stopped) return stopped
  const add = wanted.storeMissingPassword ?? false
  const after = outgoing.value
  const before = found.outgoing
  const signsIn = before !== null && after !== null && (before.signsIn || !sameEndpoint(before.endpoint, after.endpoint))
  return ok({
    client: place.client,
    folder: place.folder,
    key: found.key,
    address: wanted.address,
    incoming: wanted.incoming,
    userName: wanted.userName,
    outgoing: after,
    storeMissingPassword: add,
    changes: [
      ...doorChanges('incoming', found.incoming, wanted.incoming),
      ...change('userName', found.userName, wanted.userName),
      ...(before && after ? doorChanges('outgoing', before.endpoint, after.endpoint) : []),
      ...(before && after ? change('outgoing.userName', before.userName, after.userName) : []),
      ...passwordChange('password', found.storedPassword, add),
      ...(signsIn ? passwordChange('outgoing.password', found.storedOutgoingPassword, add) : []),
    ],
  })
}
