import type { Problem } from '../base/problem.ts'
import type { Realm } from '../base/secret.ts'
import type { WrittenEntry } from '../journal/entry.ts'
import { foldRun, mayHaveWritten, type RunState, type StepState, stepState, undoBegun } from '../journal/fold-run.ts'
import { undoStandingOf } from '../journal/undo-standing.ts'
import { everyLaneDone, openProblems, portalOutcomeOf, runOutcome } from '../journal/run-outcome.ts'
import { endpointUrl } from '../mail/endpoint.ts'
import type { Evidence } from '../plan/evidence.ts'
import { checklistFor } from '../plan/checklist.ts'
import { type Plan, providersOf } from '../plan/plan.ts'
import { changesPassword, type Step, type StepKind } from '../plan/step.ts'
import type { ProbeReport } from '../probe/probe.ts'
import { loginNotProved, nextThings, notProved } from './not-proved.ts'
import type { Proof, ProofLogin, ProofMailbox, ProofProbe, ProofProgram } from './proof.ts'

/** What a proof says about the provider and the program, beyond the journal. */
export interface ProofFrame {
  readonly program: string
  readonly practice: boolean
  /** The name of a provider by its id. */
  readonly nameOf: (provider: string) => Proof['providers'][number]['name']
  readonly notices: Proof['notices']
  readonly help: Proof['help']
  readonly programVersions: Readonly<Record<string, string | null>>
  readonly journalHash: string | null
}

interface Ending {
  readonly at: string
  readonly evidence: Evidence
}

/** The newest ending of a step that carries evidence, with its time. */
function endingOf(entries: readonly WrittenEntry[], step: Step): Ending | null {
  for (const entry of entries.toReversed()) {
    if (!('step' in entry) || entry.step !== step.id) continue
    if ((entry.kind === 'done' || entry.kind === 'failed' || entry.kind === 'looked') && entry.evidence)
      return { at: entry.at, evidence: entry.evidence }
  }
  return null
}

const toProbe = (report: ProbeReport, at: string, from: ProofProbe['from']): ProofProbe => ({
  service: report.endpoint.protocol === 'smtp' ? 'outgoing' : 'incoming',
  door: endpointUrl(report.endpoint),
  userName: report.userName,
  ok: report.ok,
  problem: report.problem,
  at,
  from,
})

const stepOf = (plan: Plan, lane: string, kind: StepKind): Step | undefined =>
  plan.steps.find((step) => step.lane === lane && step.kind === kind)

function probesOf(plan: Plan, entries: readonly WrittenEntry[], lane: string): ProofProbe[] {
  const step = stepOf(plan, lane, 'probe-servers')
  const ending = step ? endingOf(entries, step) : null
  return ending?.evidence.probes?.map((report) => toProbe(report, ending.at, 'plan')) ?? []
}

/** How the files stand where the rewrite is not seen done. */
function filesOf(rewrite: StepState): Pick<ProofProgram, 'files'> {
  if (rewrite.at === 'undone') return { files: 'put-back' }
  if (undoBegun(rewrite)) return { files: 'undo-cut' }
  return rewrite.at !== 'done' && mayHaveWritten(rewrite) ? { files: 'rewrite-cut' } : {}
}

function programsOf(
  plan: Plan,
  run: RunState,
  entries: readonly WrittenEntry[],
  lane: string,
  frame: ProofFrame,
): ProofProgram[] {
  return plan.steps.flatMap((step): ProofProgram[] => {
    if (step.lane !== lane || step.kind !== 'rewrite-client') return []
    const proved = plan.steps.find(
      (other) => other.kind === 'prove-client' && other.lane === lane && other.input.edit.folder === step.input.edit.folder,
    )
    const disk = proved ? endingOf(entries, proved) : null
    const rewritten = stepState(run, step.id)
    const problem = rewritten.problem ?? (proved ? stepState(run, proved.id).problem : null)
    return [
      {
        client: step.input.edit.client,
        profile: step.input.profile,
        programVersion: frame.programVersions[step.input.edit.folder] ?? null,
        changed: rewritten.at === 'done' ? [...(rewritten.evidence?.rewrite?.changed ?? [])] : [],
        fromDisk: rewritten.at === 'done' ? (disk?.evidence.probes?.map((report) => toProbe(report, disk.at, 'disk')) ?? []) : [],
        problem,
        ...filesOf(rewritten),
      },
    ]
  })
}

function portalPart(plan: Plan, run: RunState, entries: readonly WrittenEntry[], lane: string) {
  const step = plan.steps.find((candidate) => candidate.lane === lane && changesPassword(candidate))
  const ending = step ? endingOf(entries, step) : null
  const portal = portalOutcomeOf(plan, run, lane)
  return {
    portal,
    receipt: ending?.evidence.portal?.receipt ?? null,
    changedAt: portal === 'changed' ? (ending?.at ?? null) : null,
    differences: [...(ending?.evidence.portal?.differences ?? [])],
  }
}

function oldPasswordOf(plan: Plan, run: RunState, entries: readonly WrittenEntry[], lane: string): ProofMailbox['oldPassword'] {
  const step = stepOf(plan, lane, 'prove-old-dead')
  const ending = step ? endingOf(entries, step) : null
  if (!step || !ending) return null
  const state = stepState(run, step.id)
  const works = state.problem?.code === 'old-password-still-works'
  return { outcome: state.at === 'done' ? 'refused' : works ? 'still-works' : 'unclear', problem: state.problem, at: ending.at }
}

