import { execFile } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { secretForms } from '../../shared/base/secret.ts'
import { tables } from './markups.ts'
import { startSite } from './member-site.ts'
import { newPassword } from './play.ts'

test("Playwright's debug log, asked for in the environment, prints no typed secret", async () => {
  const site = await startSite({ markup: tables })
  const script = path.join(import.meta.dirname, 'play-once.ts')
  const env = {
    ...process.env,
    DEBUG: 'pw:*',
    DEBUG_FILE: '',
    PWDEBUG: 'console',
    SITE: JSON.stringify({ url: site.url, login: site.login }),
  }
  const { stdout, stderr } = await promisify(execFile)(process.execPath, [script], { env, maxBuffer: 1e8 })
  await site.close()
  expect(JSON.parse(stdout)).toMatchObject({ commit: 'sent', completed: true })
  for (const form of [newPassword, 'Old-pass1'].flatMap(secretForms)) expect(`${stdout}${stderr}`.includes(form)).toBe(false)
})
