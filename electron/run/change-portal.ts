import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Problem } from '../../shared/base/problem.ts'
import { fail, ok, type Result } from '../../shared/base/result.ts'
import type { Realm, Secret } from '../../shared/base/secret.ts'
import { commitSent } from '../../shared/journal/fold-run.ts'
import type { Endpoint } from '../../shared/mail/endpoint.ts'
import type { Evidence, SignIn } from '../../shared/plan/evidence.ts'
import { asksForOld, judgeChange, wasRefused } from '../../shared/plan/judge-change.ts'
import type { StepOf } from '../../shared/plan/step.ts'
import type { Played, PlayRecipe } from '../../shared/portal/play-recipe.ts'
import type { Recipe } from '../../shared/portal/recipe.ts'
import { failed, type Looked, type Performed, type Performer, performed, type StepContext } from './performer.ts'
import { type SignInNeeds, type SignInResult, signInEvidence, signInOnce, spendSignIn } from './sign-in.ts'

type ChangeStep = StepOf<'change-portal'>

export interface ChangePortalNeeds extends SignInNeeds {
  readonly play: PlayRecipe
  readonly recipeOf: (provider: string, realm: Realm) => Recipe | null
  readonly browser: { readonly path: string | null; readonly headed: boolean }
  readonly evidenceFolder: string | null
  /** Asked for by the person; a step may demand it by itself. */
  readonly attended: boolean
  /** Seconds within which a confirmed change reaches the mail servers. */
  readonly effectSeconds: number
}

interface Verdict {
  readonly outcome: 'changed' | 'unchanged' | 'unknown'
  readonly results: readonly SignInResult[]
}

/** Waits, or less long when the person wishes to stop. */
const pause = (ms: number, stop: AbortSignal): Promise<void> => sleep(ms, undefined, { signal: stop }).catch(() => undefined)

type Door = { readonly endpoint: Endpoint; readonly userName: string }

/** Rests between looks at a door that still takes the old password, ms. An accepted sign-in costs nothing of the budget. */
const rest = 2_500

async function askDoor(
  needs: ChangePortalNeeds,
  step: ChangeStep,
  context: StepContext,
  door: Door,
): Promise<Verdict & { readonly askedOld: boolean }> {
  const withNew = await signInOnce(needs, context, { ...door, password: step.input.next })
  const askedOld = asksForOld(withNew.report)
  const withOld = askedOld ? await signInOnce(needs, context, { ...door, password: step.input.current }) : null
  return {
    outcome: judgeChange(withNew.report, withOld?.report ?? null),
    results: withOld ? [withNew, withOld] : [withNew],
    askedOld,
  }
}

/**
 * The change was sent and the door still takes the old password: mail servers may follow late. Looks with the old one until
 * it is refused or the provider's time is over; only then is the new one tried once more.
 */
async function waitForEffect(needs: ChangePortalNeeds, step: ChangeStep, context: StepContext, door: Door): Promise<Verdict> {
  const results: SignInResult[] = []
  const until = needs.now() + needs.effectSeconds * 1000
  while (needs.now() < until && !context.stop.aborted) {
    await pause(Math.min(rest, Math.max(0, until - needs.now())), context.stop)
    const old = await signInOnce(needs, context, { ...door, password: step.input.current })
    results.push(old)
    if (old.report.ok) continue
    // Only a refusal shows that something has changed. A dropped line or a spent budget does not call for the refused new one again.
    if (!wasRefused(old.report)) return { outcome: 'unknown', results }
    const again = await signInOnce(needs, context, { ...door, password: step.input.next })
    return { outcome: judgeChange(again.report, null), results: [...results, again] }
  }
  return { outcome: context.stop.aborted ? 'unknown' : 'unchanged', results }
}

const refusals: readonly string[] = ['portal-rule-refused', 'portal-old-password-refused', 'portal-limit-reached']

/** Did the site say in plain words why it does not do it? Then nothing is on its way. An error page or silence says no such thing. */
const refusedInWords = (problem: Problem | null): boolean => problem !== null && refusals.includes(problem.code)

/** The live sign-in that decides: new password first; the old one, once, only when the new one was refused. */
async function settle(needs: ChangePortalNeeds, step: ChangeStep, context: StepContext, refused: boolean): Promise<Verdict> {
  const { doors } = step.input
  const results: SignInResult[] = []
  context.report('settling')
  for (const endpoint of [doors.incoming, doors.outgoing]) {
    if (!endpoint) continue
    const door = { endpoint, userName: doors.userName }
    const { outcome, results: asked, askedOld } = await askDoor(needs, step, context, door)
    results.push(...asked)
    if (outcome === 'unchanged' && !refused) {
      const later = await waitForEffect(needs, step, context, door)
      return { outcome: later.outcome, results: [...results, ...later.results] }
    }
    // A door that answered neither way tells nothing: the other one may. A door that refused has spent its tries.
    if (outcome !== 'unknown' || askedOld) return { outcome, results }
  }
  return { outcome: 'unknown', results }
}

type Seen = Pick<Played, 'completed' | 'read' | 'pages'>

