import type { RunId } from '../base/ids.ts'
import type { SecretRef } from '../base/secret.ts'
import { nextRef } from '../plan/next-ref.ts'
import type { Plan } from '../plan/plan.ts'
import { changesPassword, type Step } from '../plan/step.ts'
import type { WrittenEntry } from './entry.ts'

/**
 * What one run's journal says of one password: which of its two was last seen in force (`either`: a change was sent and nothing has told yet), first
 * (`since`) and last (`at`) seen so, in ms since 1970. Putting a mail program's settings back takes nothing from it: the provider heard of none.
 */
export interface PasswordSeen {
  readonly run: RunId
  readonly lane: string
  readonly provider: string
  readonly current: SecretRef
  readonly next: SecretRef
  readonly inForce: 'old' | 'new' | 'either'
  readonly since: number
  readonly at: number
}

type Subject = Pick<PasswordSeen, 'lane' | 'provider' | 'current' | 'next'>

/** The password of each lane: where one is changed on the site, that one, else the mailbox's own. */
export function passwordSubjects(plan: Plan): readonly Subject[] {
  const mailboxes = plan.mailboxes.map(({ provider, account: { address, password } }) => [address, provider, password] as const)
  const changes = plan.steps.flatMap((step) =>
    changesPassword(step) ? [[step.lane, step.input.provider, step.input.current] as const] : [],
  )
  const byLane = new Map(
    [...mailboxes, ...changes].map(([lane, provider, current]) => [lane, { lane, provider, current, next: nextRef(current) }]),
  )
  return [...byLane.values()]
}

/** What one entry tells; null: nothing new. */
function told(step: Step, entry: WrittenEntry, before: PasswordSeen['inForce'] | null): PasswordSeen['inForce'] | null {
  if (entry.kind === 'intended') return entry.act.kind === 'commit' ? 'either' : null
  if (entry.kind !== 'looked' && entry.kind !== 'done' && entry.kind !== 'failed') return null
  const outcome = changesPassword(step) ? entry.evidence?.portal?.outcome : undefined
  if (outcome === 'changed') return 'new'
  if (outcome === 'unknown') return 'either'
  // Without a commit it only says that none was sent.
  if (outcome === 'unchanged') return before === null ? null : 'old'
  if (entry.kind !== 'done') return null
  if (step.kind === 'prove-old') return 'old'
  return step.kind === 'probe-servers' || step.kind === 'prove-client' ? 'new' : null
}

/** Every password of which a run's journal tells anything: by live sign-ins and by changes that were sent, and by nothing else. */
export function passwordsSeen(entries: readonly WrittenEntry[]): readonly PasswordSeen[] {
  const plan = entries.flatMap((entry) => (entry.kind === 'planned' ? [entry.plan] : [])).at(-1)
  if (!plan) return []
  const steps = new Map(plan.steps.map((step) => [step.id, step]))
  const subjects = new Map(passwordSubjects(plan).map((one) => [one.lane, one]))
  const seen = new Map<string, PasswordSeen>()
  for (const entry of entries) {
    const step = 'step' in entry && entry.step !== null ? steps.get(entry.step) : undefined
    const subject = step && subjects.get(step.lane)
    if (!step || !subject) continue
    const before = seen.get(step.lane)
    const inForce = told(step, entry, before?.inForce ?? null)
    if (inForce === null) continue
    const at = Date.parse(entry.at)
    const since = before?.inForce === inForce ? before.since : at
    seen.set(step.lane, { run: plan.run, ...subject, inForce, since, at })
  }
  return [...seen.values()]
}

const sameRealms = (a: SecretRef, b: SecretRef): boolean => a.realms.toSorted().join() === b.realms.toSorted().join()

/** What the journals tell of the password that this reference names, whichever run it belongs to; what was seen last stands last. */
export const seenOf = (all: readonly PasswordSeen[], { ref, provider }: { ref: SecretRef; provider: string }) =>
  all
    .filter((one) => one.provider === provider && one.current.for === ref.for && sameRealms(one.current, ref))
    .toSorted((a, b) => a.at - b.at)
