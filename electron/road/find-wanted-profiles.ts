import { fail, ok, type Result } from '../../shared/base/result.ts'
import type { FoundProfile } from '../../shared/client/mail-client.ts'
import type { App } from './app.ts'
import type { WishedPrograms } from './wish.ts'

/**
 * Profiles of the mail programs that are wanted; the files of any other are not even looked at. A program asked for by name that cannot be
 * rewritten yet is said to be so (`client-not-found`), before anything is done.
 */
export async function findWantedProfiles(
  app: Pick<App, 'mailPrograms' | 'findProfiles'>,
  { root, wanted, named }: WishedPrograms,
): Promise<Result<readonly FoundProfile[]>> {
  const unknown = named.find((id) => !app.mailPrograms.includes(id))
  if (unknown) return fail('client-not-found', 'after-person', { client: unknown, reason: 'not-supported-yet' })
  const programs = app.mailPrograms.filter((id) => wanted.includes(id))
  return programs.length === 0 ? ok([]) : app.findProfiles(root, programs)
}
