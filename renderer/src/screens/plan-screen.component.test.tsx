import { beforeEach, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { cleanup, render } from 'vitest-browser-react'
import { draftOf } from '../../../e2e/window/states/drafts.ts'
import { settled } from '../../../e2e/window/states/papers.ts'
import { InWindow, stageMain } from '../parts/fixtures/in-window.tsx'
import { PlanScreen } from './plan-screen.tsx'

beforeEach(() => cleanup())

const button = (name: string) => page.getByRole('button', { name, exact: true })
const heading = (name: string) => page.getByRole('heading', { level: 1, name })

/** Stands where the password is chosen, with a plan that is answered only when the test says so. */
async function planning() {
  const late: ((draft: unknown) => void)[] = []
  const main = stageMain({
    draftPlan: () => new Promise((resolve) => late.push(resolve)),
    dropDraft: () => ({}),
    stopRun: () => ({}),
  })
  const drawn = await render(
    <InWindow>
      <PlanScreen sheets={[settled('practice', ['taro@renshu.example'])]} />
    </InWindow>,
  )
  await button('次へ: 新しいパスワード').click()
  await button('次へ: 計画を見る').click()
  await expect.poll(() => late.length).toBe(1)
  const called = (name: string) => main.calls.filter((one) => one.name === name).map(({ input }) => input)
  return { late, called, drawn }
}

test('a plan that comes after the person has gone back is not shown, and is dropped', async () => {
  const { late, called } = await planning()
  await button('進め方へ戻る').click()
  await expect.element(heading('どのように変更しますか')).toBeVisible()
  await expect.poll(() => called('stopRun')).toHaveLength(1)
  await page.getByText('細かい設定').click()
  await page.getByText('メールソフトの設定も書き換える').click()
  await button('次へ: 新しいパスワード').click()
  await button('次へ: 計画を見る').click()
  // The main process does one thing at a time: the second is asked for when the first has ended.
  expect(called('draftPlan')).toHaveLength(1)
  late[0]!(draftOf())
  await expect.poll(() => called('dropDraft')).toEqual([{ draft: draftOf().draft }])
  await expect.poll(() => called('draftPlan').map(({ mailPrograms }) => mailPrograms)).toEqual([true, false])
  await expect.element(heading('新しいパスワードを決めてください')).toBeVisible()
  late[1]!(draftOf({ profiles: [] }))
  await expect.element(heading('この計画で始めますか')).toBeVisible()
  await expect.element(page.getByText('書き換えません（選んでいただいたとおり）。')).toBeVisible()
})

test('a plan that comes after its screen has gone is dropped', async () => {
  const { late, called, drawn } = await planning()
  await drawn.unmount()
  late[0]!(draftOf())
  await expect.poll(() => called('dropDraft')).toHaveLength(1)
  expect(called('stopRun')).toHaveLength(1)
})
