import os from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { listenTo } from '../../../e2e/fakes/cli-context.ts'
import { readArguments } from '../arguments.ts'
import { recoverCommand } from './recover.ts'

test('with nobody to answer it ends before anything is asked of the provider, and names no run to resume: there is none', async () => {
  const args = readArguments(['recover', '--provider', 'my-pikara'])
  if (!args.ok) throw new Error('the test has its arguments wrong')
  const { context, lines, said } = listenTo(path.join(os.tmpdir(), 'never-made'))
  expect(await recoverCommand(context, args.value)).toBe(3)
  const result = lines.at(-1)
  expect(result).toMatchObject({ run: null, problems: [{ code: 'question-unanswered' }] })
  for (const text of [said(), JSON.stringify(result)]) {
    expect(text).toContain('from the start')
    expect(text).not.toMatch(/resume|choose-recovery\)/)
  }
})
