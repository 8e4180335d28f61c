/** What an account subkey is. Only the first two are ever changed; the others are known by name so that nobody takes them for damaged. */
export type AccountKind = 'pop3' | 'imap' | 'mapi' | 'eas' | 'hotmail' | 'ldap' | 'unknown'

const family = '-B0D6-11D2-8C3B-00104B2A6676}'
const kinds: Readonly<Record<string, AccountKind>> = {
  [`{ED475411${family}`]: 'pop3',
  [`{ED475412${family}`]: 'imap',
  // Exchange, data files and the address book: told apart by `Service Name`, which is none of our business.
  [`{ED475414${family}`]: 'mapi',
  [`{ED475415${family}`]: 'eas',
  '{4DB5CBF0-3B77-4852-BC8E-BB81908861F3}': 'hotmail',
}

/** The kind behind a `clsid` value (constants of Microsoft's Account Management API). Anything not listed is `unknown`, and left alone. */
export const accountKind = (clsid: string): AccountKind => {
  const known = kinds[clsid.toUpperCase()]
  if (known) return known
  return /^\{4DB5CBF2-/i.test(clsid) ? 'ldap' : 'unknown'
}

/** The key below a profile that holds its accounts, one subkey each. */
export const accountContainer = '9375CFF0413111d3B88A00104B2A6676'

/** The value of the container that lists mail accounts: numbers as little-endian DWORDs, in the order Outlook shows them. */
export const mailList = '{ED475418-B0D6-11D2-8C3B-00104B2A6676}'
