import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RoadEvent } from '../../shared/ipc/events.ts'
import { journals, plan, rowOf, viewOf } from './staged-runs.ts'
import { type Answers, openBrowser, type StagedBrowser, type StagedPage } from './staged-page.ts'
import { passwordsOf } from './states/done.ts'

// What the screens behind the plan do, with a staged main process: a real run passes most of their states in a moment, and some it never
// should reach. How each state looks stands in every-state.spec.ts, what a real run shows in the specs beside it.
let browser: StagedBrowser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const words = {
  ja: { history: 'これまでの作業', resume: '続きをする', see: '結果を見る', support: '訪問サポート' },
  en: { history: 'Earlier runs', resume: 'Carry on', see: 'See the result', support: 'Field support' },
} as const
type Lang = keyof typeof words

/** The list of runs with one run in it that stands as named. */
async function atHistory(lang: Lang, state: string, answers: Answers = {}): Promise<StagedPage> {
  const staged = await browser.stage(lang, {
    listRuns: { runs: [rowOf(state)] },
    readRun: viewOf(state),
    stopRun: {},
    answer: {},
    ...answers,
  })
  await staged.page.getByRole('button', { name: words[lang].history }).click()
  await staged.page.getByRole('heading', { level: 1, name: words[lang].history }).waitFor()
  return staged
}

async function atRun(lang: Lang, state: string, answers: Answers = {}): Promise<StagedPage> {
  const staged = await atHistory(lang, state, { resumeRun: 'hang', ...answers })
  await staged.page.getByRole('button', { name: words[lang].resume }).click()
  await staged.page.getByRole('progressbar').waitFor()
  return staged
}

async function atEnd(lang: Lang, state: string, answers: Answers = {}): Promise<StagedPage> {
  const staged = await atHistory(lang, state, answers)
  await staged.page.getByRole('button', { name: words[lang].see }).click()
  await staged.page.getByRole('heading', { level: 2 }).first().waitFor()
  return staged
}

const asked = (over: Partial<Extract<RoadEvent, { type: 'asked' }>>): RoadEvent => ({
  type: 'asked',
  question: 1,
  name: 'try-again',
  kind: 'yes-no',
  facts: {},
  choices: null,
  ...over,
})

it('a question has the focus, and stopping says what it means before it stops', async () => {
  const { page, tell, calls } = await atRun('ja', 'sent')
  await tell(asked({ name: 'close-thunderbird', facts: { client: 'thunderbird' } }))
  await page.getByRole('alertdialog').waitFor()
  await expect.poll(() => page.evaluate(() => document.activeElement?.closest('[role=alertdialog]') !== null)).toBe(true)
  await tell({ type: 'withdrawn', question: 1 })
  await page.getByRole('button', { name: '作業を止める' }).click()
  const dialog = page.getByRole('alertdialog')
  expect(await dialog.textContent()).toContain('止めても取り消せません')
  await dialog.getByRole('button', { name: '止める', exact: true }).click()
  await dialog.waitFor({ state: 'detached' })
  expect((await calls()).map(({ name }) => name)).toContain('stopRun')
})

describe('what is told', () => {
  it('an entry stands on the screen within 100 ms of being told', async () => {
    const { page, tell } = await atRun('ja', 'begun')
    const took: number[] = []
    for (const entry of journals['at-portal']!.slice(1, 12)) {
      const began = performance.now()
      await tell({ type: 'entry', run: plan.run, entry })
      took.push(performance.now() - began)
    }
    await page.getByText('パスワードを保管庫にしまいました').waitFor()
    expect(took.sort((a, b) => a - b)[Math.floor(took.length / 2)]).toBeLessThan(100)
  })

  it('what is done inside a step is said, and goes with the step', async () => {
    const { page, tell } = await atRun('ja', 'at-portal')
    await tell({ type: 'progress', run: plan.run, step: 'x', what: 'press パスワード変更', facts: {} })
    await page.getByText('「パスワード変更」を押しています').waitFor()
    await tell({ type: 'entry', run: plan.run, entry: journals['stopped']!.at(-2)! })
    await page.getByText('「パスワード変更」を押しています').waitFor({ state: 'detached' })
  })

  it('a site’s own words are text, whatever they look like', async () => {
    const { page, tell } = await atRun('ja', 'at-portal')
    const hostile = '<img src=x onerror="globalThis.hit=1">'
    await tell(asked({ name: 'confirm-step', facts: { page: hostile, control: hostile, irreversible: true } }))
    await page.getByText(hostile).first().waitFor()
    expect(await page.evaluate(() => 'hit' in globalThis)).toBe(false)
  })

  it('a yes-no is answered with a word of its own, a secret is let go of with its answer', async () => {
    const { page, tell, calls } = await atRun('ja', 'at-portal')
    await tell(asked({ name: 'close-thunderbird' }))
    await page.getByRole('button', { name: '閉じました' }).click()
    await tell(asked({ question: 2, name: 'primary-password', kind: 'secret' }))
    await page.getByLabel('プライマリパスワード', { exact: true }).fill('himitsu-no-kotoba')
    await page.keyboard.press('Enter')
    await page.getByRole('alertdialog').waitFor({ state: 'detached' })
    expect((await calls()).filter(({ name }) => name === 'answer').map(({ input }) => input)).toEqual([
      { question: 1, value: true },
      { question: 2, value: 'himitsu-no-kotoba' },
    ])
    expect(await page.content()).not.toContain('himitsu-no-kotoba')
  })

  it('a run that could not begin says why, and has a way on', async () => {
    const { page } = await atHistory('ja', 'unfinished')
    await page.getByRole('button', { name: '続きをする' }).click()
    await page.getByRole('button', { name: 'もう一度する' }).waitFor()
    await page.getByRole('button', { name: 'はじめの画面へ' }).waitFor()
  })
})

