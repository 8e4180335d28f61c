import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { filesBelow, openWorld, roadTo, type World } from '../journey/journey.ts'
import { answer } from './say.ts'

let world: World
let folder: string
let before: ReadonlyMap<string, Buffer>
const old = (): string => world.practice.currentPasswordOf(world.practice.accounts[0]!.userName).reveal()

beforeAll(async () => {
  world = await openWorld()
  folder = path.join(world.folder, 'given')
  mkdirSync(folder)
  before = filesBelow(world.stage.thunderbirdRoot)
})
afterAll(() => world.close())

let count = 0
function file(bytes: string | Buffer, ending = '.txt'): string {
  const name = path.join(folder, `${(count += 1)}${ending}`)
  writeFileSync(name, bytes)
  return name
}
const wide = (text: string): Buffer => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])
const run = (sheet: string, ...more: string[]) => answer(['run', sheet, ...roadTo(world, ...more)])

describe('sheets', () => {
  test.each<readonly [string, () => string | Buffer, string]>([
    ['nothing', () => '', 'sheet-empty'],
    ['blanks', () => ' \r\n\u3000\n', 'sheet-empty'],
    ['two megabytes', () => 'あ'.repeat(700_000), 'sheet-too-large'],
    ['zeros', () => Buffer.alloc(3000), 'sheet-kind-unknown'],
    ['a PDF', () => '%PDF-1.7 x', 'sheet-kind-unknown'],
    [
      'bytes of no encoding',
      () => Buffer.from(Array.from({ length: 4000 }, (_, at) => 1 + ((at * 151) % 255))),
      'sheet-kind-unknown',
    ],
    ['an invoice', () => '請求書\nご請求金額 12,300円\nお支払期限 2026年12月31日\n振込先 みほん銀行\n', 'sheet-not-recognised'],
  ])('%s', async (_name, content, code) => {
    const sheet = file(content())
    const told = await run(sheet)
    expect([told.code, told.problem], told.stderr).toEqual([2, code])
    const read = await answer(['read', sheet])
    expect([read.code, read.result['sheets'][0].problem.code]).toEqual([2, code])
  })

  test('what is no file: missing, a folder, a dangling link, a device', async () => {
    const link = path.join(folder, 'dangling')
    symlinkSync(path.join(folder, 'nowhere'), link)
    const places = [path.join(folder, 'missing'), folder, link, ...(process.platform === 'linux' ? ['/dev/zero'] : [])]
    const codes = ['file-missing', 'file-unreadable', 'file-missing', 'file-unreadable']
    for (const [at, place] of places.entries()) {
      const told = await run(place)
      expect([told.code, told.problem], place).toEqual([2, codes[at]])
    }
  })

  test('a sheet is read in every encoding a sender uses, and through a link', async () => {
    const text = world.practice.sheetText
    const link = path.join(folder, 'link')
    symlinkSync(world.stage.sheetFile, link)
    for (const sheet of [file(`\ufeff${text}`), file(wide(text)), link]) {
      const told = await answer(['plan', sheet, ...roadTo(world)])
      expect([told.code, told.result['mailboxes'].length], told.stderr).toEqual([0, 2])
    }
  })

  test('a mailbox that is not on it', async () => {
    const told = await run(world.stage.sheetFile, '--mailbox', 'nobody@renshu.example')
    expect([told.code, told.problem]).toEqual([2, 'mailbox-not-on-sheet'])
  })

  test('one bad file does not hide the others', async () => {
    const told = await answer(['read', path.join(folder, 'missing'), world.stage.sheetFile])
    expect(told.code).toBe(2)
    expect(told.result['sheets'].map((sheet: { mailboxes: unknown[] }) => sheet.mailboxes.length)).toEqual([0, 2])
  })
})

