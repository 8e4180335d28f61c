import { closeSync, existsSync, mkdirSync, openSync, readFileSync, rmSync, watch, writeSync } from 'node:fs'
import { writeFileSync } from 'node:fs'
import path from 'node:path'

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

/**
 * One program for one folder of settings. True for the first; a later one is told false, and the first one hears of it. The lock of
 * a process that is gone counts for nothing.
 */
export function lockInstance(folder: string, onSecond: () => void): boolean {
  mkdirSync(folder, { recursive: true })
  const lock = path.join(folder, 'instance.lock')
  const knock = path.join(folder, 'instance.knock')
  if (existsSync(lock) && !isAlive(Number(readFileSync(lock, 'utf8')) || -1)) rmSync(lock, { force: true })
  try {
    const file = openSync(lock, 'wx', 0o600)
    writeSync(file, String(process.pid))
    closeSync(file)
  } catch {
    writeFileSync(knock, String(process.pid))
    return false
  }
  process.on('exit', () => rmSync(lock, { force: true }))
  watch(folder, (_, name) => name === 'instance.knock' && existsSync(knock) && onSecond()).unref()
  return true
}
