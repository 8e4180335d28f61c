import { z } from '../../base/zod.ts'

/** Mail programs that are found and reported, with what to type, and never rewritten. */
export const handProgram = z.enum(['outlook-new', 'windows-live-mail', 'becky'])
export type HandProgram = z.infer<typeof handProgram>

/** What the settings of such a program tell of one account. Nothing here is ever written back, and no password is among it. */
export const handAccount = z.strictObject({
  address: z.string(),
  userName: z.string(),
  /** Null where it is not told. */
  protocol: z.enum(['pop3', 'imap']).nullable(),
  /** Host names as they stand there; empty where they are not told. */
  incoming: z.string(),
  outgoing: z.string(),
})
export type HandAccount = Readonly<z.infer<typeof handAccount>>

/** One account of such a program on this PC; `account` null: the program is in use, and what it has set up is not told on this PC. */
export const foundByHand = z.strictObject({
  program: handProgram,
  /** The file or folder it was seen in; for the new Outlook, how it was told to be the one in use. */
  place: z.string(),
  account: handAccount.nullable(),
})
export type FoundByHand = Readonly<z.infer<typeof foundByHand>>

const fold = (text: string): string => text.trim().toLowerCase()

/** May this account be the mailbox? An account whose address is not told may be any. */
export function mayBeMailbox(
  { account }: FoundByHand,
  mailbox: { readonly address: string; readonly userName: string },
): boolean {
  if (!account) return true
  if (account.address !== '') return fold(account.address) === fold(mailbox.address)
  return account.userName !== '' && account.userName === mailbox.userName
}
