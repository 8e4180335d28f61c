import { describe, expect, it } from 'vitest'
import { Secret, type SecretRef } from '../../shared/base/secret.ts'
import type { Result } from '../../shared/base/result.ts'
import { checkVault } from './check-vault.ts'
import type { KeyringAnswer, KeyringOrder } from './keyring-talk.ts'
import { osVault } from './os-vault.ts'

const ref = (of: string): SecretRef => ({ run: '20261120-061503-k3f9', for: of, realms: ['mail'], which: 'new' })
const said = (result: Result<Secret | void>): string =>
  result.ok ? (result.value?.reveal() ?? 'ok') : `${result.problem.code} ${String(result.problem.facts['cause'] ?? '')}`.trim()

/** What a keyring process does, without the process: starting one takes a second here. */
async function askHere({ service, account, acts }: KeyringOrder): Promise<KeyringAnswer> {
  const { default: keytar } = await import('keytar')
  let found: string | null = null
  for (const act of acts) {
    if (act === 'get') found = await keytar.getPassword(service, account)
    else if (act === 'delete') await keytar.deletePassword(service, account)
    else await keytar.setPassword(service, account, act.set)
  }
  return { found }
}
const here = osVault(30_000, askHere)

// The Secret Service's twin of this stands in e2e/real/secret-service.spec.ts.
describe.runIf(process.platform === 'win32')('the Credential Manager of Windows', () => {
  it('keeps a password for other processes, and is left as it was', async () => {
    const vault = osVault(30_000)
    expect(await checkVault(vault)).toEqual({ ok: true })
    expect(said(await vault.put(ref('宛先@example.jp'), new Secret('新しいパスワード①髙')))).toBe('ok')
    expect(said(await here.get(ref('宛先@example.jp')))).toBe('新しいパスワード①髙')
    expect(said(await here.drop(ref('宛先@example.jp')))).toBe('ok')
  })

  it('keeps, gives and drops what keytar hands it, letter for letter', async () => {
    const values = ['x'.repeat(1000), 'あ'.repeat(500), ' spaces around ', '"quotes\\ and %PATH%', '💌𠮷', 'e\u0301']
    for (const [index, value] of values.entries()) {
      const own = ref(`宛先${index}@example.jp`)
      expect([said(await here.put(own, new Secret(value))), said(await here.get(own))]).toEqual(['ok', value])
    }
    const first = ref('宛先0@example.jp')
    await here.put(first, new Secret('changed'))
    expect(said(await here.get(first))).toBe('changed')
    expect([said(await here.drop(first)), said(await here.drop(first)), said(await here.get(first))]).toEqual([
      'ok',
      'ok',
      'secret-missing',
    ])
    expect(said(await here.get(ref('宛先1@example.jp')))).toBe(values[1])
  })

  it('what it cannot give back whole is refused, and no part of it stays', async () => {
    // 2,560 bytes is the most a credential holds.
    for (const value of ['あ'.repeat(2000), 'before\0after']) {
      const outcome = said(await here.put(ref('large'), new Secret(value)))
      const kept = said(await here.get(ref('large')))
      expect(outcome === 'ok' ? kept : [outcome.split(' ')[0], kept]).toEqual(
        outcome === 'ok' ? value : ['vault-unavailable', 'secret-missing'],
      )
    }
  })

  it('no part of a name is a pattern', async () => {
    await here.put(ref('a/b*?@example.jp'), new Secret('one'))
    expect(said(await here.get(ref('a/bcd@example.jp')))).toBe('secret-missing')
    expect(said(await here.get(ref('*')))).toBe('secret-missing')
    expect(said(await here.get(ref('a/b*?@example.jp')))).toBe('one')
    expect(said(await here.drop(ref('a/b*?@example.jp')))).toBe('ok')
  })
})
