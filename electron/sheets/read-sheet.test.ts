import { execFileSync } from 'node:child_process'
import { mkdtempSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { providers } from '../../shared/provider/index.ts'
import { readObject } from '../../shared/sheet/read-object.ts'
import { readSheet, sheetReaders } from './index.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'sheets-'))
afterAll(() => rmSync(folder, { recursive: true }))

const never = new AbortController().signal
const write = (name: string, bytes: Uint8Array | string): string => {
  const file = path.join(folder, name)
  writeFileSync(file, bytes)
  return file
}
const codeOf = async (file: string, stop: AbortSignal = never): Promise<string> => {
  const read = await readSheet(file, providers, null, stop)
  return read.ok ? (read.value.accounts.problem?.code ?? 'ok') : read.problem.code
}

const fixtures = path.join(import.meta.dirname, 'fixtures', 'text')
const expected = JSON.parse(readFileSync(path.join(fixtures, 'expected.json'), 'utf8')) as object

describe('one card in every encoding a sender may use', () => {
  test.each(readdirSync(fixtures).filter((name) => name.endsWith('.txt')))('%s', async (name) => {
    const read = await readSheet(path.join(fixtures, name), providers, null, never)
    if (!read.ok) throw new Error(read.problem.code)
    const { file: _, ...sheet } = readObject(read.value.accounts, () => '')
    // EUC-JP and ISO-2022-JP know neither Windows' wave dash nor its ladder 髙.
    const plain = (value: object): object =>
      JSON.parse(JSON.stringify(value).replaceAll('髙', '高').replaceAll('〜', '～')) as object
    expect(plain(sheet)).toEqual(plain(expected))
    expect(read.value.sha256).toMatch(/^[0-9a-f]{64}$/)
  })
})

describe('what is no sheet', () => {
  test.each([
    ['empty.txt', '', 'sheet-empty'],
    ['blank.txt', '\ufeff \r\n\t\r\n', 'sheet-empty'],
    ['program.bin', Uint8Array.from({ length: 4000 }, (_, at) => (at * 7) % 256), 'sheet-kind-unknown'],
    ['noise.txt', Uint8Array.from({ length: 400 }, (_, at) => 0x80 + ((at * 37) % 0x80)), 'sheet-kind-unknown'],
    ['card.pdf', '%PDF-1.7\n', 'sheet-kind-unknown'],
    ['nul-later.txt', `${'a'.repeat(5000)}\0`, 'sheet-kind-unknown'],
    ['half-utf16.txt', Uint8Array.from([0xff, 0xfe, 0x42]), 'sheet-kind-unknown'],
    ['huge.txt', 'a\n'.repeat(600_000), 'sheet-too-large'],
    ['letter.txt', 'お世話になっております。', 'sheet-not-recognised'],
  ])('%s', async (name, bytes, code) => {
    expect(await codeOf(write(name, bytes))).toBe(code)
  })

  test('a missing file, a folder, a pipe without an end', async () => {
    expect(await codeOf(path.join(folder, 'none.txt'))).toBe('file-missing')
    mkdirSync(path.join(folder, 'a.txt'))
    expect(await codeOf(path.join(folder, 'a.txt'))).toBe('file-unreadable')
    if (process.platform === 'win32') return
    execFileSync('mkfifo', [path.join(folder, 'pipe')])
    expect(await codeOf(path.join(folder, 'pipe'))).toBe('file-unreadable')
    expect(await codeOf('/dev/zero')).toBe('file-unreadable')
  })

  test('a wish to stop is heard', async () => {
    expect(await codeOf(path.join(fixtures, 'utf-8.txt'), AbortSignal.abort())).toBe('cancelled')
  })
})

test('each kind of reader is listed once', () => {
  expect(new Set(sheetReaders.map(({ kind }) => kind)).size).toBe(sheetReaders.length)
})
