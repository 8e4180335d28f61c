import { describe, expect, test } from 'vitest'
import { viewProvider } from '../ipc/provider-view.ts'
import type { SheetView } from '../ipc/sheet-calls.ts'
import { providers } from '../provider/index.ts'
import { addressesOf, goalsOf, providersOfSheets } from './plan-choices.ts'

const views = providers.map(viewProvider)
const sheet = (provider: string | null, ...addresses: string[]): SheetView => ({
  sheet: 'sheet-00000001',
  file: 'sheet.txt',
  provider,
  why: null,
  customerName: null,
  memberNumber: null,
  fields: [],
  doubts: [],
  addresses,
  problem: null,
  mayGoBack: false,
})

describe.each(providers)('the passwords of $id', ({ id }) => {
  const goals = goalsOf([sheet(id)], views)
  test('are offered once each, and the first can be changed here', () => {
    expect(new Set(goals.map(({ realm }) => realm)).size).toBe(goals.length)
    expect(goals[0]?.ways.filter((way) => way !== 'skip').length).toBeGreaterThan(0)
  })
  test('come with what else to do where no way leads there', () => {
    for (const goal of goals.filter(({ ways }) => ways.length === 0)) expect(goal.instead.length, goal.realm).toBeGreaterThan(0)
  })
})

test('where the program itself can change the mailbox’s password, that comes first', () => {
  for (const id of ['practice', 'biglobe-ef', 'my-pikara', 'oshigoto-pikara']) {
    const [first] = goalsOf([sheet(id)], views)
    expect([id, first?.opensMailbox, first?.ways[0]]).toEqual([id, true, 'recipe'])
  }
})

test('papers of two providers have each password once, with both rules', () => {
  const goals = goalsOf([sheet('my-pikara'), sheet('biglobe-ef')], views)
  expect(goals[0]?.rules.map(({ provider }) => provider.id).sort()).toEqual(['biglobe-ef', 'my-pikara'])
})

test('a paper of nobody we know has nothing to choose', () => {
  expect(goalsOf([sheet(null)], views)).toEqual([])
  expect(providersOfSheets([sheet('gone')], views)).toEqual([])
})

test('an address on two papers is one mailbox', () => {
  expect(addressesOf([sheet('practice', 'a@x.example', 'b@x.example'), sheet('practice', 'a@x.example')])).toEqual([
    'a@x.example',
    'b@x.example',
  ])
})