function roundTripOf(plan: Plan, run: RunState, entries: readonly WrittenEntry[], lane: string): ProofMailbox['roundTrip'] {
  const step = stepOf(plan, lane, 'round-trip')
  const last = step
    ? entries.findLast((entry) => 'step' in entry && entry.step === step.id && (entry.kind === 'done' || entry.kind === 'failed'))
    : undefined
  if (!step || !last) return null
  const state = stepState(run, step.id)
  return { ok: state.at === 'done', problem: state.problem, at: last.at }
}

type Holder = NonNullable<ProofMailbox['holder']>

const holderOf = ({ account }: Plan['mailboxes'][number]): Holder => ({
  customerName: account.customerName,
  memberNumber: account.memberNumber,
})

/** Whose the whole run is; null where its mailboxes are not one household's. Of a login no plan knows the household. */
function sharedHolder({ mailboxes, logins }: Plan): Holder | null {
  const [first, ...others] = mailboxes.map(holderOf)
  if (!first || logins.length > 0) return null
  const alike = ({ customerName, memberNumber }: Holder): boolean =>
    customerName === first.customerName && memberNumber === first.memberNumber
  return others.every(alike) ? first : null
}

/** What a mailbox says by itself of whose it is. */
function ownHolder(plan: Plan, mailbox: Plan['mailboxes'][number]): Pick<ProofMailbox, 'holder'> {
  const holder = holderOf(mailbox)
  const known = holder.customerName !== null || holder.memberNumber !== null
  return known && sharedHolder(plan) === null ? { holder } : {}
}

function mailboxOf(
  plan: Plan,
  run: RunState,
  entries: readonly WrittenEntry[],
  mailbox: Plan['mailboxes'][number],
  frame: ProofFrame,
): ProofMailbox {
  const { address: lane, userName } = mailbox.account
  return {
    address: lane,
    ...ownHolder(plan, mailbox),
    userName,
    ...portalPart(plan, run, entries, lane),
    probes: probesOf(plan, entries, lane),
    programs: programsOf(plan, run, entries, lane, frame),
    roundTrip: roundTripOf(plan, run, entries, lane),
    oldPassword: oldPasswordOf(plan, run, entries, lane),
  }
}

function loginsOf(plan: Plan, run: RunState, entries: readonly WrittenEntry[]): ProofLogin[] {
  return plan.logins.map(({ lane, login, provider, realms }) => ({
    login,
    provider,
    realms: [...realms],
    ...portalPart(plan, run, entries, lane),
  }))
}

/** What the changed passwords open: decides what else has to be told. */
const changedRealms = (plan: Plan, mailboxes: readonly ProofMailbox[], logins: readonly ProofLogin[]): Realm[] => [
  ...plan.mailboxes.flatMap(({ account }, at) =>
    ['changed', 'skipped'].includes(mailboxes[at]!.portal) ? account.password.realms : [],
  ),
  ...logins.flatMap(({ portal, realms }) => (portal === 'changed' ? realms : [])),
]

function notProvedBy(mailboxes: readonly ProofMailbox[], logins: readonly ProofLogin[], outcome: Proof['outcome']) {
  const devices = { what: 'phones-and-other-pcs' as const, address: null }
  const program = { what: 'mail-program-not-opened' as const, address: null }
  return [
    ...mailboxes.flatMap((mailbox) => notProved(mailbox, outcome)),
    ...logins.flatMap((login) => loginNotProved(login, outcome)),
    ...(mailboxes.length > 0 ? [program] : []),
    devices,
  ]
}

/**
 * Plan + entries → the proof, fit to print: only what was seen, and by name what was not. Anyone may make it again from the same journal
 * and get the same.
 */
export function makeProof(plan: Plan, entries: readonly WrittenEntry[], frame: ProofFrame): Proof {
  const run = foldRun(entries)
  const mailboxes = plan.mailboxes.map((mailbox) => mailboxOf(plan, run, entries, mailbox, frame))
  const logins = loginsOf(plan, run, entries)
  const outcome = runOutcome(plan, run)
  const problems: readonly Problem[] = openProblems(plan, run)
  // A paper that was left out takes nothing from what the others' mailboxes have come to.
  const reached = everyLaneDone(plan, run) ? 'done' : outcome
  const undo = undoStandingOf(plan, run)
  return {
    version: 1,
    run: plan.run,
    outcome,
    ...(undo === 'none' ? {} : { undo }),
    startedAt: entries[0]?.at ?? plan.createdAt,
    finishedAt: entries.findLast(({ kind }) => kind !== 'revealed')?.at ?? plan.createdAt,
    programVersion: frame.program,
    practice: frame.practice,
    providers: providersOf(plan).map((id) => ({ id, name: frame.nameOf(id) })),
    customerName: sharedHolder(plan)?.customerName ?? null,
    memberNumber: sharedHolder(plan)?.memberNumber ?? null,
    mailboxes,
    logins,
    untouched: [...plan.untouched],
    problems: [...problems],
    notProved: notProvedBy(mailboxes, logins, reached),
    next: nextThings({
      mailboxes,
      logins,
      outcome: reached,
      undo,
      others: checklistFor(changedRealms(plan, mailboxes, logins), plan.byHand),
    }),
    notices: [...frame.notices],
    help: [...frame.help],
    journalHash: frame.journalHash,
  }
}
