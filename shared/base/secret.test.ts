import { inspect } from 'node:util'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { redact, Secret, secretForms, utf8Bytes } from './secret.ts'

describe('Secret', () => {
  test('shows its value only when asked by name', () => {
    const secret = new Secret('canary-Pass9')
    const shown = [
      String(secret),
      JSON.stringify({ secret }),
      inspect(secret),
      inspect({ deep: [secret] }, { showHidden: true }),
      `${secret}`,
    ]
    for (const text of shown) expect(text).not.toContain('canary')
    expect(secret.reveal()).toBe('canary-Pass9')
  })
  test('UTF-8 is what Node says', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(utf8Bytes(text)).toEqual([...Buffer.from(text)])
      }),
    )
  })
  test('redact takes out every form a text could hold', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii', minLength: 3, maxLength: 20 }), (value) => {
        const forms = [
          value,
          Buffer.from(value).toString('base64'),
          encodeURIComponent(value),
          JSON.stringify(value).slice(1, -1),
        ]
        expect(secretForms(value)).toEqual(expect.arrayContaining(forms.filter((form) => form !== '')))
        const text = forms.map((form) => `〔${form}〕`).join('')
        expect(redact(text, [new Secret(value)])).toBe('〔‹•••›〕'.repeat(forms.length))
      }),
    )
  })
})
