import { type RunId, stepId, type StepId } from '../base/ids.ts'
import type { Problem } from '../base/problem.ts'
import { fail, ok, type Result } from '../base/result.ts'
import type { Realm, SecretRef } from '../base/secret.ts'
import { compareSettings } from '../client/compare-settings.ts'
import { matchAccount } from '../client/match-account.ts'
import type { AccountEdit, FoundProfile } from '../client/mail-client.ts'
import type { Account } from '../mail/account.ts'
import type { Endpoint } from '../mail/endpoint.ts'
import { findChange } from '../provider/find-change.ts'
import type { Provider } from '../provider/provider.ts'
import { chooseDoors, type Doors } from './choose-doors.ts'
import type { Manner, Plan } from './plan.ts'
import type { Step } from './step.ts'

/** Everything a plan is made from. Nothing in it is contacted or touched; passwords are references. */
export interface PlanWish {
  readonly run: RunId
  readonly createdAt: string
  readonly program: string
  readonly provider: Provider
  readonly realm: Realm
  readonly sheet: { readonly file: string; readonly sha256: string }
  readonly accounts: readonly Account[]
  readonly profiles: readonly FoundProfile[]
  /** A mail program was asked for by name: finding none of the mailboxes in it is then a problem, not a note. */
  readonly clientExpected: boolean
  readonly override: Doors
  readonly portalUrl: string | null
  readonly skipPortal: boolean
  readonly manner: Manner
  readonly roundTrip: boolean
  readonly proveOldDead: boolean
  /** The password that shall be in force is another than the sheet's: the old one can be tried. */
  readonly oldDiffers: boolean
}

/** The name of the password that shall be in force after the run. */
export const nextRef = (ref: SecretRef): SecretRef => ({ ...ref, which: 'new' })

interface ClientPart {
  readonly profile: FoundProfile
  readonly edit: AccountEdit
}
interface MailboxPart {
  readonly account: Account
  readonly doors: Doors
  readonly clients: readonly ClientPart[]
}

const id = (kind: Step['kind'], about: string): StepId => stepId.parse(`${kind}:${about}`)

function doorsOf(wish: PlanWish, account: Account, found: Parameters<typeof chooseDoors>[0]['found']): Result<Doors> {
  return chooseDoors({
    override: wish.override,
    incoming: [...account.incoming, ...wish.provider.incoming],
    outgoing: [...account.outgoing, ...wish.provider.outgoing],
    found,
  })
}

function clientPart(wish: PlanWish, account: Account, profile: FoundProfile): Result<(ClientPart & { doors: Doors }) | null> {
  const match = matchAccount(profile, { address: account.address, userName: account.userName })
  if (!match.ok) return match.problem.code === 'client-account-missing' ? ok(null) : match
  const found = match.value
  if (!found.changeable)
    return {
      ok: false,
      problem: found.reason ?? fail('client-not-changeable', 'after-person', { profile: profile.name }).problem,
    }
  const doors = doorsOf(wish, account, found)
  if (!doors.ok) return doors
  const wanted = {
    address: account.address,
    userName: account.userName,
    incoming: doors.value.incoming ?? found.incoming,
    outgoing: doors.value.outgoing,
  }
  const edit = compareSettings(wanted, found, { client: profile.client, folder: profile.folder })
  return edit.ok ? ok({ profile, edit: edit.value, doors: doors.value }) : edit
}

function mailboxPart(wish: PlanWish, account: Account): Result<MailboxPart> {
  const parts: (ClientPart & { doors: Doors })[] = []
  for (const profile of wish.profiles) {
    const part = clientPart(wish, account, profile)
    if (!part.ok) return part
    if (part.value) parts.push(part.value)
  }
  const doors = parts[0] ? ok(parts[0].doors) : doorsOf(wish, account, null)
  if (!doors.ok) return doors
  if (!doors.value.incoming && !doors.value.outgoing)
    return fail('sheet-incomplete', 'after-person', { missing: 'incoming, outgoing', address: account.address })
  return ok({ account, doors: doors.value, clients: parts })
}

const distinct = (doors: readonly (Endpoint | null | undefined)[]): Endpoint[] => {
  const seen = new Map<string, Endpoint>()
  for (const door of doors) if (door) seen.set(JSON.stringify(door), door)
  return [...seen.values()]
}

function portalStep(wish: PlanWish, part: MailboxPart): Result<Step | null> {
  if (wish.skipPortal) return ok(null)
  const change = findChange(wish.provider, wish.realm)
  const { account } = part
  if (!change || !account.login) {
    const instead = wish.provider.instead.find((candidate) => candidate.realm === wish.realm)
    return fail('portal-cannot-change', 'never', {
      provider: wish.provider.id,
      realm: wish.realm,
      instead: instead?.text.ja ?? null,
      url: instead?.url ?? null,
    })
  }
  return ok({
    id: id('change-portal', account.address),
    lane: account.address,
    undo: 'by-hand',
    kind: 'change-portal',
    input: {
      provider: wish.provider.id,
      realm: wish.realm,
      recipe: { id: change.recipe.id, version: change.recipe.version },
      startUrl: wish.portalUrl ?? change.startUrl,
      login: account.login.name,
      address: account.address,
      current: account.login.secret,
      next: nextRef(account.login.secret),
      attended: wish.manner.attended || change.recipe.inferred,
      doors: { ...part.doors, userName: account.userName },
    },
  })
}

