import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { listenTo } from '../../../e2e/fakes/cli-context.ts'
import { readArguments } from '../arguments.ts'
import { readCommand } from './read.ts'
import { planCommand } from './run.ts'

const folder = mkdtempSync(path.join(os.tmpdir(), 'plans-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function tell(command: typeof planCommand, ...argv: readonly string[]) {
  const args = readArguments(argv)
  if (!args.ok) throw new Error('the test has its arguments wrong')
  const heard = listenTo(path.join(folder, 'data'))
  const code = await command(heard.context, args.value)
  return { code, said: heard.said(), result: heard.lines.at(-1)!, plan: heard.lines.find(({ type }) => type === 'plan') }
}
function paper(name: string, ...lines: readonly string[]): string {
  const file = path.join(folder, `${name}.txt`)
  writeFileSync(file, lines.join('\n'))
  return file
}
const plan = (file: string, ...more: readonly string[]) => tell(planCommand, 'plan', file, '--no-thunderbird', ...more)

describe('a paper without any mail account', () => {
  const certificate = paper('certificate', 'UCOM光 登録証', 'お客様番号 : 90000000000006', 'お客様番号パスワード : Ke7rTn4a')

  test('is read as it is', async () => {
    const { code, result } = await tell(readCommand, 'read', certificate)
    expect(result).toMatchObject({
      sheets: [{ fields: { portalUser: '90000000000006' }, mailboxes: [], doubts: [], problem: null }],
    })
    expect(code).toBe(0)
  })
  test('will do for the password it does hold', async () => {
    const told = await plan(certificate, '--change', 'contract')
    expect(told.plan).toMatchObject({ mailboxes: [], logins: [{ login: '90000000000006', realms: ['contract'] }] })
    expect(told.code).toBe(0)
  })
  test('will not do for a mail password; what is missing is told, and what it would do for', async () => {
    const told = await plan(certificate)
    const facts = { missing: 'mailboxes', provider: 'ucom', change: 'contract' }
    expect(told.result).toMatchObject({ outcome: 'stopped', problems: [{ code: 'sheet-incomplete', facts }] })
    expect(told.said).toContain('"--change contract"')
    expect(told.code).toBe(2)
  })
})
