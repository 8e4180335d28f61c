import { mkdtempSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Asked, type OpenWindow, openWindow, orderFor, practiceSheet } from '../../electron/ipc/fixtures/open-window.ts'
import { startWork } from '../../electron/work/start-work.ts'
import { workElsewhere, type WorkProcess } from '../../electron/work/work-elsewhere.ts'
import { dropFolder } from '../canary/drop-folder.ts'
import { registerSecret } from '../canary/register.ts'
import { lightBrowser } from '../fakes/light-browser.ts'

// The window's calls with the browser in a process of its own, as the window has it; the window itself is not there.
const script = path.resolve(import.meta.dirname, '..', '..', 'electron', 'work-process.ts')
let working: WorkProcess | null = null
const work = workElsewhere(async () => (working = startWork(script, null, process.env)))

let folder: string
let window: OpenWindow
let answer: (asked: Asked) => boolean | string | null | undefined
beforeEach(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'calls-'))
  answer = () => true
  window = await openWindow({ folder, answer: (asked) => answer(asked), browser: lightBrowser, work })
})
afterEach(async () => {
  await window.close()
  dropFolder(folder)
})

async function draft(faults: readonly string[], more: Parameters<typeof orderFor>[1] = {}) {
  const sheet = await practiceSheet(window, faults)
  for (const { field, secret } of sheet.fields)
    if (secret) registerSecret(field, (await window.call('revealField', { sheet: sheet.sheet, field, candidate: null })).value)
  return window.call('draftPlan', orderFor(sheet, { way: 'recipe', ...more }))
}

test('the whole road by the recipe: pages come as pictures that can be fetched, passwords only when asked for', async () => {
  const drafted = await draft([], { roundTrip: true, proveOldDead: true })
  expect(drafted.presses.filter(({ irreversible }) => irreversible)).toHaveLength(1)
  const ended = await window.call('startRun', { draft: drafted.draft })
  expect(ended).toEqual({ run: drafted.plan.run, outcome: 'done', problem: null })
  const pictures = window.told.flatMap((event) => (event.type === 'picture' ? [event] : []))
  expect(pictures.length).toBeGreaterThan(2)
  for (const { name } of pictures) {
    const { png } = await window.call('picture', { run: ended.run, name })
    expect(Buffer.from(png, 'base64').subarray(1, 4).toString()).toBe('PNG')
  }
  const { passwords } = await window.call('revealPasswords', { run: ended.run })
  const values = passwords.map(({ value }) => value)
  expect(new Set(values).size).toBe(values.length)
  for (const value of values) {
    registerSecret('a password of the run', value)
    expect(window.everything()).not.toContain(value)
  }
})

test('a wish to stop on a slow page is heeded within a second, with nothing sent; the run is taken up again and ends well', async () => {
  const drafted = await draft(['slow:20'])
  const running = window.call('startRun', { draft: drafted.draft })
  await expect
    .poll(() => window.told.some((event) => event.type === 'progress' && event.what === 'open'), { timeout: 60_000 })
    .toBe(true)
  const wished = performance.now()
  await window.call('stopRun', { run: drafted.plan.run })
  expect(await running).toMatchObject({ outcome: 'stopped' })
  expect(performance.now() - wished).toBeLessThan(2_500)
  const { entries, row } = await window.call('readRun', { run: drafted.plan.run })
  expect(entries.some((entry) => entry.kind === 'intended' && entry.act.kind === 'commit')).toBe(false)
  expect(row).toMatchObject({ open: true, busy: false, outcome: 'stopped' })
})

test('attended: each press is a question in the window; a no sends nothing', async () => {
  answer = ({ name }) => name !== 'confirm-step'
  const drafted = await draft([], { attended: true })
  expect(await window.call('startRun', { draft: drafted.draft })).toMatchObject({
    outcome: 'stopped',
    problem: { code: 'step-declined' },
  })
  expect(window.told).toContainEqual(expect.objectContaining({ type: 'asked', name: 'confirm-step', kind: 'yes-no' }))
})

test('the process at the site is killed under a question: it is taken back, its mailbox is not touched again, and the next one goes on', async () => {
  const asked = () => window.told.flatMap((event) => (event.type === 'asked' && event.name === 'confirm-step' ? [event] : []))
  answer = ({ name }) => (name === 'confirm-step' ? undefined : true)
  const drafted = await draft([], { attended: true, addresses: [] })
  const running = window.call('startRun', { draft: drafted.draft })
  await expect.poll(() => asked().length, { timeout: 60_000 }).toBe(1)
  working?.kill()
  await expect.poll(() => asked().length, { timeout: 60_000 }).toBe(2)
  const [first, second] = asked()
  expect(window.told).toContainEqual({ type: 'withdrawn', question: first!.question })
  // Too late: the yes is for nobody.
  expect(await window.tryCall('answer', { question: first!.question, value: true })).toMatchObject({
    problem: { code: 'bad-usage', facts: { reason: 'no-open-question' } },
  })
  await window.call('answer', { question: second!.question, value: false })
  expect(await running).toMatchObject({ outcome: 'stopped' })
  const { entries, plan } = await window.call('readRun', { run: drafted.plan.run })
  const lanes = plan.steps.filter(({ kind }) => kind === 'change-portal').map(({ id }) => id)
  expect(lanes.length).toBeGreaterThan(1)
  for (const lane of lanes.slice(0, 2)) {
    const tries = entries.filter((entry) => entry.kind === 'intended' && entry.step === lane && entry.act.kind === 'step')
    expect(tries, lane).toHaveLength(1)
  }
  // No question outlives the run.
  const open = new Set(window.told.flatMap((event) => (event.type === 'asked' ? [event.question] : [])))
  for (const question of open) expect(await window.tryCall('answer', { question, value: true })).toMatchObject({ ok: false })
})
