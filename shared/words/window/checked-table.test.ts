import { expect, test } from 'vitest'
import { checkedCsv } from './checked-table.ts'

const problem = { code: 'sign-in-refused' as const, again: 'after-person' as const, facts: { host: 'mail.example.jp' } }
const probe = { url: 'pop3s://mail.example.jp:995', ok: false, ms: 4, problem }

test('every row of a checked list is a row of the table; hostile cells are words', () => {
  const rows = [
    { line: 2, address: 'taro@example.jp', ok: true, probes: [], problem: null },
    { line: 3, address: '=cmd|"/c calc"!A1', ok: false, probes: [probe], problem: null },
  ]
  const lines = checkedCsv(rows, 'ja').split('\r\n')
  expect(lines).toHaveLength(4)
  expect(lines[0]).toMatch(/^\uFEFF"行","/)
  expect(lines[1]).toBe('"2","taro@example.jp","使えます",""')
  expect(lines[2]).toMatch(/^"3","'=cmd\|""\/c calc""!A1","使えません",".+"$/)
  expect(checkedCsv([], 'en')).toMatch(/^\uFEFF"Line",.*\r\n$/)
})