describe('the ending', () => {
  it('shows every password that may be in force on request, and lets go of it', async () => {
    const { page, calls } = await atEnd('ja', 'unknown', { revealPasswords: passwordsOf('unknown') })
    expect((await calls()).map(({ name }) => name)).not.toContain('revealPasswords')
    await page.getByRole('button', { name: 'パスワードを見る' }).click()
    await page.getByText('Atarashii-1', { exact: true }).waitFor()
    await page.getByText('Mae-no-0', { exact: true }).waitFor()
    await page.getByRole('button', { name: '隠す' }).click()
    await page.getByText('Atarashii-1', { exact: true }).waitFor({ state: 'detached' })
    expect(await page.content()).not.toContain('Mae-no-0')
  })

  it('asks before the settings go back, and says that the password stays the new one', async () => {
    const { page, calls } = await atEnd('ja', 'done', { undoRun: 'hang' })
    await page.getByRole('button', { name: 'メールソフトの設定を元に戻す' }).click()
    const dialog = page.getByRole('alertdialog')
    expect(await dialog.textContent()).toContain('新しいまま')
    await dialog.getByRole('button', { name: '元に戻す' }).click()
    await page.getByRole('heading', { level: 1, name: '元に戻しています' }).waitFor()
    expect((await calls()).at(-1)?.name).toBe('undoRun')
  })
})

describe('earlier runs', () => {
  it('a run that may hold the only password is deleted only after the person has said that it is written down', async () => {
    const { page, calls } = await atHistory('ja', 'unfinished', { deleteRun: {} })
    await page.getByRole('button', { name: /^消す/ }).click()
    const dialog = page.getByRole('alertdialog')
    await dialog.getByRole('button', { name: '消す', exact: true }).click()
    await dialog.getByText('消すには、上に印を付けてください。').waitFor()
    await dialog.getByText('パスワードは書き写しました').click()
    await dialog.getByRole('button', { name: '消す', exact: true }).click()
    await dialog.waitFor({ state: 'detached' })
    expect((await calls()).find(({ name }) => name === 'deleteRun')?.input).toEqual({ run: plan.run, sure: true })
  })
})

describe('on-site support', () => {
  it('is worked by the keyboard alone: arrows move, Space selects, Ctrl+A selects all, Enter opens', async () => {
    const runs = ['a', 'b', 'c'].map((end) => rowOf('done', { run: `20261120-061503-aaa${end}` as never }))
    const { page, calls } = await atHistory('ja', 'done', {
      listRuns: { runs },
      exportProofs: { folder: '/usb', files: ['1.pdf', '1.json'], refused: [] },
    })
    await page.getByRole('button', { name: '訪問サポート' }).click()
    await page.getByRole('checkbox').first().focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Space')
    expect(await page.getByRole('checkbox').nth(1).isChecked()).toBe(true)
    await page.keyboard.press('Control+a')
    await page.getByText('3 件を選んでいます').waitFor()
    await page.getByRole('button', { name: '選んだ結果をフォルダーに保存' }).click()
    await page.getByText('/usb に 2 個のファイルを保存しました。').waitFor()
    expect((await calls()).at(-1)?.input).toEqual({ runs: runs.map(({ run }) => run) })
    await page.getByRole('checkbox').first().focus()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: '完了しました' }).waitFor()
  })

  it('a list is checked row by row, what fails in view first', async () => {
    const { page, tell } = await atHistory('en', 'done', { chooseList: { file: '/list.csv' }, checkList: 'hang' })
    await page.getByRole('button', { name: 'Field support' }).click()
    await page.getByRole('button', { name: 'Choose the list' }).click()
    await page.getByText('/list.csv').waitFor()
    const problem = { code: 'sign-in-refused' as const, again: 'after-person' as const, facts: { host: 'mail.example.jp' } }
    await tell({ type: 'checked', row: { line: 2, address: 'a@example.jp', ok: true, probes: [], problem: null } })
    await tell({ type: 'checked', row: { line: 3, address: 'b@example.jp', ok: false, probes: [], problem } })
    await page.getByRole('rowheader', { name: 'b@example.jp' }).waitFor()
    expect(await page.getByRole('rowheader', { name: 'a@example.jp' }).count()).toBe(0)
  })
})