function clientSteps(part: MailboxPart, password: SecretRef): { before: Step[]; after: Step[] } {
  const lane = part.account.address
  const before: Step[] = []
  const after: Step[] = []
  for (const { profile, edit } of part.clients) {
    const about = `${lane}@${profile.folder}`
    const backup = id('back-up-client', about)
    const named = { profile: profile.name, edit }
    before.push({ id: backup, lane, undo: 'none', kind: 'back-up-client', input: named })
    after.push({
      id: id('rewrite-client', about),
      lane,
      undo: 'automatic',
      kind: 'rewrite-client',
      input: { ...named, password, backup },
    })
    after.push({ id: id('prove-client', about), lane, undo: 'none', kind: 'prove-client', input: { ...named, password, backup } })
  }
  return { before, after }
}

function mailboxSteps(wish: PlanWish, part: MailboxPart): Result<Step[]> {
  const { account, doors } = part
  const portal = portalStep(wish, part)
  if (!portal.ok) return portal
  const lane = account.address
  const password = nextRef(account.password)
  const clients = clientSteps(part, password)
  const doorInput = { address: lane, ...doors, userName: account.userName }
  const reach = distinct([
    doors.incoming,
    doors.outgoing,
    ...part.clients.flatMap(({ edit }) => [edit.incoming, edit.outgoing?.endpoint]),
  ])
  const steps: Step[] = [
    { id: id('reach-servers', lane), lane, undo: 'none', kind: 'reach-servers', input: { address: lane, doors: reach } },
    ...clients.before,
    ...(portal.value ? [portal.value] : []),
    { id: id('probe-servers', lane), lane, undo: 'none', kind: 'probe-servers', input: { ...doorInput, password } },
    ...clients.after,
  ]
  if (wish.roundTrip)
    steps.push({ id: id('round-trip', lane), lane, undo: 'none', kind: 'round-trip', input: { ...doorInput, password } })
  if (wish.proveOldDead) {
    steps.push({
      id: id('prove-old-dead', lane),
      lane,
      undo: 'none',
      kind: 'prove-old-dead',
      input: { ...doorInput, old: account.password },
    })
  }
  return ok(steps)
}

function secretsOf(accounts: readonly Account[]): SecretRef[] {
  const refs = accounts.flatMap((account) => [account.password, ...(account.login ? [account.login.secret] : [])])
  return [...new Map(refs.flatMap((ref) => [ref, nextRef(ref)]).map((ref) => [JSON.stringify(ref), ref])).values()]
}

/**
 * Account + provider + found settings → the steps, in a safe order: all that can be checked or copied without change comes first; a new
 * password is in the vault before the portal hears of it; what cannot be undone stands as late as it can. Refuses (nothing is touched):
 * a realm the site cannot change, a mailbox that stands twice in a profile, an account this program leaves alone, weaker security.
 */
export function makePlan(wish: PlanWish): Result<Plan> {
  // Without a new password nobody knows an old one that should be dead.
  if (wish.proveOldDead && !wish.oldDiffers)
    return fail('bad-usage', 'after-person', { said: '--prove-old-dead', reason: 'no-new-password' })
  const parts: MailboxPart[] = []
  for (const account of wish.accounts) {
    const part = mailboxPart(wish, account)
    if (!part.ok) return part
    parts.push(part.value)
  }
  if (wish.clientExpected && parts.every((part) => part.clients.length === 0)) {
    const missing: Problem['facts'] = { address: wish.accounts.map((account) => account.address).join(', ') }
    return fail('client-account-missing', 'after-person', missing)
  }
  const steps: Step[] = [
    { id: id('keep-secrets', 'all'), lane: '', undo: 'none', kind: 'keep-secrets', input: { refs: secretsOf(wish.accounts) } },
  ]
  for (const part of parts) {
    const lane = mailboxSteps(wish, part)
    if (!lane.ok) return lane
    steps.push(...lane.value)
  }
  return ok({
    version: 1,
    run: wish.run,
    createdAt: wish.createdAt,
    program: wish.program,
    provider: wish.provider.id,
    realm: wish.realm,
    sheet: wish.sheet,
    manner: wish.manner,
    mailboxes: parts.map((part) => ({
      account: part.account,
      portal: wish.skipPortal ? 'skipped' : 'change',
      clients: part.clients.map(({ profile, edit }) => ({
        client: profile.client,
        profile: profile.name,
        folder: profile.folder,
        changes: edit.changes,
      })),
    })),
    steps,
  })
}
