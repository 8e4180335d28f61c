import { describe, expect, test } from 'vitest'
import type { Question } from '../../shared/base/ask.ts'
import { passphraseFrom } from './passphrase.ts'

const typing = (...words: (string | null)[]) => {
  const asked: Question[] = []
  return { asked, ask: async (question: Question) => (asked.push(question), words.shift() ?? null) }
}

describe('the file vault’s passphrase', () => {
  test('a new one is typed twice, and a slip is asked again', async () => {
    const person = typing('horse-battery', 'horse-batery', 'horse-battery', 'horse-battery')
    const made = await passphraseFrom(person.ask, {})('new')
    expect(made?.reveal()).toBe('horse-battery')
    expect(person.asked.map(({ kind }) => kind)).toEqual(['secret', 'secret', 'secret', 'secret'])
  })
  test('three slips are enough, and no answer is none', async () => {
    expect(await passphraseFrom(typing('a', 'b', 'a', 'b', 'a', 'b').ask, {})('new')).toBeNull()
    expect(await passphraseFrom(typing(null).ask, {})('new')).toBeNull()
  })
  test('to open, it is asked once; the environment is not asked about', async () => {
    const person = typing('one')
    expect((await passphraseFrom(person.ask, {})('open'))?.reveal()).toBe('one')
    expect(person.asked).toHaveLength(1)
    const set = { MAIL_MIGRATE_VAULT_PASSPHRASE: 'from outside' }
    expect((await passphraseFrom(typing().ask, set)('new'))?.reveal()).toBe('from outside')
  })
})
