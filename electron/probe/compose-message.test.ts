import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { composeMessage, tagHeader } from './compose-message.ts'

const message = (subject: string, body: string): string =>
  composeMessage({ address: 'taro@example.jp', tag: 'mm-1', subject, body, at: new Date('2026-11-20T06:00:00Z') })

const subjectOf = (text: string): string => {
  const header = /^Subject: ((?:.|\r\n )*)\r\n/m.exec(text)?.[1] ?? ''
  return header
    .replaceAll('\r\n ', '')
    .replaceAll(/=\?UTF-8\?B\?([^?]*)\?=/g, (_all, part: string) => Buffer.from(part, 'base64').toString())
}

describe('a message to oneself', () => {
  it('carries its tag, its words and no surprise', () => {
    const text = message('メールの確認', '一行目\n二行目')
    expect(text).toContain(`\r\n${tagHeader}: mm-1\r\n`)
    expect(text).toContain('\r\nMessage-ID: <mm-1@example.jp>\r\n')
    expect(text).toContain('\r\nDate: Fri, 20 Nov 2026 06:00:00 +0000\r\n')
    expect(Buffer.from(text.split('\r\n\r\n')[1] ?? '', 'base64').toString()).toBe('一行目\r\n二行目')
  })

  it('whatever the words: ASCII lines of at most 78 characters, no header more, the subject read back whole', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), fc.string({ maxLength: 500 }), (subject, body) => {
        const text = message(subject, body)
        expect(text).toMatch(/^[\t\r\n -~]*$/)
        expect(Math.max(...text.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(78)
        const headers = (text.split('\r\n\r\n')[0] ?? '').split('\r\n').filter((line) => !line.startsWith(' '))
        expect(headers).toHaveLength(10)
        // oxlint-disable-next-line no-control-regex
        expect(subjectOf(text)).toBe(subject.replace(/[\u0000-\u001f\u007f]+/g, ' ').trim())
      }),
    )
  })
})
