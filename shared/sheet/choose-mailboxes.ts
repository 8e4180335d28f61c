import { fail, ok, type Result } from '../base/result.ts'
import type { SheetAccounts, SheetMailbox } from './sheet-accounts.ts'

const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase()

/** The mailboxes a person asked for; every one of the sheet when none is named; what stands twice, twice. Refuses a name that is not on the sheet. */
export function chooseMailboxes(sheet: SheetAccounts, wanted: readonly string[]): Result<readonly SheetMailbox[]> {
  const absent = wanted.find(
    (address) => !sheet.mailboxes.some((mailbox) => mailbox.address && same(mailbox.address.value, address)),
  )
  if (absent !== undefined) {
    const found = sheet.mailboxes.flatMap((mailbox) => (mailbox.address ? [mailbox.address.value] : [])).join(', ')
    return fail('mailbox-not-on-sheet', 'after-person', { address: absent, found })
  }
  if (wanted.length === 0) return ok(sheet.mailboxes)
  return ok(sheet.mailboxes.filter(({ address }) => address && wanted.some((name) => same(name, address.value))))
}
