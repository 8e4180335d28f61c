import type { RunId } from '../../shared/base/ids.ts'
import type { Problem } from '../../shared/base/problem.ts'
import { fail } from '../../shared/base/result.ts'
import { type Secret, secretKey, type SecretRef, type Vault } from '../../shared/base/secret.ts'
import type { WrittenEntry } from '../../shared/journal/entry.ts'
import { type ChangedSince, changedSince } from '../../shared/journal/changed-since.ts'
import { type PasswordSeen, passwordsSeen, seenOf } from '../../shared/journal/passwords-seen.ts'
import { nextRef } from '../../shared/plan/next-ref.ts'
import type { Plan } from '../../shared/plan/plan.ts'
import type { Step } from '../../shared/plan/step.ts'
import { type TriedSecret, triedSecrets } from '../../shared/plan/tried-secrets.ts'
import { readOtherRuns, type RunHistory } from './other-runs.ts'

/**
 * What earlier runs of this data folder know of a password that a run is about to sign in with. `run`, `at`: which of them changed it last, and when.
 * `resume`: a run that has sent a change of which nothing has told yet what came of it. `standing`: it is one that the change put out of force (`replaced`), one that may be
 * in force (`current`), or one that cannot be compared with what is kept (`untold`). `kept`: the password in force, where it is known.
 */
export interface PasswordBefore {
  readonly ref: SecretRef
  readonly run: RunId
  readonly at: string
  readonly resume: RunId | null
  readonly standing: 'replaced' | 'current' | 'untold'
  readonly kept: Secret | null
}

type ValueOf = (ref: SecretRef) => Promise<Secret | null>

const holds = (values: readonly (Secret | null)[], value: Secret): boolean =>
  values.some((one) => one?.reveal() === value.reveal())

/** All that a run has put out of force, or may have: its old password, and (where a later one was seen since) its new one. */
const spentOf = ({ inForce, current, next }: PasswordSeen): readonly SecretRef[] =>
  inForce === 'old' ? [current] : [current, next]

async function judge(seen: readonly PasswordSeen[], value: Secret, valueOf: ValueOf) {
  const last = seen.at(-1)
  const change = seen.findLast(({ inForce }) => inForce === 'new') ?? seen.findLast(({ inForce }) => inForce === 'either')
  if (!last || !change) return null
  const open = last.inForce === 'either'
  const told = { run: change.run, at: new Date(change.since).toISOString(), resume: open ? last.run : null }
  const refs = open ? [last.current, last.next] : [last.inForce === 'new' ? last.next : last.current]
  const possible = await Promise.all(refs.map(valueOf))
  if (holds(possible, value)) return { ...told, standing: 'current' as const, kept: null }
  const comparable = possible.every((one) => one !== null)
  const spent = comparable && holds(await Promise.all(seen.flatMap(spentOf).map(valueOf)), value)
  if (!spent) return { ...told, standing: 'untold' as const, kept: null }
  return { ...told, standing: 'replaced' as const, kept: open ? null : (possible[0] ?? null) }
}

const from =
  (vault: Vault | null): ValueOf =>
  async (ref) => {
    const found = await vault?.get(ref)
    return found?.ok ? found.value : null
  }

const contradicted = ({ settled }: Plan, { ref }: TriedSecret): boolean =>
  settled.some(({ what, address, chosen }) => what === 'password' && address === ref.for && chosen === 'paper')

/** What of this is tried: the paper's own password. Where another was named as the one in force already, that is the person's word. */
function triedValue(tried: TriedSecret, given: (ref: SecretRef) => Secret | null): Secret | null {
  const old = given(tried.ref)
  return tried.skipped && old?.reveal() !== given(nextRef(tried.ref))?.reveal() ? null : old
}

type Seen = () => Promise<readonly PasswordSeen[]>

/** What all other runs tell, read once and only where it is asked for: only one run writes at a time. */
function seenElsewhere(history: RunHistory, plan: Plan): Seen {
  let all: Promise<readonly PasswordSeen[]> | null = null
  return () => (all ??= readOtherRuns(history, plan.run, passwordsSeen))
}

async function judgeAll(
  seen: Seen,
  vault: Vault | null,
  plan: Plan,
  tried: readonly TriedSecret[],
  given: (ref: SecretRef) => Secret | null,
): Promise<readonly PasswordBefore[]> {
  const all = tried.length === 0 ? [] : await seen()
  const found = new Map<string, PasswordBefore>()
  for (const one of tried) {
    const value = triedValue(one, given)
    const before = value && (await judge(seenOf(all, one), value, from(vault)))
    if (before && !contradicted(plan, one)) found.set(secretKey(one.ref), { ref: one.ref, ...before })
  }
  return [...found.values()]
}

/**
 * What the other runs of the data folder know of the passwords a plan is about to sign in with, each once; nothing where none of them changed one.
 * `vault` null: the journals alone are asked, and no password is compared. What cannot be read is not known: no run is stopped for it.
 */
export const passwordsBefore = (
  history: RunHistory,
  vault: Vault | null,
  plan: Plan,
  given: (ref: SecretRef) => Secret | null,
): Promise<readonly PasswordBefore[]> =>
  judgeAll(
    seenElsewhere(history, plan),
    vault,
    plan,
    plan.steps.flatMap((step) => triedSecrets(plan, step)),
    given,
  )

/** Says of one step, before it signs in anywhere, that a password it holds was replaced by another run since; null: not known to be. */
export function replacedIn(history: RunHistory, vault: Vault, plan: Plan): (step: Step) => Promise<Problem | null> {
  const seen = seenElsewhere(history, plan)
  return async (step) => {
    const tried = triedSecrets(plan, step)
    if (tried.length === 0 || (await seen()).length === 0) return null
    const values = new Map<string, Secret | null>()
    for (const ref of tried.flatMap((one) => [one.ref, nextRef(one.ref)])) values.set(secretKey(ref), await from(vault)(ref))
    const before = await judgeAll(seen, vault, plan, tried, (ref) => values.get(secretKey(ref)) ?? null)
    const replaced = before.find(({ standing }) => standing === 'replaced')
    if (!replaced) return null
    const { ref, run, at, resume } = replaced
    return fail('password-replaced', 'after-person', { for: ref.for, run, at, resume }).problem
  }
}

/** Passwords of a run that another run of the data folder has sent a change of since. By the journals alone. */
export const changedElsewhere = async (
  history: RunHistory,
  plan: Plan,
  entries: readonly WrittenEntry[],
): Promise<readonly ChangedSince[]> => changedSince(plan, entries, await readOtherRuns(history, plan.run, passwordsSeen))
