import { array, assert, constantFrom, integer, property, string, tuple, uint8Array, uniqueArray } from 'fast-check'
import { expect, test } from 'vitest'
import { fitsPattern } from './imap-box.ts'
import { readArguments, readNumberSet } from './imap-command.ts'
import { fetchItems, fetchResponse } from './imap-fetch.ts'
import { makeSearch } from './imap-search.ts'
import { readPlain } from './mail-sign-in.ts'
import { makeMailStore } from './mail-store.ts'
import { addressesOf, chosenFields, fieldsOf, splitMessage } from './message-parts.ts'
import { dotted } from './pop3-box.ts'

const protocolText = string({
  unit: constantFrom('(', ')', '"', '\\', '[', ']', '{', '}', ' ', '\0', '0', 'a', '*', '%', '<', '>', '@', ',', ':', '日'),
  maxLength: 60,
})

test('any text becomes arguments or null, and what is quoted comes back as it was', () => {
  assert(
    property(protocolText, (text) => {
      const read = readArguments(text, [])
      expect(read === null || Array.isArray(read)).toBe(true)
    }),
  )
  assert(
    property(
      array(string({ unit: constantFrom('a', '"', '\\', ' ', '(', ']', '日'), maxLength: 12 }), {
        minLength: 1,
        maxLength: 5,
      }),
      (words) => {
        const line = words.map((word) => `"${word.replace(/["\\]/g, '\\$&')}"`).join(' ')
        expect(readArguments(line, [])).toEqual(words)
      },
    ),
  )
})

test('a number set chooses exactly the numbers it names', () => {
  const range = tuple(integer({ min: 1, max: 30 }), integer({ min: 1, max: 30 }))
  assert(
    property(array(range, { minLength: 1, maxLength: 5 }), uniqueArray(integer({ min: 1, max: 30 })), (ranges, numbers) => {
      const existing = [...numbers].sort((a, b) => a - b)
      const set = readNumberSet(ranges.map(([from, to]) => `${from}:${to}`).join(','), existing)
      const wanted = existing.filter((number) => ranges.some(([a, b]) => number >= Math.min(a, b) && number <= Math.max(a, b)))
      expect([...set!]).toEqual(wanted)
    }),
  )
  expect([...readNumberSet('*', [3, 9])!]).toEqual([9])
  expect([...readNumberSet('4:*', [3, 9])!]).toEqual([9])
  for (const bad of ['', '1,', ':', 'a', '1:2:3', '-1']) expect(readNumberSet(bad, [1])).toBeNull()
})

test('a folder pattern fits as the same regular expression would', () => {
  const letters = string({ unit: constantFrom('A', 'B', '*'), maxLength: 8 })
  assert(
    property(letters, string({ unit: constantFrom('A', 'B'), maxLength: 8 }), (pattern, name) => {
      expect(fitsPattern(pattern, name)).toBe(new RegExp(`^${pattern.replace(/\*+/g, '.*')}$`).test(name))
    }),
  )
})

test('a message survives being dotted, whatever its lines begin with', () => {
  assert(
    property(array(string({ unit: constantFrom('.', 'a', ' '), maxLength: 6 }), { minLength: 1 }), (lines) => {
      const message = `Subject: x\r\n\r\n${lines.join('\r\n')}\r\n`
      const sent = dotted(Buffer.from(message, 'latin1')).toString('latin1')
      expect(sent.endsWith('\r\n.\r\n')).toBe(true)
      expect(sent.indexOf('\r\n.\r\n')).toBe(sent.length - 5)
      expect(sent.slice(0, -3).replace(/^\.\./gm, '.')).toBe(message)
    }),
  )
})

test('no message and no request breaks fetching or searching', () => {
  const mail = makeMailStore(() => 0)
  assert(
    property(uint8Array({ maxLength: 200 }), protocolText, (bytes, request) => {
      const message = mail.deliver('u', Buffer.from(bytes))
      const args = readArguments(request, []) ?? []
      const items = fetchItems(args[0], false) ?? []
      fetchResponse(message, 1, [...items, 'ENVELOPE', 'BODYSTRUCTURE', 'BODY[HEADER.FIELDS (A)]', 'BODY.PEEK[]<0.5>'])
      makeSearch(args, [{ number: 1, message }])?.({ number: 1, message })
      const { header, body } = splitMessage(message.bytes)
      expect(Buffer.from(header + body, 'latin1').equals(message.bytes)).toBe(true)
      expect(chosenFields(header, [], true)).toBe([...fieldsOf(header), '', ''].join('\r\n'))
    }),
  )
})

const encode = (text: string): string => Buffer.from(text, 'utf8').toString('base64')

test('only whole SASL PLAIN messages are read, with the password as it is', () => {
  expect(readPlain(encode('\0taro\0p"a\\s 日 '))).toEqual({ userName: 'taro', password: 'p"a\\s 日 ' })
  expect(readPlain(encode('taro\0taro\0x'))).toEqual({ userName: 'taro', password: 'x' })
  for (const bad of ['', '*', encode('taro'), encode('\0taro'), encode('other\0taro\0x'), encode('\0a\0b\0c'), 'A'.repeat(5000)])
    expect(readPlain(bad)).toBeNull()
})

test('addresses of a header, also of an odd one', () => {
  expect(addressesOf('"Mihon, Taro" <taro@renshu.example>, hanako@renshu.example')).toEqual([
    { name: 'Mihon, Taro', local: 'taro', host: 'renshu.example' },
    { name: null, local: 'hanako', host: 'renshu.example' },
  ])
  expect(addressesOf('<>, ,, "')).toEqual([])
  expect(addressesOf(`${'"'.repeat(50_000)}<`).length).toBeLessThanOrEqual(50)
})
