import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readJson } from './json-text.ts'
import { editLogins, emptyLogins, isLoginOf, loginOrigin, readLogins, type LoginChange, type LoginsFile } from './logins-json.ts'

const read = (text: string): LoginsFile => {
  const result = readLogins(text)
  if (!result.ok) throw new Error(result.problem.code)
  return result.value
}
const row = (id: number, origin: string, more: object = {}): object => ({
  id,
  hostname: origin,
  httpRealm: origin,
  formSubmitURL: null,
  encryptedUsername: `u${id}`,
  encryptedPassword: `p${id}`,
  guid: `{${id}}`,
  encType: 1,
  timePasswordChanged: 5,
  ...more,
})
const file = (rows: readonly object[], more: object = {}): string =>
  JSON.stringify({ nextId: 9, logins: rows, version: 3, ...more })

describe('reading', () => {
  it('lists logins by their place and skips tombstones and torn rows', () => {
    const rows = [
      row(1, 'mailbox://a'),
      { guid: '{x}', deleted: true },
      row(3, 'imap://b', { deleted: true }),
      row(4, 'smtp://c', { httpRealm: null }),
      { id: 5 },
    ]
    expect(read(file(rows)).logins.map(({ position, origin, realm }) => [position, origin, realm])).toEqual([
      [0, 'mailbox://a', 'mailbox://a'],
      [3, 'smtp://c', null],
    ])
  })

  it.each([
    ['no JSON', '{"logins":[', 'not-json'],
    ['an empty file', '', 'not-json'],
    ['no list', '{"version":3}', 'unknown-version'],
    ['a later version', file([], { version: 4 }), 'unknown-version'],
    ['an older version', file([], { version: 1 }), 'unknown-version'],
  ])('refuses %s', (_name, text, reason) => {
    expect(readLogins(text)).toMatchObject({ ok: false, problem: { code: 'client-unreadable', facts: { reason } } })
  })

  it('names places as Thunderbird does: POP3 is mailbox, IPv6 in brackets, realm equal, case of hosts ignored', () => {
    expect(loginOrigin('pop3', 'pop.example.jp')).toBe('mailbox://pop.example.jp')
    expect(loginOrigin('imap', '::1')).toBe('imap://[::1]')
    const [login] = read(file([row(1, 'mailbox://Pop.Example.jp')])).logins
    expect(isLoginOf(login!, 'mailbox://pop.example.jp')).toBe(true)
    expect(isLoginOf({ ...login!, realm: null }, 'mailbox://pop.example.jp')).toBe(false)
    expect(isLoginOf(login!, 'imap://pop.example.jp')).toBe(false)
  })
})

describe('editing', () => {
  it('changes password and time of one entry; every other byte stays, odd spacing and unknown fields included', () => {
    const text = `{ "nextId":9,"logins":[ ${JSON.stringify(row(1, 'mailbox://a', { 'later"]': { x: ['}'] } }))} , {"guid":"{t}","deleted":true} ],\n"version":3, "new":1e3}`
    expect(editLogins(read(text), [{ position: 0, encryptedPassword: 'NEW' }], 77)).toBe(
      text.replace('"p1"', '"NEW"').replace('"timePasswordChanged":5', '"timePasswordChanged":77'),
    )
  })

  it('adds at the end with the next free id', () => {
    const added = { origin: 'smtp://s', encryptedUserName: 'U', encryptedPassword: 'P', guid: '{g}' }
    expect(JSON.parse(editLogins(read(emptyLogins), [added], 77))).toMatchObject({
      nextId: 2,
      logins: [
        { id: 1, hostname: 'smtp://s', httpRealm: 'smtp://s', formSubmitURL: null, encType: 1, timesUsed: 1, timeCreated: 77 },
      ],
    })
    // A nextId that is behind would give an id twice.
    expect(JSON.parse(editLogins(read(file([row(12, 'imap://x')], { nextId: 3 })), [added, added], 77))).toMatchObject({
      nextId: 15,
      logins: [{ id: 12 }, { id: 13 }, { id: 14 }],
    })
    expect(JSON.parse(editLogins(read('{"logins":[],"version":3}'), [added], 77))).toMatchObject({
      nextId: 2,
      logins: [{ id: 1 }],
    })
  })

  it('equals parsing, changing and printing, for any file', () => {
    const rows = fc.array(
      fc.oneof(
        fc.record({
          hostname: fc.constant('imap://h'),
          encryptedUsername: fc.string(),
          encryptedPassword: fc.string(),
          timePasswordChanged: fc.nat(),
          extra: fc.jsonValue(),
        }),
        fc.constant({ guid: '{t}', deleted: true }),
      ),
      { maxLength: 5 },
    )
    fc.assert(
      fc.property(rows, fc.jsonValue(), fc.boolean(), fc.constantFrom(0, 1, 2), (logins, more, all, space) => {
        const text = JSON.stringify({ nextId: 4, logins, more, version: 3 }, null, space)
        const found = read(text)
        const changes: LoginChange[] = found.logins
          .filter((_, at) => all || at === 0)
          .map(({ position }) => ({ position, encryptedPassword: 'N"\\' }))
        const expected = JSON.parse(text) as { logins: Record<string, unknown>[] }
        for (const change of changes)
          if ('position' in change)
            Object.assign(expected.logins[change.position]!, { encryptedPassword: 'N"\\', timePasswordChanged: 3 })
        expect(editLogins(found, changes, 3)).toBe(JSON.stringify(expected, null, space))
      }),
    )
  })
})

describe('JSON with places', () => {
  it('finds every value of any JSON text, and nothing in what is none', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(0, 3), (value, space) => {
        const text = JSON.stringify(value, null, space)
        const node = readJson(text)!
        expect(text.slice(node.from, node.to)).toBe(text)
      }),
    )
    expect(readJson('{"a":1,}')).toBeNull()
    expect(readJson('['.repeat(101) + ']'.repeat(101))).toBeNull()
    expect(readJson('['.repeat(100) + ']'.repeat(100))).not.toBeNull()
    expect(readJson('["[[[["]')).not.toBeNull()
  })
})
