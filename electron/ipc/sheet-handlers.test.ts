import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type OpenWindow, openWindow, orderFor } from './fixtures/open-window.ts'

let folder: string
let window: OpenWindow
beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'sheets-'))
  window = await openWindow({ folder, environment: { MAIL_MIGRATE_VAULT_PASSPHRASE: 'sheets-passphrase-7' } })
})
afterAll(async () => {
  await window.close()
  rmSync(folder, { recursive: true, force: true })
})

const read = (lines: readonly string[], provider: string | null = null) =>
  window.call('readSheet', { source: { kind: 'text', text: lines.join('\n') }, provider })

const card = ['EFネット会員証', 'ユーザーID: ymd00123', 'パスワード: Kx7mQ2ab', 'メールアドレス: yamada@mvd.biglobe.ne.jp']
const doubtful = [...card.slice(0, 2), 'パスワード: Kx7m Q2ab', card[3]!, '変更後パスワード: Wn3rTs8k']

describe('a sheet that was typed or pasted', () => {
  test('is read, recognised, and its password shown only when asked', async () => {
    const sheet = await read(card)
    expect(sheet).toMatchObject({ provider: 'biglobe-ef', doubts: [], problem: null, addresses: ['yamada@mvd.biglobe.ne.jp'] })
    const field = 'mailboxes[0].password'
    expect(await window.call('revealField', { sheet: sheet.sheet, field, candidate: null })).toEqual({ value: 'Kx7mQ2ab' })
    expect(
      await window.tryCall('revealField', { sheet: sheet.sheet, field: 'mailboxes[0].address', candidate: null }),
    ).toMatchObject({
      problem: { code: 'secret-missing' },
    })
  })

  test('is settled doubt by doubt; an answer that cannot be a value settles nothing', async () => {
    const sheet = await read(doubtful)
    const [doubt] = sheet.doubts
    expect(doubt).toMatchObject({ field: 'mailboxes[0].password', secret: true, reason: 'contradictory' })
    const settle = (settled: Parameters<typeof window.call<'settleDoubt'>>[1]['settled']) =>
      window.tryCall('settleDoubt', { sheet: sheet.sheet, field: doubt!.field, settled })
    expect(await settle({ how: 'typed', value: '' })).toMatchObject({ problem: { code: 'sheet-doubtful' } })
    expect(await settle({ how: 'candidate', index: 99 })).toMatchObject({ problem: { code: 'sheet-doubtful' } })
    expect(await settle({ how: 'left-out' })).toMatchObject({ problem: { code: 'sheet-doubtful' } })
    const last = doubt!.candidates.length - 1
    const wanted = await window.call('revealField', { sheet: sheet.sheet, field: doubt!.field, candidate: last })
    expect(await settle({ how: 'candidate', index: last })).toMatchObject({ value: { doubts: [] } })
    const now = await window.call('revealField', { sheet: sheet.sheet, field: doubt!.field, candidate: null })
    expect(now).toEqual(wanted)
    expect(await settle({ how: 'typed', value: 'again' })).toMatchObject({ problem: { code: 'bad-usage' } })
  })

  test('what was read wrongly is corrected, and an answer can be taken back', async () => {
    const { sheet } = await read(doubtful)
    const field = 'mailboxes[0].password'
    const value = () => window.call('revealField', { sheet, field, candidate: null })
    await window.call('settleDoubt', { sheet, field, settled: { how: 'candidate', index: 0 } })
    const first = await value()
    const questioned = await window.call('questionField', { sheet, field })
    expect(questioned.doubts).toMatchObject([{ field, reason: 'by-person', secret: true }])
    // As it stands now, and what else it was asked among at first.
    expect(questioned.doubts[0]!.candidates.map(({ label }) => label)[0]).toBe('so-far')
    expect(questioned.doubts[0]!.candidates.length).toBeGreaterThan(1)
    const typed = { how: 'typed', value: 'Right9ab' } as const
    expect(await window.call('settleDoubt', { sheet, field, settled: typed })).toMatchObject({ doubts: [], mayGoBack: true })
    expect(await value()).toEqual({ value: 'Right9ab' })
    expect(await window.call('takeAnswerBack', { sheet })).toMatchObject({ doubts: [{ field, reason: 'by-person' }] })
    expect(await window.call('takeAnswerBack', { sheet })).toMatchObject({ doubts: [] })
    expect(await value()).toEqual(first)
    expect(await window.call('takeAnswerBack', { sheet })).toMatchObject({
      doubts: [{ field, reason: 'contradictory' }],
      mayGoBack: false,
    })
    expect(await window.tryCall('takeAnswerBack', { sheet })).toMatchObject({ problem: { code: 'bad-usage' } })
    expect(await window.tryCall('questionField', { sheet, field: 'doubts' })).toMatchObject({ problem: { code: 'bad-usage' } })
    expect(window.everything()).not.toContain('Right9ab')
  })

  test('what is missing may be typed', async () => {
    const sheet = await read([card[0]!, card[1]!, card[3]!])
    expect(sheet).toMatchObject({ problem: { code: 'sheet-incomplete' } })
    const field = 'mailboxes[0].password'
    const typed = { how: 'typed', value: 'Typed9ab' } as const
    expect(await window.call('settleDoubt', { sheet: sheet.sheet, field, settled: typed })).toMatchObject({
      doubts: [],
      problem: null,
    })
    expect(window.everything()).not.toContain('Typed9ab')
  })

  test('is nobody’s until the person says whose; then it is read anew', async () => {
    const sheet = await read(['ID: taro', 'PW: Kx7mQ2ab'])
    expect(sheet).toMatchObject({ provider: null, problem: { code: 'sheet-not-recognised' } })
    expect(await window.call('nameProvider', { sheet: sheet.sheet, provider: 'biglobe-ef' })).toMatchObject({
      provider: 'biglobe-ef',
    })
    expect(await window.tryCall('nameProvider', { sheet: sheet.sheet, provider: 'nobody' })).toMatchObject({
      problem: { code: 'provider-unknown' },
    })
  })

  test('is gone when it is put away', async () => {
    const { sheet } = await read(card)
    await window.call('putSheetAway', { sheet })
    expect(await window.tryCall('revealField', { sheet, field: 'mailboxes[0].password', candidate: null })).toMatchObject({
      problem: { code: 'sheet-gone' },
    })
  })
})

