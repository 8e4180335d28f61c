import { describe, expect, test } from 'vitest'
import type { DoubtView, SheetView } from '../../shared/ipc/sheet-calls.ts'
import { draftLeft, leftBehind, losesWork, mayLeave, readyForPlan, replaced, stopOf } from './flow.ts'

const sheet = (id: string, more: Partial<SheetView> = {}): SheetView => ({
  sheet: id,
  file: `${id}.txt`,
  provider: 'practice',
  why: null,
  customerName: null,
  memberNumber: null,
  fields: [],
  doubts: [],
  addresses: ['taro@renshu.example'],
  problem: null,
  mayGoBack: false,
  ...more,
})
const doubt: DoubtView = {
  field: 'mailboxes[0].password',
  term: 'パスワード',
  reason: 'look-alike',
  secret: true,
  candidates: [],
  mayLeaveOut: false,
}

describe('a plan is made', () => {
  test('of sheets without doubts, problems and strangers', () => {
    expect(readyForPlan([sheet('sheet-00000001'), sheet('sheet-00000002')])).toBe(true)
  })
  test.each([
    ['no sheet', []],
    ['an unanswered doubt', [sheet('sheet-00000001'), sheet('sheet-00000002', { doubts: [doubt] })]],
    ['an unknown provider', [sheet('sheet-00000001', { provider: null })]],
    ['a problem', [sheet('sheet-00000001', { problem: { code: 'sheet-empty', again: 'never', facts: {} } })]],
  ])('not with %s', (_name, sheets) => {
    expect(readyForPlan(sheets)).toBe(false)
  })
})

test('a sheet that was settled takes the place of its former self; one that was put away stays away', () => {
  const [one, two] = [sheet('sheet-00000001'), sheet('sheet-00000002')]
  const settled = sheet('sheet-00000001', { memberNumber: '9900001' })
  expect(replaced([one, two], settled)).toEqual([settled, two])
  expect(replaced([two], settled)).toEqual([two])
})

test('the links of the frame stay away while a run is under way', () => {
  expect(mayLeave({ at: 'run', task: { how: 'watch', run: '20261120-061503-k3f9' as never } })).toBe(false)
  expect(mayLeave({ at: 'history' })).toBe(true)
  expect(stopOf({ at: 'history' })).toBeNull()
  expect(stopOf({ at: 'plan', sheets: [] })).toBe('plan')
})

test('leaving is asked about where something would have to be done again', () => {
  const at = (...sheets: SheetView[]) => losesWork({ at: 'sheets', sheets, unread: [] })
  expect(at(sheet('sheet-00000001', { file: '会員証.txt' }))).toBe(false)
  expect(at(sheet('sheet-00000001', { file: '会員証.txt' }), sheet('sheet-00000002', { mayGoBack: true }))).toBe(true)
  expect(at(sheet('sheet-00000001', { file: 'sheet-00000001.txt' }))).toBe(true)
  expect(losesWork({ at: 'plan', sheets: [] })).toBe(true)
  expect(losesWork({ at: 'start' })).toBe(false)
})

test('papers are left behind when the person goes elsewhere, not on the way to the plan and back', () => {
  const sheets = [sheet('sheet-00000001'), sheet('sheet-00000002')]
  const there = { at: 'sheets', sheets, unread: [] } as const
  expect(leftBehind(there, { at: 'plan', sheets })).toEqual([])
  expect(leftBehind(there, { at: 'start' })).toEqual(['sheet-00000001', 'sheet-00000002'])
  expect(leftBehind({ at: 'plan', sheets }, { ...there, sheets: [sheets[1]!] })).toEqual(['sheet-00000001'])
  expect(leftBehind({ at: 'history' }, there)).toEqual([])
})

test('a plan that never came to be carried out is left behind with its screen', () => {
  const there = { at: 'run', task: { how: 'start', draft: { draft: 'draft-00000001' } as never } } as const
  expect(draftLeft(there, { at: 'start' })).toBe('draft-00000001')
  expect(draftLeft(there, there)).toBeNull()
  expect(draftLeft({ at: 'history' }, { at: 'start' })).toBeNull()
})
