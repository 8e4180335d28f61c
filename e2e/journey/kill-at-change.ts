import { promises as files } from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'

/** Kills this process by SIGKILL as soon as so many files have been made, renamed or taken away below a folder. Nothing is kept from happening before. */
export function killAtChange(change: number, below: string): void {
  const { open, rename, rm } = files
  let changes = 0
  function changed(place: unknown): void {
    if (!String(place).startsWith(below)) return
    changes += 1
    if (changes === change) process.kill(process.pid, 'SIGKILL')
  }
  files.open = async (place, flags, mode) => {
    const handle = await open(place, flags, mode)
    if (flags === 'wx') changed(place)
    return handle
  }
  files.rename = async (from, to) => {
    await rename(from, to)
    changed(to)
  }
  files.rm = async (place, options) => {
    await rm(place, options)
    changed(place)
  }
  // What others have imported by name is this from now on.
  syncBuiltinESMExports()
}
