import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
  readdirSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { canLink } from '../../e2e/fakes/can-link.ts'
import { modeHere } from '../../e2e/fakes/mode-here.ts'
import { fail, ok } from '../../shared/base/result.ts'
import { fileBackups, sha256 } from './backups.ts'
import { fsProblem } from './fs-problems.ts'
import { readPlainFile, removeLeftovers, safeWrite } from './safe-write.ts'

let room: string
let folder: string
let into: string
beforeEach(() => {
  room = mkdtempSync(path.join(tmpdir(), 'files-'))
  folder = path.join(room, 'profile')
  into = path.join(room, 'backups', 'one')
  mkdirSync(path.join(folder, 'Mail', 'h'), { recursive: true })
  writeFileSync(path.join(folder, 'a'), Buffer.from([0, 255, 10, 13]), { mode: 0o640 })
  writeFileSync(path.join(folder, 'Mail', 'h', 'b'), 'two')
})
afterEach(() => rmSync(room, { recursive: true, force: true }))

const backups = fileBackups(() => new Date(0))
const names = ['a', 'Mail/h/b', 'missing']
const take = () => backups.take({ client: 'thunderbird', folder, names, into })
const put = (name: string, text: string): { name: string; sha256: string } => {
  writeFileSync(path.join(folder, name), text)
  return { name, sha256: sha256(Buffer.from(text)) }
}
/** What the files held each time putting back was announced. */
let announced: string[][]
beforeEach(() => (announced = []))
const announce = async () => {
  announced.push(['a', 'Mail/h/b'].map((name) => readFileSync(path.join(folder, name), 'latin1')))
  return ok()
}
const mode = (file: string): number => statSync(file).mode & 0o777

describe('backups', () => {
  it('copies readable by the user only, with a manifest that tells them apart', async () => {
    const manifest = await take()
    expect(manifest).toMatchObject({ ok: true, value: { takenAt: '1970-01-01T00:00:00.000Z', folder } })
    expect(manifest.ok && manifest.value.files).toMatchObject([
      { name: 'a', existed: true, size: 4, mode: modeHere(0o640) },
      { name: 'Mail/h/b', existed: true, size: 3 },
      { name: 'missing', existed: false, size: 0 },
    ])
    expect([
      mode(into),
      mode(path.join(into, 'files')),
      mode(path.join(into, 'files', 'a')),
      mode(path.join(into, 'manifest.json')),
    ]).toEqual([0o700, 0o700, 0o600, 0o600].map(modeHere))
    expect(await backups.manifestOf(into)).toEqual(manifest)
  })

  it('puts back byte for byte, mode included, and removes what was not there', async () => {
    await take()
    chmodSync(path.join(folder, 'a'), 0o600)
    const rewritten = [put('a', 'A'), put('Mail/h/b', 'B'), put('missing', 'C')]
    expect(await backups.putBack({ from: into, rewritten, anyway: false, announce })).toEqual({ ok: true, value: undefined })
    expect(readFileSync(path.join(folder, 'a'))).toEqual(Buffer.from([0, 255, 10, 13]))
    expect(mode(path.join(folder, 'a'))).toBe(modeHere(0o640))
    expect(readFileSync(path.join(folder, 'Mail', 'h', 'b'), 'utf8')).toBe('two')
    expect(existsSync(path.join(folder, 'missing'))).toBe(false)
    expect(announced).toEqual([['A', 'B']])
    expect(await backups.putBack({ from: into, rewritten, anyway: false, announce })).toMatchObject({ ok: true })
    expect(announced).toHaveLength(1)
  })

  it('writes nothing where the announcement is refused', async () => {
    await take()
    const rewritten = [put('a', 'A')]
    const refuse = async () => fail('cancelled', 'later')
    expect(await backups.putBack({ from: into, rewritten, anyway: false, announce: refuse })).toMatchObject({
      problem: { code: 'cancelled' },
    })
    expect(readFileSync(path.join(folder, 'a'), 'utf8')).toBe('A')
  })

  it('writes nothing at all when one file was changed by someone else, unless told to', async () => {
    await take()
    const rewritten = [put('a', 'A')]
    put('Mail/h/b', 'by someone else')
    expect(await backups.putBack({ from: into, rewritten, anyway: false, announce })).toMatchObject({
      ok: false,
      problem: { code: 'file-changed-since', facts: { file: 'Mail/h/b' } },
    })
    expect(readFileSync(path.join(folder, 'a'), 'utf8')).toBe('A')
    expect(announced).toEqual([])
    expect(await backups.putBack({ from: into, rewritten, anyway: true, announce })).toMatchObject({ ok: true })
    expect(readFileSync(path.join(folder, 'Mail', 'h', 'b'), 'utf8')).toBe('two')
  })

  it('refuses a damaged copy, a damaged manifest, and a manifest that leads out of the folder', async () => {
    await take()
    const rewritten = [put('a', 'A')]
    writeFileSync(path.join(into, 'files', 'a'), 'tampered')
    expect(await backups.putBack({ from: into, rewritten, anyway: true, announce })).toMatchObject({
      ok: false,
      problem: { code: 'file-unreadable' },
    })
    const file = path.join(into, 'manifest.json')
    const text = readFileSync(file, 'utf8')
    for (const name of ['../a', '/a', 'x/../../a', 'C:\\a', 'a\\b', '']) {
      writeFileSync(file, text.replace('"Mail/h/b"', JSON.stringify(name)))
      expect(await backups.manifestOf(into), name).toMatchObject({ ok: false, problem: { code: 'file-unreadable' } })
    }
    writeFileSync(file, '{')
    expect(await backups.manifestOf(into)).toMatchObject({ ok: false, problem: { code: 'file-unreadable' } })
    expect(await backups.manifestOf(path.join(room, 'nowhere'))).toMatchObject({ ok: false, problem: { code: 'file-missing' } })
  })

  it.runIf(canLink)('refuses links, of a file and of a folder on the way', async () => {
    rmSync(path.join(folder, 'a'))
    symlinkSync(path.join(folder, 'Mail', 'h', 'b'), path.join(folder, 'a'))
    expect(await take()).toMatchObject({ ok: false, problem: { code: 'file-is-link' } })
    rmSync(path.join(folder, 'a'))
    mkdirSync(path.join(room, 'outside', 'h'), { recursive: true })
    writeFileSync(path.join(room, 'outside', 'h', 'b'), 'x')
    rmSync(path.join(folder, 'Mail'), { recursive: true })
    symlinkSync(path.join(room, 'outside'), path.join(folder, 'Mail'))
    expect(await take()).toMatchObject({ ok: false, problem: { code: 'file-is-link' } })
  })
})

