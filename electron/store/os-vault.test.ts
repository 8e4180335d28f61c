import { describe, expect, it } from 'vitest'
import { Secret, type SecretRef } from '../../shared/base/secret.ts'
import { checkVault } from './check-vault.ts'
import type { KeyringAnswer, KeyringOrder } from './keyring-talk.ts'
import { memoryVault } from './memory-vault.ts'
import { osVault } from './os-vault.ts'

const ref: SecretRef = { run: '20261120-061503-k3f9', for: 'taro@example.jp', realms: ['mail'], which: 'new' }
const account = '20261120-061503-k3f9/new/mail/taro@example.jp'

/** A store that keeps what `keep` makes of a value, and the orders it was given. */
function store(keep: (value: string) => string | null = (value) => value) {
  const held = new Map<string, string>()
  const orders: KeyringOrder[] = []
  const ask = (order: KeyringOrder): Promise<KeyringAnswer> => {
    orders.push(order)
    let found: string | null = null
    for (const act of order.acts) {
      if (act === 'get') found = held.get(order.account) ?? null
      else if (act === 'delete') held.delete(order.account)
      else {
        const kept = keep(act.set)
        if (kept !== null) held.set(order.account, kept)
      }
    }
    return Promise.resolve({ found })
  }
  return { held, orders, vault: osVault(1000, ask) }
}
const answering = (answer: KeyringAnswer | 'timed-out') => osVault(1000, () => Promise.resolve(answer))

describe('osVault', () => {
  it('keeps, gives and drops under the name of the reference', async () => {
    const { vault, held, orders } = store()
    expect(await vault.put(ref, new Secret('新しい暗証'))).toEqual({ ok: true, value: undefined })
    expect([...held]).toEqual([[account, '新しい暗証']])
    expect(orders).toEqual([{ service: 'mail-migration-assistant', account, acts: [{ set: '新しい暗証' }, 'get'] }])
    const got = await vault.get(ref)
    expect(got.ok && got.value.reveal()).toBe('新しい暗証')
    expect(await vault.drop(ref)).toMatchObject({ ok: true })
    expect(await vault.get(ref)).toEqual({
      ok: false,
      problem: { code: 'secret-missing', again: 'never', facts: { for: ref.for, which: 'new' } },
    })
  })

  it.each([
    ['cut short', (value: string) => value.slice(0, 4)],
    ['not kept', () => null],
  ])('a value that came back %s is no success and does not stay', async (_, keep) => {
    const { vault, held } = store(keep)
    expect(await vault.put(ref, new Secret('long enough'))).toMatchObject({
      ok: false,
      problem: { code: 'vault-unavailable', facts: { cause: 'read-back-differs' } },
    })
    expect(held.size).toBe(0)
  })

  it.each([
    ['Cannot autolaunch D-Bus without X11 $DISPLAY', 'vault-unavailable', 'no-session-bus'],
    ['Could not connect: No such file or directory', 'vault-unavailable', 'no-session-bus'],
    ['The name org.freedesktop.secrets was not provided by any .service files', 'vault-unavailable', 'no-service'],
    [
      'Failed to load keytar native addon, checked ["../build/Release"] on prebuilds/linux-x64',
      'vault-unavailable',
      'library-missing',
    ],
    ['Object does not exist at path “/org/freedesktop/secrets/collection/login”', 'vault-locked', 'locked'],
    ['The stub received bad data.', 'vault-unavailable', 'refused'],
  ])('%s', async (error, code, cause) => {
    expect(await answering({ error }).get(ref)).toMatchObject({
      ok: false,
      problem: { code, again: 'after-person', facts: { cause, detail: error } },
    })
  })

  it('a store that waits for somebody who does not come is locked', async () => {
    expect(await answering('timed-out').put(ref, new Secret('x'))).toMatchObject({
      ok: false,
      problem: { code: 'vault-locked', facts: { cause: 'timed-out' } },
    })
  })

  it('passes on no secret with the words of the store', async () => {
    const put = await answering({ error: 'cannot store "geheim-1" for you' }).put(ref, new Secret('geheim-1'))
    expect(JSON.stringify(put)).not.toContain('geheim-1')
  })

  it('keeps no empty password', async () => {
    expect(await store().vault.put(ref, new Secret(''))).toMatchObject({ ok: false, problem: { code: 'password-empty' } })
  })
})

describe('checkVault', () => {
  it('leaves nothing behind', async () => {
    const { vault, held, orders } = store()
    expect(await checkVault(vault)).toEqual({ ok: true, value: undefined })
    expect(held.size).toBe(0)
    expect(orders).toHaveLength(2)
    expect(await checkVault(memoryVault())).toMatchObject({ ok: true })
  })

  it('says why a store is unfit', async () => {
    expect(await checkVault(store(() => null).vault)).toMatchObject({ ok: false, problem: { code: 'vault-unavailable' } })
    expect(await checkVault(answering({ error: 'Cannot autolaunch D-Bus' }))).toMatchObject({
      ok: false,
      problem: { facts: { cause: 'no-session-bus' } },
    })
  })
})
