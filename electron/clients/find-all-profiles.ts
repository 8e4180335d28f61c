import { ok, type Result } from '../../shared/base/result.ts'
import type { FoundProfile, MailClient } from '../../shared/client/mail-client.ts'

/** Profiles of every known mail program on this PC, or below one root. The first program that cannot be looked through says why. */
export async function findAllProfiles(
  clients: readonly MailClient[],
  root: string | undefined,
): Promise<Result<readonly FoundProfile[]>> {
  const all: FoundProfile[] = []
  for (const client of clients) {
    const found = await client.find({ root })
    if (!found.ok) return found
    all.push(...found.value)
  }
  return ok(all)
}
