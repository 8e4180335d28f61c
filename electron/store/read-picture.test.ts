import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readPicture } from './read-picture.ts'

let run: string
beforeAll(() => {
  run = mkdtempSync(path.join(os.tmpdir(), 'picture-'))
  mkdirSync(path.join(run, 'evidence', 'mailbox-1-change-1'), { recursive: true })
  writeFileSync(path.join(run, 'evidence', 'mailbox-1-change-1', '01-form.png'), 'PNG')
  writeFileSync(path.join(run, 'journal.jsonl'), 'secret')
  if (process.platform !== 'win32')
    symlinkSync(path.join(run, 'journal.jsonl'), path.join(run, 'evidence', 'mailbox-1-change-1', '02-link.png'))
})
afterAll(() => rmSync(run, { recursive: true, force: true }))

test('a picture is read by the name its journal has', async () => {
  const picture = await readPicture(run, 'evidence/mailbox-1-change-1/01-form.png')
  expect(picture.ok && Buffer.from(picture.value).toString()).toBe('PNG')
})

test.each([
  ['evidence/mailbox-1-change-1/02-link.png', 'file-missing'],
  ['evidence/mailbox-1-change-1/03-none.png', 'file-missing'],
  ['evidence/../journal.jsonl', 'bad-usage'],
  ['evidence/../x/y.png', 'bad-usage'],
  ['evidence/..\\x/y.png', 'bad-usage'],
  ['/etc/x/y.png', 'bad-usage'],
  ['journal.jsonl', 'bad-usage'],
  ['evidence/mailbox-1-change-1/', 'bad-usage'],
  ['', 'bad-usage'],
])('%j is refused', async (name, code) => {
  expect(await readPicture(run, name)).toMatchObject({ ok: false, problem: { code } })
})
