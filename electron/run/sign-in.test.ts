import { expect, test } from 'vitest'
import { runId, stepId } from '../../shared/base/ids.ts'
import { fail, ok } from '../../shared/base/result.ts'
import { Secret, type SecretRef, type Vault } from '../../shared/base/secret.ts'
import type { Act } from '../../shared/journal/entry.ts'
import type { SpentSignIn } from '../../shared/journal/attempts.ts'
import { type Endpoint, parseEndpoint } from '../../shared/mail/endpoint.ts'
import type { ProbeOrder, ProbeReport } from '../../shared/probe/probe.ts'
import type { StepContext } from './performer.ts'
import { signInSideBySide } from './probe-servers.ts'
import { roundTripMessage } from './round-trip.ts'
import type { SignInNeeds } from './sign-in.ts'

const door = (url: string): Endpoint => {
  const read = parseEndpoint(url)
  if (!read.ok) throw new Error(url)
  return read.value
}
const run = runId.parse('20261120-061503-k3f9')
const password: SecretRef = { run, for: 'taro@example.jp', realms: ['mail'], which: 'new' }
const doors = { incoming: door('pop3s://mail.example.jp'), outgoing: door('smtp://mail.example.jp'), userName: 'taro', password }

/** A store that answers one question after the other, as the system's does. */
function slowVault(): Vault {
  let last: Promise<unknown> = Promise.resolve()
  const get = (): ReturnType<Vault['get']> => {
    const turn = last.then(() => new Promise((resolve) => setImmediate(() => setImmediate(resolve))))
    last = turn
    return turn.then(() => ok(new Secret('Neu-12345')))
  }
  return { kind: 'memory', get, put: async () => ok(), drop: async () => ok() }
}

/** A door that endures three refusals and has seen `refused` of them; `answer` decides each sign-in. */
function needsWith(refused: number, answer: (order: ProbeOrder) => boolean) {
  const noted: Act[] = []
  const seen: SignInNeeds['seen'] = []
  const past = Array.from({ length: refused }, (): SpentSignIn => ({
    host: 'mail.example.jp',
    user: 'taro',
    which: 'old',
    outcome: 'refused',
    at: 0,
  }))
  const underWay = (): SpentSignIn[] =>
    noted.flatMap((act) => (act.kind === 'sign-in' ? [{ ...act.signIn, outcome: 'unanswered' as const, at: 0 }] : []))
  let atOnce = 0
  let most = 0
  const needs: SignInNeeds = {
    vault: slowVault(),
    ca: undefined,
    limit: { most: 3, hours: 24 },
    now: () => 1,
    seen,
    spent: async () => [...past, ...underWay().slice(seen.length), ...seen.map((one): SpentSignIn => ({ ...one, at: 0 }))],
    probe: async (order): Promise<ProbeReport> => {
      atOnce += 1
      most = Math.max(most, atOnce)
      for (let turn = 0; turn < 10; turn += 1) await new Promise((resolve) => setImmediate(resolve))
      atOnce -= 1
      const taken = answer(order)
      const problem = taken ? null : fail('sign-in-refused', 'after-person').problem
      return { endpoint: order.endpoint, userName: order.userName, ok: taken, problem, ms: 1, sent: true, mechanism: 'PLAIN' }
    },
  }
  const context: StepContext = {
    run,
    folder: '/nowhere',
    stop: new AbortController().signal,
    ask: async () => null,
    note: async (act) => (noted.push(act), ok()),
    report: () => undefined,
    state: { at: 'intended', verdict: null, problem: null, evidence: null, tries: 1, acts: [] },
    runState: { plan: null, steps: new Map(), rested: new Set(), stopped: null },
  }
  return { needs, context, noted, mostAtOnce: () => most }
}

test.each([
  [0, 2],
  [1, 2],
  [2, 1],
])('after %i refusals both doors are still signed in at, %i at a time', async (refused, atOnce) => {
  const { needs, context, mostAtOnce } = needsWith(refused, () => true)
  const results = await signInSideBySide(needs, context, doors)
  expect(results.map(({ report }) => report.ok)).toEqual([true, true])
  expect(mostAtOnce()).toBe(atOnce)
})

test('a refusal at the last try that is left ends it: the other door is not asked', async () => {
  const { needs, context, noted } = needsWith(2, () => false)
  const results = await signInSideBySide(needs, context, doors)
  expect(results.map(({ report }) => report.problem?.code)).toEqual(['sign-in-refused'])
  expect(noted).toHaveLength(1)
})

test('nothing is sent once the limit is reached', async () => {
  const { needs, context, noted } = needsWith(3, () => true)
  const results = await signInSideBySide(needs, context, doors)
  expect(results.map(({ report }) => [report.problem?.code, report.sent])).toEqual([
    ['attempts-spent', false],
    ['attempts-spent', false],
  ])
  expect(noted).toEqual([])
})

test.each([
  [2, { ok: true }, 2],
  [3, { ok: false, problem: { code: 'attempts-spent' } }, 0],
])('a message to oneself after %i refusals', async (refused, expected, notes) => {
  const { needs, context, noted } = needsWith(refused, () => true)
  const roundTrip = roundTripMessage({
    ...needs,
    roundTrip: async () => ({ ok: true, problem: null, tag: 't', ms: 1, signIns: [] }),
  })
  const step = {
    id: stepId.parse('round-trip:taro@example.jp'),
    lane: 'taro@example.jp',
    undo: 'none',
    kind: 'round-trip',
    input: { address: 'taro@example.jp', ...doors },
  } as const
  expect(await roundTrip.perform(step, context)).toMatchObject(expected)
  expect(noted).toHaveLength(notes)
})
