import type { FoundByHand } from '../../shared/client/by-hand/found-by-hand.ts'
import type { FoundProfile } from '../../shared/client/mail-client.ts'
import type { App } from './app.ts'
import type { WishedPrograms } from './wish.ts'

/**
 * Accounts in mail programs that are not rewritten. None is looked for where the person has named programs, wants none at all, or looks into
 * a file of another PC.
 */
export async function findBesides(
  app: Pick<App, 'findByHand'>,
  { named, wanted, regFile }: WishedPrograms,
  profiles: readonly FoundProfile[],
): Promise<readonly FoundByHand[]> {
  return named.length > 0 || wanted.length === 0 || regFile !== undefined ? [] : app.findByHand(profiles)
}
