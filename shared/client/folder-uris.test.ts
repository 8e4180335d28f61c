import { describe, expect, it } from 'vitest'
import { moveFolderUris, rootUri, type FolderRoot } from './folder-uris.ts'

const from: FolderRoot = { type: 'pop3', userName: 'taro@example.jp', host: 'pop.example.jp' }
const to: FolderRoot = { type: 'pop3', userName: 'taro2@example.jp', host: 'new.example.jp' }
const [old, next] = ['mailbox://taro%40example.jp@pop.example.jp', 'mailbox://taro2%40example.jp@new.example.jp']

describe('folder addresses', () => {
  it('are built as Thunderbird builds them', () => {
    expect(rootUri(from)).toBe(old)
    expect(rootUri({ type: 'imap', userName: '太郎', host: '::1' })).toBe('imap://%E5%A4%AA%E9%83%8E@%5B%3A%3A1%5D')
  })

  it.each([
    ['the root itself', old, next],
    ['a folder in it', `${old}/Sent`, `${next}/Sent`],
    ['several in one line', `scope=${old}/A|${old}/B\r\nuri=${old}`, `scope=${next}/A|${next}/B\r\nuri=${next}`],
    ['in quotes', `actionValue="${old}/\x93\xfa"`, `actionValue="${next}/\x93\xfa"`],
    ['with another case of host', 'mailbox://taro%40example.jp@POP.Example.jp/x', `${next}/x`],
  ])('follow: %s', (_name, text, expected) => {
    expect(moveFolderUris(text, from, to)).toBe(expected)
  })

  it.each([
    ['another scheme', 'imap://taro%40example.jp@pop.example.jp/x'],
    ['a longer host', `${old}.example/x`],
    ['a port behind it', `${old}:110/x`],
    ['a longer user', 'mailbox://xtaro%40example.jp@pop.example.jp/x'],
    ['a longer scheme', `x${old}`],
    ['another case of user', 'mailbox://Taro%40example.jp@pop.example.jp/x'],
  ])('stay: %s', (_name, text) => {
    expect(moveFolderUris(text, from, to)).toBe(text)
  })

  it('a dollar in the new name is a dollar', () => {
    expect(moveFolderUris(old, from, { ...to, userName: '$&$1' })).toContain('%24%26%241')
  })
})
