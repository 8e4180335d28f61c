import type { Realm } from '../base/secret.ts'
import type { SheetAccounts, SheetField, SheetLogin, SheetMailbox } from './sheet-accounts.ts'

interface Pair {
  readonly userName: SheetField<string> | null
  readonly password: SheetLogin['secret'] | null
  readonly realms: readonly Realm[]
}

const asLogin = ({ userName, password, realms }: Pair): SheetLogin | null =>
  userName && password ? { name: userName.value, realms, secret: password } : null

/** The pairs of a sheet that open no mailbox and do open this realm: each with name and password known, each name once. */
export function loginsFor(sheet: SheetAccounts, wanted: Realm): readonly SheetLogin[] {
  const pairs = sheet.signIns.filter(({ realms }) => realms.includes(wanted))
  const logins = pairs.flatMap((pair) => asLogin({ ...pair, password: pair.password?.value ?? null }) ?? [])
  return [...new Map(logins.map((login) => [login.name, login])).values()]
}

/** The pair that signs in for a realm: the mailbox's own where its password opens it, else one that the sheet prints beside the mailboxes. */
export function siteLogin(sheet: SheetAccounts, mailbox: SheetMailbox | null, signIn: Realm): SheetLogin | null {
  if (mailbox?.realms.includes(signIn)) return asLogin({ ...mailbox, password: mailbox.password?.value ?? null })
  return loginsFor(sheet, signIn)[0] ?? null
}
