import type { WrittenEntry } from '../../shared/journal/entry.ts'
import { foldRun } from '../../shared/journal/fold-run.ts'
import type { RunOutcome } from '../../shared/journal/run-outcome.ts'
import { addressOf } from '../../shared/plan/address-of-step.ts'
import { type Plan, providersOf } from '../../shared/plan/plan.ts'
import type { Step } from '../../shared/plan/step.ts'
import type { Provider } from '../../shared/provider/provider.ts'
import { waysOn } from '../../shared/screen/ways-on.ts'
import { outcomeWords, portalWords, sayCli } from '../../shared/words/cli.ts'
import type { Lang } from '../../shared/words/lang.ts'
import { type KnownLogin, sayApart } from '../../shared/words/say-apart.ts'
import { sayProblem } from '../../shared/words/say-problem.ts'
import { sayName } from '../../shared/words/settings.ts'
import { sayStep, type StepMoment } from '../../shared/words/steps.ts'
import type { RunEnd } from '../road/app.ts'
import { type resultLine, undoneAt } from './result-line.ts'

const stepText = (step: Step, moment: StepMoment, lang: Lang): string =>
  sayStep(step.kind, moment, { address: addressOf(step) }, lang)

/** One journal entry as a line for people; null where a person need not hear of it. */
export function entryText(plan: Plan, entry: WrittenEntry, lang: Lang): string | null {
  const step = 'step' in entry ? plan.steps.find((candidate) => candidate.id === entry.step) : undefined
  if (!step) return null
  switch (entry.kind) {
    case 'intended':
      return entry.act.kind === 'step' ? sayCli('stepDoing', lang, { text: stepText(step, 'doing', lang) }) : null
    case 'done':
      return sayCli('stepDone', lang, { text: stepText(step, 'done', lang) })
    case 'failed':
      return sayCli('stepFailed', lang, { text: `${stepText(step, 'waiting', lang)} ${sayProblem(entry.problem, lang).what}` })
    case 'undone':
      return sayCli('stepUndone', lang)
    default:
      return null
  }
}

type Ending = ReturnType<typeof resultLine>

type PortalPart = Pick<ReturnType<typeof resultLine>['mailboxes'][number], 'portal' | 'receipt'> & {
  readonly differences?: readonly { readonly name: string; readonly expected: string; readonly found: string }[]
}

const portalLines = ({ portal, receipt, differences = [] }: PortalPart, lang: Lang): string[] => [
  portalWords[portal][lang],
  ...(receipt ? [sayCli('receipt', lang, { receipt })] : []),
  ...differences.map(({ name, expected, found }) => sayCli('differs', lang, { name: sayName(name, lang), expected, found })),
]

/** How a run ended, in one sentence. Where no mailbox was its business, nothing is said of mail. */
export const headlineOf = (plan: Plan, outcome: RunOutcome, lang: Lang): string =>
  outcome === 'done' && plan.mailboxes.length === 0 ? sayCli('doneLogin', lang) : outcomeWords[outcome][lang]

/** What can be done with a run from here, by its number. Of a rehearsal nothing is kept that another call could find. */
function wayLines(plan: Plan, entries: readonly WrittenEntry[], { outcome, problems }: Ending, lang: Lang): string[] {
  const { run } = plan
  if (plan.manner.vault === 'memory') return []
  const state = foldRun(entries)
  const ways = waysOn(plan, entries, problems)
  const undone = plan.steps.flatMap((step) => undoneAt(state, entries, step) ?? [])
  const undo = ways.undo ? [sayCli(ways.undone === 'cut' ? 'undoCut' : 'undoHint', lang, { run })] : []
  const again = ways.undone === 'whole' && outcome === 'unfinished'
  return [
    ...undone.slice(-1).map((at) => sayCli(ways.undone === 'whole' ? 'undoneAt' : 'undonePartlyAt', lang, { at })),
    sayCli('runNumber', lang, { run }),
    // What was begun is finished first: taking the run up again would rewrite what has just been put back.
    ...(ways.undone === 'none' ? [] : undo),
    ...(ways.anew ? [sayCli('runAnew', lang)] : []),
    ...(ways.resume ? [sayCli(again ? 'settingsAgain' : 'resume', lang, { run })] : []),
    ...(outcome === 'stopped' ? [] : [sayCli('showSecrets', lang, { run })]),
    ...(ways.undone === 'none' ? undo : []),
  ]
}

/** The end of a run in words: outcome, each mailbox's proof, what holds it up and what to do next. */
export function endText(
  { plan, entries }: Pick<RunEnd, 'plan' | 'entries'>,
  result: ReturnType<typeof resultLine>,
  find: (id: string) => Provider | null,
  lang: Lang,
): string {
  const { outcome } = result
  const apart = (login: KnownLogin): string => sayApart(login, plan.logins, (id) => find(id)?.name ?? null, lang)
  const mailboxes = result.mailboxes.flatMap((mailbox) => [
    sayCli('mailbox', lang, { address: mailbox.address }),
    ...portalLines(mailbox, lang),
    ...mailbox.probes.map((probe) =>
      probe.ok
        ? sayCli('probeOk', lang, { url: probe.url, user: probe.userName, ms: probe.ms })
        : sayCli('probeBad', lang, { url: probe.url, text: probe.problem?.text ?? '' }),
    ),
  ])
  const problems = result.problems.map((problem) => sayCli('stepFailed', lang, { text: problem.text }))
  const logins = result.logins
    .filter(({ login, provider }) => plan.logins.some((planned) => planned.login === login && planned.provider === provider))
    .flatMap((login) => [sayCli('mailbox', lang, { address: apart(login) }), ...portalLines(login, lang)])
  const help = providersOf(plan).flatMap((id) => find(id)?.help[0] ?? [])
  const callFor = outcome === 'unknown' || outcome === 'stopped'
  return [
    '',
    sayCli('result', lang),
    headlineOf(plan, outcome, lang),
    ...mailboxes,
    ...logins,
    ...problems,
    ...wayLines(plan, entries, result, lang),
    ...(callFor
      ? help.map(({ name, phone, hours }) => sayCli('help', lang, { name: name[lang], phone, hours: hours[lang] }))
      : []),
  ].join('\n')
}
