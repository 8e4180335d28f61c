import { expect, test } from 'vitest'
import { planOf } from '../plan/fixtures/wishes.ts'
import { begun, done, written } from '../proof/fixtures/whole-run.ts'
import { foldRun } from './fold-run.ts'
import { nextMove } from './next-move.ts'
import { runOutcome } from './run-outcome.ts'

test('that passwords were shown changes nothing about how a run stands, at any point of it', () => {
  const plan = planOf()
  const entries = written([
    { kind: 'planned', plan },
    ...plan.steps.flatMap((step) => [...begun(step), done(step)]),
    { kind: 'stopped', why: 'finished', problem: null },
  ])
  const revealed = { kind: 'revealed', what: 'passwords', at: entries[0]!.at, seq: 0 } as const
  for (let at = 1; at <= entries.length; at += 1) {
    const plain = foldRun(entries.slice(0, at))
    const looked = foldRun([...entries.slice(0, at), revealed])
    expect(looked).toEqual(plain)
    expect(nextMove(plan, looked)).toEqual(nextMove(plan, plain))
    expect(runOutcome(plan, looked)).toBe(runOutcome(plan, plain))
  }
})
