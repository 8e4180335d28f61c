import { mkdtempSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Asked, type OpenWindow, openWindow, orderFor, practiceSheet } from '../../electron/ipc/fixtures/open-window.ts'
import type { Output } from '../../shared/ipc/contract.ts'
import { startWork } from '../../electron/work/start-work.ts'
import { workElsewhere, type WorkProcess } from '../../electron/work/work-elsewhere.ts'
import { dropFolder } from '../canary/drop-folder.ts'
import { registerSecret } from '../canary/register.ts'
import { lightBrowser } from '../fakes/light-browser.ts'

// The window's calls with the browser in a process of its own, as the window has it; the window itself is not there. The road to its end, and
// stopping on a slow page, stand in road.spec.ts, stops.spec.ts and visit.spec.ts.
const script = path.resolve(import.meta.dirname, '..', '..', 'electron', 'work-process.ts')
let working: WorkProcess | null = null
const work = workElsewhere(async () => (working = startWork(script, null, process.env)))

let folder: string
let window: OpenWindow
let answer: (asked: Asked) => boolean | undefined
beforeEach(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'calls-'))
  answer = () => true
  window = await openWindow({ folder, answer: (asked) => answer(asked), browser: lightBrowser, work })
})
afterEach(async () => {
  await window.close()
  dropFolder(folder)
})

async function draft(more: Parameters<typeof orderFor>[1]) {
  const sheet = await practiceSheet(window, [])
  for (const { field, secret } of sheet.fields)
    if (secret) registerSecret(field, (await window.call('revealField', { sheet: sheet.sheet, field, candidate: null })).value)
  return window.call('draftPlan', orderFor(sheet, { way: 'recipe', ...more }))
}

/** No question outlives the run. */
async function noneStands(): Promise<void> {
  const open = new Set(window.told.flatMap((event) => (event.type === 'asked' ? [event.question] : [])))
  for (const question of open) expect(await window.tryCall('answer', { question, value: true })).toMatchObject({ ok: false })
}

/** Pages come as pictures that can be fetched, passwords only when they are asked for. */
async function comesAsItShould(run: Output<'startRun'>['run']): Promise<void> {
  const pictures = window.told.flatMap((event) => (event.type === 'picture' ? [event] : []))
  expect(pictures.length).toBeGreaterThan(2)
  for (const { name } of pictures) {
    const { png } = await window.call('picture', { run, name })
    expect(Buffer.from(png, 'base64').subarray(1, 4).toString()).toBe('PNG')
  }
  const { passwords } = await window.call('revealPasswords', { run })
  const values = passwords.map(({ value }) => value)
  expect(new Set(values).size).toBe(values.length)
  for (const value of values) {
    registerSecret('a password of the run', value)
    expect(window.everything()).not.toContain(value)
  }
}

test('attended, the process at the site is killed under a question: it is taken back, its mailbox is not touched again, the next one goes on; a no to the last press sends nothing', async () => {
  const asked = () => window.told.flatMap((event) => (event.type === 'asked' && event.name === 'confirm-step' ? [event] : []))
  let killed = false
  answer = ({ name, facts }) => (name !== 'confirm-step' ? true : killed ? facts['irreversible'] !== true : undefined)
  const drafted = await draft({ attended: true, addresses: [] })
  expect(drafted.presses.filter(({ irreversible }) => irreversible)).toHaveLength(drafted.plan.mailboxes.length)
  const running = window.call('startRun', { draft: drafted.draft })
  await expect.poll(() => asked().length, { timeout: 60_000 }).toBe(1)
  killed = true
  working?.kill()
  await expect.poll(() => asked().length, { timeout: 60_000 }).toBeGreaterThan(1)
  const [first] = asked()
  expect(window.told).toContainEqual({ type: 'withdrawn', question: first!.question })
  // Too late: the yes is for nobody.
  expect(await window.tryCall('answer', { question: first!.question, value: true })).toMatchObject({
    problem: { code: 'bad-usage', facts: { reason: 'no-open-question' } },
  })
  const run = drafted.plan.run
  expect(await running).toMatchObject({ run, outcome: 'stopped', problem: { code: 'browser-failed' } })
  expect(asked().at(-1)).toMatchObject({ kind: 'yes-no', facts: { irreversible: true } })
  const { entries, plan, row } = await window.call('readRun', { run })
  expect(entries.some((entry) => entry.kind === 'intended' && entry.act.kind === 'commit')).toBe(false)
  expect(row).toMatchObject({ open: true, busy: false, outcome: 'stopped' })
  const lanes = plan.steps.filter(({ kind }) => kind === 'change-portal').map(({ id }) => id)
  expect(lanes.length).toBeGreaterThan(1)
  const declined = entries.filter((entry) => entry.kind === 'failed' && entry.problem.code === 'step-declined')
  expect(declined).toMatchObject([{ step: lanes[1] }])
  for (const lane of lanes.slice(0, 2)) {
    const tries = entries.filter((entry) => entry.kind === 'intended' && entry.step === lane && entry.act.kind === 'step')
    expect(tries, lane).toHaveLength(1)
  }
  await noneStands()
  await comesAsItShould(run)
})
