import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Result } from '../../shared/base/result.ts'
import type { CallName, Input, Output } from '../../shared/ipc/contract.ts'
import type { RoadEvent } from '../../shared/ipc/events.ts'
import type { SheetView } from '../../shared/ipc/sheet-calls.ts'
import { compose } from '../compose.ts'
import { answerCall } from './router.ts'
import { type WindowProgram, windowProgram } from './window-program.ts'

let folder: string
let program: WindowProgram
let told: RoadEvent[]
/** Answers a question as it comes; undefined: it stands. */
let answer: (asked: Extract<RoadEvent, { type: 'asked' }>) => boolean | string | null | undefined
let chosen: { folder: string | null; record: string | null }

const page = { senderFrame: { url: 'app://bundle/index.html', parent: null } }
const bugs: unknown[] = []

/** Makes a call as the page does: through the router, input checked; events and answers are cloned on the way as between processes. */
async function tryCall<N extends CallName>(name: N, input: Input<N>): Promise<Result<Output<N>>> {
  const answered = await answerCall(program.handlers, (_, error) => bugs.push(error), page, name, structuredClone(input))
  expect(bugs).toEqual([])
  return structuredClone(answered) as Result<Output<N>>
}
async function call<N extends CallName>(name: N, input: Input<N>): Promise<Output<N>> {
  const answered = await tryCall(name, input)
  if (!answered.ok) throw new Error(`${name}: ${JSON.stringify(answered.problem)}`)
  return answered.value
}

const open = async (): Promise<void> => {
  program = await windowProgram((ask) => compose({ dataDir: path.join(folder, 'data'), vault: null, ask, environment: {} }), {
    name: 'Mail Migration Assistant',
    shell: 'chromium',
    browser: null,
    desktop: () => ({
      chooseFiles: async () => [],
      chooseFolder: async () => chosen.folder,
      chooseRecord: async () => chosen.record,
      openFile: async () => ({ ok: true, value: undefined }),
      openPage: async () => ({ ok: true, value: undefined }),
    }),
    send: (event) => {
      told.push(structuredClone(event))
      const value = event.type === 'asked' ? answer(event) : undefined
      if (event.type === 'asked' && value !== undefined) void tryCall('answer', { question: event.question, value })
    },
  })
  program.ready()
}

beforeEach(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'window-'))
  told = []
  bugs.length = 0
  answer = () => true
  chosen = { folder: null, record: null }
  await open()
})
afterEach(async () => {
  await program.close()
  rmSync(folder, { recursive: true, force: true })
})

async function practiceSheet(): Promise<SheetView> {
  const { sheetFile } = await call('startPractice', { provider: null, faults: [] })
  return call('readSheet', { source: { kind: 'file', file: sheetFile }, provider: null })
}

const order = (sheet: SheetView, more: Partial<Input<'draftPlan'>> = {}): Input<'draftPlan'> => ({
  ...{ sheets: [sheet.sheet], realm: 'mail', addresses: sheet.addresses.slice(0, 1), way: 'skip', newPassword: null },
  ...{ roundTrip: false, proveOldDead: false, attended: false, mailPrograms: true },
  ...more,
})

describe('the thin road on the practice provider', () => {
  test('sheet → draft → run → done, told entry by entry, with its record; nobody types where the practice provider is', async () => {
    const sheet = await practiceSheet()
    expect([sheet.provider, sheet.problem, sheet.doubts]).toEqual(['practice', null, []])
    const drafted = await call('draftPlan', order(sheet))
    expect(drafted.plan.mailboxes.map(({ account }) => account.address)).toEqual(sheet.addresses.slice(0, 1))
    expect(drafted.plan.manner.vault).toBe('memory')
    const ended = await call('startRun', { draft: drafted.draft })
    expect(ended).toEqual({ run: drafted.plan.run, outcome: 'done', problem: null })
    const entries = told.flatMap((event) => (event.type === 'entry' ? [event.entry] : []))
    expect(entries.map(({ seq }) => seq)).toEqual(entries.map((_, at) => at + 1))
    const { runs } = await call('listRuns', {})
    expect(runs).toMatchObject([{ run: ended.run, outcome: 'done', open: false, busy: false, problem: null }])
    const read = await call('readRun', { run: ended.run })
    expect(read.entries).toEqual(entries)
    expect(read.proof).toMatchObject({ outcome: 'done', practice: true })
    expect(
      readFileSync(path.join(folder, 'data', 'records', `${ended.run}.pdf`))
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-')
    // It was carried out: the same draft cannot be started twice.
    expect(await tryCall('startRun', { draft: drafted.draft })).toMatchObject({ problem: { code: 'draft-gone' } })
  })
})
