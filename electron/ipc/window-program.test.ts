import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { fail } from '../../shared/base/result.ts'
import { runId } from '../../shared/base/ids.ts'
import type { Works } from '../work/serve-work.ts'
import { type Asked, type OpenWindow, openWindow, orderFor, practiceSheet } from './fixtures/open-window.ts'

let folder: string
let window: OpenWindow
let answer: (asked: Asked) => boolean | string | null | undefined
const opened: string[] = []

beforeEach(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'window-'))
  opened.length = 0
  answer = () => true
  window = await openWindow({ folder, answer: (asked) => answer(asked), chosenFolder: folder, opened })
})
afterEach(async () => {
  await window.close()
  rmSync(folder, { recursive: true, force: true })
})

const entriesTold = () => window.told.flatMap((event) => (event.type === 'entry' ? [event.entry] : []))

describe('the thin road on the practice provider', () => {
  test('sheet → draft → run → done, told entry by entry, with its record; nobody types where the practice provider is', async () => {
    const sheet = await practiceSheet(window)
    expect([sheet.provider, sheet.problem, sheet.doubts]).toEqual(['practice', null, []])
    const drafted = await window.call('draftPlan', orderFor(sheet))
    expect(drafted.plan.mailboxes.map(({ account }) => account.address)).toEqual(sheet.addresses.slice(0, 1))
    const ended = await window.call('startRun', { draft: drafted.draft })
    expect(ended).toEqual({ run: drafted.plan.run, outcome: 'done', problem: null })
    expect(entriesTold().map(({ seq }) => seq)).toEqual(entriesTold().map((_, at) => at + 1))
    expect(await window.call('listRuns', {})).toMatchObject({
      runs: [{ run: ended.run, outcome: 'done', open: false, busy: false, problem: null }],
    })
    const read = await window.call('readRun', { run: ended.run })
    expect(read.entries).toEqual(entriesTold())
    expect(read.proof).toMatchObject({ outcome: 'done', practice: true })
    const record = path.join(folder, 'data', 'records', `${ended.run}.pdf`)
    expect(readFileSync(record).subarray(0, 5).toString()).toBe('%PDF-')
    // It was carried out: the same draft cannot be started twice.
    expect(await window.tryCall('startRun', { draft: drafted.draft })).toMatchObject({ problem: { code: 'draft-gone' } })

    // Papers, in the data folder, where the person says, and all of them for a stick.
    await window.call('openRecord', { run: ended.run })
    expect(opened).toEqual([record])
    const saved = await window.call('saveRecord', { run: ended.run, where: 'ask' })
    expect(saved.pdf).toBe(path.join(folder, `${ended.run}.pdf`))
    rmSync(saved.pdf!)
    const exported = await window.call('exportProofs', { runs: [ended.run] })
    expect(exported.files.map((file) => path.basename(file))).toEqual([`${ended.run}.pdf`, `${ended.run}.json`])
    expect(exported.files.every((file) => existsSync(file))).toBe(true)
    // A run that cannot be written (its journal is damaged) keeps none of the others from the stick.
    const broken = runId.parse('20261120-061503-zzzz')
    mkdirSync(path.join(folder, 'data', 'runs', broken), { recursive: true })
    writeFileSync(path.join(folder, 'data', 'runs', broken, 'journal.jsonl'), 'no journal\n')
    for (const file of exported.files) rmSync(file)
    const both = await window.call('exportProofs', { runs: [broken, ended.run] })
    expect(both.files).toEqual(exported.files)
    expect(both.refused).toMatchObject([{ run: broken, problem: { code: 'journal-damaged' } }])
    rmSync(path.join(folder, 'data', 'runs', broken), { recursive: true })

    // The mail program's files go back; what the journal knows stays known.
    expect(await window.call('undoRun', { run: ended.run })).toMatchObject({ run: ended.run, problem: null })
    expect(entriesTold().filter(({ kind }) => kind === 'undone')).toHaveLength(1)

    // A reveal is written down, without what was shown, and changes nothing about how the run stands.
    const before = (await window.call('readRun', { run: ended.run })).row
    const { passwords } = await window.call('revealPasswords', { run: ended.run })
    expect(passwords.map(({ which }) => which)).toEqual(['old', 'new'])
    const after = await window.call('readRun', { run: ended.run })
    expect(after.entries.at(-1)).toMatchObject({ kind: 'revealed', what: 'passwords' })
    expect(after.row).toEqual(before)

    // Nothing of what the window was told held a password, unasked.
    for (const { value } of passwords) expect(window.everything()).not.toContain(value)

    // Gone with its passwords, copies and papers.
    expect(await window.tryCall('deleteRun', { run: ended.run, sure: false })).toMatchObject({ ok: true })
    expect(readdirSync(path.join(folder, 'data', 'runs'))).toEqual([])
    expect(readdirSync(path.join(folder, 'data', 'records'))).toEqual([])
    expect(await window.tryCall('revealPasswords', { run: ended.run })).toMatchObject({ problem: { code: 'run-unknown' } })
  })

  test('a wish to stop is heeded within a second, takes the open question back, and the run can be taken up again', async () => {
    answer = () => undefined
    const sheet = await practiceSheet(window)
    const drafted = await window.call('draftPlan', orderFor(sheet, { way: 'guided' }))
    const running = window.call('startRun', { draft: drafted.draft })
    const asked = () => window.told.filter((event) => event.type === 'asked')
    await expect.poll(() => asked().length, { timeout: 20_000 }).toBe(1)
    // While it is on: it is told so, nothing else begins, and nothing of it is deleted.
    const { run } = drafted.plan
    expect((await window.call('listRuns', {})).runs).toMatchObject([{ run, busy: 'here' }])
    expect(await window.tryCall('resumeRun', { run })).toMatchObject({
      problem: { code: 'run-busy', facts: { here: true, doing: 'run', run } },
    })
    expect(await window.tryCall('deleteRun', { run, sure: true })).toMatchObject({ problem: { code: 'run-busy' } })
    // Nor is the provider it leads to taken away from under it.
    expect(await window.tryCall('startPractice', { provider: null, faults: [] })).toMatchObject({ problem: { code: 'run-busy' } })
    expect(await window.tryCall('stopPractice', {})).toMatchObject({ problem: { code: 'run-busy' } })
    // A page that is loaded anew gets the question again.
    window.ready()
    expect(asked().map(({ question }) => question)).toEqual([1, 1])
    // Passwords can be seen at any time, and that is written into the open journal.
    await window.call('revealPasswords', { run })
    expect(entriesTold().at(-1)).toMatchObject({ kind: 'revealed' })

    // What is meant is stopped, and nothing else.
    for (const other of [null, runId.parse('20261120-061503-zzzz')])
      expect(await window.tryCall('stopRun', { run: other })).toMatchObject({
        problem: { code: 'run-busy', facts: { here: true } },
      })
    // Another window on the same data can look at it, and neither stop it nor say that it does.
    const next = await openWindow({ folder })
    expect((await next.call('listRuns', {})).runs).toMatchObject([{ run, busy: 'elsewhere' }])
    expect(await next.tryCall('stopRun', { run })).toMatchObject({ problem: { code: 'run-busy', facts: { here: false } } })

    const wished = performance.now()
    await window.call('stopRun', { run })
    expect(await running).toMatchObject({ run, outcome: 'stopped' })
    expect(performance.now() - wished).toBeLessThan(1_000)
    expect(window.told).toContainEqual({ type: 'withdrawn', question: 1 })
    expect(await window.tryCall('answer', { question: 1, value: true })).toMatchObject({ problem: { code: 'bad-usage' } })
    expect(entriesTold().at(-1)).toMatchObject({ kind: 'stopped', why: 'person' })
    expect((await window.call('listRuns', {})).runs).toMatchObject([{ run, busy: false, open: true, outcome: 'stopped' }])

    answer = () => false
    expect(await window.call('resumeRun', { run })).toMatchObject({ run, outcome: 'stopped', problem: { code: 'step-declined' } })

    // Its doors close with the practice provider, which every page of this program knows to be running until then.
    expect(await window.call('about', {})).toMatchObject({ practice: { addresses: sheet.addresses } })
    await window.call('stopPractice', {})
    expect(await window.call('about', {})).toMatchObject({ practice: null })
    expect((await window.call('listRuns', {})).runs).toMatchObject([{ run, open: false, practice: true }])
    // Another rehearsal is another one: the old run leads nowhere still.
    await window.call('startPractice', { provider: null, faults: [] })
    expect((await window.call('listRuns', {})).runs).toMatchObject([{ run, open: false }])

    // The passwords of a rehearsal stand in no vault: with the program that knew them it cannot be taken up again.
    const later = await openWindow({ folder })
    expect((await later.call('listRuns', {})).runs).toMatchObject([{ run, open: false }])
  })

  test('the rehearsal of a real provider is called one, in the list and on the record', async () => {
    const sheet = await practiceSheet(window, [], 'my-pikara')
    const drafted = await window.call('draftPlan', orderFor(sheet))
    const { run } = await window.call('startRun', { draft: drafted.draft })
    expect(await window.call('readRun', { run })).toMatchObject({ row: { practice: true }, proof: { practice: true } })
  })

  test('the practice provider takes its papers and plans along when it goes', async () => {
    const sheet = await practiceSheet(window)
    const drafted = await window.call('draftPlan', orderFor(sheet))
    await window.call('stopPractice', {})
    expect(await window.tryCall('startRun', { draft: drafted.draft })).toMatchObject({ problem: { code: 'draft-gone' } })
    expect(await window.tryCall('draftPlan', orderFor(sheet))).toMatchObject({ problem: { code: 'sheet-gone' } })
  })

  test('its paper and a real one are not worked on together', async () => {
    const sheet = await practiceSheet(window)
    const text = [
      'EFネット会員証',
      'ユーザーID: ymd00123',
      'パスワード: Kx7mQ2ab',
      'メールアドレス: yamada@mvd.biglobe.ne.jp',
    ].join('\n')
    const real = await window.call('readSheet', { source: { kind: 'text', text }, provider: null })
    const both = { ...orderFor(sheet), sheets: [sheet.sheet, real.sheet], addresses: [] }
    expect(await window.tryCall('draftPlan', both)).toMatchObject({ problem: { facts: { reason: 'practice-mixed' } } })
  })
})

