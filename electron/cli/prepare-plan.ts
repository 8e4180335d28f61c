import type { Ask } from '../../shared/base/ask.ts'
import { fail, ok, type Result } from '../../shared/base/result.ts'
import type { FoundProfile } from '../../shared/client/mail-client.ts'
import type { Provider } from '../../shared/provider/provider.ts'
import { chooseMailboxes } from '../../shared/sheet/choose-mailboxes.ts'
import type { SheetAccounts } from '../../shared/sheet/sheet-accounts.ts'
import type { App, PreparedRun, ReadSheet, RunManner } from './app.ts'
import type { Arguments, Options } from './arguments.ts'
import { readCa, readDoors, readPasswordFile, readPortalUrl, readRealm } from './read-inputs.ts'
import { settleSheet } from './settle-sheet.ts'

/** A plan with all it was made from, ready to be shown and, if the person agrees, carried out. */
export interface PlannedRun {
  readonly prepared: PreparedRun
  readonly provider: Provider
  readonly profiles: readonly FoundProfile[]
}

async function readOneSheet(app: App, args: Arguments, stop: AbortSignal): Promise<Result<ReadSheet>> {
  const [file, ...more] = args.operands
  if (file === undefined || more.length > 0) return fail('bad-usage', 'after-person', { said: `${args.command} SHEET` })
  const wanted = args.options.text('provider')
  if (wanted !== undefined && !app.findProvider(wanted)) return unknownProvider(app, wanted)
  const sheet = await app.readSheet(file, wanted ?? null, stop)
  if (!sheet.ok) return sheet
  const { problem } = sheet.value.accounts
  return problem ? { ok: false, problem } : sheet
}

const unknownProvider = (app: App, given: string | null) =>
  fail('provider-unknown', 'after-person', { given, known: app.providers.map((provider) => provider.id).join(', ') })

/** The program's own way, unless one was named: all mail programs found here. A program asked for by name is expected to hold the mailbox. */
async function profilesFor(app: App, options: Options): Promise<Result<readonly FoundProfile[]>> {
  if (options.has('no-thunderbird')) return ok([])
  return app.findProfiles(options.text('thunderbird-root'))
}

/** Browser and trusted authority, as said on the command line. */
export const readManner = (options: Options, ca: string | undefined): RunManner => ({
  browser: options.text('browser') ?? null,
  headed: options.has('headed'),
  ca: ca ?? null,
})

async function givenPassword(options: Options) {
  const file = options.text('new-password-file')
  return file === undefined ? ok(null) : readPasswordFile(file)
}

/** What the options say, read and judged before anything is looked at. */
async function readOptions(options: Options) {
  const doors = readDoors(options)
  if (!doors.ok) return doors
  const realm = readRealm(options)
  if (!realm.ok) return realm
  const portalUrl = readPortalUrl(options)
  if (!portalUrl.ok) return portalUrl
  const ca = await readCa(options)
  if (!ca.ok) return ca
  const newPassword = await givenPassword(options)
  if (!newPassword.ok) return newPassword
  return ok({
    override: doors.value,
    realm: realm.value,
    portalUrl: portalUrl.value,
    ca: ca.value,
    newPassword: newPassword.value,
  })
}

async function settledSheet(
  app: App,
  args: Arguments,
  ask: Ask,
  stop: AbortSignal,
): Promise<Result<ReadSheet & { provider: Provider }>> {
  const read = await readOneSheet(app, args, stop)
  if (!read.ok) return read
  const provider = app.findProvider(args.options.text('provider') ?? read.value.accounts.provider ?? '')
  if (!provider) return unknownProvider(app, read.value.accounts.provider)
  const settled: Result<SheetAccounts> = await settleSheet(read.value.accounts, args.options.list('mailbox'), ask)
  return settled.ok ? ok({ accounts: settled.value, sha256: read.value.sha256, provider }) : settled
}

/** Sheet + options + what is found on this PC → the plan. Touches nothing and contacts nothing but local files. */
export async function preparePlan(app: App, args: Arguments, ask: Ask, stop: AbortSignal): Promise<Result<PlannedRun>> {
  const { options } = args
  const said = await readOptions(options)
  if (!said.ok) return said
  const sheet = await settledSheet(app, args, ask, stop)
  if (!sheet.ok) return sheet
  const { accounts, sha256, provider } = sheet.value
  const mailboxes = chooseMailboxes(accounts, options.list('mailbox'))
  if (!mailboxes.ok) return mailboxes
  const profiles = await profilesFor(app, options)
  if (!profiles.ok) return profiles
  const { ca, ...wishes } = said.value
  const prepared = app.preparePlan({
    ...wishes,
    provider,
    sheet: accounts,
    sha256,
    mailboxes: mailboxes.value,
    skipPortal: options.has('skip-portal'),
    attended: options.has('attended'),
    roundTrip: options.has('round-trip'),
    proveOldDead: options.has('prove-old-dead'),
    profiles: profiles.value,
    manner: readManner(options, ca),
    clientExpected: options.has('thunderbird') || options.text('thunderbird-root') !== undefined,
  })
  return prepared.ok ? ok({ prepared: prepared.value, provider, profiles: profiles.value }) : prepared
}
