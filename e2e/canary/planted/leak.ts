import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { test } from 'vitest'
import { dropFolder } from '../drop-folder.ts'
import { registerSecret } from '../register.ts'

const value = 'Planted-by-a-test-1'

/** Passes, whatever it leaves: only the search can fail this suite. */
test('leaves what it is told to', () => {
  registerSecret('the planted password', value)
  const leaves = process.env['PLANT']
  const folder = path.join(os.tmpdir(), 'planted')
  mkdirSync(folder)
  if (leaves === 'kept' || leaves === 'dropped') writeFileSync(path.join(folder, `${leaves}.log`), `password=${value}\n`)
  if (leaves === 'blind') rmSync(path.join(os.tmpdir(), 'control.txt'))
  try {
    if (leaves === 'dropped') dropFolder(folder)
  } catch {
    // The test itself fails here in earnest; that the suite remembers it is what is tried.
  }
})
