import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { parseEndpoint } from '../mail/endpoint.ts'

import type { Layout } from '../sheet/layout.ts'
import { readFields } from '../sheet/read-fields.ts'
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

/** Is the paper of this layout: by its title, or where a provider has no other layout by the labels it needs. Neighbouring layouts share labels. */
function isOf({ name, text }: Fixture, layout: Layout, layouts: readonly Layout[]): boolean {
  const { titles, labels } = readFields(asText(name, text), layouts)
  const needed = layouts.length === 1 && layout.needs.every((field) => labels.get(layout.id)?.has(field))
  return needed || titles.some((title) => title.layout.id === layout.id)
}

/** A paper that would mislead: named so, and told by a doubt or a refusal rather than read as if all were well. */
const isHostile = ({ name, expected }: Fixture): boolean => {
  const { doubts, problem } = expected as { readonly doubts?: readonly unknown[]; readonly problem?: string | null }
  return name.startsWith('hostile-') && ((doubts ?? []).length > 0 || (problem ?? null) !== null)
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

  test.skipIf(provider.practice)('has papers in four looks and more for each of its layouts, one of them hostile', () => {
    const papers = fixturesOf(id)
    expect(new Set(papers.map(({ text }) => text.normalize('NFKC').replace(/\s+/g, ''))).size).toBe(papers.length)
    for (const layout of provider.layouts) {
      const shown = papers.filter((paper) => isOf(paper, layout, provider.layouts))
      expect(shown.length, layout.id).toBeGreaterThanOrEqual(4)
      expect(shown.filter(isHostile).length, layout.id).toBeGreaterThanOrEqual(1)
    }
  })

  test.each(fixturesOf(id).map((fixture) => [fixture.name, fixture] as const))('reads %s', (name, { text, expected }) => {
    const { file: _, ...read } = readObject(toAccounts(asText(name, text), providers), () => '')
    const { problem, ...rest } = read
    expect({ ...rest, problem: problem?.code ?? null }).toEqual(expected)
  })
})
