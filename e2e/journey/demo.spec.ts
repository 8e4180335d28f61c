import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { say } from '../cli/say.ts'

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
  rmSync(folder, { recursive: true, force: true })
})