/** `seen`: what the site showed, in this try or (after a crash) in the one before. */
const portalEvidence = (verdict: Verdict, seen: Seen | null, signIns: readonly SignIn[]): Evidence => {
  const live = signInEvidence(verdict.results)
  return {
    signIns: [...signIns, ...live.signIns],
    probes: live.probes,
    portal: {
      outcome: verdict.outcome,
      commit: 'sent',
      completed: seen?.completed ?? false,
      receipt: seen?.read['receipt'] ?? null,
      read: seen?.read ?? {},
      pages: [...(seen?.pages ?? [])],
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

const portalHost = (url: string): string => /^[a-z]+:\/\/([^/?#]+)/i.exec(url)?.[1]?.toLowerCase() ?? url

interface PortalSecrets {
  readonly current: Secret
  readonly next: Secret
}

async function secretsOf(needs: ChangePortalNeeds, step: ChangeStep): Promise<Result<PortalSecrets>> {
  const current = await needs.vault.get(step.input.current)
  if (!current.ok) return current
  const next = await needs.vault.get(step.input.next)
  if (!next.ok) return next
  return ok({ current: current.value, next: next.value })
}

/** Pictures of each mailbox and each try lie in a folder of their own: none replaces another. */
function picturesOf(step: ChangeStep, context: StepContext): string {
  const addresses = context.runState.plan?.mailboxes.map((mailbox) => mailbox.account.address) ?? []
  return `mailbox-${addresses.indexOf(step.input.address) + 1}-try-${context.state.tries + 1}`
}

async function play(
  needs: ChangePortalNeeds,
  step: ChangeStep,
  context: StepContext,
  recipe: Recipe,
  secrets: PortalSecrets,
): Promise<{ played: Played; signedIn: number }> {
  const { input } = step
  let signedIn = 0
  const pictures = picturesOf(step, context)
  const played = await needs.play({
    recipe,
    startUrl: input.startUrl,
    values: { loginName: input.login, address: input.address },
    secrets: { currentPassword: secrets.current, newPassword: secrets.next },
    known: [secrets.current, secrets.next],
    browser: needs.browser,
    ca: needs.ca,
    evidenceFolder: needs.evidenceFolder && path.join(needs.evidenceFolder, pictures),
    attended: input.attended || needs.attended,
    ask: context.ask,
    beforeSignIn: async () => {
      const spent = await spendSignIn(needs, context, { host: portalHost(input.startUrl), user: input.login, which: 'old' })
      if (spent.ok) signedIn += 1
      return spent
    },
    beforeCommit: () => context.note({ kind: 'commit' }),
    report: (what, line) => context.report(what, { line }),
    stop: context.stop,
  })
  const pages = played.pages.map((page) => ({ ...page, picture: page.picture && `evidence/${pictures}/${page.picture}` }))
  return { played: { ...played, pages }, signedIn }
}

function portalSignIns(recipe: Recipe, step: ChangeStep, signedIn: number, played: Played): SignIn[] {
  const refused = played.problem?.code === 'portal-sign-in-refused' || played.problem?.code === 'portal-locked'
  const inside = played.commit === 'sent' || beyondSignIn(recipe, played)
  const last = refused ? ('refused' as const) : inside ? ('accepted' as const) : ('unanswered' as const)
  return Array.from({ length: signedIn }, (_, index) => ({
    host: portalHost(step.input.startUrl),
    user: step.input.login,
    which: 'old' as const,
    outcome: index === signedIn - 1 ? last : ('accepted' as const),
  }))
}

/** Was a page of the recipe met that stands behind its sign-in? */
function beyondSignIn({ lines }: Recipe, { pages }: Played): boolean {
  const at = lines.findIndex((line) => line.do === 'sign-in')
  const behind = lines.slice(at + 1).flatMap((line) => (line.do === 'expect' ? [line.page] : []))
  return pages.some((page) => behind.includes(page.what))
}

/**
 * Changes the password on the member site. The commit is sent at most once, ever: whether it was sent stands in the journal before the
 * click, and after that only live sign-ins decide. `done` means the new password was seen to open the mailbox.
 */
export function changePortal(needs: ChangePortalNeeds): Performer<'change-portal'> {
  const look = async (step: ChangeStep, context: StepContext): Promise<Looked> => {
    if (!commitSent(context.state)) return { verdict: 'to-do', problem: null, evidence: null }
    const before = context.state.evidence?.portal ?? null
    const verdict = await settle(needs, step, context, refusedInWords(context.state.problem))
    const evidence = portalEvidence(verdict, before, [])
    if (verdict.outcome === 'changed') return { verdict: 'done', problem: null, evidence }
    return { verdict: 'cannot-tell', problem: verdictProblem(verdict, step, null), evidence }
  }

  const perform = async (step: ChangeStep, context: StepContext): Promise<Performed> => {
    const recipe = needs.recipeOf(step.input.provider, step.input.realm)
    if (!recipe)
      return failed(fail('portal-cannot-change', 'never', { provider: step.input.provider, realm: step.input.realm }).problem)
    const secrets = await secretsOf(needs, step)
    if (!secrets.ok) return failed(secrets.problem)
    const { played, signedIn } = await play(needs, step, context, recipe, secrets.value)
    const signIns = portalSignIns(recipe, step, signedIn, played)
    if (played.commit === 'not-sent') {
      const portal = {
        outcome: 'unchanged' as const,
        commit: played.commit,
        completed: false,
        receipt: null,
        read: played.read,
        pages: [...played.pages],
      }
      return failed(played.problem ?? fail('unexpected', 'never', { where: 'recipe' }).problem, { signIns, portal })
    }
    const verdict = await settle(needs, step, context, refusedInWords(played.problem))
    const evidence = portalEvidence(verdict, played, signIns)
    return verdict.outcome === 'changed' ? performed(evidence) : failed(verdictProblem(verdict, step, played.problem), evidence)
  }

  return { look, perform }
}
