import type { Problem } from '../../shared/base/problem.ts'
import type { WrittenEntry } from '../../shared/journal/entry.ts'
import { foldRun, type RunState, stepState } from '../../shared/journal/fold-run.ts'
import { openProblems, portalOutcomeOf, runOutcome } from '../../shared/journal/run-outcome.ts'
import { endpointUrl } from '../../shared/mail/endpoint.ts'
import type { Plan } from '../../shared/plan/plan.ts'
import type { Step, StepKind } from '../../shared/plan/step.ts'
import type { ProbeReport } from '../../shared/probe/probe.ts'
import type { Lang } from '../../shared/words/lang.ts'
import { sayProblem } from '../../shared/words/say-problem.ts'

/** A problem as the command line's contract shows it: code, one sentence, facts. */
export const problemLine = (problem: Problem, lang: Lang) => ({
  code: problem.code,
  text: sayProblem(problem, lang).text,
  facts: problem.facts,
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
  for (const kind of ['probe-servers', 'prove-client', 'change-portal', 'reach-servers'] as const) {
    const probes = stepsOf(plan, lane, kind).flatMap((step) => stepState(run, step.id).evidence?.probes ?? [])
    if (probes.length > 0) return kind === 'reach-servers' ? probes.filter((probe) => !probe.ok) : probes
  }
  return []
}

function clientsOf(plan: Plan, run: RunState, lane: string) {
  return stepsOf(plan, lane, 'rewrite-client').flatMap((step) => {
    if (step.kind !== 'rewrite-client') return []
    const state = stepState(run, step.id)
    const changed = state.at === 'done' ? (state.evidence?.rewrite?.changed ?? []) : []
    return [{ client: step.input.edit.client, profile: step.input.edit.folder, name: step.input.profile, changed }]
  })
}

const receiptOf = (plan: Plan, run: RunState, lane: string): string | null =>
  stepsOf(plan, lane, 'change-portal').map((step) => stepState(run, step.id).evidence?.portal?.receipt ?? null)[0] ?? null

/** A command's own problem may stand in the journal already: it is told once. */
const distinct = (problems: readonly Problem[]): readonly Problem[] => [
  ...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values(),
]

/** The last machine line of `run`, `resume`, `undo` and `status`, folded from the journal. */
export function resultLine(plan: Plan, entries: readonly WrittenEntry[], lang: Lang, more: readonly Problem[] = []) {
  const run = foldRun(entries)
  const part = (lane: string) => ({ portal: portalOutcomeOf(plan, run, lane), receipt: receiptOf(plan, run, lane) })
  return {
    type: 'result' as const,
    outcome: runOutcome(plan, run),
    run: plan.run,
    mailboxes: plan.mailboxes.map(({ account }) => ({
      address: account.address,
      ...part(account.address),
      probes: probesOf(plan, run, account.address).map((report) => probeLine(report, lang)),
      clients: clientsOf(plan, run, account.address),
    })),
    logins: plan.mailboxes.flatMap(({ account }) =>
      account.login ? [{ login: account.login.name, realms: account.login.realms, ...part(account.address) }] : [],
    ),
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
  problems: [problemLine(problem, lang)],
})
