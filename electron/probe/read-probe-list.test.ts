import { describe, expect, it } from 'vitest'
import { readProbeList } from './read-probe-list.ts'

const head = 'address,userName,incoming,outgoing,password'
const line = (password: string): string => `taro@example.jp,taro,pop3s://pop.example.jp,smtp://smtp.example.jp,${password}`
const entries = (text: string | Uint8Array) => {
  const read = readProbeList(typeof text === 'string' ? Buffer.from(text) : text)
  if (!read.ok) throw new Error(read.problem.code)
  return read.value.map((entry) => ('row' in entry ? { ...entry.row, password: entry.row.password.reveal() } : entry.bad))
}

describe('a list of mailboxes', () => {
  it('reads doors, names and passwords', () => {
    expect(entries(`${head}\r\n${line('pass-1')}\r\n`)).toEqual([
      {
        line: 2,
        address: 'taro@example.jp',
        userName: 'taro',
        password: 'pass-1',
        incoming: { protocol: 'pop3', host: 'pop.example.jp', port: 995, security: 'tls' },
        outgoing: { protocol: 'smtp', host: 'smtp.example.jp', port: 587, security: 'starttls' },
      },
    ])
  })

  it.each([
    ['"a,b"', 'a,b'],
    ['"a""b"', 'a"b'],
    [' a b ', ' a b '],
    ['a"b', 'a"b'],
    ["'=1+1", "'=1+1"],
    ['パス', 'パス'],
  ])('the password %s is taken as it stands', (written, password) => {
    expect(entries(`${head}\n${line(written)}\n`)).toMatchObject([{ password }])
  })

  it('takes columns in any order and case, a BOM, blank lines', () => {
    expect(
      entries('\ufeffPassword,OUTGOING,incoming,username,address\n\np,,imaps://i.example.jp,taro,t@example.jp\n'),
    ).toMatchObject([
      { password: 'p', outgoing: null, incoming: { protocol: 'imap', port: 993 }, userName: 'taro', address: 't@example.jp' },
    ])
  })

  it('reads CP932 as Excel writes it', () => {
    const cp932 = Buffer.concat([
      Buffer.from(`${head}\r\n`),
      Buffer.from('9b40', 'hex'),
      Buffer.from(',taro,pop3s://pop.example.jp,,p'),
      Buffer.from('835c', 'hex'),
      Buffer.from('\r\n'),
    ])
    expect(entries(cp932)).toMatchObject([{ address: '奸', password: 'pソ' }])
  })

  it.each([
    ['taro@example.jp,taro,nonsense,,CANARY', 'endpoint-invalid', 'incoming'],
    ['taro@example.jp,taro,smtps://x,,CANARY', 'endpoint-invalid', 'incoming'],
    ['taro@example.jp,taro,pop3s://x,imaps://x,CANARY', 'endpoint-invalid', 'outgoing'],
    ['taro@example.jp,taro,CANARY,smtps://x,p', 'endpoint-invalid', 'incoming'],
    ['taro@example.jp,taro,,,CANARY', 'sheet-incomplete', 'incoming'],
    [',taro,pop3s://x,,CANARY', 'sheet-incomplete', 'address'],
    ['taro@example.jp,,pop3s://x,,CANARY', 'sheet-incomplete', 'userName'],
    ['taro@example.jp,taro,pop3s://x,,', 'password-empty', 'password'],
    ['taro@example.jp,taro,pop3s://x,,CANARY,more', 'sheet-doubtful', undefined],
    ['CANARY', 'sheet-doubtful', undefined],
  ])('a bad line says where, and nothing of what stands there: %s', (bad, code, column) => {
    const read = entries(`${head}\n${line('p')}\n${bad}\n${line('q')}\n`)
    expect(read).toMatchObject([
      { line: 2 },
      { line: 3, problem: { code, facts: { line: 3, ...(column ? { column } : {}) } } },
      { line: 4 },
    ])
    expect(JSON.stringify(read)).not.toContain('CANARY')
  })

  it.each([
    ['', 'sheet-empty'],
    ['a,b,c\n1,2,3\n', 'file-unreadable'],
    [head, 'sheet-empty'],
    [`${head}\n"${line('CANARY')}`, 'file-unreadable'],
  ])('what is no list: %j', (text, code) => {
    const read = readProbeList(Buffer.from(text))
    expect(read).toMatchObject({ ok: false, problem: { code } })
    expect(JSON.stringify(read)).not.toContain('CANARY')
  })

  it('refuses bytes in no known encoding', () => {
    expect(readProbeList(Buffer.from([0xff, 0xfe, 0x00, 0x80, 0xff]))).toMatchObject({
      ok: false,
      problem: { code: 'file-unreadable' },
    })
  })
})
