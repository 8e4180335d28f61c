import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listenTo } from '../../../e2e/fakes/cli-context.ts'
import { readArguments } from '../arguments.ts'
import { clientsCommand } from './facts.ts'
import { providersCommand } from './providers.ts'
import { resumeCommand, undoCommand } from './resume.ts'
import { statusCommand } from './status.ts'

let folder: string
beforeAll(() => (folder = mkdtempSync(path.join(os.tmpdir(), 'status-'))))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const run = '20261120-061503-k3f9'

test.each([
  [['status'], statusCommand, 0],
  [['status', run], statusCommand, 2],
  [['status', run, '--secrets'], statusCommand, 2],
  [['resume', run], resumeCommand, 2],
  [['undo', run], undoCommand, 2],
  [['clients', '--thunderbird-root', os.tmpdir()], clientsCommand, 2],
  [['providers'], providersCommand, 0],
] as const)('%j in a data folder that is not there makes none, and says where it looked', async (words, command, code) => {
  const args = readArguments(words)
  if (!args.ok) throw new Error('the test has its arguments wrong')
  const mistyped = path.join(folder, 'no', 'such', 'folder')
  const { context, said } = listenTo(mistyped)
  expect(await command(context, args.value)).toBe(code)
  expect(readdirSync(folder)).toEqual([])
  if (words.length === 1 && words[0] === 'status') expect(said()).toContain(mistyped)
})
