import { fail, ok, type Result } from '../base/result.ts'
import type { FoundAccount, FoundProfile } from './mail-client.ts'

const lower = (text: string): string => text.toLowerCase()

const keys = (accounts: readonly FoundAccount[]): string =>
  accounts.map(({ key, incoming }) => `${key} (${incoming.protocol} ${incoming.host})`).join(', ')

/**
 * The one account of a profile that is this mailbox: by address (any identity, without case), else by user name (exactly). Two that fit
 * are `client-account-ambiguous`, narrowed by user name first; none is `client-account-missing`. Never a guess.
 */
export function matchAccount(
  profile: FoundProfile,
  wanted: { readonly address: string; readonly userName: string },
): Result<FoundAccount> {
  const facts = { address: wanted.address, profile: profile.name }
  const byAddress = profile.accounts.filter((account) =>
    [account.address, ...(account.otherAddresses ?? [])].some((address) => lower(address) === lower(wanted.address)),
  )
  const bySameUser = byAddress.filter((account) => account.userName === wanted.userName)
  // An account that names another address is another mailbox, even where the user names agree (two providers, one login name).
  const byUser = profile.accounts.filter(
    (account) => account.userName === wanted.userName && (account.address === '' || wanted.userName.includes('@')),
  )
  const fits = [byAddress, bySameUser].find((accounts) => accounts.length === 1) ?? (byAddress.length > 0 ? byAddress : byUser)
  if (fits.length === 1) return ok(fits[0]!)
  if (fits.length === 0) return fail('client-account-missing', 'after-person', facts)
  return fail('client-account-ambiguous', 'after-person', { ...facts, found: keys(fits) })
}