test('a bug behind the commit is told with what the journal knows of the run; the plan it came from is spent', async () => {
  const bugs: unknown[] = []
  const play: Works['play'] = async (order) => {
    await order.beforeCommit()
    throw new Error('a bug at the site')
  }
  const other = await openWindow({
    folder: path.join(folder, 'other'),
    bugs,
    work: { play, draw: () => Promise.reject(new Error('not drawn')) },
  })
  const drafted = await other.call('draftPlan', orderFor(await practiceSheet(other), { way: 'recipe' }))
  const ended = await other.call('startRun', { draft: drafted.draft })
  expect(ended).toMatchObject({ run: drafted.plan.run, outcome: 'unknown', problem: { code: 'unexpected' } })
  expect(ended.problem?.facts['reference']).toMatch(/^[0-9a-f]{8}$/)
  expect(bugs).toHaveLength(1)
  expect(await other.tryCall('startRun', { draft: drafted.draft })).toMatchObject({ problem: { code: 'draft-gone' } })
  const { entries, row } = await other.call('readRun', { run: ended.run })
  expect(entries.filter(({ kind }) => kind === 'planned')).toHaveLength(1)
  expect(row).toMatchObject({ busy: false, outcome: 'unknown' })
  await other.close()
})

test('a wish to stop that comes while the paper is drawn waits for no paper', async () => {
  let drawing = (): void => undefined
  const drawn = new Promise<void>((resolve) => (drawing = resolve))
  const draw: Works['draw'] = () => {
    drawing()
    return new Promise(() => undefined)
  }
  const other = await openWindow({ folder: path.join(folder, 'other'), work: { play: () => Promise.reject(new Error('not played')), draw } })
  const drafted = await other.call('draftPlan', orderFor(await practiceSheet(other)))
  const running = other.call('startRun', { draft: drafted.draft })
  await drawn
  await other.call('stopRun', { run: drafted.plan.run })
  expect(await running).toMatchObject({ outcome: 'done', problem: null })
  await other.close()
})

