import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { writeRecordPdf } from '../../electron/papers/record-pdf.ts'
import { Secret } from '../../shared/base/secret.ts'
import { goodProof } from '../../shared/proof/fixtures/proofs.ts'
import { forbidden } from './allowed.ts'
import { suitePlaces } from './register.ts'
import { makeScan, searchBelow } from './search.ts'

/** Never registered: these tests plant it, and the suite must not fail for it. */
const planted = { what: 'planted', value: 'Pl"&+ %\\7$ü<t' }
let folder: string
beforeEach(() => (folder = mkdtempSync(path.join(os.tmpdir(), 'planted-'))))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const found = (): readonly string[] => searchBelow(folder, makeScan([planted])).map(({ file, form }) => `${file}: ${form}`)
const plant = (name: string, content: string | Buffer): void => {
  mkdirSync(path.dirname(path.join(folder, name)), { recursive: true })
  writeFileSync(path.join(folder, name), content)
}

describe('the search', () => {
  test.each<readonly [string, (secret: string) => string | Buffer, string]>([
    ['clear', (secret) => secret, 'clear'],
    ['base64', (secret) => Buffer.from(secret).toString('base64'), 'base64'],
    ['a SASL line', (secret) => Buffer.from(`\0taro\0${secret}`).toString('base64'), 'base64'],
    ['base64 one letter on', (secret) => Buffer.from(`ab\0${secret}!`).toString('base64'), 'base64'],
    ['base64url', (secret) => Buffer.from(secret).toString('base64url'), 'base64'],
    ['a query', (secret) => `?a=1&p=${encodeURIComponent(secret)}&b=2`, 'url'],
    ['a form', (secret) => new URLSearchParams({ p: secret }).toString(), 'form'],
    ['JSON', (secret) => JSON.stringify({ p: secret }), 'escaped'],
    ['HTML', (secret) => secret.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;'), 'escaped'],
    ['UTF-16 little', (secret) => Buffer.from(secret, 'utf16le'), 'utf16le'],
    ['UTF-16 big', (secret) => Buffer.from(secret, 'utf16le').swap16(), 'utf16be'],
    ['UTF-16 in base64', (secret) => Buffer.from(secret, 'utf16le').toString('base64'), 'base64'],
    ['hex', (secret) => Buffer.from(secret).toString('hex'), 'hex'],
  ])('finds it as %s, at the start, in the middle and at the end of a file', (_name, written, form) => {
    const bytes = Buffer.from(written(planted.value))
    const filler = Buffer.alloc(70_000, 'filler ')
    for (const parts of [[bytes], [filler, bytes, filler], [bytes, filler], [filler, bytes]]) {
      plant('deep/down/log', Buffer.concat(parts))
      expect(found()).toEqual(expect.arrayContaining([`deep/down/log: ${form}`]))
    }
  })

  test('finds nothing where a letter is missing', () => {
    plant('log', planted.value.slice(1))
    plant('other', planted.value.slice(0, -1))
    expect(found()).toEqual([])
  })

  test('finds it in a name and in where a link leads', () => {
    const plain = { what: 'planted', value: 'Planted-name-1' }
    plant('Planted-name-1.txt', 'x')
    symlinkSync('/nowhere/Planted-name-1', path.join(folder, 'link'))
    expect(
      searchBelow(folder, makeScan([plain]))
        .map(({ file }) => file)
        .toSorted(),
    ).toEqual(['Planted-name-1.txt', 'link'])
  })

  test('finds it printed on a page', async () => {
    const plain = { what: 'planted', value: 'A3fHn7WKtr49' }
    const wish = { secretsToPrint: [{ for: 'taro@example.jp', password: new Secret(plain.value) }] }
    plant('record.pdf', Buffer.from(await writeRecordPdf(goodProof, wish, 'ja')))
    expect(readFileSync(path.join(folder, 'record.pdf')).includes(plain.value)).toBe(false)
    expect(searchBelow(folder, makeScan([plain]))).toEqual([{ file: 'record.pdf', what: 'planted', form: 'clear' }])
  })

  test('lets the customer’s paper hold passwords, and no neighbour of it', () => {
    const finding = (file: string) => ({ file, what: 'x', form: 'clear' })
    const names = [
      'journey-1/stage/会員証.txt',
      'journey-1/data/runs/1/journal.jsonl',
      'journey-1/会員証.txt.bak',
      'said/run-1-said.txt',
    ]
    expect(forbidden(names.map(finding)).map(({ file }) => file)).toEqual(names.slice(1))
  })
})

/** A suite of its own, of one test that leaves a password behind where `leaves` says. */
function suiteThat(leaves: string): { readonly status: number | null; readonly said: string } {
  const root = path.resolve(import.meta.dirname, '..', '..')
  const { [`CANARY_SUITE`]: _suite, VITEST: _vitest, ...env } = process.env
  const config = path.join(import.meta.dirname, 'planted', 'vitest.config.ts')
  const vitest = path.join(root, 'node_modules', 'vitest', 'vitest.mjs')
  const ended = spawnSync(process.execPath, [vitest, 'run', '--root', root, '--config', config], {
    env: { ...env, PLANT: leaves },
    encoding: 'utf8',
  })
  return { status: ended.status, said: ended.stdout + ended.stderr }
}

describe('the suite as a whole', () => {
  test('works in its own temporary folder and home, which everything it starts inherits', () => {
    const places = suitePlaces()!
    expect([os.tmpdir(), os.homedir()]).toEqual([places.written, path.join(places.written, 'home')])
    const child = spawnSync(process.execPath, ['-p', 'os.tmpdir()'], { encoding: 'utf8' })
    expect(child.stdout.trim()).toBe(places.written)
    expect(existsSync(path.join(places.written, 'control.txt'))).toBe(true)
  })

  test.each([
    ['nothing', 0, 'none was left'],
    ['kept', 1, 'planted/kept.log: the planted password (clear)'],
    ['dropped', 1, 'planted/dropped.log: the planted password (clear)'],
    ['blind', 1, 'does not find'],
  ])('a test of it that leaves %s behind: exit code %i', (leaves, status, words) => {
    const ended = suiteThat(leaves)
    expect(ended.said).toContain(words)
    expect(ended.status, ended.said).toBe(status)
    // The finding tells where, not what.
    expect(ended.said).not.toContain('Planted-by-a-test-1')
  })
})
