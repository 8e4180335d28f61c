import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { dropFolder } from '../canary/drop-folder.ts'
import { registerSecret } from '../canary/register.ts'

const cli = path.resolve(import.meta.dirname, '..', '..', 'dist', 'cli.js')
const canary = 'Canary-typed-9'
registerSecret('a typed password', canary)
let folder: string
beforeEach(() => (folder = mkdtempSync(path.join(os.tmpdir(), 'terminal-'))))
afterEach(() => dropFolder(folder))

/** Runs a shell line on a pseudo-terminal (util-linux `script`) and types one line once it asks. Answers what the screen showed. */
function onTerminal(line: string, typed: string): Promise<string> {
  const child = spawn('script', ['-qefc', line, path.join(folder, 'typescript')], { stdio: ['pipe', 'pipe', 'ignore'] })
  let screen = ''
  let answered = false
  child.stdout.on('data', (chunk: Buffer) => {
    screen += chunk.toString()
    if (answered || !screen.includes('>')) return
    answered = true
    setTimeout(() => child.stdin.write(`${typed}\r`), 300)
  })
  return new Promise((resolve) => child.on('close', () => resolve(screen)))
}

/** A machine without pseudo-terminals (a bare chroot) cannot play this. */
const noTerminal = spawnSync('script', ['-qefc', 'true', '/dev/null'], { stdio: 'ignore' }).status !== 0

test.skipIf(noTerminal).each(['', ' --json'])(
  'a typed password is shown nowhere: not on the screen and not in a redirected stdout%s',
  async (json) => {
    const out = path.join(folder, 'out.txt')
    const probe = `${process.execPath} ${cli} probe --incoming pop3s://127.0.0.1:9 --user taro${json} > ${out}`
    const screen = await onTerminal(probe, canary)
    expect(screen).toContain('パスワードを入れてください')
    expect(screen).not.toContain(canary)
    const written = readFileSync(out, 'utf8')
    expect(written).not.toContain(canary)
    expect(written).not.toBe('')
    if (json)
      expect(() =>
        written
          .trim()
          .split('\n')
          .map((one) => JSON.parse(one) as unknown),
      ).not.toThrow()
  },
)
