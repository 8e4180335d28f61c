import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Problem } from '../../shared/base/problem.ts'
import { fail, ok, type Result } from '../../shared/base/result.ts'
import { Secret } from '../../shared/base/secret.ts'
import { commitSent } from '../../shared/journal/fold-run.ts'
import type { Evidence } from '../../shared/plan/evidence.ts'
import type { StepOf } from '../../shared/plan/step.ts'
import { plainOrigin } from '../../shared/portal/plain-page.ts'
import type { Played } from '../../shared/portal/play-recipe.ts'
import { isKnownLink, linkHost } from '../../shared/provider/known-link.ts'
import type { Recovery } from '../../shared/provider/provider.ts'
import type { DoorReport } from './live-door.ts'
import { failed, type Looked, type Performed, type Performer, performed, type StepContext } from './performer.ts'
import { type ChangeNeeds, liveDoors } from './prove-old.ts'
import { picturesOf, type SiteInput } from './visit-site.ts'

export interface ResetNeeds extends ChangeNeeds {
  readonly recoveryOf: (provider: string, recovery: string) => Recovery | null
}

type ResetStep = StepOf<'reset-portal'>
type Outcome = 'changed' | 'unchanged' | 'unknown'

interface Verdict {
  readonly outcome: Outcome
  readonly reports: readonly DoorReport[]
}

/** The member site as the place where a sign-in by this name tells whether the new password is in force. */
const siteInput = ({ input }: ResetStep): SiteInput => ({
  provider: input.provider,
  realm: input.realm,
  address: null,
  current: input.current,
  loginSecret: null,
  proof: 'portal',
  doors: null,
  signIn: input.realm,
  startUrl: input.startUrl,
  login: input.login,
  attended: false,
})

/**
 * Signs in with the new password; once more where it was refused, when the site's time to follow is over. There is no old password to try:
 * a refusal alone shows nothing, unless the site itself has refused the reset in words.
 */
async function settle(needs: ResetNeeds, step: ResetStep, context: StepContext, said: Problem | null): Promise<Verdict> {
  if (said?.code === 'portal-rule-refused') return { outcome: 'unchanged', reports: [] }
  const { provider, realm, next } = step.input
  const change = needs.changeOf(provider, realm, realm)
  const [door] = liveDoors(needs, context, step.lane, siteInput(step), change)
  if (!door) return { outcome: 'unknown', reports: [] }
  context.report('settling')
  const first = await door.ask(next)
  if (first.answer !== 'refused' || context.stop.aborted)
    return { outcome: first.answer === 'accepted' ? 'changed' : 'unknown', reports: [first] }
  await sleep((change?.effectSeconds ?? 0) * 1000, undefined, { signal: context.stop }).catch(() => undefined)
  if (context.stop.aborted) return { outcome: 'unknown', reports: [first] }
  const again = await door.ask(next)
  return { outcome: again.answer === 'accepted' ? 'changed' : 'unknown', reports: [first, again] }
}

function evidenceOf({ outcome, reports }: Verdict, played: Pick<Played, 'commit' | 'completed' | 'pages'>): Evidence {
  return {
    signIns: reports.flatMap(({ signIns }) => signIns),
    probes: reports.flatMap(({ probes }) => probes),
    portal: {
      outcome,
      commit: played.commit,
      completed: played.completed,
      receipt: null,
      read: {},
      pages: [...played.pages],
      differences: [],
    },
  }
}

/** The link the provider has sent. It opens the account to whoever holds it, so it is handled as a secret. */
async function askLink(step: ResetStep, context: StepContext): Promise<Result<Secret>> {
  const { links } = step.input
  const answer = await context.ask({ name: 'reset-link', kind: 'text', facts: { known: links.join(' / ') } })
  if (typeof answer !== 'string' || answer.trim() === '')
    return fail('question-unanswered', 'after-person', { question: 'reset-link' })
  const link = answer.trim().replace(/^<(.*)>$/s, '$1')
  if (isKnownLink(link, links)) return ok(new Secret(link))
  return fail('portal-link-refused', 'after-person', { host: linkHost(link), known: links.join(' / ') })
}

