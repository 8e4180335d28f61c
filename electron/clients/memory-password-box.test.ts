import { describe, expect, it } from 'vitest'
import { memoryPasswordBox } from './memory-password-box.ts'

const bytes = Buffer.from('ひみつ-Pass9\0', 'utf16le')

describe('the password box in memory', () => {
  it('opens for the same user, with the description, and is another box every time', async () => {
    const [one, two] = [
      await memoryPasswordBox('taro').protect(bytes, 'POP3 Password'),
      await memoryPasswordBox('taro').protect(bytes, ''),
    ]
    if (!one.ok || !two.ok) throw new Error('protect')
    const opened = await memoryPasswordBox('taro').unprotect(one.value)
    expect(opened.ok && [Buffer.from(opened.value.bytes), opened.value.description]).toEqual([bytes, 'POP3 Password'])
    expect(await memoryPasswordBox('taro').unprotect(two.value)).toMatchObject({ ok: true, value: { description: '' } })
    expect(Buffer.from(one.value).includes(bytes)).toBe(false)
    expect(one.value).not.toEqual(((await memoryPasswordBox('taro').protect(bytes, 'POP3 Password')) as typeof one).value)
  })

  it('stays shut for another user, when damaged anywhere, and when cut off anywhere', async () => {
    const made = await memoryPasswordBox('taro').protect(bytes, 'POP3 Password')
    if (!made.ok) throw new Error('protect')
    const box = made.value
    const shut = { ok: false, problem: { code: 'client-no-key', facts: { reason: 'other-user' } } }
    expect(await memoryPasswordBox('hanako').unprotect(box)).toMatchObject(shut)
    for (let at = 0; at < box.length; at += 1) {
      const damaged = Uint8Array.from(box, (byte, place) => (place === at ? byte ^ 1 : byte))
      expect(await memoryPasswordBox('taro').unprotect(damaged)).toMatchObject(shut)
      expect(await memoryPasswordBox('taro').unprotect(box.slice(0, at))).toMatchObject(shut)
    }
  })
})
