import { fail, ok, type Result } from '../../shared/base/result.ts'
import { type ClientId, clientId, type FoundProfile } from '../../shared/client/mail-client.ts'
import type { App } from './app.ts'
import type { Options } from './arguments.ts'

/** Those named by an option, else all but those a `--no-…` leaves alone. */
function wantedClients(options: Options): readonly ClientId[] {
  const named = clientId.options.filter((id) => options.has(id))
  return named.length > 0 ? named : clientId.options.filter((id) => !options.has(`no-${id}`))
}

/**
 * Profiles of the mail programs the command line wants; the files of any other are not even looked at. A program asked for by name
 * that cannot be rewritten yet is said to be so (`client-not-found`), before anything is done.
 */
export async function findWantedProfiles(app: App, options: Options): Promise<Result<readonly FoundProfile[]>> {
  const wanted = wantedClients(options)
  const unknown = wanted.find((id) => options.has(id) && !app.mailPrograms.includes(id))
  if (unknown) return fail('client-not-found', 'after-person', { client: unknown, reason: 'not-supported-yet' })
  const programs = app.mailPrograms.filter((id) => wanted.includes(id))
  return programs.length === 0 ? ok([]) : app.findProfiles(options.text('thunderbird-root'), programs)
}
