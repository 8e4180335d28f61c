import { spawn } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { holdFile } from '../../e2e/fakes/hold-file.ts'
import { runningProcesses } from '../os/processes.ts'
import { isProfileInUse, usesAnother } from './profile-lock.ts'

let room: string
let folder: string
beforeEach(() => {
  room = realpathSync(mkdtempSync(path.join(tmpdir(), 'tb-lock-')))
  folder = path.join(room, 'profile')
  mkdirSync(folder)
})
afterEach(() => rmSync(room, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 }))

describe.runIf(process.platform === 'linux')('the lock', () => {
  it('files left behind by a clean quit or a crash are no lock', async () => {
    writeFileSync(path.join(folder, '.parentlock'), '')
    symlinkSync('127.0.1.1:+1', path.join(folder, 'lock'))
    expect(await isProfileInUse(folder)).toEqual({ ok: true, value: false })
  })
})

describe.runIf(process.platform === 'linux')('another Thunderbird of this user', () => {
  const thunderbird = (...commandLine: readonly string[]) => ({
    pid: process.pid,
    commandLine: ['/usr/lib/thunderbird/thunderbird', ...commandLine],
  })

  it('counts unless it can be told to use another profile', async () => {
    const other = path.join(room, 'other')
    mkdirSync(other)
    symlinkSync(folder, path.join(room, 'link'))
    expect(await usesAnother(thunderbird(), folder)).toBe(false)
    expect(await usesAnother(thunderbird('-P', 'work'), folder)).toBe(false)
    expect(await usesAnother(thunderbird('--profile', other), folder)).toBe(true)
    expect(await usesAnother(thunderbird('-profile', other), folder)).toBe(true)
    expect(await usesAnother(thunderbird('--profile', path.join(room, 'link')), folder)).toBe(false)
    // A named folder that is not there cannot be the one that is (seen: a Thunderbird on its way out after its folder was removed).
    expect(await usesAnother(thunderbird('--profile', path.join(room, 'gone')), folder)).toBe(true)
    expect(await usesAnother(thunderbird('--profile', 'gone'), folder)).toBe(false)
    expect(await usesAnother(thunderbird('-contentproc', '-parentPid', '1'), folder)).toBe(true)
    expect(await usesAnother({ pid: process.pid, commandLine: null }, folder)).toBe(false)
  })

  it('a lock it holds elsewhere tells, one it holds here does not excuse it', async () => {
    const other = path.join(room, 'other')
    mkdirSync(other)
    const held = await open(path.join(other, '.parentlock'), 'w')
    expect(await usesAnother(thunderbird(), folder)).toBe(true)
    expect(await usesAnother(thunderbird(), other)).toBe(false)
    await held.close()
  })
})

describe.runIf(process.platform === 'linux')('a Thunderbird that names no profile', () => {
  const start = async () => {
    const program = path.join(room, 'thunderbird')
    copyFileSync('/bin/sh', program)
    const child = spawn(program, ['-c', 'echo ready; read line'], { stdio: ['pipe', 'pipe', 'ignore'] })
    await new Promise((resolve) => child.stdout.once('data', resolve))
    const gone = new Promise((resolve) => child.once('close', resolve))
    return { end: () => child.stdin.end(), gone }
  }

  it('counts as long as it runs', async () => {
    const { end, gone } = await start()
    expect(await isProfileInUse(folder)).toEqual({ ok: true, value: true })
    end()
    await gone
    expect(await isProfileInUse(folder)).toEqual({ ok: true, value: false })
  })

  it('and has ended at the second look does not count', async () => {
    const { end, gone } = await start()
    let waits = 0
    const wait = async () => {
      waits += 1
      end()
      await gone
    }
    expect(await isProfileInUse(folder, wait)).toEqual({ ok: true, value: false })
    expect(waits).toBe(1)
  })
})

describe.runIf(process.platform === 'linux')('running programs', () => {
  it('are found by the name of their file while they run, with their words, and not after', async () => {
    const name = `mma-lock-test-${process.pid}`
    const program = path.join(room, name)
    copyFileSync('/bin/sh', program)
    const child = spawn(program, ['-c', 'echo ready; read line', '--profile', '/x y'], { stdio: ['pipe', 'pipe', 'ignore'] })
    await new Promise((resolve) => child.stdout.once('data', resolve))
    const exact = new RegExp(`^${name}$`)
    expect(await runningProcesses(exact)).toEqual({
      ok: true,
      value: [{ pid: child.pid, commandLine: [program, '-c', 'echo ready; read line', '--profile', '/x y'] }],
    })
    const gone = new Promise((resolve) => child.once('close', resolve))
    child.stdin.end()
    await gone
    expect(await runningProcesses(exact)).toEqual({ ok: true, value: [] })
  })
})

describe.runIf(process.platform === 'win32')('on Windows', () => {
  it('a lock file left behind is no lock, and one that is held is', async () => {
    const lock = path.join(folder, 'parent.lock')
    expect(await isProfileInUse(folder)).toEqual({ ok: true, value: false })
    writeFileSync(lock, '')
    expect(await isProfileInUse(folder)).toEqual({ ok: true, value: false })
    const letGo = await holdFile(lock, 'alone')
    expect(await isProfileInUse(folder)).toEqual({ ok: true, value: true })
    await letGo()
    expect(await isProfileInUse(folder)).toEqual({ ok: true, value: false })
  })

  it('a Thunderbird that has not locked its profile yet counts while it runs', async () => {
    const program = path.join(room, 'Thunderbird.exe')
    copyFileSync(path.join(process.env['SystemRoot'] ?? 'C:\\windows', 'system32', 'cmd.exe'), program)
    const child = spawn(program, ['/c', 'echo ready& set /p line='], { stdio: ['pipe', 'pipe', 'ignore'] })
    await new Promise((resolve) => child.stdout.once('data', resolve))
    expect(await isProfileInUse(folder)).toEqual({ ok: true, value: true })
    const gone = new Promise((resolve) => child.once('close', resolve))
    child.stdin.end('\r\n')
    await gone
    expect(await isProfileInUse(folder)).toEqual({ ok: true, value: false })
  })
})
