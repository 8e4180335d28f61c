import { rmSync, symlinkSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { makeSampleProfile } from '../../e2e/fakes/thunderbird-profile.ts'
import { readProfile } from './read-profile.ts'

test.runIf(process.platform !== 'win32')('a mail folder that cannot be read is a problem, not one without filters', async () => {
  const { root, folder } = await makeSampleProfile()
  try {
    expect((await readProfile(folder)).ok).toBe(true)
    rmSync(path.join(folder, 'ImapMail'), { recursive: true, force: true })
    expect((await readProfile(folder)).ok).toBe(true)
    symlinkSync('ImapMail', path.join(folder, 'ImapMail'))
    expect(await readProfile(folder)).toMatchObject({ ok: false, problem: { code: 'file-is-link' } })
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
})
