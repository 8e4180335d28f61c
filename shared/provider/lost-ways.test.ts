import { expect, test } from 'vitest'
import { lostWays } from './lost-ways.ts'
import type { Lost } from './provider.ts'

const way = (what: Lost['what'], realm: Lost['realm']): Lost => ({
  what,
  realm,
  text: { ja: `${what} ${realm}`, en: `${what} ${realm}` },
  url: null,
  help: [],
})
const lost = [way('sheet', null), way('password', 'portal'), way('password', 'mail'), way('user-name', 'portal')]
const told = (...missing: string[]): readonly string[] => lostWays({ lost }, missing).map(({ text }) => text.en)

test('what is missing has its own way first; the paper as a whole comes last', () => {
  expect(told('password')).toEqual(['password mail', 'sheet null'])
  expect(told('portalUser', 'portalPassword')).toEqual(['password portal', 'user-name portal', 'sheet null'])
})

test('nothing known to be missing, or nothing known of it: the paper as a whole', () => {
  for (const missing of [[], ['address'], ['constructor']]) expect(told(...missing)).toEqual(['sheet null'])
  expect(lostWays({ lost: [] }, ['password'])).toEqual([])
})
