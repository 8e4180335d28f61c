import type { Problem } from '../../shared/base/problem.ts'
import { fail, ok, type Result } from '../../shared/base/result.ts'
import type { Secret } from '../../shared/base/secret.ts'
import { passwordChange } from '../../shared/client/compare-settings.ts'
import { editLogins, type LoginChange, type LoginsFile } from '../../shared/client/logins-json.ts'
import type { AccountEdit, SettingChange } from '../../shared/client/mail-client.ts'
import type { ThunderbirdAccount } from '../../shared/client/thunderbird-accounts.ts'
import { decryptSdr, encryptSdr, writingKey, type Keyring, type SdrKey } from './sdr-crypto.ts'
import { loginsAt, passwordAt, placeOf, type LoginPlace } from './stored-logins.ts'

/** What a rewrite takes from outside: the time, and bytes nobody can foresee. */
export interface Chance {
  readonly now: () => Date
  readonly random: (size: number) => Uint8Array
}

export interface LoginsDraft {
  /** The whole new text, or null when no entry changes. */
  readonly text: string | null
  readonly changed: readonly SettingChange[]
  readonly notes: readonly Problem[]
  /** Places whose password must read back as the new one. */
  readonly written: readonly LoginPlace[]
}

interface Move {
  readonly setting: 'password' | 'outgoing.password'
  readonly from: LoginPlace
  readonly to: LoginPlace
  /** Add an entry where neither the old nor the new place has one. */
  readonly add: boolean
}

/** `{8-4-4-4-12}` of a random UUID (version 4), as Thunderbird writes it. */
function guidOf(random: Chance['random']): string {
  const bytes = Buffer.from(random(16))
  bytes[6] = (bytes[6]! & 0x0f) | 0x40
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return `{${[hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')}}`
}

function movesOf(account: ThunderbirdAccount, edit: AccountEdit): readonly Move[] {
  const incoming: Move = {
    setting: 'password',
    from: placeOf(account.type, account.incoming),
    to: placeOf(account.type, { host: edit.incoming.host, userName: edit.userName }),
    add: edit.storeMissingPassword,
  }
  const { outgoing } = account
  if (!outgoing || !edit.outgoing) return [incoming]
  const from = placeOf('smtp', outgoing)
  const to = placeOf('smtp', { host: edit.outgoing.endpoint.host, userName: edit.outgoing.userName })
  const stays =
    outgoing.authMethod === 1 && from.origin.toLowerCase() === to.origin.toLowerCase() && from.userName === to.userName
  // A server that borrows the incoming password needs no entry of its own.
  const borrows = outgoing.passwordFrom === account.server
  return stays ? [incoming] : [incoming, { setting: 'outgoing.password', from, to, add: edit.storeMissingPassword && !borrows }]
}

function changesOf(
  move: Move,
  logins: LoginsFile,
  keys: Keyring,
  key: SdrKey,
  password: Secret,
  random: Chance['random'],
): readonly LoginChange[] {
  const fresh = (): string => encryptSdr(key, password.reveal(), random)
  // A stale first entry would win over a good second one: all of them get the new password.
  const standing = loginsAt(logins, keys, move.to)
  if (standing.length > 0) return standing.map(({ position }) => ({ position, encryptedPassword: fresh() }))
  if (!move.add && loginsAt(logins, keys, move.from).length === 0) return []
  const { origin, userName } = move.to
  return [{ origin, encryptedUserName: encryptSdr(key, userName, random), encryptedPassword: fresh(), guid: guidOf(random) }]
}

/** The same old password stored for something else (calendar, address book, another mailbox): said, and left alone. */
function elsewhere(logins: LoginsFile, keys: Keyring, moves: readonly Move[], account: ThunderbirdAccount): readonly Problem[] {
  const own = new Set(
    moves
      .flatMap((move) => [...loginsAt(logins, keys, move.from), ...loginsAt(logins, keys, move.to)])
      .map(({ position }) => position),
  )
  const old = passwordAt(logins, keys, placeOf(account.type, account.incoming))?.reveal()
  if (old === undefined) return []
  const others = logins.logins.filter(
    (login) =>
      !own.has(login.position) && !login.origin.startsWith('oauth:') && decryptSdr(keys, login.encryptedPassword) === old,
  )
  return [...new Set(others.map(({ origin }) => origin))].map((origin) => ({
    code: 'client-password-elsewhere',
    again: 'never',
    facts: { origin },
  }))
}

/**
 * The new logins.json of an edit: every entry of the incoming and the outgoing door gets the new password; where a door moves, an entry
 * is added under its new name and the old one stays. Where nothing was stored nothing is added, unless the person agreed. Entries of
 * other origins and users are not touched. Without a key nothing can be written (`client-no-key`).
 */
export function draftLogins(
  logins: LoginsFile,
  account: ThunderbirdAccount,
  edit: AccountEdit,
  keys: Keyring,
  password: Secret,
  chance: Chance,
): Result<LoginsDraft> {
  const moves = movesOf(account, edit)
  const notes = elsewhere(logins, keys, moves, account)
  const key = writingKey(keys)
  if (!key) return fail('client-no-key', 'after-person', { file: 'key4.db' })
  const steps = moves.map((move) => ({ move, changes: changesOf(move, logins, keys, key, password, chance.random) }))
  const changes = steps.flatMap((step) => step.changes)
  const real = steps.filter((step) => step.changes.length > 0)
  return ok({
    text: changes.length > 0 ? editLogins(logins, changes, chance.now().getTime()) : null,
    changed: real.flatMap(({ move }) => passwordChange(move.setting, passwordAt(logins, keys, move.from) !== null, true)),
    notes,
    written: real.map(({ move }) => move.to),
  })
}
