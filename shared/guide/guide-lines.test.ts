import { describe, expect, test } from 'vitest'
import { Secret } from '../base/secret.ts'
import { checkPassword, nothingKnown } from '../mail/check-password.ts'
import { enoughBytes, makePassword } from '../mail/make-password.ts'
import { passwordRule } from '../mail/password-rule.ts'
import { forbiddenIn } from '../portal/forbidden-words.ts'
import { findProvider, providers } from '../provider/index.ts'
import { guidedWay, guideLines } from './guide-lines.ts'
import { plainRule } from './plain-rule.ts'
import { handsOutNew } from './told-line.ts'

const provider = (id: string) => findProvider(id)!
const first = (id: string, realm: string) => provider(id).changes.find((change) => change.realm === realm)!

describe('the way by hand', () => {
  test('OCN’s mail password: the provider’s own words, no change of the program behind them', () => {
    const way = guidedWay(provider('ocn'), 'mail', null)!
    expect(way.instead?.realm).toBe('mail')
    expect(way.lines.map(({ give }) => give?.what ?? null)).toEqual([null, null, 'address', 'currentPassword', 'newPassword'])
  })
  test('where the data has no words of its own, the recipe is read off', () => {
    const way = guidedWay(provider('biglobe-ef'), 'mail', first('biglobe-ef', 'mail'))!
    expect([way.instead, way.lines.at(-1)?.act]).toEqual([null, 'commit'])
  })
  test('the data’s words are for the first sign-in: another one is read off its own recipe', () => {
    const [byName, byAddress] = provider('my-pikara').changes.filter(({ realm }) => realm === 'mail')
    expect(guidedWay(provider('my-pikara'), 'mail', byName!)?.instead?.realm).toBe('mail')
    expect(guidedWay(provider('my-pikara'), 'mail', byAddress!)?.instead).toBeNull()
  })
  test('a realm that is called otherwise where it is changed (UCOM: mail by its account)', () => {
    expect(guidedWay(provider('ucom'), 'mail', first('ucom', 'account'))?.instead?.realm).toBe('account')
  })
  test('nobody has described one: there is none', () => {
    expect(guidedWay(provider('ocn'), 'contract', null)).toBeNull()
    expect(guideLines(provider('ocn'), 'mail', 'contract')).toEqual([])
  })
  test.each(providers.flatMap((one) => one.instead.filter(({ guide }) => guide.length > 0).map((way) => [one.id, way] as const)))(
    '%s: the data’s own lines hand out the new password and lead to nothing forbidden',
    (id, { realm, guide }) => {
      const lines = guidedWay(provider(id), realm, null)!.lines
      expect(lines).toHaveLength(guide.length)
      expect(lines.some(handsOutNew)).toBe(true)
      // What must be left alone may be named, as that: never as something to press.
      for (const { say } of guide) {
        const bad = forbiddenIn(say.ja)
        if (bad) expect(say.ja).toMatch(/触れないで|選ばないで|ではありません/)
      }
    },
  )
})

describe('a password for a site whose rule nobody knows', () => {
  test('is made by a rule that holds together', () => {
    expect(passwordRule.safeParse(plainRule).success).toBe(true)
  })
  test('is refused by no rule in the manuals at hand', () => {
    const rules = providers.flatMap(({ changes, instead }) => [
      ...changes.map(({ rule }) => rule),
      ...instead.flatMap(({ rule }) => (rule ? [rule] : [])),
    ])
    let drawn = 0
    for (let draw = 0; draw < 50; draw += 1) {
      const bytes = Uint8Array.from({ length: enoughBytes(plainRule) }, (_, at) => (at * 37 + draw * 101 + 11) % 256)
      const made = makePassword(plainRule, bytes)
      if (!made) continue
      drawn += 1
      for (const rule of rules) expect(checkPassword(rule, new Secret(made.reveal()), nothingKnown).faults).toEqual([])
    }
    expect(drawn).toBeGreaterThan(40)
  })
})
