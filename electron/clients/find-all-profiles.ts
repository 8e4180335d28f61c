import { ok, type Result } from '../../shared/base/result.ts'
import type { ClientId, FoundProfile, MailClient } from '../../shared/client/mail-client.ts'

/** Profiles of the wanted mail programs on this PC, or below one root. The first program that cannot be looked through says why. */
export async function findAllProfiles(
  clients: readonly MailClient[],
  root: string | undefined,
  wanted: readonly ClientId[],
): Promise<Result<readonly FoundProfile[]>> {
  const all: FoundProfile[] = []
  for (const client of clients) {
    if (!wanted.includes(client.id)) continue
    const found = await client.find({ root })
    if (!found.ok) return found
    all.push(...found.value)
  }
  return ok(all)
}
