import { lstat, mkdtemp, readdir, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'

const prefix = 'mail-migrate-browser-'

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** Removes a browser's folder; the browser may still be letting go of its files. */
export async function dropProfileFolder(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 }).catch(() => {})
}

/** A new private folder for one browser. Folders left behind by processes that were killed are removed first. */
export async function makeProfileFolder(below: string = os.tmpdir()): Promise<string> {
  for (const name of await readdir(below).catch(() => [])) {
    const pid = name.startsWith(prefix) ? Number(name.slice(prefix.length).split('-')[0]) : 0
    if (!Number.isInteger(pid) || pid <= 0 || isAlive(pid)) continue
    const folder = path.join(below, name)
    const found = await lstat(folder).catch(() => null)
    if (found?.isDirectory() && (!process.getuid || found.uid === process.getuid())) await dropProfileFolder(folder)
  }
  return mkdtemp(path.join(below, `${prefix}${process.pid}-`))
}
