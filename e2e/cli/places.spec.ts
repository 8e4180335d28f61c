import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inData, openWorld, roadTo, tell, type World } from '../journey/journey.ts'
import { answer, say } from './say.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const at = (name: string): string => path.join(world.folder, name)
const road = (dataDir: string, ...more: string[]): string[] => roadTo({ ...world, dataDir }, ...more)
const run = (dataDir: string, ...more: string[]) => answer(['run', world.stage.sheetFile, ...road(dataDir, ...more)])
const touched = (): number => world.practice.events().length
const asRoot = process.platform === 'linux' && process.getuid?.() === 0
const mount = (folder: string, options: string): boolean => {
  mkdirSync(folder, { recursive: true })
  return asRoot && spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder]).status === 0
}

describe('the data folder', () => {
  test('a file in its place, or above it', async () => {
    writeFileSync(at('a-file'), 'x')
    for (const place of [at('a-file'), path.join(at('a-file'), 'below')]) {
      for (const told of [await run(place), await answer(['status', '--data-dir', place])]) {
        expect([told.code, told.problem]).toEqual([2, 'file-unreadable'])
        expect(told.stderr).toContain('データの置き場所')
      }
    }
    expect(readFileSync(at('a-file'), 'utf8')).toBe('x')
  })

  test.runIf(process.platform === 'linux')('a place where the system lets nobody make one', async () => {
    const told = await run('/proc/mail-migrate')
    expect([told.code, told.problem]).toEqual([2, 'file-unreadable'])
  })

  test.runIf(asRoot)('a read-only one, and one without room', async ({ skip }) => {
    const folder = at('mounted')
    skip(!mount(folder, 'ro'), 'no right to mount here')
    try {
      const told = await run(path.join(folder, 'data'))
      expect([told.code, told.problem]).toEqual([3, 'file-not-writable'])
    } finally {
      spawnSync('umount', [folder])
    }
    mount(folder, 'size=2m')
    try {
      const told = await run(path.join(folder, 'data'))
      expect([told.code, told.problem]).toEqual([3, 'disk-full'])
    } finally {
      spawnSync('umount', [folder])
    }
    expect(touched()).toBe(0)
  })
})

describe('the password store', () => {
  test('no session bus: said before anything else, with what to install, and at once', async ({ skip }) => {
    skip(process.platform !== 'linux')
    const env = { DBUS_SESSION_BUS_ADDRESS: `unix:path=${at('no-bus')}`, XDG_RUNTIME_DIR: at('no-runtime') }
    const args = road(at('os-data'))
    args[args.indexOf('--vault') + 1] = 'os'
    const told = await answer(['run', at('no-sheet.txt'), ...args], { env })
    expect([told.code, told.problem], told.stderr).toEqual([3, 'vault-unavailable'])
    expect(told.stderr).toContain('gnome-keyring')
    expect(told.stderr).toContain('--vault file')
  })

  test('no passphrase, asked for and not given', async () => {
    const told = await answer(['run', world.stage.sheetFile, ...road(at('locked'))], {
      env: { MAIL_MIGRATE_VAULT_PASSPHRASE: '' },
    })
    expect([told.code, told.problem]).toEqual([3, 'vault-locked'])
    expect(told.lines[0]).toMatchObject({ type: 'asked', question: 'vault-passphrase', id: 'q1', kind: 'secret' })
  })

  test('a wrong passphrase, and a file that is damaged, a folder or a link: nothing is put over it', async () => {
    await run(at('wrong'), '--mailbox', 'nobody@renshu.example')
    const wrong = await answer(['run', world.stage.sheetFile, ...road(at('wrong'))], {
      env: { MAIL_MIGRATE_VAULT_PASSPHRASE: 'another' },
    })
    expect([wrong.code, wrong.problem]).toEqual([3, 'vault-locked'])
    const vault = path.join(at('damaged'), 'vault.json')
    mkdirSync(at('damaged'))
    for (const text of ['garbage', '', '{"kind":"x"}']) {
      writeFileSync(vault, text)
      const told = await run(at('damaged'))
      expect([told.code, told.problem]).toEqual([3, 'vault-damaged'])
      expect(readFileSync(vault, 'utf8')).toBe(text)
    }
    rmSync(vault)
    symlinkSync(at('a-file'), vault)
    expect((await run(at('damaged'))).problem).toBe('file-is-link')
    expect(touched()).toBe(0)
  })

  test('an answer to another question, garbage and a false yes start nothing', async () => {
    const args = ['run', world.stage.sheetFile, ...road(at('asked'))].filter((word) => word !== '--yes')
    const lines = ['garbage', '[]', 'null', '{"answer":"q9","value":true}', '{"value":true}', '{"answer":"q1","value":"yes"}']
    const told = await answer(args, { stdin: `${lines.join('\n')}\n` })
    expect([told.code, told.problem]).toEqual([3, 'plan-declined'])
    expect(told.lines.find((line) => line['type'] === 'asked')).toMatchObject({
      question: 'confirm-plan',
      id: 'q1',
      kind: 'yes-no',
    })
    expect(touched()).toBe(0)
  })
})