describe('passwords that nobody works with any more are not kept', () => {
  const paper = (password: string): string =>
    ['EFネット会員証', 'ユーザーID: ymd00123', `パスワード: ${password}`, 'メールアドレス: yamada@mvd.biglobe.ne.jp'].join('\n')
  const read = (password = 'Kx7mQ2ab') =>
    window.call('readSheet', { source: { kind: 'text', text: paper(password) }, provider: null })

  test('one plan at a time: the one before goes when the next is made', async () => {
    const sheet = await practiceSheet(window)
    const first = await window.call('draftPlan', orderFor(sheet))
    const second = await window.call('draftPlan', orderFor(sheet))
    expect(await window.tryCall('startRun', { draft: first.draft })).toMatchObject({ problem: { code: 'draft-gone' } })
    expect(await window.call('startRun', { draft: second.draft })).toMatchObject({ outcome: 'done' })
  })

  test('a page that is loaded anew knows none of the papers and plans of the one before: they go with it', async () => {
    const { sheet } = await read()
    const drafted = await window.call('draftPlan', orderFor(await practiceSheet(window)))
    window.ready()
    const field = 'mailboxes[0].password'
    expect(await window.tryCall('revealField', { sheet, field, candidate: null })).toMatchObject({
      problem: { code: 'sheet-gone' },
    })
    expect(await window.tryCall('startRun', { draft: drafted.draft })).toMatchObject({ problem: { code: 'draft-gone' } })
  })

  test('nor a plan that was still being made for it', { timeout: 30_000 }, async () => {
    answer = () => undefined
    // Two papers that contradict each other: the person is asked which one holds.
    const [one, two] = [await read(), await read('Kx7mQ2aB')]
    const order = { way: 'recipe' as const, mailPrograms: false, newPassword: 'Zt5wLp8r', sheets: [one.sheet, two.sheet] }
    const making = window.tryCall('draftPlan', orderFor(one, order))
    // A credential store may take its time before.
    await expect.poll(() => window.told.some(({ type }) => type === 'asked'), { timeout: 20_000 }).toBe(true)
    expect(await window.tryCall('draftPlan', orderFor(one, order))).toMatchObject({
      problem: { code: 'run-busy', facts: { here: true, doing: 'plan' } },
    })
    window.ready()
    await expect.poll(() => window.told.some(({ type }) => type === 'withdrawn')).toBe(true)
    const late = await making
    if (late.ok)
      expect(await window.tryCall('startRun', { draft: late.value.draft })).toMatchObject({ problem: { code: 'draft-gone' } })
  })
})

