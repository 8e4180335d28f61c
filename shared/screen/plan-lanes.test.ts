import { describe, expect, test } from 'vitest'
import { accountOf, planOf, wishedOf } from '../plan/fixtures/wishes.ts'
import { pressesOf } from '../plan/presses-of.ts'
import type { Plan } from '../plan/plan.ts'
import { practice } from '../provider/practice/facts.ts'
import { changesForGood, lanesOfDraft } from './plan-lanes.ts'

const draftOf = (plan: Plan) => ({ plan, presses: [...pressesOf(plan, () => practice)] })
const two = ['taro@renshu.example', 'hanako@renshu.example'].map((address) => wishedOf(accountOf(address)))

describe('a plan as the window shows it', () => {
  const lanes = lanesOfDraft(draftOf(planOf({ mailboxes: two })))
  test('has each mailbox once, in the plan’s order', () => {
    expect(lanes.map(({ address }) => address)).toEqual(['taro@renshu.example', 'hanako@renshu.example'])
  })
  test('says who signs in where, what is pressed, and which press cannot be taken back', () => {
    const { site } = lanes[0]!
    expect(site).toMatchObject({ how: 'recipe', login: 'taro', owner: 'taro@renshu.example' })
    expect(site.presses.filter(({ irreversible }) => irreversible)).toHaveLength(1)
    expect(site.presses.length).toBeGreaterThan(1)
  })
  test('gives no lane the presses of another', () => {
    for (const { lane, site } of lanes) expect(site.presses.every((press) => press.lane === lane)).toBe(true)
  })
  test('names the servers it goes to and the settings that change', () => {
    expect(lanes[0]?.servers.length).toBeGreaterThan(0)
    expect(lanes[0]?.clients.flatMap(({ changes }) => changes).length).toBeGreaterThan(0)
    expect(lanes[1]?.clients).toEqual([])
  })
})

test('by hand nothing is pressed by the program; where it was changed already, the site is not visited', () => {
  const byHand = lanesOfDraft(draftOf(planOf({ guided: true })))
  expect(byHand[0]?.site).toMatchObject({ how: 'guided', presses: [] })
  const skipped = lanesOfDraft(draftOf(planOf({ skipPortal: true })))
  expect(skipped[0]?.site).toMatchObject({ how: 'skipped', url: null, presses: [] })
})

test('what cannot be taken back is said where there is such a thing, and only there', () => {
  expect(changesForGood(planOf())).toBe(true)
  expect(changesForGood(planOf({ skipPortal: true }))).toBe(false)
})
