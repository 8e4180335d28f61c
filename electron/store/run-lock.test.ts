import { mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ownIdentity } from './process-identity.ts'
import { takeRunLock, type RunLock } from './run-lock.ts'

// Other processes come and go in e2e/store/run-lock.spec.ts.
let folder: string
const now = () => new Date()

beforeEach(async () => {
  folder = path.join(await mkdtemp(path.join(tmpdir(), 'lock-')), 'lock')
})
afterEach(async () => {
  await rm(path.dirname(folder), { recursive: true, force: true })
})

async function taken(): Promise<RunLock> {
  const lock = await takeRunLock(folder, now)
  if (!lock.ok) throw new Error(JSON.stringify(lock.problem))
  return lock.value
}
async function leftBehind(name: string, text: string): Promise<string> {
  await mkdir(folder, { recursive: true })
  const file = path.join(folder, name)
  await writeFile(file, text)
  return file
}

describe('takeRunLock', () => {
  it('is given once at a time, and again after it was given back', async () => {
    const lock = await taken()
    expect(await takeRunLock(folder, now)).toMatchObject({
      ok: false,
      problem: {
        code: 'run-busy',
        again: 'later',
        facts: { pid: process.pid, since: expect.stringMatching(/^2\d{3}-/), elsewhere: false },
      },
    })
    await lock.release()
    await lock.release()
    await (await taken()).release()
    await (await taken()).release()
    await (await taken()).release()
    expect((await readdir(folder)).length).toBeLessThanOrEqual(2)
  })

  it.skipIf(process.platform === 'darwin')('is taken over when its process number belongs to another process now', async () => {
    const since = new Date().toISOString()
    const holder = { ...(await ownIdentity()), started: '1' }
    await leftBehind('00000007.json', JSON.stringify({ holder, since, released: false }))
    await taken()
    expect((await readdir(folder)).toSorted()).toEqual(['00000007.json', '00000008.json'])
  })

  it.skipIf(process.platform !== 'linux')(
    'is taken over after the machine was started anew, and not when another machine may hold it',
    async () => {
      const since = new Date().toISOString()
      const own = await ownIdentity()
      await leftBehind('00000001.json', JSON.stringify({ holder: { ...own, boot: 'before' }, since, released: false }))
      await (await taken()).release()
      await leftBehind('00000009.json', JSON.stringify({ holder: { ...own, machine: 'another' }, since, released: false }))
      expect(await takeRunLock(folder, now)).toMatchObject({ ok: false, problem: { facts: { elsewhere: true } } })
    },
  )

  it('a half-written note holds for a moment, and is then taken over', async () => {
    const file = await leftBehind('00000001.json', '{"holder":{"pid":')
    expect(await takeRunLock(folder, now)).toMatchObject({ ok: false, problem: { code: 'run-busy', facts: { pid: null } } })
    const past = new Date(Date.now() - 60_000)
    await utimes(file, past, past)
    await taken()
  })

  it('minds nothing but its own notes', async () => {
    await leftBehind('.00000001.json.abc.tmp', 'x')
    await leftBehind('99999999.txt', 'x')
    await taken()
    expect(await readFile(path.join(folder, '99999999.txt'), 'utf8')).toBe('x')
  })

  it('says when its folder cannot be', async () => {
    await writeFile(folder, 'a file')
    expect(await takeRunLock(folder, now)).toMatchObject({ ok: false, problem: { facts: { file: folder } } })
  })
})
