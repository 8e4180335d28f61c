/** The header that carries the tag of a message to oneself, by which it is found again. */
export const tagHeader = 'X-Mail-Migration-Check'

/** A message to oneself. The words come from outside: sentences for people do not stand in this room. */
export interface OwnMessage {
  readonly address: string
  readonly tag: string
  readonly subject: string
  readonly body: string
  readonly at: Date
}

/** RFC 2047: at most 75 characters a word, and no character cut in two. */
function encodedWords(text: string): string {
  const words: string[] = []
  let part = ''
  for (const character of text) {
    if (Buffer.byteLength(part + character) > 42) {
      words.push(part)
      part = ''
    }
    part += character
  }
  words.push(part)
  return words.map((word) => `=?UTF-8?B?${Buffer.from(word).toString('base64')}?=`).join('\r\n ')
}

const oneLine = (text: string): string => text.replace(/[\u0000-\u001f\u007f]+/g, ' ').trim()
const dated = (at: Date): string => at.toUTCString().replace('GMT', '+0000')
const lines76 = (text: string): string => (text.match(/.{1,76}/g) ?? []).join('\r\n')

/** The message as it goes over the wire: ASCII only, whatever the words are. Control characters in the subject become spaces. */
export function composeMessage(message: OwnMessage): string {
  const domain = message.address.split('@').at(-1) ?? 'localhost'
  const headers = [
    `From: <${message.address}>`,
    `To: <${message.address}>`,
    `Subject: ${encodedWords(oneLine(message.subject))}`,
    `Date: ${dated(message.at)}`,
    `Message-ID: <${message.tag}@${domain}>`,
    `${tagHeader}: ${message.tag}`,
    'Auto-Submitted: auto-generated',
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=UTF-8',
    'Content-Transfer-Encoding: base64',
  ]
  return `${headers.join('\r\n')}\r\n\r\n${lines76(Buffer.from(message.body.replaceAll(/\r?\n/g, '\r\n')).toString('base64'))}\r\n`
}
