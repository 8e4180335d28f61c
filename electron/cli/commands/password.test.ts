import os from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { listenTo } from '../../../e2e/fakes/cli-context.ts'
import { readArguments } from '../arguments.ts'
import { makeLineSource } from '../line-source.ts'
import { passwordCommand } from './password.ts'

const lines = makeLineSource(process.stdin, null)
const args = (...more: string[]) => {
  const read = readArguments(['password', '--provider', 'practice', ...more])
  if (!read.ok) throw new Error('the test has its arguments wrong')
  return read.value
}

test('a password that could not be made is none: nothing empty is handed out as one', async () => {
  const { context, lines: told, said } = listenTo(path.join(os.tmpdir(), 'never-made'), { makePassword: () => null })
  await expect(passwordCommand(context, args(), lines)).rejects.toThrow('random bytes')
  expect([told, said()]).toEqual([[], ''])
})

test('a password is made to the rule, with its dictation', async () => {
  const { context, lines: told } = listenTo(path.join(os.tmpdir(), 'never-made'))
  expect(await passwordCommand(context, args(), lines)).toBe(0)
  expect(String(told[0]?.['password']).length).toBeGreaterThanOrEqual(8)
})
