import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { secretForms } from '../../shared/base/secret.ts'
import { dropFolder } from '../canary/drop-folder.ts'
import { registerSecret } from '../canary/register.ts'

const run = promisify(execFile)
let home: string

beforeEach(async () => {
  home = await mkdtemp(path.join(tmpdir(), 'keyring-'))
})
afterEach(() => dropFolder(home))

const room = (name: string) => JSON.stringify(new URL(`../../electron/store/${name}.ts`, import.meta.url).href)
const base = JSON.stringify(new URL('../../shared/base/secret.ts', import.meta.url).href)

/** Runs a script in a login session of its own, with a home of its own, and gives what it printed as JSON. */
async function inSession(before: string, body: string, extra: Readonly<Record<string, string>> = {}): Promise<unknown> {
  const script = `
    const { osVault } = await import(${room('os-vault')})
    const { checkVault } = await import(${room('check-vault')})
    const { Secret } = await import(${base})
    const ref = (of) => ({ run: '20261120-061503-k3f9', for: of, realms: ['mail'], which: 'new' })
    const plain = (result) => result.ok ? (result.value instanceof Secret ? result.value.reveal() : 'ok') : result.problem.code + ' ' + result.problem.facts.cause
    const seen = []
    ${body}
    console.log(JSON.stringify(seen))`
  const env = { HOME: home, XDG_RUNTIME_DIR: home, PATH: process.env['PATH'] ?? '', LANG: 'C.UTF-8', ...extra }
  const { stdout } = await run(
    'dbus-run-session',
    ['--', 'bash', '-c', `${before} exec "$0" --input-type=module -e "$1"`, process.execPath, script],
    {
      env,
      timeout: 60_000,
    },
  )
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '')
}

registerSecret('a value in the keyring', 'CANARY-3141-値')
registerSecret('the keyring’s password', 'keyring-test-password')
const unlocked = 'printf keyring-test-password | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1;'

describe('the real Secret Service', () => {
  it('keeps, gives and drops what keytar hands it, character for character', async () => {
    const values = [
      '新しいパスワード①髙',
      'x'.repeat(1000),
      'あ'.repeat(1000),
      ' spaces around ',
      '"quotes\\ and $(echo)',
      '💌',
      'e\u0301',
    ]
    const seen = await inSession(
      unlocked,
      `const vault = osVault(20_000)
       seen.push(plain(await checkVault(vault)))
       for (const [index, value] of ${JSON.stringify(values)}.entries()) {
         seen.push(plain(await vault.put(ref('m' + index), new Secret(value))))
         seen.push(plain(await osVault(20_000).get(ref('m' + index))))
       }
       await vault.put(ref('m0'), new Secret('changed'))
       seen.push(plain(await vault.get(ref('m0'))))
       seen.push(plain(await vault.drop(ref('m0'))), plain(await vault.drop(ref('m0'))))
       seen.push((await vault.get(ref('m0'))).problem.code, plain(await vault.get(ref('m1'))))`,
    )
    expect(seen).toEqual(['ok', ...values.flatMap((value) => ['ok', value]), 'changed', 'ok', 'ok', 'secret-missing', values[1]])
  })

  it('keeps over a restart of the store, and not in the clear', async () => {
    await inSession(unlocked, `seen.push(plain(await osVault().put(ref('taro@example.jp'), new Secret('CANARY-3141-値'))))`)
    expect(await inSession(unlocked, `seen.push(plain(await osVault().get(ref('taro@example.jp'))))`)).toEqual(['CANARY-3141-値'])
    const files = await readdir(home, { recursive: true, withFileTypes: true })
    const contents = await Promise.all(
      files.filter((file) => file.isFile()).map((file) => readFile(path.join(file.parentPath, file.name))),
    )
    expect(contents.length).toBeGreaterThan(0)
    for (const form of secretForms('CANARY-3141-値')) expect(contents.filter((content) => content.includes(form))).toEqual([])
  })

  it('refuses a value it could not give back whole, and keeps no part of it', async () => {
    const seen = await inSession(
      unlocked,
      `const vault = osVault(20_000)
       seen.push(plain(await vault.put(ref('a'), new Secret('before\\u0000after'))), (await vault.get(ref('a'))).problem.code)`,
    )
    expect(seen).toEqual(['vault-unavailable read-back-differs', 'secret-missing'])
  })
})

describe('no usable store', () => {
  it('without a session bus says so at once', async () => {
    const body = `const started = Date.now(); seen.push(plain(await checkVault(osVault(20_000))), Date.now() - started < 10_000)`
    expect(await inSession('unset DBUS_SESSION_BUS_ADDRESS;', body, { XDG_RUNTIME_DIR: path.join(home, 'none') })).toEqual([
      'vault-unavailable no-session-bus',
      true,
    ])
  })

  it('with a keyring nobody has unlocked says that it is locked', async () => {
    expect(await inSession('', `seen.push(plain(await checkVault(osVault(20_000))))`)).toEqual(['vault-locked locked'])
  })

  it('with a prompt nobody answers gives up in time, and the process can end', async () => {
    // With a screen there, the keyring's own window asks for a password and waits. The bus starts it, so the bus needs the screen.
    const screen = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '640x480x8', '-nolisten', 'tcp'], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    })
    try {
      const number = String(await once(screen.stdio[3]!, 'data')).trim()
      const started = Date.now()
      const seen = await inSession('', `seen.push(plain(await checkVault(osVault(3000))))`, { DISPLAY: `:${number}` })
      expect(seen).toEqual(['vault-locked timed-out'])
      expect(Date.now() - started).toBeLessThan(20_000)
    } finally {
      screen.kill()
    }
  })
})
