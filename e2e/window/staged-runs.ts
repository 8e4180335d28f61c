import type { Problem } from '../../shared/base/problem.ts'
import type { RunRow, RunView } from '../../shared/ipc/run-calls.ts'
import type { Entry, WrittenEntry } from '../../shared/journal/entry.ts'
import { foldRun } from '../../shared/journal/fold-run.ts'
import { everyLaneDone, runOutcome } from '../../shared/journal/run-outcome.ts'
import { accountOf, foundOf, planOf, profileOf, wishedOf } from '../../shared/plan/fixtures/wishes.ts'
import type { Step, StepKind } from '../../shared/plan/step.ts'
import { begun, done, failed, shownBy, written } from '../../shared/proof/fixtures/whole-run.ts'
import { findProvider } from '../../shared/provider/index.ts'
import { proofOf } from '../../electron/run/proof-of.ts'

const [taro, hanako] = ['taro@renshu.example', 'hanako@renshu.example']

/** Two mailboxes, one of them in Thunderbird, everything asked for. */
export const plan = planOf({
  mailboxes: [accountOf(taro), accountOf(hanako)].map(wishedOf),
  profiles: [profileOf('default', [foundOf(taro)])],
  roundTrip: true,
  proveOldDead: true,
})

const planned: Entry = { kind: 'planned', plan }
const through = (steps: readonly Step[]): Entry[] => steps.flatMap((step) => [...begun(step), done(step)])
const at = (kind: StepKind): number => plan.steps.findIndex((step) => step.kind === kind)
const stepAt = (kind: StepKind): Step => plan.steps[at(kind)]!
const upTo = (kind: StepKind): Entry[] => [planned, ...through(plan.steps.slice(0, at(kind)))]
const stopped = (why: 'finished' | 'resting' | 'person', problem: Problem | null = null): Entry => ({
  kind: 'stopped',
  why,
  problem,
})

const portalChanged: Problem = { code: 'portal-changed', again: 'after-person', facts: { control: '変更する', cause: null } }
const outcomeUnknown: Problem = { code: 'portal-outcome-unknown', again: 'later', facts: { login: 'taro' } }
const refused: Problem = { code: 'sign-in-refused', again: 'after-person', facts: { host: 'mail.renshu.example' } }
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
}

/** One of them as the list of runs has it. */
export function rowOf(name: string, over: Partial<RunRow> = {}): RunRow {
  const state = foldRun(journals[name]!)
  return {
    run: plan.run,
    createdAt: plan.createdAt,
    outcome: runOutcome(plan, state),
    busy: false,
    open: !everyLaneDone(plan, state),
    addresses: [taro, hanako],
    providers: ['practice'],
    problem: null,
    ...over,
  }
}

/** One of them as `readRun` answers. */
export const viewOf = (name: string): RunView => ({
  plan,
  entries: [...journals[name]!],
  row: rowOf(name),
  proof: proofOf('0.1.0', findProvider, plan, journals[name]!, [], 'ab'.repeat(32)),
})
