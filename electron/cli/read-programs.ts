import { clientId } from '../../shared/client/mail-client.ts'
import type { WishedPrograms } from '../road/wish.ts'
import type { Options } from './arguments.ts'

/** Mail programs as options name them: those, else all but those a `--no-…` leaves alone. */
export function readPrograms(options: Options): WishedPrograms {
  const named = clientId.options.filter((id) => options.has(id))
  const root = options.text('thunderbird-root')
  const regFile = options.text('outlook-reg')
  // A file from another PC says nothing about the programs of this one.
  const all = regFile === undefined ? clientId.options : (['outlook'] as const)
  return {
    root,
    regFile,
    named,
    wanted: named.length > 0 ? named : all.filter((id) => !options.has(`no-${id}`)),
    expected:
      options.has('outlook') ||
      regFile !== undefined ||
      (!options.has('no-thunderbird') && (options.has('thunderbird') || root !== undefined)),
  }
}
