import { randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { mailClients } from '../../electron/clients/index.ts'
import { dropFolder } from '../canary/drop-folder.ts'
import { registerSecret } from '../canary/register.ts'
import { say } from '../cli/say.ts'

/** The passwords of a demo that is over: the new ones stored in its mail program, the old ones on its paper. Nothing else tells them. */
async function registerPasswordsBelow(folder: string): Promise<number> {
  const world = { platform: process.platform, home: folder, env: {}, now: () => new Date(), random: randomBytes, windows: null }
  const found: string[] = []
  for (const name of readdirSync(folder).filter((one) => one.startsWith('mail-migrate-demo-'))) {
    const paper = readFileSync(path.join(folder, name, '会員証.txt'), 'utf8')
    found.push(...[...paper.matchAll(/パスワード[\s\u3000]*[:：] ([^\s\u3000]+)/g)].map((one) => one[1]!))
    for (const client of mailClients(world)) {
      const profiles = await client.find({ root: path.join(folder, name, 'thunderbird') })
      for (const profile of profiles.ok ? profiles.value : [])
        for (const { key } of profile.accounts) {
          const stored = await client.readBack({ folder: profile.folder, key }, { primaryPassword: null })
          if (stored.ok && stored.value.password) found.push(stored.value.password.reveal())
        }
    }
  }
  for (const password of found) registerSecret('a password of the demo', password)
  return new Set(found).size
}

test('the demo walks the whole road by itself, without a credential store, and leaves the record', async () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'demo-'))
  // No session bus, no home of anybody's, no passphrase: nothing of this machine is needed.
  const env = { TMPDIR: folder, HOME: path.join(folder, 'home'), DBUS_SESSION_BUS_ADDRESS: '', MAIL_MIGRATE_VAULT_PASSPHRASE: '' }
  mkdirSync(env.HOME)
  const record = path.join(folder, 'paper.pdf')
  const japanese = await say(['demo', '--headless', '--record', record], { env })
  expect(japanese.code, japanese.stdout.slice(-1500) + japanese.stderr).toBe(0)
  for (const words of [
    '■ 予定',
    '「変更する」を押して',
    '完了しました',
    '■ メールソフトの設定（前）',
    '■ メールソフトの設定（後）',
  ]) {
    expect(japanese.stdout).toContain(words)
  }
  expect(readFileSync(record).subarray(0, 5).toString()).toBe('%PDF-')
  expect(JSON.parse(readFileSync(path.join(folder, 'paper.json'), 'utf8'))).toMatchObject({ outcome: 'done', practice: true })
  const english = await say(['demo', '--headless', '--lang', 'en'], { env })
  expect([english.code, english.stdout.includes('Mail program settings, after')]).toEqual([0, true])
  // Two mailboxes, each with an old password and a new one, in two demos.
  expect(await registerPasswordsBelow(folder)).toBe(8)
  dropFolder(folder)
})
