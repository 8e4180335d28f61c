import type { SecretRef } from '../base/secret.ts'
import { fail, ok, type Result } from '../base/result.ts'
import { compareSettings } from '../client/compare-settings.ts'
import { matchAccount } from '../client/match-account.ts'
import type { AccountEdit, FoundAccount, FoundProfile } from '../client/mail-client.ts'
import type { Account } from '../mail/account.ts'
import type { Endpoint, EndpointHint } from '../mail/endpoint.ts'
import { serversOf } from '../provider/servers-of.ts'
import { chooseDoors, type Doors } from './choose-doors.ts'
import { nextRef } from './next-ref.ts'
import type { Plan } from './plan.ts'
import { nameStep, notBefore } from './plan-change.ts'
import { siteSteps } from './plan-guide.ts'
import { type PlanWish, saidFor, type WishedMailbox } from './plan-wish.ts'
import type { Step } from './step.ts'

interface ClientPart {
  readonly profile: FoundProfile
  readonly edit: AccountEdit
}
interface MailboxPart {
  readonly wished: WishedMailbox
  readonly doors: Doors
  readonly clients: readonly ClientPart[]
}
export interface PlannedPart {
  readonly mailbox: Plan['mailboxes'][number]
  readonly steps: readonly Step[]
}

/** Sheet before catalogue, but the server a person has decided for before all. */
function ranked(
  wish: PlanWish,
  account: Account,
  what: 'incoming' | 'outgoing',
  catalogue: readonly EndpointHint[],
): readonly EndpointHint[] {
  const hints = [...account[what], ...catalogue]
  const decided = wish.settled.find((one) => one.address === account.address && one.what === what)?.chosen
  const first = hints.filter(({ host }) => host.toLowerCase() === decided?.toLowerCase())
  return [...first, ...hints.filter((hint) => !first.includes(hint))]
}

function doorsOf(wish: PlanWish, { provider, account }: WishedMailbox, found: FoundAccount | null): Result<Doors> {
  const catalogue = serversOf(provider, account.address)
  return chooseDoors({
    override: { incoming: saidFor(wish.said.incoming, provider.id), outgoing: saidFor(wish.said.outgoing, provider.id) },
    incoming: ranked(wish, account, 'incoming', catalogue.incoming),
    outgoing: ranked(wish, account, 'outgoing', catalogue.outgoing),
    found,
  })
}

function clientPart(
  wish: PlanWish,
  wished: WishedMailbox,
  profile: FoundProfile,
): Result<(ClientPart & { doors: Doors }) | null> {
  const { account } = wished
  const match = matchAccount(profile, { address: account.address, userName: account.userName })
  if (!match.ok) return match.problem.code === 'client-account-missing' ? ok(null) : match
  const found = match.value
  if (!found.changeable)
    return {
      ok: false,
      problem: found.reason ?? fail('client-not-changeable', 'after-person', { profile: profile.name }).problem,
    }
  const doors = doorsOf(wish, wished, found)
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

function mailboxPart(wish: PlanWish, wished: WishedMailbox): Result<MailboxPart> {
  const parts: (ClientPart & { doors: Doors })[] = []
  for (const profile of wish.profiles) {
    const part = clientPart(wish, wished, profile)
    if (!part.ok) return part
    if (part.value) parts.push(part.value)
  }
  const doors = parts[0] ? ok(parts[0].doors) : doorsOf(wish, wished, null)
  if (!doors.ok) return doors
  if (!doors.value.incoming && !doors.value.outgoing)
    return fail('sheet-incomplete', 'after-person', { missing: 'incoming, outgoing', address: wished.account.address })
  return ok({ wished, doors: doors.value, clients: parts })
}

const distinct = (doors: readonly (Endpoint | null | undefined)[]): Endpoint[] => {
  const seen = new Map<string, Endpoint>()
  for (const door of doors) if (door) seen.set(JSON.stringify(door), door)
  return [...seen.values()]
}

function clientSteps(part: MailboxPart, password: SecretRef): { before: Step[]; after: Step[] } {
  const lane = part.wished.account.address
  const before: Step[] = []
  const after: Step[] = []
  for (const { profile, edit } of part.clients) {
    const about = `${lane}@${profile.folder}`
    const backup = nameStep('back-up-client', about)
    const named = { profile: profile.name, edit }
    const written = { ...named, password, backup }
    before.push({ id: backup, lane, undo: 'none', kind: 'back-up-client', input: named })
    after.push({ id: nameStep('rewrite-client', about), lane, undo: 'automatic', kind: 'rewrite-client', input: written })
    after.push({ id: nameStep('prove-client', about), lane, undo: 'none', kind: 'prove-client', input: written })
  }
  return { before, after }
}

function proofSteps(wish: PlanWish, { wished, doors }: MailboxPart, password: SecretRef): { probe: Step; asked: Step[] } {
  const { address: lane, userName, password: old } = wished.account
  const at = { address: lane, ...doors, userName }
  const asked: Step[] = []
  if (wish.roundTrip)
    asked.push({ id: nameStep('round-trip', lane), lane, undo: 'none', kind: 'round-trip', input: { ...at, password } })
  if (wish.proveOldDead)
    asked.push({ id: nameStep('prove-old-dead', lane), lane, undo: 'none', kind: 'prove-old-dead', input: { ...at, old } })
  const probe: Step = {
    id: nameStep('probe-servers', lane),
    lane,
    undo: 'none',
    kind: 'probe-servers',
    input: { ...at, password },
  }
  return { probe, asked }
}

/** One mailbox's part of the plan: what can be checked or copied without change, the change, the proof, the mail programs, what else was asked for. */
export function planMailbox(wish: PlanWish, wished: WishedMailbox): Result<PlannedPart> {
  const part = mailboxPart(wish, wished)
  if (!part.ok) return part
  const { account, provider, change } = wished
  const { doors, clients } = part.value
  const lane = account.address
  const at = { ...doors, userName: account.userName }
  const subject = {
    lane,
    provider,
    change,
    opener: account.login,
    address: lane,
    current: account.password,
    doors: at,
    near: [lane],
  }
  const portal = wish.skipPortal ? ok([]) : siteSteps(wish, subject)
  if (!portal.ok) return portal
  const password = nextRef(account.password)
  const client = clientSteps(part.value, password)
  const proof = proofSteps(wish, part.value, password)
  const found = clients.flatMap(({ edit }) => [edit.incoming, edit.outgoing?.endpoint])
  const reach = { address: lane, doors: distinct([doors.incoming, doors.outgoing, ...found]) }
  const mailbox: PlannedPart['mailbox'] = {
    provider: provider.id,
    account,
    portal: wish.skipPortal ? 'skipped' : 'change',
    notBefore: wish.skipPortal ? null : notBefore(wish, subject),
    clients: clients.map(({ profile, edit }) => ({
      client: profile.client,
      profile: profile.name,
      folder: profile.folder,
      changes: edit.changes,
    })),
  }
  const steps: Step[] = [
    { id: nameStep('reach-servers', lane), lane, undo: 'none', kind: 'reach-servers', input: reach },
    ...client.before,
    ...portal.value,
    proof.probe,
    ...client.after,
    ...proof.asked,
  ]
  return ok({ mailbox, steps })
}
