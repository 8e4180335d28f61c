import type { Problem } from '../../base/problem.ts'
import { accountContainer, mailList } from './account-kinds.ts'
import type { OutlookAccount } from './outlook-account.ts'
import { readAccount } from './read-account.ts'
import { joinPath, keyIn, keysBelow, lastPart, regType, type RegistryKey, type RegistryTree, valueIn } from './registry-tree.ts'

/** The subkey of an account number. */
export const subkeyOf = (number: number): string => number.toString(16).padStart(8, '0').toUpperCase()

/** Where a profile keeps its accounts. */
export const containerOf = (profile: string): string => joinPath(profile, accountContainer)

/** The numbers of the mail list, in order; null where there is no such list. Half a number at its end is passed over. */
export function listedNumbers(container: RegistryKey | null): readonly number[] | null {
  const list = valueIn(container, mailList)
  if (!list || list.type !== regType.binary) return null
  const { bytes } = list
  const whole = bytes.length - (bytes.length % 4)
  const numbers: number[] = []
  for (let at = 0; at < whole; at += 4) {
    numbers.push((bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24)) >>> 0)
  }
  return numbers
}

/**
 * The subkeys that are mail accounts: those the list names, in its order (a number without a subkey is passed over: other tools leave such
 * behind), each once; without a list every subkey of eight hex digits.
 */
export function accountKeys(tree: RegistryTree, profile: string): readonly RegistryKey[] {
  const container = containerOf(profile)
  const numbers = listedNumbers(keyIn(tree, container))
  if (!numbers) return keysBelow(tree, container).filter(({ path }) => /^[0-9A-Fa-f]{8}$/.test(lastPart(path)))
  return [...new Set(numbers)].flatMap((number) => keyIn(tree, joinPath(container, subkeyOf(number))) ?? [])
}

/** The POP3 and IMAP accounts of a profile, and what a person should know about them. */
export interface ProfileAccounts {
  readonly accounts: readonly OutlookAccount[]
  readonly findings: readonly Problem[]
}

export function readAccounts(tree: RegistryTree, profile: string): ProfileAccounts {
  const read = accountKeys(tree, profile).map((key) => readAccount(key))
  return { accounts: read.flatMap(({ account }) => account ?? []), findings: read.flatMap(({ findings }) => findings) }
}
