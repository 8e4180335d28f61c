import type { Problem } from '../../shared/base/problem.ts'
import type { WrittenEntry } from '../../shared/journal/entry.ts'
import { sameSecret } from '../../shared/base/secret.ts'
import { foldRun, type RunState, stepState } from '../../shared/journal/fold-run.ts'
import { openProblems, portalOutcomeOf, runOutcome } from '../../shared/journal/run-outcome.ts'
import { endpointUrl } from '../../shared/mail/endpoint.ts'
import type { Plan } from '../../shared/plan/plan.ts'
import { changesPassword, type Step, type StepKind } from '../../shared/plan/step.ts'
import type { ProbeReport } from '../../shared/probe/probe.ts'
import type { Lang } from '../../shared/words/lang.ts'
import { sayBeforeRun } from '../../shared/words/before-run.ts'
import { sayProblem } from '../../shared/words/say-problem.ts'

/** A problem as the command line's contract shows it: code, one sentence, facts. */
export const problemLine = (problem: Problem, lang: Lang) => ({
  code: problem.code,
  text: sayProblem(problem, lang).text,
  facts: problem.facts,
})

/** The same of a problem that was met where there is no run. */
export const lineBefore = (problem: Problem, lang: Lang) => ({
  ...problemLine(problem, lang),
  text: sayBeforeRun(problem, lang).text,
})

/** One probe as the contract shows it. */
export const probeLine = (report: ProbeReport, lang: Lang) => ({
  url: endpointUrl(report.endpoint),
  userName: report.userName,
  ok: report.ok,
  problem: report.problem ? problemLine(report.problem, lang) : null,
  ms: Math.round(report.ms),
})

const stepsOf = (plan: Plan, lane: string, kind: StepKind): readonly Step[] =>
  plan.steps.filter((step) => step.lane === lane && step.kind === kind)

/** The newest sign-ins of a mailbox: from its own settings where they were proved, else from the plan, else those that judged the portal. */
function probesOf(plan: Plan, run: RunState, lane: string): readonly ProbeReport[] {
  for (const kind of ['probe-servers', 'prove-client', 'change-portal', 'guide-change', 'prove-old', 'reach-servers'] as const) {
    const probes = stepsOf(plan, lane, kind).flatMap((step) => stepState(run, step.id).evidence?.probes ?? [])
    if (probes.length > 0) return kind === 'reach-servers' ? probes.filter((probe) => !probe.ok) : probes
  }
  return []
}

/** When the settings of this step were last put back (ISO); null where they stand as the run has left them. */
export function undoneAt(run: RunState, entries: readonly WrittenEntry[], step: Step): string | null {
  if (step.kind !== 'rewrite-client' || stepState(run, step.id).at !== 'undone') return null
  return entries.findLast((entry) => entry.kind === 'undone' && entry.step === step.id)?.at ?? null
}

function clientsOf(plan: Plan, run: RunState, entries: readonly WrittenEntry[], lane: string) {
  return stepsOf(plan, lane, 'rewrite-client').flatMap((step) => {
    if (step.kind !== 'rewrite-client') return []
    const state = stepState(run, step.id)
    const changed = state.at === 'done' ? (state.evidence?.rewrite?.changed ?? []) : []
    const undone = undoneAt(run, entries, step)
    const back = undone === null ? {} : { undone }
    return [{ client: step.input.edit.client, profile: step.input.edit.folder, name: step.input.profile, changed, ...back }]
  })
}

/** What is known of the provider's side of one lane. `differences`: what the site showed otherwise than the sheet has it. */
function portalPart(plan: Plan, run: RunState, lane: string) {
  const step = plan.steps.find((candidate) => candidate.lane === lane && changesPassword(candidate))
  const seen = step ? stepState(run, step.id).evidence?.portal : null
  const differences = seen?.differences ?? []
  const portal = portalOutcomeOf(plan, run, lane)
  return { portal, receipt: seen?.receipt ?? null, ...(differences.length > 0 ? { differences } : {}) }
}

/** A mailbox that this run leaves alone. */
const untouched = (address: string) => ({ address, portal: 'unchanged' as const, receipt: null, probes: [], clients: [] })

/** Logins whose password was changed: each of its own, and those that a mailbox's password opens together with it. */
const loginsOf = (plan: Plan, run: RunState) => [
  ...plan.mailboxes.flatMap(({ provider, account: { address, login, password } }) =>
    login && sameSecret(login.secret, password)
      ? [{ login: login.name, provider, realms: login.realms, ...portalPart(plan, run, address) }]
      : [],
  ),
  ...plan.logins.map(({ lane, login, provider, realms }) => ({ login, provider, realms, ...portalPart(plan, run, lane) })),
]

/** A command's own problem may stand in the journal already: it is told once. */
const distinct = (problems: readonly Problem[]): readonly Problem[] => [
  ...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values(),
]

/** The last machine line of `run`, `resume`, `undo` and `status`, folded from the journal. */
export function resultLine(plan: Plan, entries: readonly WrittenEntry[], lang: Lang, more: readonly Problem[] = []) {
  const run = foldRun(entries)
  return {
    type: 'result' as const,
    outcome: runOutcome(plan, run),
    run: plan.run,
    mailboxes: [
      ...plan.mailboxes.map(({ account }) => ({
        address: account.address,
        ...portalPart(plan, run, account.address),
        probes: probesOf(plan, run, account.address).map((report) => probeLine(report, lang)),
        clients: clientsOf(plan, run, entries, account.address),
      })),
      ...plan.untouched.map(untouched),
    ],
    logins: loginsOf(plan, run),
    problems: distinct([...openProblems(plan, run), ...more]).map((problem) => problemLine(problem, lang)),
  }
}

/** The last line when no run came to be: what stopped it, and that nothing was changed. */
export const noRunLine = (problem: Problem, lang: Lang) => ({
  type: 'result' as const,
  outcome: 'stopped' as const,
  run: null,
  mailboxes: [],
  logins: [],
  problems: [lineBefore(problem, lang)],
})
