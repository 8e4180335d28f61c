import { byteTextOf, type ByteText } from './byte-text.ts'

/** How Thunderbird names the folders of one account: `mailbox://taro%40example.jp@pop.example.jp`. */
export interface FolderRoot {
  readonly type: 'pop3' | 'imap'
  readonly userName: string
  readonly host: string
}

/** The scheme a store type has in folder addresses and stored logins: POP3 is `mailbox`. */
export const schemeOf = (type: 'pop3' | 'imap' | 'smtp'): string => (type === 'pop3' ? 'mailbox' : type)

/** `scheme://user@host` with the user percent-encoded, as Thunderbird builds it (source: `migrateServerUris`). */
export function rootUri({ type, userName, host }: FolderRoot): string {
  const bracketed = host.includes(':') ? `[${host}]` : host
  return `${schemeOf(type)}://${encodeURIComponent(userName.toWellFormed())}@${encodeURIComponent(bracketed)}`
}

const literal = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/-]/g, String.raw`\$&`)

/**
 * Follows a change of host or user in a text that holds folder addresses (a pref, a filter file, virtualFolders.dat): every address of
 * the old root, whole or with a folder behind it, gets the new root. Other accounts' addresses stay, also where one name is the
 * beginning of another. The host's case is ignored, as Thunderbird does.
 */
export function moveFolderUris(text: ByteText, from: FolderRoot, to: FolderRoot): ByteText {
  const [old, next] = [byteTextOf(rootUri(from)), byteTextOf(rootUri(to))]
  if (old === null || next === null) return text
  const at = old.lastIndexOf('@') + 1
  const host = literal(old.slice(at)).replace(/[a-z]/gi, (letter) => `[${letter.toLowerCase()}${letter.toUpperCase()}]`)
  const pattern = new RegExp(`(?<![A-Za-z0-9+.-])${literal(old.slice(0, at))}${host}(?=[/"|\\\\\\s]|$)`, 'g')
  return text.replace(pattern, () => next)
}
