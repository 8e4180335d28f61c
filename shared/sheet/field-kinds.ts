import type { Doubt, SheetAccounts } from './sheet-accounts.ts'

/** Is this a password? By the name doubts and views know the field by. */
export const isSecretField = (field: string): boolean => /password/i.test(field)

/** A mailbox nobody can tell the address of may be left out, as long as another is left. */
export const mayLeaveOut = ({ field, candidates }: Doubt, { mailboxes }: Pick<SheetAccounts, 'mailboxes'>): boolean =>
  /^mailboxes\[\d+\]\.address$/.test(field) && candidates.length === 0 && mailboxes.length > 1
