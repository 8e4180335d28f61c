import type { Problem } from '../../shared/base/problem.ts'
import { fail } from '../../shared/base/result.ts'
import { commitSent } from '../../shared/journal/fold-run.ts'
import type { Evidence, SignIn } from '../../shared/plan/evidence.ts'
import type { StepOf } from '../../shared/plan/step.ts'
import type { Played } from '../../shared/portal/play-recipe.ts'
import type { Change } from '../../shared/provider/provider.ts'
import { type ByHandNeeds, lookByHand, wasByHand } from './by-hand.ts'
import { changeAllowed, withNextTime } from './change-allowed.ts'
import { goByHand } from './go-by-hand.ts'
import { failed, type Looked, type Performed, type Performer, performed, type StepContext } from './performer.ts'
import { type ChangeNeeds, liveDoors } from './prove-old.ts'
import { settleChange, type Verdict } from './settle-change.ts'
import { picturesOf, siteSecrets, visitSite } from './visit-site.ts'

type ChangeStep = StepOf<'change-portal'>

const refusals: readonly string[] = ['portal-rule-refused', 'portal-old-password-refused', 'portal-limit-reached']

/** Did the site say in plain words why it does not do it? Then nothing is on its way. An error page or silence says no such thing. */
const refusedInWords = (problem: Problem | null): boolean => problem !== null && refusals.includes(problem.code)

function settling(needs: ChangeNeeds, step: ChangeStep, context: StepContext, change: Change | null, said: Problem | null) {
  const { current, next } = step.input
  const doors = liveDoors(needs, context, step.lane, step.input, change)
  const refused = refusedInWords(said)
  return { doors, current, next, refused, effectSeconds: change?.effectSeconds ?? 0, now: needs.now }
}

/** The change as it was planned: the very recipe the person agreed to. */
const plannedChange = (needs: ChangeNeeds, { input }: ChangeStep): Change | null =>
  needs.changeOf(input.provider, input.realm, input.signIn, input.recipe)
const changeInUse = (needs: ChangeNeeds, { input }: ChangeStep): Change | null =>
  needs.changeOf(input.provider, input.realm, input.signIn)

/** Another recipe than the planned one is not played in its place: what it does was shown to nobody. */
function notPlayable(needs: ChangeNeeds, step: ChangeStep): Problem {
  const { provider, realm, recipe } = step.input
  if (!changeInUse(needs, step)) return fail('portal-cannot-change', 'never', { provider, realm }).problem
  return fail('recipe-gone', 'after-person', { provider, recipe: recipe.id, version: recipe.version }).problem
}

type Seen = Pick<Played, 'completed' | 'read' | 'pages' | 'differences'>
const nothingSeen: Seen = { completed: false, read: {}, pages: [], differences: [] }

/** `seen`: what the site showed, in this try or (after a crash) in the one before. */
function portalEvidence(verdict: Verdict, seen: Seen, signIns: readonly SignIn[], commit: Played['commit']): Evidence {
  return {
    signIns: [...signIns, ...verdict.reports.flatMap((report) => report.signIns)],
    probes: verdict.reports.flatMap((report) => report.probes),
    portal: {
      outcome: verdict.outcome,
      commit,
      completed: commit === 'sent' && seen.completed,
      receipt: commit === 'sent' ? (seen.read['receipt'] ?? null) : null,
      read: seen.read,
      pages: [...seen.pages],
      differences: [...seen.differences],
    },
  }
}

function verdictProblem(verdict: Verdict, step: ChangeStep, said: Problem | null): Problem {
  const facts = { login: step.input.login, ...(said ? { cause: said.code, ...said.facts } : {}) }
  if (verdict.outcome === 'unchanged') {
    if (said && said.code !== 'portal-outcome-unknown') return { ...said, again: 'never' }
    return fail('portal-no-effect', 'never', facts).problem
  }
  return fail('portal-outcome-unknown', 'later', facts).problem
}

/**
 * A change the site itself refused as too early, and a live sign-in has shown to be without effect, is over: when its time has come it may be
 * sent anew. Every other change that was sent is never sent again.
 */
const tooEarly = ({ state }: StepContext): Problem | null =>
  state.problem?.code === 'portal-limit-reached' && state.evidence?.portal?.outcome === 'unchanged' ? state.problem : null

async function look(needs: ChangeNeeds, step: ChangeStep, context: StepContext): Promise<Looked> {
  if (!commitSent(context.state)) return { verdict: 'to-do', problem: null, evidence: null }
  const change = plannedChange(needs, step) ?? changeInUse(needs, step)
  if (tooEarly(context)) {
    const allowed = await changeAllowed(needs, step.input, change?.limit ?? null)
    if (allowed.ok) return { verdict: 'to-do', problem: null, evidence: null }
    return { verdict: 'cannot-tell', problem: allowed.problem, evidence: null }
  }
  if (wasByHand(context)) return lookByHand(context, settling(needs, step, context, change, null))
  const verdict = await settleChange(settling(needs, step, context, change, context.state.problem), context)
  const evidence = portalEvidence(verdict, context.state.evidence?.portal ?? nothingSeen, [], 'sent')
  if (verdict.outcome === 'changed') return { verdict: 'done', problem: null, evidence }
  return { verdict: 'cannot-tell', problem: verdictProblem(verdict, step, null), evidence }
}

async function perform(needs: ChangeNeeds & ByHandNeeds, step: ChangeStep, context: StepContext): Promise<Performed> {
  const { input } = step
  const change = plannedChange(needs, step)
  if (!change) return failed(notPlayable(needs, step))
  const allowed = await changeAllowed(needs, input, change.limit)
  if (!allowed.ok) return failed(allowed.problem)
  const replaced = await needs.replaced(step)
  if (replaced) return failed(replaced)
  const secrets = await siteSecrets(needs, input)
  if (!secrets.ok) return failed(secrets.problem)
  const next = await needs.vault.get(input.next)
  if (!next.ok) return failed(next.problem)
  const { current, login } = secrets.value
  const { played, signIns } = await visitSite(needs, context, {
    recipe: change.recipe,
    input,
    loginName: input.login,
    loginSecret: input.loginSecret ?? input.current,
    secrets: { loginPassword: login, currentPassword: current, newPassword: next.value },
    known: [login, current, next.value],
    pictures: picturesOf(context, step.lane, `try-${context.state.tries + 1}`),
    beforeCommit: () => context.note({ kind: 'commit' }),
  })
  const said = played.problem && withNextTime(played.problem, change.limit, needs.now())
  if (played.commit === 'not-sent') {
    const problem = said ?? fail('unexpected', 'never', { where: 'recipe' }).problem
    const evidence = portalEvidence({ outcome: 'unchanged', reports: [] }, played, signIns, 'not-sent')
    return goByHand(needs, step, context, change, { ok: false, problem, evidence })
  }
  const verdict = await settleChange(settling(needs, step, context, change, said), context)
  const evidence = portalEvidence(verdict, played, signIns, 'sent')
  if (verdict.outcome === 'changed') return performed(evidence)
  const problem = verdictProblem(verdict, step, said)
  return failed(problem.code === 'portal-limit-reached' ? { ...problem, again: 'later' } : problem, evidence)
}

/**
 * Changes the password on the member site. A commit is sent at most once: whether it was sent stands in the journal before the click, and
 * after that only live sign-ins decide. `done` means the new password was seen to be in force.
 */
export const changePortal = (needs: ChangeNeeds & ByHandNeeds): Performer<'change-portal'> => ({
  look: (step, context) => look(needs, step, context),
  perform: (step, context) => perform(needs, step, context),
})
