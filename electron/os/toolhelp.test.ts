import { spawn } from 'node:child_process'
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { runningProcesses } from './processes.ts'
import { listOwnProcesses, listProcesses } from './toolhelp.ts'

let room: string
beforeEach(() => {
  room = mkdtempSync(path.join(tmpdir(), 'toolhelp-'))
})
afterEach(() => rmSync(room, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 }))

describe.runIf(process.platform === 'win32')('the list of processes', () => {
  it('holds this process, with its program and its session', async () => {
    const own = (await listProcesses()).find(({ pid }) => pid === process.pid)
    expect(own).toMatchObject({ program: path.basename(process.execPath), session: expect.any(Number) })
    // 0 is the session of services, where nobody sits: not answered, or not this one.
    expect(own?.session).toBeGreaterThan(0)
    expect(await listOwnProcesses()).toContainEqual(own)
  })

  it('holds a program by the name of its file, whatever the name, while it runs, and not after', async () => {
    const name = `OUTLOOK 試験 ${process.pid}`
    const program = path.join(room, `${name}.EXE`)
    copyFileSync(path.join(process.env['SystemRoot'] ?? 'C:\\windows', 'system32', 'cmd.exe'), program)
    const child = spawn(program, ['/c', 'echo ready& set /p line='], { stdio: ['pipe', 'pipe', 'ignore'] })
    await new Promise((resolve) => child.stdout.once('data', resolve))
    const wanted = new RegExp(`^outlook 試験 ${process.pid}$`, 'i')
    expect(await runningProcesses(wanted)).toEqual({ ok: true, value: [{ pid: child.pid, commandLine: null }] })
    const gone = new Promise((resolve) => child.once('close', resolve))
    child.stdin.end('\r\n')
    await gone
    expect(await runningProcesses(wanted)).toEqual({ ok: true, value: [] })
  })
})