describe('a password file', () => {
  test.each<readonly [string, () => string | Buffer, string]>([
    ['empty', () => '', 'password-empty'],
    ['a line end only', () => '\r\n', 'password-empty'],
    ['trailing blanks', () => 'Abcd1234efgh  \n', 'password-rule-broken'],
    ['a control character', () => 'Abcd\u00011234\n', 'password-control-character'],
    ['two lines', () => 'Abcd1234efgh\nAbcd1234efgh\n', 'password-control-character'],
    ['too short', () => 'aB3\n', 'password-rule-broken'],
    ['a megabyte', () => 'a'.repeat(1 << 20), 'password-rule-broken'],
    ['more than a megabyte', () => 'a'.repeat((1 << 20) + 1), 'file-unreadable'],
    ['another encoding', () => wide('Abcd1234efgh'), 'file-unreadable'],
    ['the old password', () => `${old()}\n`, 'password-equals-old'],
  ])('%s', async (_name, content, code) => {
    const told = await run(world.stage.sheetFile, '--new-password-file', file(content()))
    expect([told.code, told.problem], told.stderr).toEqual([2, code])
    expect(told.stdout + told.stderr).not.toMatch(/1234efgh|aB3|aaaaaaaa/)
    expect(told.stdout + told.stderr).not.toContain(old())
  })

  test.runIf(process.platform === 'linux')('that never ends', async () => {
    const told = await run(world.stage.sheetFile, '--new-password-file', '/dev/zero')
    expect([told.code, told.problem]).toEqual([2, 'file-unreadable'])
  })

  test.each(['\ufeffAbcd1234efgh\r\n', 'Abcd1234efgh'])('%j is taken without its mark and line end', async (text) => {
    const told = await answer(['plan', world.stage.sheetFile, ...roadTo(world, '--new-password-file', file(text))])
    expect([told.code, told.result['outcome']], told.stderr).toEqual([0, 'done'])
  })
})

describe('other files', () => {
  test.each([
    ['no certificate', 'hello\n'],
    ['a damaged one', '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n'],
  ])('a trusted authority that is %s', async (_name, text) => {
    for (const args of [
      ['run', world.stage.sheetFile],
      ['probe', '--incoming', 'pop3s://localhost', '--user', 'x'],
    ]) {
      const told = await answer([...args, '--ca', file(text)])
      expect([told.code, told.problem]).toEqual([2, 'file-unreadable'])
    }
  })

  test('a record that could not be written is known before anything is done', async () => {
    mkdirSync(path.join(folder, 'taken.pdf'))
    const missing = await run(world.stage.sheetFile, '--record', path.join(folder, 'missing', 'record.pdf'))
    expect([missing.code, missing.problem]).toEqual([2, 'file-missing'])
    const taken = await run(world.stage.sheetFile, '--record', path.join(folder, 'taken.pdf'))
    expect([taken.code, taken.problem]).toEqual([3, 'file-not-writable'])
  })

  test('a Thunderbird that cannot be read is not one without the account', async () => {
    const root = path.join(folder, 'thunderbird')
    mkdirSync(path.join(root, 'p'), { recursive: true })
    writeFileSync(path.join(root, 'profiles.ini'), '[Profile0]\nName=p\nIsRelative=1\nPath=p\n')
    writeFileSync(path.join(root, 'p', 'prefs.js'), Buffer.alloc(200))
    const broken = await run(world.stage.sheetFile, '--thunderbird-root', root)
    expect([broken.code, broken.problem], broken.stderr).toEqual([2, 'bad-usage'])
    const road = roadTo(world)
    road[road.indexOf('--thunderbird-root') + 1] = root
    const damaged = await answer(['run', world.stage.sheetFile, ...road])
    expect([damaged.code, damaged.problem], damaged.stderr).toEqual([3, 'client-unreadable'])
    const clients = await answer(['clients', '--thunderbird-root', root])
    expect([clients.code, clients.result['clients'][0].findings]).toEqual([0, ['client-unreadable']])
    road[road.indexOf('--thunderbird-root') + 1] = path.join(folder, 'nowhere')
    expect((await answer(['run', world.stage.sheetFile, ...road])).code).toBe(2)
  })

  test('Outlook, asked for by name where there is none, is said to be missing', async () => {
    const told = await run(world.stage.sheetFile, '--outlook')
    expect([told.code, told.problem]).toEqual([3, 'client-not-found'])
  })
})

test('of all this nothing reached the provider or the mail program', () => {
  expect(world.practice.events()).toEqual([])
  expect(filesBelow(world.stage.thunderbirdRoot)).toEqual(before)
})
