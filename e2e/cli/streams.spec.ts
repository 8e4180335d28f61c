import { spawn } from 'node:child_process'
import { openSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cli, inData, openWorld, passphrase, roadTo, tell, type World } from '../journey/journey.ts'
import { answer, say } from './say.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const env = { ...process.env, MAIL_MIGRATE_VAULT_PASSPHRASE: passphrase }

/** Ends reading after the first bytes, as `| head` does. */
function leaveEarly(args: readonly string[]): Promise<number | null> {
  const child = spawn(process.execPath, [cli, ...args], { env, stdio: ['ignore', 'pipe', 'ignore'] })
  child.stdout.once('data', () => child.stdout.destroy())
  return new Promise((resolve) => child.on('close', (code) => resolve(code)))
}

describe('standard output', () => {
  test('a reader who leaves stops a run at a safe point, and it never looks like success', async () => {
    expect(await leaveEarly(['run', world.stage.sheetFile, ...roadTo(world), '--json'])).toBe(130)
    expect(world.practice.events().filter((event) => event.what === 'post')).toEqual([])
    const { runs } = (await answer(['status', ...inData(world)])).result
    expect(runs.map((run: { outcome: string }) => run.outcome)).toEqual(['stopped'])
  })

  test('a reader who leaves early takes nothing away from what only shows', async () => {
    expect(await leaveEarly(['--help'])).toBe(0)
  })

  test.runIf(process.platform === 'linux')('that cannot be written is no success', async () => {
    const full = openSync('/dev/full', 'w')
    const child = spawn(process.execPath, [cli, 'providers', '--json'], { env, stdio: ['ignore', full, 'ignore'] })
    expect(await new Promise((resolve) => child.on('close', resolve))).toBe(1)
  })
})

describe('standard input', () => {
  test.each<readonly [string, string | Buffer, number]>([
    ['nothing', '', 2],
    ['an empty line', '\n', 2],
    ['a sound password', 'kU7wq-Lm3xT9\n', 0],
    ['one with a byte order mark and CR LF', '\ufeffkU7wqLm3xT9\r\n', 0],
    ['a control character', 'kU7w\u0007Lm3xT9\n', 2],
    ['a line of two megabytes', 'a'.repeat(1 << 21), 2],
  ])('password --check: %s', async (_name, stdin, code) => {
    const said = await say(['password', '--provider', 'practice', '--check'], { stdin })
    expect(said.code, said.stdout + said.stderr).toBe(code)
    expect(said.stdout).not.toContain('kU7w')
  })

  test.runIf(process.platform === 'linux')('one that never ends, and one that is a folder, end', async () => {
    for (const place of ['/dev/zero', world.folder]) {
      const input = openSync(place, 'r')
      const child = spawn(process.execPath, [cli, 'password', '--provider', 'practice', '--check'], {
        env,
        stdio: [input, 'ignore', 'ignore'],
      })
      expect(await new Promise((resolve) => child.on('close', resolve)), place).toBe(2)
    }
  })
})

describe('a check of mailboxes', () => {
  const account = () => world.practice.accounts[0]!
  const password = () => world.practice.currentPasswordOf(account().userName).reveal()
  const row = () =>
    [account().address, account().userName, world.practice.urls.pop3s, world.practice.urls.smtp, password()].join(',')
  const head = 'address,userName,incoming,outgoing,password'
  const list = (text: string | Buffer) => {
    const file = path.join(world.folder, 'list.csv')
    writeFileSync(file, text)
    return answer(['probe', '--list', file, '--ca', world.stage.caFile])
  }

  test('bad rows are told by their line, hide no others and show no password', async () => {
    const rows = [
      head,
      row(),
      `x@y.example,,${world.practice.urls.pop3s},,${password()}`,
      `x,${password()}`,
      `x@y.example,u,junk,,${password()}`,
    ]
    const told = await list(`${rows.join('\r\n')}\r\n`)
    expect([told.code, told.result]).toEqual([3, { type: 'result', checked: 4, ok: 1, failed: 3 }])
    const lines = told.lines.filter((line) => 'line' in line).map((line) => [line['line'], line['ok'], line['problem']?.code])
    expect(lines).toEqual(
      expect.arrayContaining([
        [2, true, undefined],
        [3, false, 'sheet-incomplete'],
        [4, false, 'sheet-doubtful'],
        [5, false, 'endpoint-invalid'],
      ]),
    )
    expect(told.stdout + told.stderr).not.toContain(password())
  })

  test.each<readonly [string, () => string | Buffer, string]>([
    ['empty', () => '', 'sheet-empty'],
    ['without rows', () => `${head}\n`, 'sheet-empty'],
    ['without its head', () => `${row()}\n`, 'file-unreadable'],
    ['with a quote that never ends', () => `${head}\n"${row()}\n`, 'file-unreadable'],
    ['in no known encoding', () => Buffer.from([0xff, 0xfe, 0x00, 0x80, 0xff]), 'file-unreadable'],
  ])('a list %s', async (_name, text, code) => {
    const told = await list(text())
    expect([told.code, told.problem]).toEqual([2, code])
    expect(told.stderr).toContain('list.csv')
    expect(told.stdout + told.stderr).not.toContain(password())
  })

  test('one mailbox: right, wrong, without a password, without its authority, at a closed door', async () => {
    const one = (incoming: string, stdin: string, ...more: string[]) =>
      tell(['probe', '--incoming', incoming, '--user', account().userName, ...more], { stdin })
    const ca = ['--ca', world.stage.caFile]
    const { pop3s } = world.practice.urls
    const outcomes = [
      await one(pop3s, password(), ...ca),
      await one(pop3s, 'Wrong1234\n', ...ca),
      await one(pop3s, '', ...ca),
      await one(pop3s, `${password()}\n`),
      await one('pop3s://localhost:9', `${password()}\n`),
    ]
    expect(
      outcomes.map(({ code, result }) => [
        code,
        (result['problems'] ?? [])[0]?.code ?? result['probes'][0].problem?.code ?? null,
      ]),
    ).toEqual([
      [0, null],
      [3, 'sign-in-refused'],
      [2, 'password-empty'],
      [3, 'tls-untrusted'],
      [3, 'refused'],
    ])
    for (const { stdout, stderr } of outcomes) expect(stdout + stderr).not.toContain(password())
  })
})
