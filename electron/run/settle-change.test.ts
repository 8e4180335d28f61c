import { describe, expect, test } from 'vitest'
import type { SecretRef } from '../../shared/base/secret.ts'
import type { DoorAnswer } from '../../shared/plan/judge-change.ts'
import type { LiveDoor } from './live-door.ts'
import type { StepContext } from './performer.ts'
import { settleChange, type Settling } from './settle-change.ts'

const current: SecretRef = { run: 'r', for: 'taro', realms: ['mail'], which: 'old' }
const next: SecretRef = { ...current, which: 'new' }

/** A door that gives these answers in turn; `asked` tells with which password each was asked for. */
function door(...answers: readonly DoorAnswer[]) {
  const asked: string[] = []
  const left = [...answers]
  const ask: LiveDoor['ask'] = async ({ which }) => {
    asked.push(which)
    const answer = left.shift()
    if (!answer) throw new Error('asked once too often')
    return { answer, problem: null, signIns: [], probes: [] }
  }
  return { asked, live: { rest: 1, ask } }
}

async function settled(doors: readonly ReturnType<typeof door>[], over: Partial<Settling> = {}, stop = new AbortController()) {
  const reported: string[] = []
  const context = { stop: stop.signal, report: (what: string) => reported.push(what) } as unknown as StepContext
  const settling = {
    doors: doors.map(({ live }) => live),
    current,
    next,
    refused: false,
    effectSeconds: 0,
    now: Date.now,
    ...over,
  }
  const { outcome } = await settleChange(settling, context)
  return { outcome, asked: doors.map(({ asked }) => asked.join(' ')), reported }
}

describe('settleChange', () => {
  test('the new password accepted: changed, and the old one is never shown', async () => {
    expect(await settled([door('accepted')])).toMatchObject({ outcome: 'changed', asked: ['new'] })
  })
  test('the new refused, the old accepted: unchanged when its time is over, at once where the site refused in words', async () => {
    expect(await settled([door('refused', 'accepted')])).toMatchObject({ outcome: 'unchanged', asked: ['new old'] })
    const told = await settled([door('refused', 'accepted')], { refused: true, effectSeconds: 300 })
    expect(told).toMatchObject({ outcome: 'unchanged', asked: ['new old'], reported: ['settling'] })
  })
  test('late: looked at with the old one, then the new one once, and the person is told of the wait', async () => {
    const late = await settled([door('refused', 'accepted', 'accepted', 'refused', 'accepted')], { effectSeconds: 30 })
    expect(late).toMatchObject({ outcome: 'changed', asked: ['new old old old new'] })
    expect(late.reported).toContain('waiting-for-effect')
  })
  test('in force between two sign-ins: the new one once more, but only where a change takes minutes', async () => {
    const between = await settled([door('refused', 'refused', 'accepted')], { effectSeconds: 300 })
    expect(between).toMatchObject({ outcome: 'changed', asked: ['new old new'] })
    expect(await settled([door('refused', 'refused')], { effectSeconds: 10 })).toMatchObject({ outcome: 'unknown' })
    expect(await settled([door('refused', 'refused')], { effectSeconds: 300, refused: true })).toMatchObject({
      outcome: 'unknown',
    })
  })
  test('a door that tells nothing hands on to the next; one that refused does not', async () => {
    expect(await settled([door('untold'), door('accepted')])).toMatchObject({ outcome: 'changed', asked: ['new', 'new'] })
    expect(await settled([door('untold'), door('untold')])).toMatchObject({ outcome: 'unknown' })
    expect(await settled([door('refused', 'untold'), door('accepted')])).toMatchObject({
      outcome: 'unknown',
      asked: ['new old', ''],
    })
    expect(await settled([])).toMatchObject({ outcome: 'unknown' })
  })
  test('a wish to stop ends the wait at once, and nothing is claimed', async () => {
    const stop = new AbortController()
    const waiting = door('refused', 'accepted')
    const slow = { ...waiting, live: { rest: 60_000, ask: waiting.live.ask } }
    const ending = settled([slow], { effectSeconds: 300 }, stop)
    setImmediate(() => stop.abort())
    expect(await ending).toMatchObject({ outcome: 'unknown', asked: ['new old'] })
  })
})
