import { expect, test } from 'vitest'
import { biglobeEf } from './biglobe-ef/facts.ts'
import { findChange, namedChange, opensMailbox, startUrlOf } from './find-change.ts'
import type { Provider } from './provider.ts'

const [change] = biglobeEf.changes
const twoWays: Provider = {
  ...biglobeEf,
  passwords: [
    { id: 'site', name: { ja: '会員', en: 'site' }, realms: ['portal', 'connection'] },
    { id: 'mail', name: { ja: 'メール', en: 'mail' }, realms: ['mail'] },
  ],
  changes: [
    { ...change!, signIn: 'portal' },
    { ...change!, signIn: 'mail', alsoAt: [{ domains: ['*.two.example'], startUrl: 'https://two.example/' }] },
  ],
}

test('one password for site and mail is one change, whichever is asked for; the connection password is none of it', () => {
  expect(findChange(biglobeEf, 'mail')?.recipe.id).toBe('biglobe-ef/change-password')
  expect(findChange(biglobeEf, 'portal')).toBe(findChange(biglobeEf, 'mail'))
  expect(findChange(biglobeEf, 'connection')).toBeNull()
  expect(findChange(biglobeEf, 'contract')).toBeNull()
})

test('of several ways the first is taken whose sign-in the papers hold', () => {
  expect(findChange(twoWays, 'mail')?.signIn).toBe('portal')
  expect(findChange(twoWays, 'mail', ({ signIn }) => signIn === 'mail')?.signIn).toBe('mail')
  expect(findChange(twoWays, 'mail', () => false)).toBeNull()
  expect(namedChange(twoWays, 'mail', 'mail')).toBe(twoWays.changes[1])
  expect(namedChange(twoWays, 'portal', 'mail')).toBeNull()
})

test('which passwords open a mailbox stands in the catalogue', () => {
  expect([opensMailbox(biglobeEf, 'portal'), opensMailbox(biglobeEf, 'connection')]).toEqual([true, false])
  expect([opensMailbox(twoWays, 'mail'), opensMailbox(twoWays, 'portal')]).toEqual([true, false])
})

test('the site of an address’s own domain is the one that is opened', () => {
  const second = twoWays.changes[1]!
  expect(startUrlOf(second, ['taro@s1.two.example'])).toBe('https://two.example/')
  expect(startUrlOf(second, ['taro@two.example', 'x'])).toBe(second.startUrl)
})
