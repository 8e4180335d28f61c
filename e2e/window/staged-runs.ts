import type { Problem } from '../../shared/base/problem.ts'
import type { RunRow, RunView } from '../../shared/ipc/run-calls.ts'
import type { Entry, WrittenEntry } from '../../shared/journal/entry.ts'
import { foldRun } from '../../shared/journal/fold-run.ts'
import { runOutcome } from '../../shared/journal/run-outcome.ts'
import { accountOf, foundOf, planOf, profileOf, wishedOf } from '../../shared/plan/fixtures/wishes.ts'
import type { Plan } from '../../shared/plan/plan.ts'
import type { Step, StepKind } from '../../shared/plan/step.ts'
import { begun, done, failed, shownBy, written } from '../../shared/proof/fixtures/whole-run.ts'
import { findProvider } from '../../shared/provider/index.ts'
import { waysOn } from '../../shared/screen/ways-on.ts'
import { proofOf } from '../../electron/run/proof-of.ts'

const [taro, hanako] = ['taro@renshu.example', 'hanako@renshu.example']

/** Two mailboxes, one of them in Thunderbird, everything asked for. */
export const plan = planOf({
  mailboxes: [accountOf(taro), accountOf(hanako)].map(wishedOf),
  profiles: [profileOf('default', [foundOf(taro)])],
  roundTrip: true,
  proveOldDead: true,
})

/** The same where the password was changed by hand before: nothing of it can be undone but the mail program's settings. */
const changedAlready = planOf({
  mailboxes: [accountOf(taro)].map(wishedOf),
  profiles: [profileOf('default', [foundOf(taro)])],
  skipPortal: true,
})
/** One mailbox in two profiles of Thunderbird. */
const twoPrograms = planOf({
  mailboxes: [accountOf(taro)].map(wishedOf),
  profiles: ['default', 'default2'].map((name) => profileOf(name, [foundOf(taro)])),
})
const planFor = (name: string): Plan => {
  const first = journals[name]?.[0]
  return first?.kind === 'planned' ? first.plan : plan
}

const planned: Entry = { kind: 'planned', plan }
const through = (steps: readonly Step[]): Entry[] => steps.flatMap((step) => [...begun(step), done(step)])
const at = (kind: StepKind): number => plan.steps.findIndex((step) => step.kind === kind)
const stepAt = (kind: StepKind): Step => plan.steps[at(kind)]!
const upTo = (kind: StepKind): Entry[] => [planned, ...through(plan.steps.slice(0, at(kind)))]
const stopped = (why: 'finished' | 'resting' | 'person' | 'declined', problem: Problem | null = null): Entry => ({
  kind: 'stopped',
  why,
  problem,
})

const asked = (step: Step): Entry => ({
  kind: 'asked',
  step: step.id,
  question: 'close-thunderbird',
  facts: { client: 'thunderbird' },
})
const portalChanged: Problem = { code: 'portal-changed', again: 'after-person', facts: { control: '変更する', cause: null } }
const outcomeUnknown: Problem = { code: 'portal-outcome-unknown', again: 'later', facts: { login: 'taro' } }
const refused: Problem = { code: 'sign-in-refused', again: 'after-person', facts: { host: 'mail.renshu.example' } }
const running: Problem = { code: 'client-running', again: 'after-person', facts: { client: 'thunderbird' } }
const rewritesOf = (of: Plan): readonly Step[] => of.steps.filter(({ kind }) => kind === 'rewrite-client')
const allOf = (of: Plan): Entry[] => [{ kind: 'planned', plan: of }, ...through(of.steps), stopped('finished')]
const unknown = {
  ...shownBy(stepAt('change-portal')),
  probes: [],
  portal: { ...shownBy(stepAt('change-portal')).portal!, outcome: 'unknown' as const },
}
const withoutCommit = (entries: readonly Entry[]): Entry[] =>
  entries.filter((entry) => entry.kind !== 'intended' || entry.act.kind !== 'commit')