describe('runs', () => {
  let id: string
  let data: string
  beforeAll(async () => {
    const told = await tell([
      'run',
      world.stage.sheetFile,
      ...road(at('runs'), '--browser', at('no-browser'), '--mailbox', world.stage.addresses[0]!),
    ])
    id = told.result['run']
    data = at('runs')
  })
  const about = (command: string, folder: string, ...more: string[]) =>
    answer([command, id, ...inData({ ...world, dataDir: folder }, ...more)])

  test.each(['nope', '../../etc', '20260101-000000-aaaa', '..'])('%s is none', async (name) => {
    for (const command of ['resume', 'undo', 'status']) {
      const told = await answer([command, name, ...inData({ ...world, dataDir: at('runs') })])
      expect([told.code, told.problem]).toEqual([2, 'run-unknown'])
    }
  })

  test('what the plan has settled cannot be said anew', async () => {
    for (const more of [
      ['--skip-portal'],
      ['--new-password-file', at('a-file')],
      ['--mailbox', 'x@y.example'],
      ['--change', 'portal'],
    ]) {
      const told = await about('resume', data, ...more)
      expect([told.code, told.problem], more[0]).toEqual([2, 'bad-usage'])
    }
  })

  test('a torn last line is no damage; damage is "cannot tell", and the passwords can be seen all the same', async () => {
    const torn = at('torn')
    cpSync(data, torn, { recursive: true })
    const journal = path.join(torn, 'runs', id, 'journal.jsonl')
    const sound = readFileSync(journal, 'utf8')
    writeFileSync(journal, `${sound}{"seq":99,"to`)
    expect((await about('status', torn)).code).toBe(0)
    const lines = sound.split('\n')
    writeFileSync(journal, [...lines.slice(0, 4), '{}', ...lines.slice(5)].join('\n'))
    for (const command of ['status', 'resume', 'undo']) {
      const told = await about(command, torn)
      expect([told.code, told.result['outcome'], told.problem, told.result['run']]).toEqual([5, 'unknown', 'journal-damaged', id])
    }
    const old = world.practice.currentPasswordOf(world.practice.accounts[0]!.userName).reveal()
    const secrets = await about('status', torn, '--secrets')
    expect([secrets.code, secrets.result['secrets'].map((one: { value: string }) => one.value)]).toEqual([
      0,
      expect.arrayContaining([old]),
    ])
    const listed = await say(['status', '--data-dir', torn])
    expect(listed).toMatchObject({ code: 0, stdout: expect.stringContaining('壊れています') })
    writeFileSync(journal, `x${sound}`)
    expect((await about('resume', torn)).code).toBe(5)
  })

  test('a resume that cannot open the store says how the run stands', async () => {
    const told = await answer(['resume', id, ...inData({ ...world, dataDir: data })], {
      env: { MAIL_MIGRATE_VAULT_PASSPHRASE: 'another' },
    })
    expect([told.code, told.problem, told.result['run'], told.result['outcome']]).toEqual([3, 'vault-locked', id, 'stopped'])
    expect(told.result['mailboxes'][0].portal).toBe('unchanged')
  })
})
