/** One message at rest. `uid` never changes and is never used again. */
export interface StoredMessage {
  readonly uid: number
  readonly bytes: Buffer
  readonly received: Date
  readonly flags: ReadonlySet<string>
}

/**
 * The in-memory mailboxes: folders by user name, `INBOX` always there. Bounded: a folder keeps its last 500 messages, a user has
 * at most 50 folders.
 */
export interface MailStore {
  /** The messages of a folder as they stand now, oldest first; null when there is no such folder. */
  readonly list: (userName: string, folder?: string) => readonly StoredMessage[] | null
  readonly folders: (userName: string) => readonly string[]
  /** False when it exists already, has an impossible name, or there are too many. */
  readonly create: (userName: string, folder: string) => boolean
  readonly drop: (userName: string, folder: string) => boolean
  /** Throws when there is no such folder. */
  readonly deliver: (userName: string, bytes: Buffer, folder?: string, flags?: ReadonlySet<string>) => StoredMessage
  readonly setFlags: (userName: string, folder: string, uid: number, flags: ReadonlySet<string>) => void
  readonly remove: (userName: string, folder: string, uids: ReadonlySet<number>) => void
  readonly nextUid: (userName: string, folder: string) => number
  /** Changes whenever the mailboxes are new, so that a mail program does not trust what it remembers. */
  readonly uidValidity: number
}

const most = 500
const foldersMost = 50
const inbox = 'INBOX'
/** INBOX is INBOX in any case (RFC 3501 §5.1); other names are as written. */
const named = (folder: string): string => (folder.toUpperCase() === inbox ? inbox : folder)

interface Folder {
  next: number
  messages: readonly StoredMessage[]
}

export function makeMailStore(now: () => number): MailStore {
  const users = new Map<string, Map<string, Folder>>()
  const foldersOf = (userName: string): Map<string, Folder> => {
    const found = users.get(userName) ?? new Map<string, Folder>([[inbox, { next: 1, messages: [] }]])
    users.set(userName, found)
    return found
  }
  const folderOf = (userName: string, folder: string): Folder => {
    const found = foldersOf(userName).get(named(folder))
    if (!found) throw new Error('no such practice folder')
    return found
  }
  return {
    uidValidity: Math.floor(now() / 1000),
    list: (userName, folder = inbox) => foldersOf(userName).get(named(folder))?.messages ?? null,
    folders: (userName) => [...foldersOf(userName).keys()],
    nextUid: (userName, folder) => folderOf(userName, folder).next,
    create(userName, folder) {
      const folders = foldersOf(userName)
      if (
        folders.has(named(folder)) ||
        folders.size >= foldersMost ||
        !/^[^\s/%*"\\{}()][^/%*"\\{}()\x00-\x1f]{0,63}$/.test(folder)
      )
        return false
      folders.set(folder, { next: 1, messages: [] })
      return true
    },
    drop: (userName, folder) => named(folder) !== inbox && foldersOf(userName).delete(folder),
    deliver(userName, bytes, folder = inbox, flags = new Set()) {
      const place = folderOf(userName, folder)
      const message = { uid: place.next, bytes, received: new Date(now()), flags }
      place.next += 1
      place.messages = [...place.messages, message].slice(-most)
      return message
    },
    setFlags(userName, folder, uid, flags) {
      const place = folderOf(userName, folder)
      place.messages = place.messages.map((one) => (one.uid === uid ? { ...one, flags } : one))
    },
    remove(userName, folder, uids) {
      const place = folderOf(userName, folder)
      place.messages = place.messages.filter((one) => !uids.has(one.uid))
    },
  }
}

const encoded = (text: string): string => `=?UTF-8?B?${Buffer.from(text, 'utf8').toString('base64')}?=`

/** A plain message in Japanese, base64 throughout, CRLF line ends. `id` makes it unique. */
export function plainMessage(mail: { from: string; to: string; subject: string; text: string; id: string; date: Date }): Buffer {
  const body = (
    Buffer.from(mail.text, 'utf8')
      .toString('base64')
      .match(/.{1,76}/g) ?? []
  ).join('\r\n')
  return Buffer.from(
    [
      `From: ${mail.from}`,
      `To: ${mail.to}`,
      `Subject: ${encoded(mail.subject)}`,
      `Date: ${mail.date.toUTCString().replace('GMT', '+0000')}`,
      `Message-ID: <${mail.id}>`,
      'MIME-Version: 1.0',
      'Content-Type: text/plain; charset=UTF-8',
      'Content-Transfer-Encoding: base64',
      '',
      body,
      '',
    ].join('\r\n'),
    'ascii',
  )
}
