import { rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listenTo } from '../../../e2e/fakes/cli-context.ts'
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

test('a mail program that cannot be rewritten yet is said to be one', async () => {
  const told = await clients('--outlook')
  expect(told.code).toBe(3)
  expect(told.said).toContain('(Outlook)')
  expect(told.said).toContain('cannot rewrite that mail program yet')
})
