import { readIni } from '../profiles-ini.ts'
import type { HandAccount } from './found-by-hand.ts'

/**
 * Reads the `Mailbox.ini` of one mailbox of Becky!: section `[Account]`, names without regard to case. `MailServer`, `UserID` and
 * `MailAddress` are known from a program that reads them; the name of the outgoing server (`SMTPServer`) is believed. Null where it holds
 * no account. The password is not looked at.
 */
export function readBeckyMailbox(text: string): HandAccount | null {
  const section = readIni(text).find(({ name }) => name.toLowerCase() === 'account')
  const values = new Map([...(section?.values ?? [])].map(([name, value]) => [name.toLowerCase(), value.trim()]))
  const of = (name: string): string => values.get(name) ?? ''
  const [address, userName] = [of('mailaddress'), of('userid')]
  if (address === '' && userName === '') return null
  return { address, userName, protocol: null, incoming: of('mailserver'), outgoing: of('smtpserver') }
}
