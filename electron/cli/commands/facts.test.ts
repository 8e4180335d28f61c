import { rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listenTo } from '../../../e2e/fakes/cli-context.ts'
import { regFileOf } from '../../../e2e/fakes/outlook-world.ts'
import { makeSampleProfile, type SampleProfile } from '../../../e2e/fakes/thunderbird-profile.ts'
import { readArguments } from '../arguments.ts'
import { clientsCommand } from './facts.ts'

let sample: SampleProfile
beforeAll(async () => {
  sample = await makeSampleProfile()
})
afterAll(() => rmSync(sample.root, { recursive: true, force: true }))

async function clients(...options: string[]) {
  const args = readArguments(['clients', '--thunderbird-root', sample.root, ...options])
  if (!args.ok) throw new Error('the test has its arguments wrong')
  const { context, lines, said } = listenTo(path.join(os.tmpdir(), 'never-made'))
  const code = await clientsCommand(context, args.value)
  return { code, found: lines.at(-1)?.['clients'], said: said() }
}

test('mail programs are all shown, or those that are named, or all but those that are left out', async () => {
  const thunderbird = [{ client: 'thunderbird' }, { client: 'thunderbird' }]
  expect(await clients()).toMatchObject({ code: 0, found: thunderbird })
  expect(await clients('--thunderbird')).toMatchObject({ code: 0, found: thunderbird })
  expect(await clients('--no-outlook')).toMatchObject({ code: 0, found: thunderbird })
  expect(await clients('--no-thunderbird')).toMatchObject({ code: 0, found: [] })
})

test('a mail program that this system cannot have is said to be one', async () => {
  const told = await clients('--outlook')
  expect(told.code).toBe(3)
  expect(told.said).toContain('(Outlook)')
  expect(told.said).toContain('exists on Windows only')
})

test('an exported registry file is looked at on every system, and nothing else with it', async () => {
  const told = await clients('--outlook-reg', regFileOf('several-profiles'))
  expect(told.code).toBe(0)
  const account = { address: 'taro@example.jp', incoming: 'imaps://imap.example.jp:993', storedPassword: true, changeable: true }
  expect(told.found).toMatchObject([
    { client: 'outlook', name: 'Outlook', inUse: false },
    { client: 'outlook', name: '会社用', inUse: true, accounts: [account] },
    { client: 'outlook', name: '自宅 [予備] 𠮷', inUse: false },
  ])
  expect(await clients('--outlook-reg', sample.root)).toMatchObject({ code: 2 })
})
