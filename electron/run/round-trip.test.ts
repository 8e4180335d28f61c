import { expect, test } from 'vitest'
import { runId, stepId } from '../../shared/base/ids.ts'
import { fail, ok } from '../../shared/base/result.ts'
import { Secret, type SecretRef } from '../../shared/base/secret.ts'
import type { Act } from '../../shared/journal/entry.ts'
import type { Endpoint } from '../../shared/mail/endpoint.ts'
import type { DoorTry } from '../../shared/probe/probe.ts'
import type { StepContext } from './performer.ts'
import { roundTripMessage } from './round-trip.ts'

const run = runId.parse('20261120-061503-k3f9')
const password: SecretRef = { run, for: 'taro@example.jp', realms: ['mail'], which: 'new' }
const incoming: Endpoint = { protocol: 'pop3', host: 'pop.example.jp', port: 995, security: 'tls' }
const outgoing: Endpoint = { protocol: 'smtp', host: 'smtp.example.jp', port: 587, security: 'starttls' }
const step = {
  id: stepId.parse('round-trip:taro@example.jp'),
  lane: 'taro@example.jp',
  undo: 'none',
  kind: 'round-trip',
  input: { address: 'taro@example.jp', incoming, outgoing, userName: 'taro', password },
} as const

/** What the step books where the message went like this. */
async function booked(signIns: readonly DoorTry[]) {
  const noted: Act[] = []
  let written = ''
  const problem = signIns.find((tried) => !tried.ok)?.problem ?? null
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
  const performer = roundTripMessage({
    probe: () => Promise.reject(new Error('a message is sent, no probe')),
    vault: { kind: 'memory', get: async () => ok(new Secret('x')), put: async () => ok(), drop: async () => ok() },
    ca: undefined,
    limit: { most: 2, hours: 1 },
    spent: async () => [],
    seen: [],
    now: () => 0,
    roundTrip: async ({ words }) => {
      written = `${words?.subject}\n${words?.body}`
      return { ok: problem === null, problem, tag: 'mm-1', ms: 1, signIns }
    },
  })
  const end = await performer.perform(step, context)
  const again = end.ok ? null : end.problem.again
  return {
    written,
    noted: noted.length,
    again,
    booked: end.evidence?.signIns?.map(({ host, outcome }) => `${host.split('.')[0]} ${outcome}`),
  }
}

const accepted = (endpoint: Endpoint): DoorTry => ({ endpoint, ok: true, problem: null, sent: true })
const ended = (endpoint: Endpoint, code: 'sign-in-refused' | 'account-blocked' | 'dropped', sent = true): DoorTry => ({
  endpoint,
  ok: false,
  problem: fail(code, code === 'dropped' ? 'now' : 'after-person').problem,
  sent,
})

test.each<readonly [string, readonly DoorTry[], readonly string[]]>([
  ['both took it', [accepted(outgoing), accepted(incoming)], ['pop accepted', 'smtp accepted']],
  ['the sending server refused it', [ended(outgoing, 'sign-in-refused')], ['pop other', 'smtp refused']],
  ['the receiving one refused it', [accepted(outgoing), ended(incoming, 'sign-in-refused')], ['pop refused', 'smtp accepted']],
  ['it is blocked', [ended(outgoing, 'account-blocked')], ['pop other', 'smtp refused']],
  ['it went unanswered', [accepted(outgoing), ended(incoming, 'dropped')], ['pop unanswered', 'smtp accepted']],
  ['it never left', [ended(outgoing, 'dropped', false)], ['pop other', 'smtp other']],
  [
    'it took two looks',
    [accepted(outgoing), accepted(incoming), accepted(incoming)],
    ['pop accepted', 'pop accepted', 'smtp accepted'],
  ],
])('%s: each door is booked with what happened at it', async (_name, signIns, expected) => {
  expect(await booked(signIns)).toMatchObject({ noted: 2, booked: expected })
})

test('where a password has left, no further message is sent by itself', async () => {
  expect((await booked([accepted(outgoing), ended(incoming, 'dropped')])).again).toBe('later')
  expect((await booked([ended(outgoing, 'dropped', false)])).again).toBe('now')
})

test('the message says in Japanese and in English what it is for', async () => {
  const { written } = await booked([])
  for (const words of ['送受信の確認', 'Send and receive check', 'ご自分のアドレスから送った', 'sent from your own address'])
    expect(written).toContain(words)
})
