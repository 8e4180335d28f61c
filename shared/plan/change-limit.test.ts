import { describe, expect, test } from 'vitest'
import { allowedAfterRefusal, changesOfOne, nextAllowed, type PastChange } from './change-limit.ts'

const now = Date.UTC(2026, 10, 20, 3)
const hours = (count: number): number => count * 3_600_000
const made = (ago: number): PastChange => ({
  provider: 'p',
  of: { for: 'a@x', realms: ['mail'] },
  at: now - hours(ago),
  until: null,
})
const told = (until: number): PastChange => ({ ...made(0), at: null, until })

describe('nextAllowed', () => {
  test('without a limit, and without a word of the provider, it is now', () => {
    expect(nextAllowed([made(1)], null, now)).toBeNull()
    expect(nextAllowed([], { most: 1, hours: 24 }, now)).toBeNull()
  })
  test('once in 24 hours: a day after the last one', () => {
    expect(nextAllowed([made(30), made(5)], { most: 1, hours: 24 }, now)).toBe(now + hours(19))
    expect(nextAllowed([made(24)], { most: 1, hours: 24 }, now)).toBeNull()
  })
  test('of several the oldest that counts ages out first', () => {
    expect(nextAllowed([made(1), made(3), made(2)], { most: 2, hours: 24 }, now)).toBe(now + hours(22))
    expect(nextAllowed([made(1)], { most: 2, hours: 24 }, now)).toBeNull()
  })
  test('what the provider said holds until then, with or without a limit', () => {
    expect(nextAllowed([told(now + hours(2))], null, now)).toBe(now + hours(2))
    expect(nextAllowed([told(now - 1)], { most: 1, hours: 1 }, now)).toBeNull()
    expect(nextAllowed([made(0.5), told(now + hours(9))], { most: 1, hours: 1 }, now)).toBe(now + hours(9))
  })
})

test('another password, of another provider or of another realm, has a limit of its own', () => {
  const mail = { for: 'a@x', realms: ['mail' as const] }
  expect(changesOfOne([made(1)], 'p', mail)).toHaveLength(1)
  expect(changesOfOne([made(1)], 'q', mail)).toEqual([])
  expect(changesOfOne([made(1)], 'p', { for: 'a@x', realms: ['portal'] })).toEqual([])
  expect(changesOfOne([made(1)], 'p', { for: 'b@x', realms: ['mail'] })).toEqual([])
})

test('refused as too early: by the day means tomorrow in Japan, by the hour means that long', () => {
  const midnight = Date.UTC(2026, 10, 20, 15)
  expect(allowedAfterRefusal({ most: 1, hours: 24 }, now)).toBe(midnight)
  expect(allowedAfterRefusal(null, midnight - 1)).toBe(midnight)
  expect(allowedAfterRefusal(null, midnight)).toBe(midnight + hours(24))
  expect(allowedAfterRefusal({ most: 1, hours: 1 }, now)).toBe(now + hours(1))
})
