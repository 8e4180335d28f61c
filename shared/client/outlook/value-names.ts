import { accountContainer } from './account-kinds.ts'
import { allowedValues } from './account-values.ts'
import { outlookVersions } from './discover-profiles.ts'
import { foldName, joinPath } from './registry-tree.ts'

/** A value's place in the registry. */
export interface ValuePlace {
  readonly path: string
  readonly name: string
}

const allowed = new Set([...allowedValues('pop3'), ...allowedValues('imap')].map(foldName))

/** How a value of an account is named below its profile, as if it were a file: what manifests, journals and reports call it. */
export const valueName = (account: string, name: string): string => `${accountContainer}/${account}/${name}`

/**
 * The place of a value named so. Null for everything a rewrite may not set: such a name comes from a file that may have been tampered with, and
 * leads to a profile of Outlook, an account of it and a value of the allowed list, or nowhere.
 */
export function valuePlace(profile: string, name: string): ValuePlace | null {
  const [container, account, value, ...more] = name.split('/')
  const below = outlookVersions.some(({ profiles }) => {
    const start = `${foldName(profiles)}\\`
    return foldName(profile).startsWith(start) && !profile.slice(start.length).includes('\\') && profile.length > start.length
  })
  const sound =
    below &&
    more.length === 0 &&
    container === accountContainer &&
    /^[0-9A-Fa-f]{8}$/.test(account ?? '') &&
    allowed.has(foldName(value ?? ''))
  return sound ? { path: joinPath(profile, container, account!), name: value! } : null
}
