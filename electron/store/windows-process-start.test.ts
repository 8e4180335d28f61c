import { spawn } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { windowsProcessStart } from './windows-process-start.ts'

describe.runIf(process.platform === 'win32')('when a process was started', () => {
  it('is told the same every time, and differs from another one’s', async () => {
    const own = await windowsProcessStart(process.pid)
    expect(own).toEqual({ dead: false, started: expect.stringMatching(/^[1-9][0-9]{10,}$/) })
    expect(await windowsProcessStart(process.pid)).toEqual(own)
    const child = spawn('cmd.exe', ['/c', 'set /p line='], { stdio: ['pipe', 'ignore', 'ignore'] })
    await new Promise((resolve) => child.once('spawn', resolve))
    const other = await windowsProcessStart(child.pid!)
    expect(other?.dead).toBe(false)
    expect(BigInt(other!.started)).toBeGreaterThan(BigInt(own!.started))
    const gone = new Promise((resolve) => child.once('close', resolve))
    child.stdin.end('\r\n')
    await gone
    const after = await windowsProcessStart(child.pid!)
    expect(after === null || after.dead || after.started !== other!.started).toBe(true)
  })

  it('is nothing for a number nobody has', async () => {
    expect(await windowsProcessStart(0x7fff_fffc)).toBeNull()
  })
})
