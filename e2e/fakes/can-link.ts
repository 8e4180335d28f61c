import { lstatSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

function tryLink(): boolean {
  const room = mkdtempSync(path.join(tmpdir(), 'link-'))
  try {
    symlinkSync(room, path.join(room, 'link'))
    return lstatSync(path.join(room, 'link')).isSymbolicLink()
  } catch {
    return false
  } finally {
    rmSync(room, { recursive: true, force: true })
  }
}

/** Can links be made here? Windows lets not everybody; Wine 8 says yes and makes none. */
export const canLink = tryLink()