/** Journals as they stand in each state the screens have to show. */
export const journals: Readonly<Record<string, readonly WrittenEntry[]>> = {
  begun: written([planned]),
  'at-portal': written([...upTo('change-portal'), ...withoutCommit(begun(stepAt('change-portal')))]),
  sent: written([...upTo('change-portal'), ...begun(stepAt('change-portal'))]),
  'at-rewrite': written([...upTo('rewrite-client'), ...begun(stepAt('rewrite-client'))]),
  'at-the-end': written([planned, ...through(plan.steps.slice(0, -1)), ...begun(plan.steps.at(-1)!)]),
  asking: written([...upTo('rewrite-client'), ...begun(stepAt('rewrite-client')), asked(stepAt('rewrite-client'))]),
  'settings-touched': written([
    { kind: 'planned', plan: changedAlready },
    ...through(
      changedAlready.steps.slice(
        0,
        changedAlready.steps.findIndex(({ kind }) => kind === 'prove-client'),
      ),
    ),
  ]),
  half: written([
    ...upTo('prove-client'),
    { kind: 'undone', step: stepAt('rewrite-client').id },
    failed(stepAt('prove-client'), refused),
    { kind: 'looked', step: stepAt('round-trip').id, verdict: 'cannot-tell', problem: null, evidence: null },
  ]),
  stopped: written([
    ...upTo('change-portal'),
    ...withoutCommit(begun(stepAt('change-portal'))),
    failed(stepAt('change-portal'), portalChanged),
    stopped('resting', portalChanged),
  ]),
  unknown: written([
    ...upTo('change-portal'),
    ...begun(stepAt('change-portal')),
    failed(stepAt('change-portal'), outcomeUnknown, unknown),
    stopped('resting', outcomeUnknown),
  ]),
  unfinished: written([
    ...upTo('prove-client'),
    ...begun(stepAt('prove-client')),
    failed(stepAt('prove-client'), refused),
    stopped('resting', refused),
  ]),
  done: written([planned, ...through(plan.steps), stopped('finished')]),
  undone: written([
    planned,
    ...through(plan.steps),
    stopped('finished'),
    { kind: 'undone', step: stepAt('rewrite-client').id },
    stopped('person'),
  ]),
  // Killed while the files were put back; refused by the second of two mail programs; killed while they were rewritten.
  'undo-cut': written([
    ...allOf(plan),
    { kind: 'intended', step: stepAt('rewrite-client').id, act: { kind: 'undo', from: 'copy' } },
  ]),
  'undo-partly': written([
    ...allOf(twoPrograms),
    { kind: 'undone', step: rewritesOf(twoPrograms)[1]!.id },
    stopped('declined', running),
  ]),
  'rewrite-cut': written([
    ...upTo('rewrite-client'),
    ...begun(stepAt('rewrite-client')),
    { kind: 'intended', step: stepAt('rewrite-client').id, act: { kind: 'rewrite', from: 'copy', files: [] } },
  ]),
}

/** One of them as the list of runs has it. */
export function rowOf(name: string, over: Partial<RunRow> = {}): RunRow {
  const state = foldRun(journals[name]!)
  const plan = planFor(name)
  const ways = waysOn(plan, journals[name]!)
  return {
    run: plan.run,
    createdAt: plan.createdAt,
    outcome: runOutcome(plan, state),
    busy: false,
    open: ways.resume,
    undo: ways.undone,
    practice: false,
    addresses: plan.mailboxes.map(({ account }) => account.address),
    providers: ['practice'],
    problem: null,
    ...over,
  }
}

/** One of them as `readRun` answers. */
export const viewOf = (name: string): RunView => ({
  plan: planFor(name),
  entries: [...journals[name]!],
  row: rowOf(name),
  proof: proofOf('0.1.0', findProvider, planFor(name), journals[name]!, [], 'ab'.repeat(32)),
})
