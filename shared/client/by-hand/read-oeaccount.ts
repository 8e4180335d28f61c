import type { HandAccount } from './found-by-hand.ts'

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function plain(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#([0-9]{1,7})|([a-z]+));/gi, (whole, hex, number, name: string | undefined) => {
    if (name !== undefined) return entities[name] ?? whole
    const code = hex === undefined ? Number(number) : Number.parseInt(String(hex), 16)
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
}

/** The text of one field, `<Name type="SZ">…</Name>`; empty where there is none. */
const field = (xml: string, name: string): string =>
  plain(new RegExp(`<${name}(?:\\s[^>]*)?>([^<]*)</${name}>`).exec(xml)?.[1]?.trim() ?? '')

/**
 * Reads an account file of Windows Live Mail (or the Windows Mail before it): one XML element `MessageAccount` with a flat list of named
 * fields. Null for anything else, and for an account that fetches no mail over POP3 or IMAP (a directory, a newsgroup server). Passwords
 * are not looked at.
 */
export function readOeaccount(xml: string): HandAccount | null {
  if (!/<MessageAccount[\s>]/.test(xml)) return null
  const kind = (['POP3', 'IMAP'] as const).find((one) => field(xml, `${one}_Server`) !== '')
  if (!kind) return null
  return {
    address: field(xml, 'SMTP_Email_Address'),
    userName: field(xml, `${kind}_User_Name`),
    protocol: kind === 'POP3' ? 'pop3' : 'imap',
    incoming: field(xml, `${kind}_Server`),
    outgoing: field(xml, 'SMTP_Server'),
  }
}
