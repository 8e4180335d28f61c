import type { Problem } from '../../shared/base/problem.ts'
import { fail, ok, type Result } from '../../shared/base/result.ts'
import type { Secret, SecretRef, Vault } from '../../shared/base/secret.ts'
import type { GuideHands } from '../../shared/guide/guide-hands.ts'
import type { GiveName, ToldLine } from '../../shared/guide/told-line.ts'
import type { Evidence } from '../../shared/plan/evidence.ts'
import { failed, type Looked, type Performed, performed, type StepContext } from './performer.ts'
import { settleChange, type Settling, type Verdict } from './settle-change.ts'
import { tellLines, type Told } from './tell-lines.ts'

export interface ByHandNeeds {
  readonly guide: GuideHands
  readonly vault: Vault
  readonly browser: { readonly path: string | null }
}

/** One password, changed by the person's own hand. */
export interface ByHand {
  readonly lines: readonly ToldLine[]
  readonly url: string | null
  /** Who signs in at the site; null where the papers do not say. */
  readonly login: string | null
  /** The password for that; null: the one that is changed does it. */
  readonly loginSecret: SecretRef | null
  readonly address: string | null
  readonly userName: string | null
  readonly settling: Settling
}

const nothingSeen = { completed: false, receipt: null, read: {}, pages: [], differences: [] }

function evidenceOf({ outcome, reports }: Verdict, commit: 'sent' | 'not-sent'): Evidence {
  return {
    signIns: reports.flatMap(({ signIns }) => signIns),
    probes: reports.flatMap(({ probes }) => probes),
    portal: { ...nothingSeen, outcome, commit },
  }
}

/**
 * Once more after the person has seen that nothing has changed: with the old password, which costs nothing as long as it is accepted. Only when
 * it is refused is the new one tried.
 */
async function lookAgain({ doors, current, next }: Settling, context: StepContext): Promise<Verdict> {
  const reports: Verdict['reports'][number][] = []
  context.report('settling')
  for (const door of doors) {
    const old = await door.ask(current)
    reports.push(old)
    if (old.answer === 'accepted') return { outcome: 'unchanged', reports }
    if (old.answer === 'untold') continue
    const now = await door.ask(next)
    return { outcome: now.answer === 'accepted' ? 'changed' : 'unknown', reports: [...reports, now] }
  }
  return { outcome: 'unknown', reports }
}

const valueOf =
  (needs: ByHandNeeds, { login, loginSecret, address, userName, settling }: ByHand) =>
  async (name: GiveName): Promise<Result<string | Secret | null>> => {
    switch (name) {
      case 'loginName':
        return ok(login)
      case 'address':
        return ok(address)
      case 'userName':
        return ok(userName)
      case 'newPassword':
        return needs.vault.get(settling.next)
      case 'currentPassword':
        return needs.vault.get(settling.current)
      case 'loginPassword':
        // Without a name nobody knows whose password the site asks for.
        return login === null ? ok(null) : needs.vault.get(loginSecret ?? settling.current)
    }
  }

/** The live sign-in tells, and nobody is asked whether it worked. Unchanged: the person may go on acting and have it looked at again. */
async function verify(context: StepContext, { settling }: ByHand, told: Told): Promise<Verdict> {
  let verdict = await settleChange(settling, context)
  while (verdict.outcome === 'unchanged' && told.problem === null && !context.stop.aborted) {
    const again = await context.ask({ name: 'try-again', kind: 'yes-no', facts: { what: settling.current.for } })
    if (again !== true) break
    const later = await lookAgain(settling, context)
    verdict = { outcome: later.outcome, reports: [...verdict.reports, ...later.reports] }
  }
  return verdict
}

function problemOf(verdict: Verdict, { login, settling }: ByHand, told: Told): Problem {
  const facts = { login: login ?? settling.current.for }
  if (verdict.outcome === 'unknown') return fail('portal-outcome-unknown', 'later', facts).problem
  return told.problem ?? fail('guided-no-effect', 'after-person', facts).problem
}

/**
 * Leads the person through the change and verifies it by a live sign-in. Ended before the new password was handed out, nothing can have been
 * changed to it, and no sign-in is spent.
 */
export async function changeByHand(needs: ByHandNeeds, context: StepContext, order: ByHand): Promise<Performed> {
  const { lines, url } = order
  const told = await tellLines(needs.guide, context, {
    lines,
    url,
    browser: needs.browser.path,
    valueOf: valueOf(needs, order),
  })
  if (!told.handedOut) {
    const problem = told.problem ?? fail('unexpected', 'never', { where: 'guide' }).problem
    return failed(problem, evidenceOf({ outcome: 'unchanged', reports: [] }, 'not-sent'))
  }
  const verdict = await verify(context, order, told)
  const evidence = evidenceOf(verdict, 'sent')
  return verdict.outcome === 'changed' ? performed(evidence) : failed(problemOf(verdict, order, told), evidence)
}

/** Was the newest change of this step left to the person's hand? */
export const wasByHand = ({ state }: StepContext): boolean => {
  const last = state.acts.findLast((act) => act.kind === 'commit')
  return last?.kind === 'commit' && last.by === 'person'
}

/**
 * After the new password was handed out (in this run or before a crash) the person may have changed it: the live sign-in tells. Where the old one is
 * still in force the person can be led once more; nobody but the person sends anything.
 */
export async function lookByHand(context: StepContext, settling: Settling): Promise<Looked> {
  const known = context.state.evidence?.portal?.outcome === 'unchanged'
  const verdict = await (known ? lookAgain(settling, context) : settleChange(settling, context))
  const evidence = evidenceOf(verdict, 'sent')
  if (verdict.outcome === 'changed') return { verdict: 'done', problem: null, evidence }
  if (verdict.outcome === 'unchanged') return { verdict: 'to-do', problem: null, evidence }
  const problem = fail('portal-outcome-unknown', 'later', { login: settling.current.for }).problem
  return { verdict: 'cannot-tell', problem, evidence }
}
