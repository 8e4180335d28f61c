import { clientId } from '../../shared/client/mail-client.ts'
import type { WishedPrograms } from '../road/wish.ts'
import type { Options } from './arguments.ts'

/** Mail programs as options name them: those, else all but those a `--no-…` leaves alone. */
export function readPrograms(options: Options): WishedPrograms {
  const named = clientId.options.filter((id) => options.has(id))
  const root = options.text('thunderbird-root')
  return {
    root,
    named,
    wanted: named.length > 0 ? named : clientId.options.filter((id) => !options.has(`no-${id}`)),
    expected: options.has('outlook') || (!options.has('no-thunderbird') && (options.has('thunderbird') || root !== undefined)),
  }
}
