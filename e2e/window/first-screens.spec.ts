import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { registerSecret } from '../canary/register.ts'
import { openWindow, type OpenWindow } from './app.ts'
import { axeFaults } from './look.ts'

// Screens 1 to 3 against the real main process: a paper typed in with doubts, hostile words and an unknown provider; the rehearsal up to
// the plan. What a run does stands in other files.
let open: OpenWindow
let page: Page
beforeAll(async () => {
  open = await openWindow()
  ;({ page } = open)
  await page.getByRole('heading', { level: 1 }).waitFor()
})
afterAll(() => open.close())

const button = (name: string) => page.getByRole('button', { name, exact: true })
/** Radio buttons are drawn by their labels. */
const pick = (name: string) => page.locator('label').filter({ hasText: name }).first().click()
const heading = (name: string) => page.getByRole('heading', { level: 1, name })

const asWritten = 'Ｋｘ７ｍＱ２ab'
const halfWidth = 'Kx7mQ2ab'
registerSecret('first screens, full-width', asWritten)
registerSecret('first screens, plain', halfWidth)
const doubtful = [
  'EFネット会員証',
  '会員番号：0012345',
  '登録者名：<img src=x onerror=alert(1)>山田商店',
  'ユーザーID：ymd00123',
  `パスワード：${asWritten}`,
  'メールアドレス：yamada@mvd.biglobe.ne.jp',
  '受信メール(POP3)サーバー：mail.biglobe.ne.jp',
  '送信メール(SMTP)サーバー：mail.biglobe.ne.jp',
].join('\n')

/** By the link above: what was begun is asked about. */
async function leaveForStart(): Promise<void> {
  await button('はじめの画面').click()
  const start = heading('メールのパスワード変更をお手伝いします')
  await start.or(button('離れる')).waitFor()
  if (await button('離れる').isVisible()) await button('離れる').click()
  await start.waitFor()
}

async function typePaper(text: string): Promise<void> {
  await leaveForStart()
  await button('紙を見て打ち込む').click()
  await page.getByRole('textbox', { name: '控えの内容' }).fill(text)
  await button('この内容を読み取る').click()
}

describe('a paper with a doubt', () => {
  beforeAll(() => typePaper(doubtful))

  it('is asked about first, and holds up the plan', async () => {
    await page.getByRole('heading', { name: '確かめてください（最後の1つ）' }).waitFor()
    await page.getByText('上の質問に答えると、計画へ進めます。').waitFor()
    expect(await button('紙と同じです。計画へ進む').count()).toBe(0)
    expect(await axeFaults(page)).toEqual([])
  })

  it('shows its words as words, and no password unasked', async () => {
    const text = await page.locator('main').innerText()
    expect(text).toContain('<img src=x onerror=alert(1)>山田商店')
    expect(await page.locator('main img:not([role])').count()).toBe(0)
    expect(text).not.toContain(asWritten)
    expect(text).not.toContain(halfWidth)
  })

  it('shows a password for as long as it is wanted', async () => {
    await button('候補2のパスワードを表示する').click()
    await page.getByText(halfWidth, { exact: true }).waitFor()
    await button('候補2のパスワードを隠す').click()
    await page.getByText(halfWidth, { exact: true }).waitFor({ state: 'detached' })
  })

  it('goes on once it is settled', async () => {
    await pick('全角を半角に直したもの')
    await button('これに決める').click()
    await page.getByRole('heading', { level: 2, name: /確かめてください/ }).waitFor({ state: 'detached' })
    await button('紙と同じです。計画へ進む').click()
    await heading('どのように変更しますか').waitFor()
    expect(await axeFaults(page)).toEqual([])
  })
})

describe('a paper of nobody we know', () => {
  beforeAll(() => typePaper('メールアドレス: someone@unknown.example\nパスワード: なし'))

  it('is no dead end: the person says whose it is, and it is read anew', async () => {
    const whose = page.getByRole('combobox', { name: 'どの会社の控えですか' })
    await whose.waitFor()
    await whose.selectOption('ocn')
    await button('この会社の控えとして読み直す').click()
    await page.locator('main strong').filter({ hasText: 'OCN' }).first().waitFor()
    expect(await axeFaults(page)).toEqual([])
  })
})

describe('the rehearsal', () => {
  beforeAll(async () => {
    await leaveForStart()
    await button('まず練習する').click()
    await heading('控えの内容を確かめてください').waitFor()
  })

  it('says on every screen that it is one', async () => {
    await page.getByText('練習中です。').waitFor()
  })

  it('judges one’s own password while it is typed', async () => {
    await button('紙と同じです。計画へ進む').click()
    await heading('どのように変更しますか').waitFor()
    await button('次へ: 新しいパスワード').click()
    await heading('新しいパスワードを決めてください').waitFor()
    await pick('自分で決める')
    await page.locator('input[type=password]').first().fill('ab1')
    await page.getByText('このままでは使えません').waitFor()
    expect(await axeFaults(page)).toEqual([])
  })

  it('shows the plan, begins nothing without the agreement, and can be left', async () => {
    await pick('このプログラムが作る')
    await button('次へ: 計画を見る').click()
    await heading('この計画で始めますか').waitFor()
    await page.getByText('ここで変わります。元に戻せません。').first().waitFor()
    await button('始める').click()
    await page.getByText('始めるには、上の欄に印を付けてください。').waitFor()
    expect(await axeFaults(page)).toEqual([])
    expect(open.complaints).toEqual([])
  })

  it('speaks English at once, where asked', async () => {
    await button('English').click()
    await heading('Shall it be done like this?').waitFor()
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('en')
    await button('日本語').click()
    await heading('この計画で始めますか').waitFor()
  })
})
