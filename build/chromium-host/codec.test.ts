import { describe, expect, it } from 'vitest'
import { makeCodec } from './codec.ts'

const { encode, decode } = makeCodec()
const through = (value: unknown): unknown => decode(JSON.parse(JSON.stringify(encode(value))))

describe('what crosses between page and main process', () => {
  it.each([
    [{ a: [1, 'x', null, undefined, true], b: { c: new Date(5) } }],
    [new Map<unknown, unknown>([['k', new Set([1, [2]])]])],
    [[Number.NaN, -0, Number.POSITIVE_INFINITY, 12n]],
    [new Uint8Array([0, 255, 7])],
    [[['number', '5'], ['undefined']]],
    [{ 0: 'array' }],
    ['パスワード\u0000😀'],
  ])('comes out as it went in (%#)', (value) => expect(through(value)).toEqual(value))

  it('keeps the name and the words of an error', () => {
    expect(through(new TypeError('so'))).toMatchObject({ name: 'TypeError', message: 'so' })
  })

  it.each([() => 1, Symbol('s'), Promise.resolve(1)])('refuses what Electron refuses', (value) => {
    expect(() => encode({ value })).toThrow('An object could not be cloned.')
  })
})
