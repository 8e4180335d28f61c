import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { providers } from '../provider/index.ts'
import { checkPack } from './check-pack.ts'
import { compareEditions, newestOf } from './edition.ts'
import { readFingerprint, sayFingerprint } from './fingerprint.ts'
import { newHosts } from './hosts.ts'
import { parseJson, providerText } from './pack.ts'
import { sameData } from './same-data.ts'
import { isTamePattern } from './tame-pattern.ts'

describe.each(providers.filter(({ practice }) => !practice).map((one) => [one.id, one] as const))('%s', (_id, one) => {
  test('could come as a pack, and leads nowhere new', () => {
    const judged = checkPack(providerText(one), { providers, editionsOf: () => [one] })
    expect(judged.ok ? null : judged.problem).toBeNull()
    expect(newHosts(one, one)).toEqual([])
    expect(newHosts(one, null).length).toBeGreaterThan(0)
  })
})

describe('editions', () => {
  const edition = fc
    .tuple(fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }), fc.nat())
    .map(([day, number]) => `${day.toISOString().slice(0, 10)}.${number}`)

  test('are in one order', () => {
    fc.assert(
      fc.property(edition, edition, edition, (a, b, c) => {
        expect(Math.sign(compareEditions(a, b))).toBe(-Math.sign(compareEditions(b, a)) + 0)
        if (compareEditions(a, b) <= 0 && compareEditions(b, c) <= 0) expect(compareEditions(a, c)).toBeLessThanOrEqual(0)
        expect(compareEditions(a, a)).toBe(0)
      }),
    )
  })

  test('numbers count as numbers, and days before them', () => {
    const order = ['2026-06-26.1', '2026-06-26.2', '2026-06-26.10', '2026-06-26.99999999999999999999', '2026-07-01.1']
    for (const [at, one] of order.entries())
      for (const [place, other] of order.entries()) expect(Math.sign(compareEditions(one, other))).toBe(Math.sign(at - place))
    expect(compareEditions('2026-06-26.01', '2026-06-26.1')).toBe(0)
    expect(newestOf(order.map((name) => ({ edition: name })))?.edition).toBe('2026-07-01.1')
    expect(newestOf([])).toBeNull()
  })
})

describe('fingerprints', () => {
  const said = sayFingerprint('00ff'.repeat(16))
  test('are ten groups, and read back however they are typed', () => {
    expect(said).toBe(Array.from({ length: 10 }, () => '00FF').join(' '))
    const typed = [
      said,
      said.toLowerCase(),
      said.replaceAll(' ', ''),
      said.replaceAll(' ', ':'),
      said.replaceAll(' ', '-'),
      `${said}\n`,
    ]
    for (const text of [...typed, said.replaceAll('F', 'Ｆ').replaceAll(' ', '　')]) expect(readFingerprint(text)).toBe(said)
  })
  test('a part of one is none', () => {
    for (const text of ['', said.slice(0, 24), `${said} 00FF`, said.replace('F', 'G'), said.replaceAll(' ', '.')])
      expect(readFingerprint(text)).toBeNull()
  })
})

describe('patterns for sheets', () => {
  test.each([
    '[!-~]+',
    '[^@\\s]+@[^@\\s]+',
    '(?!https?:).+',
    '(?:abc|def)',
    '[0-9]{8}',
    '(?<year>[0-9]{4})年',
    'a\\)+',
    '[)+]+',
    '(?:[a-z])+',
    'x*y*z*',
    '\\(+',
  ])('%s is tame', (pattern) => expect(isTamePattern(pattern)).toBe(true))
  test.each([
    '(a+)+',
    '(a*)*',
    '(?:a|aa)+',
    '((a)+)+',
    '(?:(?:a{2,})b)*',
    '(a?){30}',
    '([a-z]+)*@',
    '(a)\\1',
    '(?<x>a)\\k<x>',
    '(',
    '[',
    'a{2,1}',
    '*',
    'a'.repeat(200),
    '(?:a+)?b+(c+)*',
  ])('%s is not', (pattern) => expect(isTamePattern(pattern)).toBe(false))
})

describe('JSON from outside', () => {
  test('has no borrowed names, at any depth and in any spelling', () => {
    for (const name of ['__proto__', 'constructor', 'prototype', String.raw`\u005f_proto__`])
      for (const text of [`{"${name}":1}`, `{"a":[{"${name}":{"x":1}}]}`]) expect(parseJson(text)).toBeUndefined()
    expect(({} as Record<string, unknown>)['x']).toBeUndefined()
    expect(parseJson('{"a":"__proto__"}')).toEqual({ a: '__proto__' })
  })
  test('is not read at all where it is none', () => {
    for (const text of ['', '{', 'undefined', '{"a":1}{}', '['.repeat(200_000)]) expect(parseJson(text)).toBeUndefined()
  })
})

/** The same data with the parts of every object in the opposite order. */
const turned = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(turned)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([name, part]) => [name, turned(part)]),
  )
}

test('the same data is the same in any order of its parts', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(sameData(value, turned(value))).toBe(true)
      expect(sameData(value, [turned(value)])).toBe(false)
    }),
  )
  expect(sameData({ a: 1, b: undefined }, { a: 1 })).toBe(true)
  for (const [one, other] of [
    [
      [1, 2],
      [2, 1],
    ],
    [{ a: 1 }, { a: 2 }],
    [{}, []],
    [null, {}],
    [[], [undefined]],
    ['1', 1],
  ])
    expect(sameData(one, other)).toBe(false)
})