describe('writing', () => {
  const file = (): string => path.join(folder, 'a')
  const beside = (): string[] => readdirSync(folder).filter((name) => name.endsWith('.new'))

  it('replaces the bytes, keeps the mode, leaves nothing beside', async () => {
    expect(await safeWrite(file(), Buffer.from('new'))).toMatchObject({ ok: true })
    expect([readFileSync(file(), 'utf8'), mode(file()), beside()]).toEqual(['new', modeHere(0o640), []])
    expect(await safeWrite(path.join(folder, 'fresh'), Buffer.from('x'))).toMatchObject({ ok: true })
    expect(mode(path.join(folder, 'fresh'))).toBe(modeHere(0o600))
  })

  it('what a power cut left beside a file is removed, and nothing else', async () => {
    for (const name of ['.a.0123456789ab.new', '.a.x.new', '.b.0123456789ab.new', 'a.0123456789ab.new'])
      writeFileSync(path.join(folder, name), '')
    await removeLeftovers(file())
    expect(beside().sort()).toEqual(['.a.x.new', '.b.0123456789ab.new', 'a.0123456789ab.new'])
  })

  it.runIf(canLink)('refuses a link, and what it leads to stands', async () => {
    symlinkSync(file(), path.join(folder, 'link'))
    expect(await safeWrite(path.join(folder, 'link'), Buffer.from('x'))).toMatchObject({
      ok: false,
      problem: { code: 'file-is-link' },
    })
    expect(readFileSync(file())).toEqual(Buffer.from([0, 255, 10, 13]))
    expect(beside()).toEqual([])
  })

  it('refuses a folder, and a place that does not exist; the old file stands', async () => {
    expect(await safeWrite(path.join(folder, 'Mail'), Buffer.from('x'))).toMatchObject({
      ok: false,
      problem: { code: 'file-not-writable' },
    })
    expect(await safeWrite(path.join(folder, 'no', 'where'), Buffer.from('x'))).toMatchObject({
      ok: false,
      problem: { code: 'file-missing' },
    })
    expect(readFileSync(file())).toEqual(Buffer.from([0, 255, 10, 13]))
    expect(beside()).toEqual([])
  })

  it.each([
    ['ENOSPC', 'writing', 'disk-full'],
    ['EDQUOT', 'writing', 'disk-full'],
    ['EROFS', 'writing', 'file-not-writable'],
    ['EACCES', 'reading', 'file-unreadable'],
    ['EBUSY', 'writing', 'file-busy'],
    ['ELOOP', 'reading', 'file-is-link'],
    ['EIO', 'reading', 'file-unreadable'],
    ['EIO', 'writing', 'file-not-writable'],
  ] as const)('%s while %s is %s', (errno, doing, code) => {
    const error = Object.assign(new Error('x'), { code: errno, syscall: 'write' })
    expect(fsProblem(error, '/f', doing)).toMatchObject({ ok: false, problem: { code, facts: { file: '/f', errno } } })
  })

  it('what is no file error is a bug, and is thrown on', () => {
    expect(() => fsProblem(new TypeError('x'), '/f', 'writing')).toThrow(TypeError)
  })

  it('reads plain files only', async () => {
    expect(await readPlainFile(path.join(folder, 'none'))).toEqual({ ok: true, value: null })
    expect(await readPlainFile(folder)).toMatchObject({ ok: false, problem: { code: 'file-unreadable' } })
    // Windows does not tell a file on the way from nothing at all.
    const below = await readPlainFile(path.join(file(), 'below'))
    if (process.platform === 'win32') expect(below).toEqual({ ok: true, value: null })
    else expect(below).toMatchObject({ ok: false, problem: { code: 'file-missing' } })
  })
})