describe('the program itself', () => {
  test('tells what it is, remembers the language, and opens only pages that stand in the data', async () => {
    const about = await window.call('about', {})
    expect(about).toMatchObject({ lang: 'ja', shell: 'chromium', dataDir: path.join(folder, 'data') })
    expect(about.providers.length).toBeGreaterThan(4)
    await window.call('setLang', { lang: 'en' })
    const next = await openWindow({ folder })
    expect((await next.call('about', {})).lang).toBe('en')
    const url = about.providers.flatMap(({ goals }) => goals).find((goal) => goal.url !== null)!.url!
    const provider = about.providers.find(({ goals }) => goals.some((goal) => goal.url === url))!.id
    await window.call('openPage', { provider, url })
    expect(await window.tryCall('openPage', { provider, url: `${url}?x` })).toMatchObject({ problem: { code: 'bad-usage' } })
    expect(opened).toEqual([url])
  })

  test('is told of at once, however long the store of passwords takes to answer', async () => {
    let unlock = (): void => undefined
    const locked = new Promise<void>((resolve) => (unlock = resolve))
    const vaultReady = async () => (await locked, fail('vault-locked', 'after-person', { cause: 'timed-out' }))
    const other = await openWindow({ folder: path.join(folder, 'other'), over: { vaultReady } })
    const vault = other.call('vault', {})
    expect((await other.call('about', {})).providers.length).toBeGreaterThan(4)
    unlock()
    expect(await vault).toMatchObject({ problem: { code: 'vault-locked' } })
    await other.close()
  })

  test('checks a list row by row; a bad line hides no other', async () => {
    const file = path.join(folder, 'list.csv')
    writeFileSync(
      file,
      'address,userName,incoming,outgoing,password\na@b.example,a,pop3s://127.0.0.1:1,,GeheimesWort\nbad,,,,x\n',
    )
    window.drop(file)
    expect(await window.call('checkList', { file, atOnce: 2 })).toEqual({ ok: 0, failed: 2 })
    const rows = window.told.flatMap((event) => (event.type === 'checked' ? [event.row] : []))
    expect(rows).toMatchObject([
      { line: 3, ok: false, problem: { code: 'sheet-incomplete' } },
      { line: 2, ok: false, probes: [{ ok: false, problem: { code: 'refused' } }] },
    ])
    const saved = await window.call('saveChecked', {})
    expect(saved.file).toBe(path.join(folder, 'mailboxes.csv'))
    const table = readFileSync(saved.file!, 'utf8')
    expect(table.trimEnd().split('\r\n')).toHaveLength(3)
    expect(table).not.toContain('GeheimesWort')
    expect(window.everything()).not.toContain('GeheimesWort')
  })
})
