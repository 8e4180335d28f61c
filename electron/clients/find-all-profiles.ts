import { ok, type Result } from '../../shared/base/result.ts'
import type { ClientId, FoundProfile, MailClient, WhereToLook } from '../../shared/client/mail-client.ts'

/** Profiles of the wanted mail programs on this PC, or where it is said. The first program that cannot be looked through says why. */
export async function findAllProfiles(
  clients: readonly MailClient[],
  where: WhereToLook,
  wanted: readonly ClientId[],
): Promise<Result<readonly FoundProfile[]>> {
  const all: FoundProfile[] = []
  for (const client of clients) {
    if (!wanted.includes(client.id)) continue
    const found = await client.find(where)
    if (!found.ok) return found
    all.push(...found.value)
  }
  return ok(all)
}
