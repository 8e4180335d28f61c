import { fail, ok, type Result } from '../../shared/base/result.ts'
import type { FoundProfile } from '../../shared/client/mail-client.ts'
import type { App } from './app.ts'
import type { WishedPrograms } from './wish.ts'

/**
 * Profiles of the mail programs that are wanted; the files of any other are not even looked at. A program asked for by name that this system
 * cannot have is said to be one (`client-not-found`), before anything is done. An exported file of Outlook can be looked at everywhere.
 */
export async function findWantedProfiles(
  app: Pick<App, 'mailPrograms' | 'findProfiles'>,
  { root, regFile, wanted, named }: WishedPrograms,
): Promise<Result<readonly FoundProfile[]>> {
  const here = regFile === undefined ? app.mailPrograms : [...new Set([...app.mailPrograms, 'outlook' as const])]
  const unknown = named.find((id) => !here.includes(id))
  if (unknown) return fail('client-not-found', 'after-person', { client: unknown, reason: 'windows-only' })
  const programs = here.filter((id) => wanted.includes(id))
  return programs.length === 0 ? ok([]) : app.findProfiles({ root, regFile }, programs)
}
