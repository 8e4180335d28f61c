import { fail, ok, type Result } from '../../../shared/base/result.ts'
import type { BackupManifest, RewriteReport } from '../../../shared/client/mail-client.ts'
import { compareTrees, placeOf, valueAt } from '../../../shared/client/outlook/compare-trees.ts'
import type { RegistryTree } from '../../../shared/client/outlook/registry-tree.ts'
import { valueName, valuePlace } from '../../../shared/client/outlook/value-names.ts'
import type { Registry } from '../registry/registry.ts'
import type { Announce } from '../rewrite-profile.ts'
import type { OutlookDraft } from './draft-outlook.ts'
import { type OutlookProfile, readOutlookProfile } from './read-outlook.ts'
import { valueHash } from './value-hash.ts'

const changedSince = (file: string): ReturnType<typeof fail> => fail('file-changed-since', 'now', { file })

const nameIn = ({ account }: OutlookDraft, name: string): string => valueName(account.key, name)

/** Is every value still the one in the manifest, and is every value to be written in it? */
export function sameAsCopied(profile: OutlookProfile, manifest: BackupManifest, draft: OutlookDraft): Result<void> {
  for (const { name, existed, sha256 } of manifest.files) {
    const place = valuePlace(profile.folder, name)
    const value = place && valueAt(profile.tree, place.path, place.name)
    if (!place || (existed ? !value || valueHash(value) !== sha256 : value)) return changedSince(name)
  }
  const copied = new Set(manifest.files.map(({ name }) => name))
  const missing = draft.values.find(({ name }) => !copied.has(nameIn(draft, name)))
  return missing ? changedSince(nameIn(draft, missing.name)) : ok()
}

/** Ok where the registry holds exactly this tree. */
async function stands(registry: Registry, folder: string, tree: RegistryTree): Promise<Result<RegistryTree>> {
  const now = await readOutlookProfile(registry, folder)
  if (!now.ok) return now
  const [first] = compareTrees(tree, now.value.tree)
  return first ? fail('client-read-back-differs', 'never', { file: placeOf(first) }) : ok(now.value.tree)
}

/** Puts back what was written, newest first: to the byte, and away again where there was none. Ok only when that is seen to stand. */
async function restore(
  registry: Registry,
  profile: OutlookProfile,
  draft: OutlookDraft,
  names: readonly string[],
): Promise<boolean> {
  const { path } = draft.account.stored
  let well = true
  for (const name of names.toReversed()) {
    const before = valueAt(profile.tree, path, name)
    const done = before ? await registry.setValue(path, before) : await registry.deleteValue(path, name)
    well &&= done.ok
  }
  const now = await readOutlookProfile(registry, profile.folder)
  if (!well || !now.ok) return false
  return compareTrees(profile.tree, now.value.tree).every((one) => one.path !== path || !names.includes(one.name))
}

async function writeAll(registry: Registry, draft: OutlookDraft, begun: string[]): Promise<Result<void>> {
  for (const value of draft.values) {
    begun.push(value.name)
    const set = await registry.setValue(draft.account.stored.path, value)
    if (!set.ok) return set
  }
  return ok()
}

/** After writing: of all profiles nothing but the planned values is another, and what stands opens and reads as the edit says. */
async function readBackDiffers(registry: Registry, profile: OutlookProfile, draft: OutlookDraft): Promise<Result<void>> {
  const after = await stands(registry, profile.folder, draft.planned)
  if (!after.ok) return after
  const problem = await draft.differs(after.value)
  return problem ? { ok: false, problem } : ok()
}

/**
 * Writes a checked draft, value by value: nothing while Outlook may run (`mayWrite` is asked last), nothing when a byte of any profile
 * changed since it was read. After any failure past the first write every value is put back; `restored: false` in the facts says that this,
 * too, failed, and the backup is needed.
 */
export async function rewriteOutlook(
  registry: Registry,
  profile: OutlookProfile,
  draft: OutlookDraft,
  mayWrite: () => Promise<Result<void>>,
  announce: Announce,
): Promise<Result<RewriteReport>> {
  const files = draft.values.map((value) => ({ name: nameIn(draft, value.name), sha256: valueHash(value) }))
  const heard = files.length > 0 ? await announce(files) : ok()
  if (!heard.ok) return heard
  const unchanged = await stands(registry, profile.folder, profile.tree)
  if (!unchanged.ok) return changedSince(String(unchanged.problem.facts['file'] ?? profile.folder))
  const closed = await mayWrite()
  if (!closed.ok) return closed
  const begun: string[] = []
  const written = await writeAll(registry, draft, begun)
  const failure = written.ok ? await readBackDiffers(registry, profile, draft) : written
  if (!failure.ok) {
    const { code, again, facts } = failure.problem
    return fail(code, again, { ...facts, restored: await restore(registry, profile, draft, begun) })
  }
  return ok({ changed: [...draft.changed], files, notes: [...draft.notes] })
}
