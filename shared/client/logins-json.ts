import { fail, ok, type Result } from '../base/result.ts'
import { schemeOf } from './folder-uris.ts'
import { applyChanges, memberOf, plainOf, readJson, type JsonNode, type TextChange } from './json-text.ts'

/** One stored login. User name and password are encrypted (base64 of DER). `position` is its place in the list. */
export interface StoredLogin {
  readonly position: number
  readonly origin: string
  /** Equal to the origin for mail servers; with anything else Thunderbird does not find the entry (seen). */
  readonly realm: string | null
  readonly encryptedUserName: string
  readonly encryptedPassword: string
}

export interface LoginsFile {
  readonly text: string
  readonly logins: readonly StoredLogin[]
}

/** A new password for a login that is there, or a login to add. */
export type LoginChange =
  | { readonly position: number; readonly encryptedPassword: string }
  | { readonly origin: string; readonly encryptedUserName: string; readonly encryptedPassword: string; readonly guid: string }

/** What Thunderbird writes where nothing was ever stored. */
export const emptyLogins =
  '{"nextId":1,"logins":[],"potentiallyVulnerablePasswords":[],"dismissedBreachAlertsByLoginGUID":{},"version":3}'

/** Under which name a server's password is stored: POP3 as `mailbox://host`; no port, no user; IPv6 in brackets. */
export const loginOrigin = (type: 'pop3' | 'imap' | 'smtp', host: string): string =>
  `${schemeOf(type)}://${host.includes(':') ? `[${host}]` : host}`

/** Hosts compare without case: both spellings are found by Thunderbird (seen). */
export const isLoginOf = (login: StoredLogin, origin: string): boolean =>
  login.origin.toLowerCase() === origin.toLowerCase() && login.realm?.toLowerCase() === origin.toLowerCase()

function loginOf(node: JsonNode, position: number): StoredLogin | null {
  const texts = ['hostname', 'encryptedUsername', 'encryptedPassword'].map((key) => plainOf(node, key))
  const [origin, encryptedUserName, encryptedPassword] = texts
  const realm = plainOf(node, 'httpRealm')
  if (plainOf(node, 'deleted') === true || typeof origin !== 'string') return null
  if (typeof encryptedUserName !== 'string' || typeof encryptedPassword !== 'string') return null
  return { position, origin, realm: typeof realm === 'string' ? realm : null, encryptedUserName, encryptedPassword }
}

/**
 * Reads a logins.json of version 2 or 3. Deleted rows (tombstones) and rows without the needed fields are not listed and stay as they
 * are. Refuses (`client-unreadable`) what is not valid JSON, has no list of logins, or is of a version not known here.
 */
export function readLogins(text: string): Result<LoginsFile> {
  const root = readJson(text) ?? undefined
  const list = memberOf(root, 'logins')
  const version = plainOf(root, 'version')
  if (list?.kind !== 'array' || (version !== 2 && version !== 3)) {
    const reason = root ? 'unknown-version' : 'not-json'
    return fail('client-unreadable', 'after-person', { file: 'logins.json', reason })
  }
  return ok({ text, logins: list.items.flatMap((item, position) => loginOf(item, position) ?? []) })
}

const put = (node: JsonNode | undefined, value: string | number): TextChange[] =>
  node ? [{ from: node.from, to: node.to, put: JSON.stringify(value) }] : []

function addedLogin(change: Extract<LoginChange, { origin: string }>, id: number, now: number): string {
  return JSON.stringify({
    id,
    hostname: change.origin,
    httpRealm: change.origin,
    formSubmitURL: null,
    usernameField: '',
    passwordField: '',
    encryptedUsername: change.encryptedUserName,
    encryptedPassword: change.encryptedPassword,
    guid: change.guid,
    encType: 1,
    timeCreated: now,
    timeLastUsed: now,
    timePasswordChanged: now,
    timesUsed: 1,
  })
}

/**
 * The text with these passwords changed and these logins added; every other byte stays, unknown fields included. `now` is in
 * milliseconds. New ids continue from `nextId` and from the highest id in use.
 */
export function editLogins({ text }: LoginsFile, changes: readonly LoginChange[], now: number): string {
  const root = readJson(text)
  const list = root && memberOf(root, 'logins')
  if (!root || root.kind !== 'object' || list?.kind !== 'array') throw new Error('editLogins takes what readLogins accepted')
  const edits: TextChange[] = []
  const added: string[] = []
  const ids = list.items.map((item) => Number(plainOf(item, 'id') ?? 0)).filter(Number.isSafeInteger)
  let next = Math.max(Number(plainOf(root, 'nextId') ?? 1) || 1, ...ids.map((id) => id + 1))
  for (const change of changes) {
    if ('origin' in change) {
      added.push(addedLogin(change, next, now))
      next += 1
    } else {
      const item = list.items[change.position]
      edits.push(
        ...put(memberOf(item, 'encryptedPassword'), change.encryptedPassword),
        ...put(memberOf(item, 'timePasswordChanged'), now),
      )
    }
  }
  if (added.length > 0) {
    const last = list.items.at(-1)?.to
    edits.push({
      from: last ?? list.from + 1,
      to: last ?? list.from + 1,
      put: `${last === undefined ? '' : ','}${added.join(',')}`,
    })
    const nextId = memberOf(root, 'nextId')
    edits.push(...(nextId ? put(nextId, next) : [{ from: root.from + 1, to: root.from + 1, put: `"nextId":${next},` }]))
  }
  return applyChanges(text, edits)
}
