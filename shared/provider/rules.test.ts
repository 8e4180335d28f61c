import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { realm, Secret } from '../base/secret.ts'
import { z } from '../base/zod.ts'
import { checkPassword, nothingKnown, passwordFaultCodes, type KnownPasswords } from '../mail/check-password.ts'
import { enoughBytes, generatorAlphabet, makePassword } from '../mail/make-password.ts'
import type { PasswordRule } from '../mail/password-rule.ts'
import { providers } from './index.ts'
import type { Provider } from './provider.ts'

// Every rule of every provider against the cases in its `fixtures/rule-cases.json`: an object by realm. Rules of one realm (a change, the
// guided way, a reset behind a link) that differ go under `realm` plus what follows a slash: `portal`, `portal/link`, `mail/instead`.
const cases = z.record(
  z.string(),
  z.strictObject({
    accepted: z.array(z.string()).min(1),
    refused: z.array(z.tuple([z.string()], z.enum(passwordFaultCodes))).min(1),
    /** Cases held against what is known: the present password, the user name, passwords used before. */
    known: z
      .array(
        z.strictObject({
          text: z.string(),
          old: z.string().optional(),
          userName: z.string().optional(),
          before: z.array(z.string()).optional(),
          faults: z.array(z.enum(passwordFaultCodes)),
        }),
      )
      .optional(),
  }),
)

interface Named {
  readonly name: string
  readonly rule: PasswordRule
}

/** The rules of a provider by the name their cases stand under; the same rule for the same realm is one. */
function rulesOf(provider: Provider): readonly Named[] {
  const all: Named[] = [
    ...provider.changes.map((change) => ({ name: change.realm, rule: change.rule })),
    ...provider.instead.flatMap(({ realm, rule }) => (rule ? [{ name: `${realm}/instead`, rule }] : [])),
    ...provider.recoveries.flatMap(({ realm, link }) => (link ? [{ name: `${realm}/link`, rule: link.rule }] : [])),
  ]
  const same = (a: Named, b: Named): boolean =>
    a.name.split('/')[0] === b.name.split('/')[0] && JSON.stringify(a.rule) === JSON.stringify(b.rule)
  return all.filter((one, at) => all.findIndex((other) => same(one, other)) === at)
}

/** Splitmix32 with a fixed seed: the same draws on every machine. */
function seeded(seed: number): (count: number) => Uint8Array {
  let state = seed
  return (count) =>
    Uint8Array.from({ length: count }, () => {
      state = (state + 0x9e3779b9) | 0
      let word = Math.imul(state ^ (state >>> 16), 0x21f0aaad)
      word = Math.imul(word ^ (word >>> 15), 0x735a2d97)
      return (word ^ (word >>> 15)) & 255
    })
}

const real = providers.filter((provider) => !provider.practice)
const fileOf = (id: string): string => path.join(import.meta.dirname, id, 'fixtures', 'rule-cases.json')
const faultsOf = (rule: PasswordRule, text: string, known?: KnownPasswords): readonly string[] =>
  checkPassword(rule, new Secret(text), known).faults.map((fault) => fault.code)

describe.each(real.map((provider) => [provider.id, provider] as const))('the rules of %s', (id, provider) => {
  const given = existsSync(fileOf(id)) ? cases.parse(JSON.parse(readFileSync(fileOf(id), 'utf8'))) : {}
  const rules = rulesOf(provider)

  test('each has its cases, no case is without a rule, and every name is a realm', () => {
    expect(Object.keys(given).sort()).toEqual([...new Set(rules.map(({ name }) => name))].sort())
    expect(rules.map(({ name }) => name)).toHaveLength(new Set(rules.map(({ name }) => name)).size)
    for (const name of Object.keys(given)) expect(realm.options).toContain(name.split('/')[0])
  })

  describe.each(rules.filter(({ name }) => name in given).map(({ name, rule }) => [name, rule] as const))('%s', (name, rule) => {
    const { accepted, refused, known = [] } = given[name]!
    test('is judged by twenty different cases or more', () => {
      expect(new Set([...accepted, ...refused.map(([text]) => text)]).size + known.length).toBeGreaterThanOrEqual(20)
    })
    test.each(accepted)('accepts %j', (text) => expect(faultsOf(rule, text)).toEqual([]))
    test.each(refused)('refuses %j', (text, ...codes) => expect([...faultsOf(rule, text)].sort()).toEqual([...codes].sort()))
    test.each(known)('judges $text with what is known: $faults', ({ text, old, userName, before, faults }) => {
      const held: KnownPasswords = {
        ...nothingKnown,
        ...(old === undefined ? {} : { old: new Secret(old) }),
        ...(userName === undefined ? {} : { userName }),
        ...(before === undefined ? {} : { before: before.map((one) => new Secret(one)) }),
      }
      expect([...faultsOf(rule, text, held)].sort()).toEqual([...faults].sort())
    })

    test('10,000 passwords of the generator: each keeps the rule without a warning, and hardly two are the same', () => {
      const draw = seeded(20_261_120)
      const alphabet = generatorAlphabet(rule)
      const made = new Set<string>()
      for (let turn = 0; turn < 10_000; turn++) {
        const text = makePassword(rule, draw(enoughBytes(rule)))!.reveal()
        made.add(text)
        const verdict = checkPassword(rule, new Secret(text))
        if (!verdict.ok || verdict.warnings.length > 0 || text.length !== rule.generate.length)
          expect({ text, verdict }).toEqual({ text, verdict: { ok: true, faults: [], warnings: [] } })
        if (!Array.from(text).every((character) => alphabet.includes(character))) expect(text).toBe('of the alphabet')
      }
      expect(made.size).toBeGreaterThan(9_900)
    })
  })
})
