import path from 'node:path'
import { fail, ok, type Result } from '../../shared/base/result.ts'
import type { BackupManifest, MailClient, RewriteReport } from '../../shared/client/mail-client.ts'
import { sha256 } from '../files/backups.ts'
import { readPlainFile, removeFile, removeLeftovers, safeWrite } from '../files/safe-write.ts'
import type { RewriteDraft } from './draft-rewrite.ts'
import { readProfile, type Profile } from './read-profile.ts'

const placeIn = (profile: Profile, name: string): string => path.join(profile.folder, ...name.split('/'))

/** Is every file still the one in the manifest, and is every file to be written in it? */
export function sameAsManifest(profile: Profile, manifest: BackupManifest, draft: RewriteDraft): Result<void> {
  for (const { name, existed, sha256: hash } of manifest.files) {
    const file = profile.files.get(name)
    if (existed ? !file || sha256(file.bytes) !== hash : file) return fail('file-changed-since', 'now', { file: name })
  }
  const missing = draft.files.find(({ name }) => !manifest.files.some((entry) => entry.name === name))
  return missing ? fail('file-changed-since', 'now', { file: missing.name }) : ok()
}

/** Did nothing change between reading and now? */
function sameBytes(before: Profile, now: Profile): Result<void> {
  for (const name of new Set([...before.files.keys(), ...now.files.keys()])) {
    const [old, current] = [before.files.get(name), now.files.get(name)]
    if (!old || !current || !old.bytes.equals(current.bytes)) return fail('file-changed-since', 'now', { file: name })
  }
  return ok()
}

/** Is told what every file is about to become; a refusal stops the rewrite before the first write. */
export type Announce = Parameters<MailClient['rewrite']>[4]

/** Puts back what was written, newest first. Ok only when every file is as it was. */
async function putBackAll(profile: Profile, names: readonly string[]): Promise<Result<void>> {
  let worst: Result<void> = ok()
  for (const name of names.toReversed()) {
    const before = profile.files.get(name)
    const file = placeIn(profile, name)
    const found = await readPlainFile(file)
    // The one that could not be written stands as it was, and is perhaps still held by whoever holds it.
    if (found.ok && (before ? found.value?.bytes.equals(before.bytes) : found.value === null)) continue
    const done = before ? await safeWrite(file, before.bytes, before.mode) : await removeFile(file)
    if (!done.ok) worst = done
  }
  return worst
}

/** After writing: the disk holds what was meant, byte for byte in every file, and reads as the edit says. */
async function readBackDiffers(profile: Profile, draft: RewriteDraft): Promise<Result<void>> {
  const read = await readProfile(profile.folder)
  if (!read.ok) return read
  for (const name of new Set([...profile.files.keys(), ...read.value.files.keys()])) {
    const meant = draft.files.find((file) => file.name === name)?.bytes ?? profile.files.get(name)?.bytes
    const found = read.value.files.get(name)?.bytes
    if (!meant || !found || !meant.equals(found)) return fail('client-read-back-differs', 'never', { file: name })
  }
  const problem = draft.differs(read.value)
  return problem ? { ok: false, problem } : ok()
}

/**
 * Writes a checked draft: nothing while the program may run (`stillClosed` is asked last), nothing when a byte changed since it was read.
 * After any failure past the first write every file is put back; `restored: false` in the facts says that this, too, failed, and the
 * backup is needed.
 */
export async function rewriteProfile(
  profile: Profile,
  draft: RewriteDraft,
  stillClosed: () => Promise<Result<void>>,
  announce: Announce,
): Promise<Result<RewriteReport>> {
  const files = draft.files.map(({ name, bytes }) => ({ name, sha256: sha256(bytes) }))
  const heard = files.length > 0 ? await announce(files) : ok()
  if (!heard.ok) return heard
  const current = await readProfile(profile.folder)
  if (!current.ok) return current
  const unchanged = sameBytes(profile, current.value)
  if (!unchanged.ok) return unchanged
  const closed = await stillClosed()
  if (!closed.ok) return closed
  const begun: string[] = []
  let failure: Result<void> = ok()
  for (const { name, bytes } of draft.files) {
    begun.push(name)
    await removeLeftovers(placeIn(profile, name))
    failure = await safeWrite(placeIn(profile, name), bytes)
    if (!failure.ok) break
  }
  if (failure.ok) failure = await readBackDiffers(profile, draft)
  if (!failure.ok) {
    const restored = await putBackAll(profile, begun)
    const { code, again, facts } = failure.problem
    return fail(code, again, { ...facts, restored: restored.ok })
  }
  return ok({ changed: [...draft.changed], files, notes: [...draft.notes] })
}
