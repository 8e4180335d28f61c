import { ok, type Result } from '../../shared/base/result.ts'
import type { Provider } from '../../shared/provider/provider.ts'
import type { App, RunManner } from '../road/app.ts'
import { type Arguments, badUsage, type Options } from './arguments.ts'
import { unknownProvider } from '../road/unknown-provider.ts'
import type { Wish } from '../road/wish.ts'
import { readPrograms } from './read-programs.ts'
import { readCa, readPasswordFile, readRealm } from './read-inputs.ts'
import { readSaid } from './read-said.ts'
import { checkRecordPlace } from './check-record-place.ts'

/** What a `run` or `plan` was told on the command line, read and judged. */
export interface Wishes extends Wish {
  readonly files: readonly string[]
}

/** Browser and trusted authority, as said on the command line. */
export const readManner = (options: Options, ca: string | undefined): RunManner => ({
  browser: options.text('browser') ?? null,
  headed: options.has('headed'),
  ...(options.has('headless') ? { headless: true } : {}),
  attended: options.has('attended'),
  ca: ca ?? null,
})

async function givenPassword(options: Options) {
  const file = options.text('new-password-file')
  return file === undefined ? ok(null) : readPasswordFile(file)
}

/** The provider named with `--provider`; null when none is. Refuses one that is not known, or whose added data is damaged. */
export function readProvider(app: App, options: Options): Result<Provider | null> {
  const wanted = options.text('provider')
  if (wanted === undefined) return ok(null)
  const held = app.catalogue().held(wanted)
  if (held) return { ok: false, problem: held }
  const provider = app.findProvider(wanted)
  return provider ? ok(provider) : unknownProvider(app, wanted)
}

function readWords(app: App, { command, operands, options }: Arguments) {
  const files = [...new Set(operands)]
  if (files.length === 0 || files.includes('')) return badUsage(command, 'operand-missing', { usage: `${command} SHEET...` })
  const provider = readProvider(app, options)
  if (!provider.ok) return provider
  const said = readSaid(options, app.providers)
  if (!said.ok) return said
  const realm = readRealm(options)
  if (!realm.ok) return realm
  return ok({ files, provider: provider.value, said: said.value, realm: realm.value })
}

/** Judges the options of `run` and `plan` and reads the files they name, before anything else is looked at or asked for. */
export async function readWishes(app: App, args: Arguments): Promise<Result<Wishes>> {
  const { options } = args
  const words = readWords(app, args)
  if (!words.ok) return words
  const ca = await readCa(options)
  if (!ca.ok) return ca
  const newPassword = await givenPassword(options)
  if (!newPassword.ok) return newPassword
  const record = await checkRecordPlace(options)
  if (!record.ok) return record
  return ok({
    ...words.value,
    addresses: options.list('mailbox'),
    way: options.has('skip-portal') ? 'skip' : options.has('guided') ? 'guided' : 'recipe',
    newPassword: newPassword.value,
    roundTrip: options.has('round-trip'),
    proveOldDead: options.has('prove-old-dead'),
    programs: readPrograms(options),
    manner: readManner(options, ca.value),
    vault: null,
  })
}
