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

/** How a site is signed in to; a provider's `Change` fits. `signInName`: what names a mailbox there (its user name, unless said otherwise). */
export interface SiteWay {
  readonly signIn: Realm
  readonly signInName?: 'userName' | 'address' | undefined
}

/** The pair that signs in for a realm: the mailbox's own where its password opens it, else one that the sheet prints beside the mailboxes. */
export function siteLogin(sheet: SheetAccounts, mailbox: SheetMailbox | null, way: SiteWay): SheetLogin | null {
  const { signIn, signInName = 'userName' } = way
  if (mailbox?.realms.includes(signIn))
    return asLogin({ ...mailbox, userName: mailbox[signInName], password: mailbox.password?.value ?? null })
  return loginsFor(sheet, signIn)[0] ?? null
}

/** Does the paper print both halves of this pair, doubtful characters or not? */
export const isWhole = ({ signIns, doubts }: Pick<SheetAccounts, 'signIns' | 'doubts'>, at: number): boolean =>
  (['userName', 'password'] as const).every(
    (half) =>
      signIns[at]![half] !== null ||
      doubts.some(({ field, candidates }) => field === `signIns[${at}].${half}` && candidates.length > 0),
  )

const opens = (sheet: SheetAccounts, signIn: Realm): boolean =>
  sheet.mailboxes.some(({ realms }) => realms.includes(signIn)) ||
  sheet.signIns.some(({ realms }, at) => realms.includes(signIn) && isWhole(sheet, at))

/**
 * Whose sign-in is needed of those that would do, in the catalogue's order: the first that the paper holds whole, doubtful characters or not; where
 * it holds none, the first of all, or (`byHand`: a person signs in, with what may stand on no paper) none. Nobody is asked about the others.
 */
export function neededSignIn(sheet: SheetAccounts, ways: readonly Realm[], byHand: boolean): readonly Realm[] {
  const first = ways.find((signIn) => opens(sheet, signIn)) ?? (byHand ? undefined : ways[0])
  return first === undefined ? [] : [first]
}
