import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { takeRunLock, type RunLock } from '../../electron/store/run-lock.ts'

let folder: string
const children: ChildProcess[] = []
const now = () => new Date()
const module_ = JSON.stringify(new URL('../../electron/store/run-lock.ts', import.meta.url).href)

beforeEach(async () => {
  folder = path.join(await mkdtemp(path.join(tmpdir(), 'lock-')), 'lock')
})
afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
  await rm(path.dirname(folder), { recursive: true, force: true })
})

function script(body: string): string {
  return `const { takeRunLock } = await import(${module_}); const folder = ${JSON.stringify(folder)}; ${body}`
}
function start(command: string, ...words: string[]): ChildProcess {
  const child = spawn(command, words, { stdio: ['ignore', 'pipe', 'inherit'] })
  children.push(child)
  return child
}
const startNode = (body: string) => start(process.execPath, '--input-type=module', '-e', script(body))
async function firstLine(child: ChildProcess): Promise<string> {
  for await (const line of createInterface({ input: child.stdout! })) return line
  return ''
}
const holding = "console.log((await takeRunLock(folder, () => new Date())).ok ? 'held' : 'busy'); setInterval(() => {}, 1000)"

async function taken(): Promise<RunLock> {
  const lock = await takeRunLock(folder, now)
  if (!lock.ok) throw new Error(JSON.stringify(lock.problem))
  return lock.value
}
async function linesOf(child: ChildProcess): Promise<readonly string[]> {
  const lines: string[] = []
  for await (const line of createInterface({ input: child.stdout! })) lines.push(line)
  return lines
}

describe('takeRunLock', () => {
  it('names the process that has it', async () => {
    const child = startNode(holding)
    expect(await firstLine(child)).toBe('held')
    expect(await takeRunLock(folder, now)).toMatchObject({ ok: false, problem: { facts: { pid: child.pid } } })
  })

  it('is taken over from a process that was killed', async () => {
    const child = startNode(holding)
    expect(await firstLine(child)).toBe('held')
    child.kill('SIGKILL')
    await once(child, 'exit')
    await (await taken()).release()
  })

  it.skipIf(process.platform !== 'linux')('is taken over from a killed process nobody has reaped', async () => {
    // sleep, in place of the shell, is the parent of the holder and never looks after it: the killed holder stays as a zombie.
    const parent = start(
      'bash',
      '-c',
      '"$0" --input-type=module -e "$1" & echo "pid $!"; exec sleep 60',
      process.execPath,
      script(holding),
    )
    const lines: string[] = []
    for await (const line of createInterface({ input: parent.stdout! })) if (lines.push(line) === 2) break
    expect(lines.toSorted()).toEqual(['held', expect.stringMatching(/^pid \d+$/)])
    process.kill(Number(lines.find((line) => line.startsWith('pid'))!.slice(4)), 'SIGKILL')
    await expect.poll(async () => (await takeRunLock(folder, now)).ok, { timeout: 5000 }).toBe(true)
  })
})

describe.skipIf(process.platform !== 'linux')('several takers at once', () => {
  // Each taker, while it holds the lock, puts its number where only one may stand and looks whether it still stands there.
  const contending = `
    import { open, readFile, rm, writeFile } from 'node:fs/promises'
    const inside = folder + '.inside'
    let won = 0
    console.log('ready')
    for (let i = 0; i < ROUNDS; i++) {
      const lock = await takeRunLock(folder, () => new Date())
      if (!lock.ok) continue
      won += 1
      const other = Number(await readFile(inside, 'utf8').catch(() => '0'))
      const stat = other > 0 ? await readFile('/proc/' + other + '/stat', 'utf8').catch(() => '') : ''
      if (stat !== '' && !/\\) Z /.test(stat)) console.log('BOTH ' + other + ' ' + process.pid + ' ' + stat)
      await writeFile(inside, String(process.pid))
      if ((await readFile(inside, 'utf8')) !== String(process.pid)) console.log('BOTH ' + process.pid)
      if (ENDS) process.kill(process.pid, 'SIGKILL')
      await rm(inside)
      await lock.value.release()
    }
    console.log('won ' + won)`

  it('never two inside, whoever comes and goes', async () => {
    const body = contending.replace('ROUNDS', '60').replace('ENDS', 'false')
    const all = (await Promise.all([1, 2, 3, 4].map(() => linesOf(startNode(body))))).flat()
    expect(all.filter((line) => line.startsWith('BOTH'))).toEqual([])
    expect(all.filter((line) => line.startsWith('won')).length).toBe(4)
    expect(all.some((line) => /^won [1-9]/.test(line))).toBe(true)
  })

  it('never two inside when holders are killed', async () => {
    const mortal = contending.replace('ROUNDS', '400').replace('ENDS', 'true')
    const lasting = contending.replace('ROUNDS', '60').replace('ENDS', 'false')
    const all = (await Promise.all([mortal, lasting, mortal, lasting, mortal].map((body) => linesOf(startNode(body))))).flat()
    expect(all.filter((line) => line.startsWith('BOTH'))).toEqual([])
    expect(all.filter((line) => line.startsWith('won')).length).toBeGreaterThanOrEqual(2)
    await (await taken()).release()
  })
})