test('a file that is not there is said to be missing, in words of the catalogue', async () => {
  const source = { kind: 'file', file: path.join(folder, 'nothing.txt') } as const
  window.drop(source.file)
  expect(await window.tryCall('readSheet', { source, provider: null })).toMatchObject({ problem: { code: 'file-missing' } })
})

describe('a new password', () => {
  const about = { provider: 'biglobe-ef', realm: 'mail' } as const
  const judge = async (value: string, sheets: string[] = []) => window.call('judgePassword', { ...about, value, sheets })

  test('that is made keeps the provider’s rule, is shown again when asked, and is the plan’s', async () => {
    const first = await window.call('makePassword', about)
    const { made, value } = await window.call('makePassword', about)
    expect(await judge(value)).toMatchObject({ ok: true, faults: [] })
    expect(await window.call('revealMade', { made })).toEqual({ value })
    // One at a time.
    expect(await window.tryCall('revealMade', { made: first.made })).toMatchObject({ problem: { code: 'secret-missing' } })
    const order = { way: 'recipe' as const, mailPrograms: false }
    expect(await window.tryCall('draftPlan', orderFor(await read(card), { ...order, made: first.made }))).toMatchObject({
      problem: { code: 'secret-missing' },
    })
    await window.call('draftPlan', orderFor(await read(card), { ...order, made }))
    expect(await window.tryCall('revealMade', { made })).toMatchObject({ problem: { code: 'secret-missing' } })
  })

  test('of one’s own is judged by the rule, the paper and a dictionary', async () => {
    const { sheet } = await read(card)
    expect(await judge('', [sheet])).toMatchObject({ ok: false, score: 0 })
    expect((await judge('Kx7mQ2ab', [sheet])).faults.map(({ code }) => code)).toContain('equals-old')
    expect((await judge('ymd00123', [sheet])).warnings.map(({ code }) => code)).toContain('guessable')
    expect(await judge('あ')).toMatchObject({ ok: false })
  })

  test('that breaks the rule comes to no plan', async () => {
    const sheet = await read(card)
    const order = orderFor(sheet, { way: 'recipe', newPassword: 'Kx7mQ2ab', mailPrograms: false })
    expect(await window.tryCall('draftPlan', order)).toMatchObject({ problem: { code: 'password-equals-old' } })
    const drafted = await window.call('draftPlan', { ...order, newPassword: 'Zt5wLp8r' })
    expect(drafted.presses.filter(({ irreversible }) => irreversible)).toHaveLength(1)
    expect(window.everything()).not.toContain('Zt5wLp8r')
  })
})

test('where the system keeps no passwords, a file does, which a passphrase opens', async () => {
  const sheet = await read(card)
  const { problem } = await window.call('vault', {})
  const { plan, draft } = await window.call('draftPlan', orderFor(sheet, { way: 'recipe', mailPrograms: false }))
  expect(plan.manner.vault).toBe(problem ? 'file' : 'os')
  await window.call('dropDraft', { draft })
  expect(await window.tryCall('startRun', { draft })).toMatchObject({ problem: { code: 'draft-gone' } })
})

describe('a file that only the page has named', () => {
  const file = () => path.join(folder, 'somebody-else.txt')
  const readFile = (at: string) => window.tryCall('readSheet', { source: { kind: 'file', file: at }, provider: null })
  const notChosen = { problem: { code: 'bad-usage', facts: { reason: 'file-not-chosen' } } }

  test('is not opened, wherever it lies; nor is its list checked', async () => {
    writeFileSync(file(), card.join('\n'))
    for (const at of [file(), String.raw`\\server\share\sheet.txt`, '//server/share/sheet.txt', '/etc/passwd'])
      expect(await readFile(at), at).toMatchObject(notChosen)
    expect(await window.tryCall('checkList', { file: file(), atOnce: 1 })).toMatchObject(notChosen)
  })

  test('is opened once the person has dropped or chosen it, and no other beside it', async () => {
    const other = path.join(folder, 'other.txt')
    writeFileSync(other, card.join('\n'))
    window.drop(file())
    expect(await readFile(path.join(folder, '.', 'x', '..', 'somebody-else.txt'))).toMatchObject({ ok: true })
    expect(await readFile(other)).toMatchObject(notChosen)
    const next = await openWindow({ folder: path.join(folder, 'next'), chosenFiles: [other] })
    const { files } = await next.call('chooseSheets', {})
    expect(files).toEqual([other])
    expect(await next.tryCall('readSheet', { source: { kind: 'file', file: other }, provider: null })).toMatchObject({ ok: true })
    await next.close()
  })
})
