import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Secret } from '../../shared/base/secret.ts'
import { decodeBytes, decodeLatin1, saidLimit, saidText } from './decode-server-text.ts'

const words = '認証に失敗しました。パスワードをご確認ください。'
const encoded = {
  'utf-8': Buffer.from(words),
  shift_jis: Buffer.from(
    '94468fd882c98eb8947382b582dc82b582bd814283708358838f815b836882f082b28a6d944682ad82be82b382a28142',
    'hex',
  ),
  'euc-jp': Buffer.from(
    'c7a7beda a4cb bcba c7d4 a4b7 a4de a4b7 a4bf a1a3 a5d1 a5b9 a5ef a1bc a5c9 a4f2 a4b4 b3ce c7a7 a4af a4c0 a4b5 a4a4 a1a3'.replaceAll(
      ' ',
      '',
    ),
    'hex',
  ),
  'iso-2022-jp': Buffer.from(
    '\x1b$B' +
      Buffer.from(
        '4727 3e5a 244b 3c3a 4754 2437 245e 2437 243f 2123 2551 2539 256f 213c 2549 2472 2434 334e 4727 242f 2440 2435 2424 2123'.replaceAll(
          ' ',
          '',
        ),
        'hex',
      ).toString('latin1') +
      '\x1b(B',
    'latin1',
  ),
}

describe('decoding', () => {
  it.each(Object.entries(encoded))('%s', (_name, bytes) => {
    expect(decodeBytes(bytes)).toBe(words)
    expect(decodeLatin1(bytes.toString('latin1'))).toBe(words)
  })

  it('text that was decoded already stays as it is', () => expect(decodeLatin1(words)).toBe(words))

  it('a cut inside a character does not change the encoding', () => {
    for (const bytes of [encoded['utf-8'], encoded.shift_jis, encoded['euc-jp']]) {
      const long = Buffer.concat(Array.from({ length: 100 }, () => bytes))
      for (const shift of [0, 1, 2, 3])
        expect(decodeBytes(Buffer.concat([Buffer.from('x'.repeat(shift)), long]))).toContain(words)
    }
  })

  it('takes any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 5000 }), (bytes) => {
        expect(decodeBytes(bytes)).toBeTypeOf('string')
      }),
    )
  })
})

describe('what is shown', () => {
  const password = new Secret('Zk9 canary/日')
  it('holds at most 500 characters and none that acts on a terminal', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 9000 }), (bytes) => {
        const said = saidText(bytes, 'taro', password)
        expect(Array.from(said).length).toBeLessThanOrEqual(saidLimit)
        // eslint-disable-next-line no-control-regex
        expect(said).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/)
      }),
    )
  })

  it('shows an escape as a sign', () => expect(saidText('a\u001b[2Jb\u202ec', 'x', null)).toBe('a␛[2Jbc'))

  it('holds the password in none of its forms', () => {
    const value = password.reveal()
    const forms = [
      value,
      Buffer.from(value).toString('base64'),
      Buffer.from(`\0taro\0${value}`).toString('base64'),
      encodeURIComponent(value),
    ]
    for (const form of forms) expect(saidText(`x ${form} y`, 'taro', password)).toBe('x ‹•••› y')
    // also where the cut would fall into it
    for (let before = 480; before < 500; before++)
      expect(saidText('x'.repeat(before) + value, 'taro', password)).not.toContain('canary')
  })
})