async function follow(
  needs: ResetNeeds,
  step: ResetStep,
  context: StepContext,
  link: Secret,
  next: Secret,
): Promise<Played | null> {
  const recipe = needs.recoveryOf(step.input.provider, step.input.recovery)?.link?.recipe
  if (!recipe) return null
  const pictures = picturesOf(context, step.lane, `try-${context.state.tries + 1}`)
  const played = await needs.play({
    recipe,
    startUrl: link.reveal(),
    // The link may begin in the clear; the site then has to go on encrypted, unless the person named that very place.
    namedOrigin: plainOrigin(step.input.startUrl),
    values: {},
    secrets: { newPassword: next },
    known: [next, link],
    browser: { path: needs.browser.path, headed: needs.browser.headed(true) },
    ca: needs.ca,
    siteUrl: step.input.startUrl,
    evidenceFolder: needs.evidenceFolder && path.join(needs.evidenceFolder, pictures),
    attended: true,
    ask: context.ask,
    beforeSignIn: async () => fail('recipe-invalid', 'never', { faults: 'a reset does not sign in' }),
    beforeCommit: () => context.note({ kind: 'commit' }),
    report: (what, line) => context.report(what, { line }),
    stop: context.stop,
  })
  const pages = played.pages.map((page) => ({ ...page, picture: page.picture && `evidence/${pictures}/${page.picture}` }))
  return { ...played, pages }
}

function problemOf(verdict: Verdict, step: ResetStep, said: Problem | null): Problem {
  // A new request brings a new link; with this one nothing more can be done.
  if (verdict.outcome === 'unchanged' && said) return { ...said, again: 'never' }
  return fail('portal-reset-unknown', 'later', {
    login: step.input.login,
    ...(said ? { cause: said.code, ...said.facts } : {}),
  }).problem
}

async function look(needs: ResetNeeds, step: ResetStep, context: StepContext): Promise<Looked> {
  if (!commitSent(context.state)) return { verdict: 'to-do', problem: null, evidence: null }
  const verdict = await settle(needs, step, context, context.state.problem)
  const before = context.state.evidence?.portal
  const evidence = evidenceOf(verdict, { commit: 'sent', completed: before?.completed ?? false, pages: before?.pages ?? [] })
  if (verdict.outcome === 'changed') return { verdict: 'done', problem: null, evidence }
  return { verdict: 'cannot-tell', problem: problemOf(verdict, step, context.state.problem), evidence }
}

async function perform(needs: ResetNeeds, step: ResetStep, context: StepContext): Promise<Performed> {
  const { provider, realm } = step.input
  const next = await needs.vault.get(step.input.next)
  if (!next.ok) return failed(next.problem)
  const link = await askLink(step, context)
  if (!link.ok) return failed(link.problem)
  const played = await follow(needs, step, context, link.value, next.value)
  if (!played) return failed(fail('portal-cannot-change', 'never', { provider, realm }).problem)
  if (played.commit === 'not-sent')
    return failed(
      played.problem ?? fail('unexpected', 'never', { where: 'recipe' }).problem,
      evidenceOf({ outcome: 'unchanged', reports: [] }, played),
    )
  const verdict = await settle(needs, step, context, played.problem)
  const evidence = evidenceOf(verdict, played)
  return verdict.outcome === 'changed' ? performed(evidence) : failed(problemOf(verdict, step, played.problem), evidence)
}

/**
 * Sets a forgotten password anew behind the link that came: refuses a link that does not begin with a known address, sends the commit at most
 * once, and calls it done only when the new password was seen to sign in.
 */
export const resetPortal = (needs: ResetNeeds): Performer<'reset-portal'> => ({
  look: (step, context) => look(needs, step, context),
  perform: (step, context) => perform(needs, step, context),
})
