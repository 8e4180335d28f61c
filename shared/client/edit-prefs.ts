import type { Endpoint, Security } from '../mail/endpoint.ts'
import { moveFolderUris, type FolderRoot } from './folder-uris.ts'
import type { AccountEdit } from './mail-client.ts'
import type { PrefValue } from './prefs-js.ts'
import { portInEffect, type OutgoingServer, type PrefView, type ThunderbirdAccount } from './thunderbird-accounts.ts'

/** Never 1: "TLS if available" means no TLS in current versions (seen with 153). */
const socketTypes: Record<Security, number> = { none: 0, starttls: 2, tls: 3 }
const folderPref =
  /^mail\.(?:identity\.[^.]+\.(?:fcc|draft|archive|stationery)_folder|server\.[^.]+\.spamActionTarget(?:Account|Folder))$/
const sameHost = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase()

interface DoorNames {
  readonly host: string
  readonly port: string
  readonly socketType: string
}

function doorPrefs(
  names: DoorNames,
  found: { host: string; socketType: number; security: Security },
  wanted: Endpoint,
  prefs: PrefView,
): Map<string, PrefValue> {
  const changes = new Map<string, PrefValue>()
  if (!sameHost(found.host, wanted.host)) changes.set(names.host, wanted.host)
  if (found.security !== wanted.security) changes.set(names.socketType, socketTypes[wanted.security])
  const port = prefs.get(names.port)
  const after = portInEffect(wanted.protocol, typeof port === 'number' ? port : 0, wanted.security)
  if (after !== wanted.port) changes.set(names.port, wanted.port)
  return changes
}

function outgoingPrefs(
  found: OutgoingServer,
  wanted: NonNullable<AccountEdit['outgoing']>,
  prefs: PrefView,
): Map<string, PrefValue> {
  const branch = `mail.smtpserver.${found.key}`
  const names = { host: `${branch}.hostname`, port: `${branch}.port`, socketType: `${branch}.try_ssl` }
  const changes = doorPrefs(names, found, wanted.endpoint, prefs)
  if (found.userName !== wanted.userName) changes.set(`${branch}.username`, wanted.userName)
  // A door that asked for no sign-in is being replaced by another one: submission always asks.
  if (found.authMethod === 1 && changes.size > 0) changes.set(`${branch}.authMethod`, 3)
  return changes
}

/** The folder root before and after, or null when neither host nor user changes. */
export function movedRoot(
  account: ThunderbirdAccount,
  edit: AccountEdit,
): { readonly from: FolderRoot; readonly to: FolderRoot } | null {
  const from = { type: account.type, userName: account.incoming.userName, host: account.incoming.host }
  const host = sameHost(from.host, edit.incoming.host) ? from.host : edit.incoming.host
  if (host === from.host && edit.userName === from.userName) return null
  return { from, to: { type: account.type, userName: edit.userName, host } }
}

/**
 * The prefs that have to change for an edit, with their new values: the doors, the user names, and every folder address that
 * names the old host or user. Everything not named stays; `directory*` is never named (without it the mail would be fetched again).
 */
export function prefsOfEdit(account: ThunderbirdAccount, edit: AccountEdit, prefs: PrefView): ReadonlyMap<string, PrefValue> {
  const branch = `mail.server.${account.server}`
  const names = { host: `${branch}.hostname`, port: `${branch}.port`, socketType: `${branch}.socketType` }
  const changes = doorPrefs(names, account.incoming, edit.incoming, prefs)
  if (account.incoming.userName !== edit.userName) changes.set(`${branch}.userName`, edit.userName)
  if (edit.outgoing && account.outgoing) {
    for (const [name, value] of outgoingPrefs(account.outgoing, edit.outgoing, prefs)) changes.set(name, value)
  }
  const root = movedRoot(account, edit)
  for (const [name, value] of root ? prefs : []) {
    if (typeof value !== 'string' || !folderPref.test(name)) continue
    const moved = moveFolderUris(value, root!.from, root!.to)
    if (moved !== value) changes.set(name, moved)
  }
  return changes
}

/** The prefs an edit may ever touch for this account: if one of them is locked, the account cannot be changed. */
export function prefsOfAccount(account: ThunderbirdAccount): readonly string[] {
  const server = ['hostname', 'port', 'socketType', 'userName'].map((name) => `mail.server.${account.server}.${name}`)
  const smtp = account.outgoing
    ? ['hostname', 'port', 'try_ssl', 'username', 'authMethod'].map((name) => `mail.smtpserver.${account.outgoing!.key}.${name}`)
    : []
  return [...server, ...smtp]
}
