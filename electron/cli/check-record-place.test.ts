import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { listenTo } from '../../e2e/fakes/cli-context.ts'
import type { Question } from '../../shared/base/ask.ts'
import { runId } from '../../shared/base/ids.ts'
import { readArguments } from './arguments.ts'
import { settleRecordPlace } from './check-record-place.ts'

let folder: string
beforeEach(() => (folder = mkdtempSync(path.join(os.tmpdir(), 'record-place-'))))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const run = runId.parse('20261120-101500-abcd')
const at = (name: string): string => path.join(folder, name)

async function settle(answer: boolean | null, of: typeof run | null = null) {
  const asked: Question[] = []
  const args = readArguments(['run', 'sheet.txt', '--record', at('paper.pdf')])
  if (!args.ok) throw new Error('the test has its arguments wrong')
  const { context } = listenTo(at('data'))
  const settled = await settleRecordPlace(context.app, args.value.options, of, async (question) => {
    asked.push(question)
    return answer
  })
  return { code: settled.ok ? 'ok' : settled.problem.code, asked: asked.map((question) => question.facts['file']) }
}

test('a free place needs no question', async () => {
  expect(await settle(null)).toEqual({ code: 'ok', asked: [] })
})

describe('what is there already', () => {
  test.each([['paper.pdf'], ['paper.json']])('%s is replaced only after a yes', async (name) => {
    writeFileSync(at(name), '{"run":"another"}')
    expect(await settle(true)).toEqual({ code: 'ok', asked: [at(name)] })
    for (const answer of [false, null]) expect(await settle(answer)).toEqual({ code: 'file-exists', asked: [at(name)] })
  })
  test('both are named in one question', async () => {
    for (const name of ['paper.pdf', 'paper.json']) writeFileSync(at(name), 'x')
    expect((await settle(false)).asked).toEqual([`${at('paper.pdf')}, ${at('paper.json')}`])
  })
  test('a link to nowhere is a file, too', async () => {
    symlinkSync(at('nowhere'), at('paper.pdf'))
    expect((await settle(false)).code).toBe('file-exists')
  })
  test('a folder can never be replaced', async () => {
    mkdirSync(at('paper.json'))
    expect(await settle(true)).toEqual({ code: 'file-not-writable', asked: [] })
  })
  test('the record of this very run is written anew, another one’s is asked about', async () => {
    writeFileSync(at('paper.pdf'), '%PDF-')
    writeFileSync(at('paper.json'), JSON.stringify({ run }))
    expect(await settle(null, run)).toEqual({ code: 'ok', asked: [] })
    expect((await settle(null, runId.parse('20261120-101500-efgh'))).code).toBe('file-exists')
    expect((await settle(null)).code).toBe('file-exists')
  })
})
