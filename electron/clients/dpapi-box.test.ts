import { afterEach, describe, expect, it } from 'vitest'
import { dpapiBox } from './dpapi-box.ts'
import { nativeSession } from './native-session.ts'

const text = (value: string): Buffer => Buffer.from(`${value}\0`, 'utf16le')
const boxOf = async (bytes: Uint8Array, description: string): Promise<Uint8Array> => {
  const made = await dpapiBox.protect(bytes, description)
  if (!made.ok) throw new Error(JSON.stringify(made.problem))
  return made.value
}

describe.runIf(process.platform === 'win32')('the password box of Windows', () => {
  it.each([
    ['POP3 Password', 'ひみつ ①髙 Pass-9'],
    ['SMTP Password', 'x'.repeat(4000)],
    ['説明 𠮷', '𠮷💌'],
    ['', ''],
  ])('gives back what was put in, with its description: %s', async (description, value) => {
    const given = text(value)
    const box = await boxOf(given, description)
    expect(given).toEqual(text(value))
    const opened = await dpapiBox.unprotect(box)
    expect(opened.ok && [Buffer.from(opened.value.bytes), opened.value.description]).toEqual([text(value), description])
    // An empty value is a closing NUL only, and NULs are everywhere.
    if (value !== '') expect(Buffer.from(box).includes(given)).toBe(false)
  })

  it('stays shut when it is damaged or no box at all', async () => {
    const box = await boxOf(text('Pass-9'), 'POP3 Password')
    const shut = { ok: false, problem: { code: 'client-no-key', facts: { reason: 'other-user', number: expect.any(Number) } } }
    for (const damaged of [box.slice(0, 20), box.slice(0, -1), new Uint8Array([1, 2, 3]), new Uint8Array()])
      expect(await dpapiBox.unprotect(damaged)).toMatchObject(shut)
  })

  it('is another box every time', async () => {
    const [one, other] = [await boxOf(text('Pass-9'), 'POP3 Password'), await boxOf(text('Pass-9'), 'POP3 Password')]
    expect(Buffer.from(one).equals(Buffer.from(other))).toBe(false)
  })
})

// Wine takes the person's name from here, for the name it tells and for the data protection; a real Windows has only one person at hand.
const wineUser = process.env['WINEUSERNAME']
describe.runIf(wineUser !== undefined)('another person on the same computer', () => {
  afterEach(() => {
    process.env['WINEUSERNAME'] = wineUser
  })

  it('does not open the box, and the first one does', async () => {
    const box = await boxOf(text('Pass-9'), 'POP3 Password')
    process.env['WINEUSERNAME'] = 'hanako'
    expect(await nativeSession.user()).toMatchObject({ value: { name: 'hanako' } })
    expect(await dpapiBox.unprotect(box)).toMatchObject({
      ok: false,
      problem: { code: 'client-no-key', facts: { reason: 'other-user' } },
    })
    process.env['WINEUSERNAME'] = wineUser
    expect(await dpapiBox.unprotect(box)).toMatchObject({ ok: true, value: { bytes: Uint8Array.from(text('Pass-9')) } })
  })
})

describe.runIf(process.platform !== 'win32')('without Windows', () => {
  it('nothing is boxed or opened', async () => {
    const refused = { ok: false, problem: { code: 'client-no-key', facts: { reason: 'not-here' } } }
    expect(await dpapiBox.protect(text('x'), 'x')).toMatchObject(refused)
    expect(await dpapiBox.unprotect(text('x'))).toMatchObject(refused)
  })
})
