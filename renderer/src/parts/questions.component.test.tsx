import { beforeEach, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { cleanup, render } from 'vitest-browser-react'
import type { SheetView } from '../../../shared/ipc/sheet-calls.ts'
import { hearQuestions } from '../open-questions.ts'
import { DoubtCard } from './doubt-card.tsx'
import { InWindow, refused, stageMain } from './fixtures/in-window.tsx'
import { OpenQuestions } from './question-in-place.tsx'

beforeEach(() => cleanup())

const button = (name: string) => page.getByRole('button', { name, exact: true })
const place = { line: 5, column: 6, length: 10 }
const doubt: SheetView['doubts'][number] = {
  field: 'mailboxes[0].password',
  term: 'パスワード',
  reason: 'full-width',
  secret: true,
  candidates: [
    { label: 'as-written', text: null, place, snippet: null },
    { label: 'half-width', text: null, place, snippet: null },
  ],
  mayLeaveOut: false,
}
const sheet: SheetView = {
  sheet: 'sheet-00000001',
  file: '会員証.txt',
  provider: 'practice',
  why: null,
  customerName: null,
  memberNumber: null,
  fields: [],
  doubts: [doubt],
  addresses: [],
  problem: null,
  mayGoBack: false,
}

const card = (onSettled: (sheet: SheetView) => void = () => undefined, one = doubt) =>
  render(
    <InWindow>
      <DoubtCard sheet={sheet} doubt={one} left={1} onSettled={onSettled} />
    </InWindow>,
  )

test('a doubt takes the focus, and is not settled by pressing on: something has to be chosen', async () => {
  const main = stageMain()
  await card()
  await expect.element(page.getByRole('region', { name: '確かめてください（最後の1つ）' })).toHaveFocus()
  await button('これに決める').click()
  await expect.element(page.getByText('1つ選ぶか、打ち込んでください。')).toBeVisible()
  await page.getByText('どれでもない（打ち込む）').click()
  await button('これに決める').click()
  await expect.element(page.getByText('紙に書いてあるとおりに入れてください。')).toBeVisible()
  expect(main.calls).toEqual([])
})

test('what was typed for a doubt goes out once and stays nowhere', async () => {
  const main = stageMain({ settleDoubt: () => ({ ...sheet, doubts: [] }) })
  const onSettled = vi.fn<(...given: readonly unknown[]) => void>()
  await card(onSettled)
  await page.getByText('どれでもない（打ち込む）').click()
  await page.getByLabelText('紙のとおりに入れてください', { exact: true }).fill('Himitsu9')
  await userEvent.keyboard('{Enter}')
  await expect.poll(() => onSettled.mock.calls.length).toBe(1)
  expect(main.calls).toEqual([
    { name: 'settleDoubt', input: { sheet: sheet.sheet, field: doubt.field, settled: { how: 'typed', value: 'Himitsu9' } } },
  ])
  await expect.element(page.getByLabelText('紙のとおりに入れてください', { exact: true })).toHaveValue('')
})

test('a doubt without readings is asked for at once, and a refusal says why', async () => {
  stageMain({ settleDoubt: () => refused('sheet-gone') })
  await card(() => undefined, { ...doubt, secret: false, candidates: [] })
  await page.getByLabelText('紙のとおりに入れてください', { exact: true }).fill('taro')
  await button('これに決める').click()
  await expect.element(page.getByRole('alert')).toMatchTextContent('控えをもう一度選んでください。')
  await expect.element(page.getByRole('alert')).toHaveFocus()
})

const asked = { type: 'asked', question: 1, name: 'two-factor-code', kind: 'text', facts: {}, choices: null } as const

async function questions() {
  const main = stageMain({ answer: () => ({}) })
  const end = hearQuestions()
  await render(
    <InWindow>
      <OpenQuestions />
    </InWindow>,
  )
  return { main, end }
}

test('a question stands where one looks, has the focus, and goes with its answer', async () => {
  const { main, end } = await questions()
  main.tell(asked)
  const field = page.getByLabelText('確認コード')
  await expect.element(field).toHaveFocus()
  await userEvent.keyboard('{Enter}')
  await expect.element(page.getByText('答えを入れてください。')).toBeVisible()
  await field.fill('123456')
  await userEvent.keyboard('{Enter}')
  await expect.element(page.getByRole('alertdialog')).not.toBeInTheDocument()
  expect(main.calls).toEqual([{ name: 'answer', input: { question: 1, value: '123456' } }])
  end()
})

test('an answer that is refused leaves the question standing, and says why; one nobody waits for takes it away', async () => {
  const { main, end } = await questions()
  main.answer('answer', () => refused('bad-usage', { reason: 'answer' }))
  main.tell(asked)
  await page.getByLabelText('確認コード').fill('123456')
  await userEvent.keyboard('{Enter}')
  await expect.element(page.getByRole('alert')).toBeVisible()
  await expect.element(page.getByLabelText('確認コード')).toBeVisible()
  main.answer('answer', () => refused('bad-usage', { reason: 'no-open-question' }))
  await page.getByLabelText('確認コード').fill('123456')
  await userEvent.keyboard('{Enter}')
  await expect.element(page.getByRole('alertdialog')).not.toBeInTheDocument()
  end()
})

test('an answer that is longer than any is said to be so before it goes out', async () => {
  const { main, end } = await questions()
  main.tell(asked)
  await page.getByLabelText('確認コード').fill('1'.repeat(2001))
  await expect.element(page.getByText(/^長すぎます。/)).toBeVisible()
  await userEvent.keyboard('{Enter}')
  expect(main.calls).toEqual([])
  await page.getByLabelText('確認コード').fill('1')
  await userEvent.keyboard('{Enter}')
  await expect.element(page.getByRole('alertdialog')).not.toBeInTheDocument()
  end()
})

test('a question that needs no answer any more goes by itself; no to one is told as no', async () => {
  const { main, end } = await questions()
  main.tell(asked)
  main.tell({ ...asked, question: 2, name: 'close-thunderbird', kind: 'yes-no' })
  await expect.poll(() => page.getByRole('alertdialog').elements().length).toBe(2)
  main.tell({ type: 'withdrawn', question: 1 })
  await expect.poll(() => page.getByRole('alertdialog').elements().length).toBe(1)
  await button('やめる').click()
  expect(main.calls).toEqual([{ name: 'answer', input: { question: 2, value: false } }])
  end()
})

test('one of several has to be chosen, and is told by what it is', async () => {
  const { main, end } = await questions()
  const sides = { sheet: 'pop3://a.example.jp', catalogue: 'pop3s://b.example.jp:995' }
  main.tell({
    ...asked,
    name: 'settle-difference',
    kind: 'choice',
    facts: { field: 'incoming', ...sides },
    choices: Object.values(sides),
  })
  await button('これが正しい').click()
  await expect.element(page.getByText('1つ選んでください。')).toBeVisible()
  await page.getByText('b.example.jp（POP3、番号 995、暗号化する）（プロバイダーの案内）').click()
  await button('これが正しい').click()
  expect(main.calls).toEqual([{ name: 'answer', input: { question: 1, value: sides.catalogue } }])
  end()
})
