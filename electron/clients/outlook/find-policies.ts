import type { Problem } from '../../../shared/base/problem.ts'
import { forbidsPasswords, policyPlaces, readPolicies } from '../../../shared/client/outlook/read-policies.ts'
import type { RegistryTree } from '../../../shared/client/outlook/registry-tree.ts'
import type { Registry } from '../registry/registry.ts'

/** Enough for an administrator to know which; the record is no place for a whole policy. */
const mostShown = 8

/**
 * What an administrator has decided about Outlook on this PC, as things to be told: that there is such a thing at all (`client-managed`, with
 * the settings), and that passwords are not to be remembered (`client-passwords-forbidden`). What cannot be read is told as well.
 */
export async function findPolicies(registry: Pick<Registry, 'readTree'>): Promise<readonly Problem[]> {
  const reads = await Promise.all(policyPlaces.map((place) => registry.readTree(place)))
  const trees = reads.map((read): RegistryTree | null => (read.ok ? read.value : null))
  const unread = reads.flatMap((read) => (read.ok ? [] : [read.problem]))
  const policies = readPolicies(trees)
  if (policies.length === 0) return unread
  const shown = policies.slice(0, mostShown).map(({ version, name, value }) => `${version} ${name} = ${value}`)
  const settings = [...shown, ...(policies.length > mostShown ? [`+${policies.length - mostShown}`] : [])].join(', ')
  return [
    ...unread,
    { code: 'client-managed', again: 'never', facts: { settings } },
    ...(forbidsPasswords(policies) ? [{ code: 'client-passwords-forbidden', again: 'never', facts: {} } as const] : []),
  ]
}
