import { fail, ok, type Result } from '../../shared/base/result.ts'
import type { Realm, Secret } from '../../shared/base/secret.ts'
import type { Doors } from '../../shared/plan/choose-doors.ts'
import type { Provider } from '../../shared/provider/provider.ts'
import type { App, RunManner } from './app.ts'
import { type Arguments, badUsage, type Options } from './arguments.ts'
import { readCa, readDoors, readPasswordFile, readPortalUrl, readRealm } from './read-inputs.ts'
import { checkRecordPlace } from './check-record-place.ts'

/** What a `run` or `plan` was told on the command line, read and judged. */
export interface Wishes {
  readonly file: string
  readonly provider: Provider | null
  readonly options: Options
  readonly override: Doors
  readonly realm: Realm
  readonly portalUrl: string | null
  readonly newPassword: Secret | null
  readonly manner: RunManner
}

export const unknownProvider = (app: App, given: string | null) =>
  fail('provider-unknown', 'after-person', { provider: given, known: app.providers.map((provider) => provider.id).join(', ') })

/** Browser and trusted authority, as said on the command line. */
export const readManner = (options: Options, ca: string | undefined): RunManner => ({
  browser: options.text('browser') ?? null,
  headed: options.has('headed'),
  attended: options.has('attended'),
  ca: ca ?? null,
})

async function givenPassword(options: Options) {
  const file = options.text('new-password-file')
  return file === undefined ? ok(null) : readPasswordFile(file)
}

/** The provider named with `--provider`; null when none is. Refuses one that is not known. */
export function readProvider(app: App, options: Options): Result<Provider | null> {
  const wanted = options.text('provider')
  if (wanted === undefined) return ok(null)
  const provider = app.findProvider(wanted)
  return provider ? ok(provider) : unknownProvider(app, wanted)
}

function readWords(app: App, { command, operands, options }: Arguments) {
  const [file, ...more] = operands
  if (file === undefined || file === '') return badUsage(command, 'operand-missing', { usage: `${command} SHEET` })
  if (more.length > 0) return badUsage(command, 'too-many-operands', { usage: `${command} SHEET` })
  const provider = readProvider(app, options)
  if (!provider.ok) return provider
  const doors = readDoors(options)
  if (!doors.ok) return doors
  const realm = readRealm(options)
  if (!realm.ok) return realm
  const portalUrl = readPortalUrl(options)
  if (!portalUrl.ok) return portalUrl
  return ok({ file, provider: provider.value, override: doors.value, realm: realm.value, portalUrl: portalUrl.value })
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
  return ok({ ...words.value, options, newPassword: newPassword.value, manner: readManner(options, ca.value) })
}
