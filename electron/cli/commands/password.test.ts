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

const say = async (...more: string[]): Promise<readonly [number, string]> => {
  const read = readArguments(['password', ...more])
  if (!read.ok) throw new Error('the test has its arguments wrong')
  const { context, said } = listenTo(path.join(os.tmpdir(), 'never-made'))
  return [await passwordCommand(context, read.value, lines), said()]
}

test('where a provider has several passwords, the others are named: beside the one that is made, and where none is', async () => {
  const [code, said] = await say('--provider', 'ocn')
  expect([code, said]).toEqual([3, expect.stringContaining('--change portal')])
  expect((await say('--provider', 'ucom'))[1]).toMatch(/for the mail password\.[^]*--change contract/)
  expect((await say('--provider', 'biglobe-ef'))[1]).not.toContain('--change')
})
