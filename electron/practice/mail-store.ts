/** One message at rest. `uid` never changes and is never used again. */
export interface StoredMessage {
  readonly uid: number
  readonly bytes: Buffer
  readonly received: Date
  readonly flags: ReadonlySet<string>
}

/** The in-memory mailboxes, by user name: one INBOX each. Bounded: beyond 500 messages the oldest go. */
export interface MailStore {
  /** The messages of a user as they stand now, oldest first. */
  list(userName: string): readonly StoredMessage[]
  deliver(userName: string, bytes: Buffer): StoredMessage
  setFlags(userName: string, uid: number, flags: ReadonlySet<string>): void
  remove(userName: string, uids: ReadonlySet<number>): void
  nextUid(userName: string): number
  /** Changes whenever the mailboxes are new, so that a mail program does not trust what it remembers. */
  readonly uidValidity: number
}

const most = 500

export function makeMailStore(now: () => number): MailStore {
  const boxes = new Map<string, { next: number; messages: readonly StoredMessage[] }>()
  const box = (userName: string): { next: number; messages: readonly StoredMessage[] } => {
    const found = boxes.get(userName) ?? { next: 1, messages: [] }
    boxes.set(userName, found)
    return found
  }
  return {
    uidValidity: Math.floor(now() / 1000),
    list: (userName) => box(userName).messages,
    nextUid: (userName) => box(userName).next,
    deliver(userName, bytes) {
      const place = box(userName)
      const message = { uid: place.next, bytes, received: new Date(now()), flags: new Set<string>() }
      place.next += 1
      place.messages = [...place.messages, message].slice(-most)
      return message
    },
    setFlags(userName, uid, flags) {
      const place = box(userName)
      place.messages = place.messages.map((one) => (one.uid === uid ? { ...one, flags } : one))
    },
    remove(userName, uids) {
      const place = box(userName)
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
