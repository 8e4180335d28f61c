import { chmod, mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { runId } from '../../shared/base/ids.ts'
import { listRuns, makeRunFolders, openDataDir, systemDataDir, type DataDir } from './data-dir.ts'

describe('systemDataDir', () => {
  it.each([
    [{ platform: 'win32', home: 'C:\\Users\\太郎', env: { LOCALAPPDATA: 'D:\\Local' } }, 'D:\\Local\\mail-migration-assistant'],
    [{ platform: 'win32', home: 'C:\\Users\\太郎', env: {} }, 'C:\\Users\\太郎\\AppData\\Local\\mail-migration-assistant'],
    [
      { platform: 'darwin', home: '/Users/taro', env: { XDG_DATA_HOME: '/x' } },
      '/Users/taro/Library/Application Support/mail-migration-assistant',
    ],
    [{ platform: 'linux', home: '/home/taro', env: {} }, '/home/taro/.local/share/mail-migration-assistant'],
    [{ platform: 'linux', home: '/home/taro', env: { XDG_DATA_HOME: '/data' } }, '/data/mail-migration-assistant'],
    [
      { platform: 'linux', home: '/home/taro', env: { XDG_DATA_HOME: 'data' } },
      '/home/taro/.local/share/mail-migration-assistant',
    ],
    [{ platform: 'linux', home: '/home/taro', env: { XDG_DATA_HOME: '' } }, '/home/taro/.local/share/mail-migration-assistant'],
  ])('%j', (system, folder) => expect(systemDataDir(system)).toBe(folder))
})

describe('a data folder', () => {
  let root: string
  beforeEach(async () => {
    root = await mkdtemp(path.join(tmpdir(), 'data-'))
  })
  afterEach(() => rm(root, { recursive: true, force: true }))
  async function opened(): Promise<DataDir> {
    const dir = await openDataDir(path.join(root, 'a', 'b'))
    if (!dir.ok) throw new Error(JSON.stringify(dir.problem))
    return dir.value
  }
  const run = runId.parse('20261120-061503-k3f9')

  it('is made with its rooms, for this user only, and can be opened again', async () => {
    const places = await opened()
    await opened()
    expect(await makeRunFolders(places, run)).toEqual({ ok: true, value: undefined })
    expect(places.journalOf(run)).toBe(path.join(root, 'a', 'b', 'runs', run, 'journal.jsonl'))
    for (const folder of [
      places.folder,
      places.records,
      places.evidenceOf(run),
      places.backupsOf(run),
      path.dirname(places.journalOf(run)),
    ]) {
      expect((await stat(folder)).mode & 0o777).toBe(0o700)
    }
    expect((await readdir(places.folder)).toSorted()).toEqual(['records', 'runs'])
  })

  it('lists its runs by time and nothing else', async () => {
    const places = await opened()
    expect(await listRuns(places)).toEqual({ ok: true, value: [] })
    for (const one of ['20261121-000000-zzzz', '20261120-235959-aaaa']) await makeRunFolders(places, runId.parse(one))
    await mkdir(path.join(places.folder, 'runs', 'notes'))
    await writeFile(path.join(places.folder, 'runs', '20261122-000000-aaaa'), 'a file')
    expect(await listRuns(places)).toEqual({ ok: true, value: ['20261120-235959-aaaa', '20261121-000000-zzzz'] })
    await rm(places.folder, { recursive: true })
    expect(await listRuns(places)).toEqual({ ok: true, value: [] })
  })

  it('says what stands in the way', async () => {
    await writeFile(path.join(root, 'a'), 'a file')
    expect(await openDataDir(path.join(root, 'a', 'b'))).toMatchObject({
      ok: false,
      problem: { facts: { file: path.join(root, 'a', 'b') } },
    })
  })

  it.skipIf(process.platform === 'win32' || process.getuid?.() === 0)('says when it may not write', async () => {
    await chmod(root, 0o500)
    expect(await openDataDir(path.join(root, 'a'))).toMatchObject({ ok: false, problem: { code: 'file-not-writable' } })
    await chmod(root, 0o700)
  })
})
