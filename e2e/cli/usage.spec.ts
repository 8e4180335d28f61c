import { existsSync, mkdtempSync, readdirSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { dropFolder } from '../canary/drop-folder.ts'
import { tell } from '../journey/journey.ts'
import { answer, say } from './say.ts'

const folder = mkdtempSync(path.join(os.tmpdir(), 'usage-'))
const dataDir = path.join(folder, 'data')
afterAll(() => dropFolder(folder))

/** What is typed, the word that is named as wrong, and why. */
const misspelt: readonly (readonly [readonly string[], string, string])[] = [
  [[], 'mail-migrate', 'no-command'],
  [['frob'], 'frob', 'unknown-command'],
  [['constructor'], 'constructor', 'unknown-command'],
  [['run'], 'run', 'operand-missing'],
  [['run', ''], 'run', 'operand-missing'],
  [['run', 'a.txt', ''], 'run', 'operand-missing'],
  [['plan'], 'plan', 'operand-missing'],
  [['read'], 'read', 'operand-missing'],
  [['resume'], 'resume', 'operand-missing'],
  [['undo', 'a', 'b'], 'undo', 'too-many-operands'],
  [['status', '--secrets'], 'status', 'operand-missing'],
  [['providers', 'more'], 'providers', 'too-many-operands'],
  [['clients', 'more'], 'clients', 'too-many-operands'],
  [['run', 'a.txt', '--frob'], '--frob', 'unknown-option'],
  [['run', 'a.txt', '--password=CANARY-1'], '--password', 'unknown-option'],
  [['run', 'a.txt', '-x'], '-x', 'unknown-option'],
  [['run', 'a.txt', '--provider'], '--provider', 'value-missing'],
  [['run', 'a.txt', '--record', '--yes'], '--record', 'value-missing'],
  [['run', 'a.txt', '--data-dir='], '--data-dir', 'value-missing'],
  [['run', 'a.txt', '--yes=1'], '--yes', 'value-not-taken'],
  [['run', 'a.txt', '--provider', 'ocn', '--provider', 'practice'], '--provider', 'given-twice'],
  [['run', 'a.txt', '--thunderbird', '--no-thunderbird'], '--thunderbird --no-thunderbird', 'contradicting'],
  [['run', 'a.txt', '--secrets'], 'run --secrets', 'not-for-this'],
  [['clients', '--skip-portal'], 'clients --skip-portal', 'not-for-this'],
  [['run', 'a.txt', '--vault', 'memory'], '--vault', 'no-such-value'],
  [['run', 'a.txt', '--lang', 'fr'], '--lang', 'no-such-value'],
  [['run', 'a.txt', '--change', 'CANARY-1'], '--change', 'no-such-value'],
  [['run', 'a.txt', '--record', path.join(folder, 'record.txt')], '--record', 'no-pdf'],
  [['run', 'a.txt', '--portal-url', 'ftp://example.jp/'], '--portal-url', 'no-such-value'],
  [['run', 'a.txt', '--portal-url', 'https://me:CANARY-1@example.jp/'], '--portal-url', 'no-such-value'],
  [['run', 'a.txt', '--incoming', 'pop3s://a.jp', '--incoming', 'pop3s://b.jp'], '--incoming', 'given-twice'],
  [['run', 'a.txt', '--portal-url', 'ocn=ftp://example.jp/'], '--portal-url', 'no-such-value'],
  [['probe'], 'probe', 'operand-missing'],
  [['probe', '--incoming', 'pop3s://example.jp'], 'probe', 'operand-missing'],
  [['probe', '--list', 'x.csv', '--at-once', '0'], '--at-once', 'no-such-value'],
  [['practice', '--fault', 'frob'], '--fault frob', 'no-such-value'],
]

describe('a command line that is not understood', () => {
  test.each(misspelt)('%j', async (args, given, reason) => {
    // `practice` is about no run, yet takes the folder like everything else.
    const told = await answer(args.includes('--data-dir=') ? args : [...args, '--data-dir', dataDir])
    expect([told.code, told.problem], told.stderr).toEqual([2, 'bad-usage'])
    expect(told.result['problems'][0].facts).toMatchObject({ given, reason })
    expect(told.stderr).toContain(given)
    expect(told.stdout + told.stderr).not.toContain('CANARY-1')
    expect(existsSync(dataDir)).toBe(false)
  })

  test.each([
    ['ja', '「mail-migrate --help」で使い方を見て'],
    ['en', 'See "mail-migrate --help"'],
  ])('is told to a person in %s, on standard output', async (lang, next) => {
    const said = await say(['run', 'a.txt', '--frob', '--lang', lang])
    expect(said).toMatchObject({ code: 2, stderr: '' })
    expect(said.stdout).toContain('--frob')
    expect(said.stdout).toContain(next)
  })

  test('an unknown provider is answered with those that are known', async () => {
    for (const args of [
      ['run', 'a.txt', '--provider', 'frob'],
      ['read', 'a.txt', '--provider', 'frob'],
      ['password', '--provider', 'frob'],
    ]) {
      const told = await answer(args)
      expect([told.code, told.problem]).toEqual([2, 'provider-unknown'])
      expect(told.stderr).toMatch(/frob[^]*biglobe-ef/)
    }
  })

  test.each([
    'pop3://',
    'http://example.jp',
    'pop3://example.jp:0',
    'pop3://example.jp:70000',
    'pop3s://example.jp?security=none',
    'smtp://example.jp',
    'pop3://me:CANARY-1@example.jp',
  ])('the incoming server %s is refused without a word of what may be a password', async (url) => {
    const told = await answer(['run', 'a.txt', '--incoming', url])
    expect([told.code, told.problem]).toEqual([2, 'endpoint-invalid'])
    expect(told.stdout + told.stderr).not.toContain('CANARY-1')
  })

  test('help and version end well, with a result for machines', async () => {
    for (const option of ['--help', '--version']) expect((await answer([option])).code).toBe(0)
    const said = await say(['--help', '--lang', 'en'])
    expect(said.code).toBe(0)
    for (const command of [
      'run',
      'plan',
      'read',
      'resume',
      'undo',
      'status',
      'probe',
      'clients',
      'password',
      'providers',
      'practice',
    ])
      expect(said.stdout).toContain(`mail-migrate ${command}`)
  })

  test.each(['SIGTERM', 'SIGINT'] as const)('practice ended by %s takes its folder with it', async (signal) => {
    const told = await tell(['practice'], {
      onLine: (line, child) => {
        if (line['type'] === 'practice') child.kill(signal)
      },
    })
    expect([told.code, told.result]).toMatchObject([0, { type: 'result', outcome: 'done' }])
    const where = told.lines.find((line) => line['type'] === 'practice')
    expect([existsSync(path.dirname(where?.['sheetFile'])), existsSync(where?.['folder'])]).toEqual([false, false])
  })

  test('nothing was written anywhere', () => expect(readdirSync(folder)).toEqual([]))
})
