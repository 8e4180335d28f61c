import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import type { Fault } from '../../electron/practice/faults.ts'
import { findSecret, formsOf, processesShowing } from '../fakes/find-secret.ts'
import { inData, openWorld, roadTo, tell, type World } from './journey.ts'

let world: World
afterEach(() => world.close())

/** Symbols that HTML, URLs, JSON, shells and regular expressions each write in another way. */
const canary = 'Cn"&+%\\7$y<z'

/** A home and a temporary folder of their own, so that everything the program and its browser write lies below one folder. */
function ownPlaces(): Readonly<Record<string, string>> {
  const places = {
    TMPDIR: 'tmp',
    HOME: 'home',
    XDG_CONFIG_HOME: 'home/config',
    XDG_CACHE_HOME: 'home/cache',
    XDG_DATA_HOME: 'home/data',
  }
  const env = Object.entries(places).map(([name, folder]) => [name, path.join(world.folder, folder)] as const)
  for (const [, folder] of env) mkdirSync(folder, { recursive: true })
  return Object.fromEntries(env)
}

/** The paper and the file the person wrote the new password into hold passwords because that is what they are. */
const ownFiles = (name: string): boolean => name.endsWith('会員証.txt') || name.endsWith('new-password.txt')

const lines: readonly (readonly [string, readonly Fault[], readonly string[], readonly number[]])[] = [
  ['a run that ends well', [], ['--round-trip', '--prove-old-dead'], [0]],
  ['a run the site refuses', [{ name: 'old-password-refused' }], [], [3]],
  ['a run whose commit breaks off', [{ name: 'cut-with-effect' }], [], [0]],
  ['a run with an unknown outcome', [{ name: 'mail-refused' }], [], [5]],
  ['a run that meets a changed page', [{ name: 'changed-button' }], [], [3]],
  ['a refused sign-in', [{ name: 'sign-in-refused' }], [], [3]],
]

describe('no password is written anywhere', () => {
  test.each(lines)('%s', async (_what, faults, options, codes) => {
    world = await openWorld({ faults })
    const account = world.practice.accounts[0]!
    const old = world.practice.currentPasswordOf(account.userName).reveal()
    const file = path.join(world.folder, 'new-password.txt')
    writeFileSync(file, `${canary}\n`)
    const env = ownPlaces()
    const shown = new Set<string>()
    const told = await tell(
      ['run', world.stage.sheetFile, ...roadTo(world, '--mailbox', account.address, '--new-password-file', file, ...options)],
      {
        env,
        onLine: () => processesShowing([old, canary], [process.pid]).forEach((place) => shown.add(place)),
      },
    )
    expect(codes, told.stdout.slice(-1500)).toContain(told.code)
    const resumed = codes.includes(0) ? null : await tell(['resume', told.result['run'], ...inData(world)], { env })
    const secrets = [old, canary]
    expect([...shown]).toEqual([])
    expect(findSecret(world.folder, secrets, ownFiles)).toEqual([])
    for (const text of [told.stdout, told.stderr, resumed?.stdout ?? '', resumed?.stderr ?? '']) {
      for (const secret of secrets) expect(formsOf(secret).filter(({ bytes }) => Buffer.from(text).includes(bytes))).toEqual([])
    }
  })

  test('the search itself finds a planted password in each form', async () => {
    world = await openWorld()
    const folder = path.join(world.folder, 'planted')
    mkdirSync(folder)
    const plain = Buffer.from(`\0taro\0${canary}`).toString('base64')
    const planted = {
      clear: `x${canary}x`,
      sasl: plain,
      url: encodeURIComponent(canary),
      hex: Buffer.from(canary).toString('hex'),
    }
    for (const [name, text] of Object.entries(planted)) writeFileSync(path.join(folder, name), text)
    writeFileSync(path.join(folder, 'utf16'), Buffer.from(canary, 'utf16le'))
    const found = new Set(findSecret(folder, [canary], () => false).map((place) => place.split(' ')[0]))
    expect(found).toEqual(new Set(['clear', 'hex', 'sasl', 'url', 'utf16']))
    expect(readFileSync(path.join(folder, 'clear'), 'utf8')).toContain(canary)
  })
})
