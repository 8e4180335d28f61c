import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { fileAttributes, keepsAttributes, setAttributes } from '../../e2e/fakes/file-attributes.ts'
import { holdFile } from '../../e2e/fakes/hold-file.ts'
import { fileBackups, sha256 } from './backups.ts'
import { readPlainFile, safeWrite } from './safe-write.ts'

const hiddenOfTheSystem = 0x6

describe.runIf(process.platform === 'win32')('files on Windows', () => {
  let room: string
  let file: string
  beforeEach(() => {
    room = mkdtempSync(path.join(tmpdir(), 'ファイル-'))
    file = path.join(room, 'prefs.js')
    writeFileSync(file, 'old')
  })
  afterEach(() => rmSync(room, { recursive: true, force: true }))

  it('a file somebody else reads without letting it be renamed is busy for now, and stands; nothing lies beside it', async () => {
    const letGo = await holdFile(file, 'read')
    expect(await safeWrite(file, Buffer.from('new'))).toMatchObject({
      ok: false,
      problem: { code: 'file-busy', again: 'now', facts: { file } },
    })
    expect([readFileSync(file, 'utf8'), readdirSync(room)]).toEqual(['old', ['prefs.js']])
    await letGo()
    expect(await safeWrite(file, Buffer.from('new'))).toEqual({ ok: true })
    expect([readFileSync(file, 'utf8'), readdirSync(room)]).toEqual(['new', ['prefs.js']])
  })

  it('a scanner that lets go in the meantime is not heard of', async () => {
    const letGo = await holdFile(file, 'read')
    const writing = safeWrite(file, Buffer.from('new'))
    // Let go as soon as the new file lies beside: the first rename has then been tried, or is about to be.
    await expect.poll(() => readdirSync(room)).toHaveLength(2)
    await letGo()
    expect(await writing).toEqual({ ok: true })
    expect(readFileSync(file, 'utf8')).toBe('new')
  })

  it('a file nobody else may even read is busy, and none that is not there', async () => {
    const letGo = await holdFile(file, 'alone')
    expect(await readPlainFile(file)).toMatchObject({ ok: false, problem: { code: 'file-busy', again: 'now' } })
    await letGo()
    expect(await readPlainFile(file)).toMatchObject({ ok: true, value: { bytes: Buffer.from('old') } })
  })

  it('a file marked read-only is for a person to decide about', async () => {
    chmodSync(file, 0o444)
    expect(await safeWrite(file, Buffer.from('new'))).toMatchObject({
      ok: false,
      problem: { code: 'file-not-writable', again: 'after-person' },
    })
    expect([readFileSync(file, 'utf8'), readdirSync(room)]).toEqual(['old', ['prefs.js']])
    chmodSync(file, 0o666)
  })

  it('a folder written in another case is no link', async () => {
    mkdirSync(path.join(room, 'Mail'))
    writeFileSync(path.join(room, 'Mail', 'f'), 'x')
    expect(await readPlainFile(path.join(room, 'MAIL', 'F'), room)).toMatchObject({
      ok: true,
      value: { bytes: Buffer.from('x') },
    })
  })

  it('attributes are carried over, by a rewrite and by putting back', async (test) => {
    if (!(await keepsAttributes(room))) return test.skip()
    await setAttributes(file, hiddenOfTheSystem)
    const backups = fileBackups(() => new Date(0))
    const into = path.join(room, 'backup')
    expect(await backups.take({ client: 'thunderbird', folder: room, names: ['prefs.js'], into })).toMatchObject({ ok: true })
    expect(await safeWrite(file, Buffer.from('new'))).toEqual({ ok: true })
    expect(await fileAttributes(file)).toBe(hiddenOfTheSystem)
    const rewritten = [{ name: 'prefs.js', sha256: sha256(Buffer.from('new')) }]
    const announce = async () => ({ ok: true, value: undefined }) as const
    expect(await backups.putBack({ from: into, rewritten, anyway: false, announce })).toMatchObject({ ok: true })
    expect([readFileSync(file, 'utf8'), await fileAttributes(file)]).toEqual(['old', hiddenOfTheSystem])
    await setAttributes(file, 0x80)
    expect(await safeWrite(file, Buffer.from('plain'))).toEqual({ ok: true })
    expect(await fileAttributes(file)).toBe(0)
  })
})
