import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { parseEndpoint } from '../mail/endpoint.ts'
import { readObject } from '../sheet/read-object.ts'
import type { SheetText } from '../sheet/sheet-text.ts'
import { toAccounts } from '../sheet/to-account.ts'
import { findProvider, providers } from './index.ts'
import { provider as schema } from './provider.ts'

const here = import.meta.dirname
const asText = (file: string, text: string): SheetText => ({
  file,
  sha256: '',
  origin: 'text',
  encoding: 'utf-8',
  lines: text.split(/\r\n|\n|\r/),
})

interface Fixture {
  readonly name: string
  readonly text: string
  readonly expected: object
}

function fixturesOf(id: string): readonly Fixture[] {
  const folder = path.join(here, id, 'fixtures')
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .map((name) => ({
      name,
      text: readFileSync(path.join(folder, name), 'utf8'),
      expected: JSON.parse(readFileSync(path.join(folder, name.replace(/\.txt$/, '.expected.json')), 'utf8')) as object,
    }))
}

test('every id is there once and finds its provider', () => {
  const ids = providers.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  for (const id of ids) expect(findProvider(id)?.id).toBe(id)
  expect(findProvider('nobody')).toBeNull()
})

describe.each(providers.map((provider) => [provider.id, provider] as const))('%s', (id, provider) => {
  test('is data that its schema takes, and survives being written and read', () => {
    const parsed = schema.safeParse(JSON.parse(JSON.stringify(provider)))
    expect(parsed.error?.issues ?? []).toEqual([])
    expect(parsed.data).toEqual(provider)
  })

  test('changes only what its passwords name, on a start page over TLS or on this machine', () => {
    const realms = provider.passwords.flatMap((password) => password.realms)
    for (const { realm, startUrl } of provider.changes) {
      expect(realms).toContain(realm)
      expect(startUrl).toMatch(provider.practice ? /^http:\/\/127\.0\.0\.1/ : /^https:\/\//)
    }
  })

  test('names mail servers whose names can be reached by a URL', () => {
    for (const hint of [...provider.incoming, ...provider.outgoing])
      expect(parseEndpoint(`${hint.protocol}://${hint.host}`).ok).toBe(true)
  })

  test('writes telephone numbers compactly', () => {
    for (const { phone } of provider.help) expect(phone).toMatch(/^0[0-9]{1,4}-[0-9]{1,4}-[0-9]{3,4}$/)
  })

  test.each(fixturesOf(id).map((fixture) => [fixture.name, fixture] as const))('reads %s', (name, { text, expected }) => {
    const { file: _, ...read } = readObject(toAccounts(asText(name, text), providers), () => '')
    const { problem, ...rest } = read
    expect({ ...rest, problem: problem?.code ?? null }).toEqual(expected)
  })
})
