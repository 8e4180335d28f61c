import os from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { listenTo } from '../../../e2e/fakes/cli-context.ts'
import { readArguments } from '../arguments.ts'
import { providersCommand } from './providers.ts'

async function tell(...more: readonly string[]) {
  const args = readArguments(['providers', ...more])
  if (!args.ok) throw new Error('the test has its arguments wrong')
  const heard = listenTo(path.join(os.tmpdir(), 'never-made'))
  expect(await providersCommand(heard.context, args.value)).toBe(0)
  return { said: heard.said(), result: heard.lines.at(-1)! }
}

test('all providers are a list; one that is asked for is told whole', async () => {
  const { said: list } = await tell()
  expect(list.split('\n').filter((line) => /^[a-z-]+  /.test(line))).toHaveLength(6)
  expect(list).not.toContain('■')
  const { said, result } = await tell('--provider', 'my-pikara')
  expect(said).toContain('Two-factor sign-in for Myピカラ')
  expect(said.split('\n').filter((line) => /^[a-z-]+  /.test(line))).toHaveLength(1)
  expect(result).toMatchObject({ providers: [{ id: 'my-pikara', changes: [{ signIn: 'portal' }, { signIn: 'mail' }, {}] }] })
})
