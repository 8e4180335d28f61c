import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { page } from 'vitest/browser'
import { cleanup, render } from 'vitest-browser-react'
import { viewProvider } from '../../../shared/ipc/provider-view.ts'
import { providers } from '../../../shared/provider/index.ts'
import { goalsOf } from '../../../shared/screen/plan-choices.ts'
import { settled } from '../../../e2e/window/states/papers.ts'
import type { Chosen } from '../use-password-choice.ts'
import { InWindow, stageMain } from './fixtures/in-window.tsx'
import { PasswordForm } from './password-form.tsx'

beforeEach(() => cleanup())

const button = (name: string) => page.getByRole('button', { name, exact: true })
const [goal] = goalsOf([settled('practice', ['taro@renshu.example'])], providers.map(viewProvider))
const made = { made: 'made-00000001', value: 'Kx7' }

async function form() {
  const main = stageMain({
    makePassword: () => made,
    revealMade: () => ({ value: made.value }),
    judgePassword: () => ({ ok: true, faults: [], warnings: [], score: 4 }),
  })
  const onChosen = vi.fn<(chosen: Chosen) => void>()
  await render(
    <InWindow>
      <PasswordForm
        goal={goal!}
        way="recipe"
        provider="practice"
        several={false}
        sheets={[]}
        busy={false}
        onChosen={onChosen}
        onBack={() => undefined}
      />
    </InWindow>,
  )
  return { main, onChosen }
}

const source = (name: RegExp) => page.getByRole('radio', { name }).click({ force: true })
const value = () => page.getByText(made.value, { exact: true })

describe('a made password', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }))
  afterEach(() => void vi.useRealTimers())
  test('is shown for a minute, hidden and shown again on request, and used by its name', async () => {
    const { onChosen } = await form()
    await button('いま作って見る').click()
    await expect.element(value()).toBeVisible()
    vi.advanceTimersByTime(60_000)
    await expect.element(value()).not.toBeInTheDocument()
    await button('作ったパスワードを表示する').click()
    await expect.element(value()).toBeVisible()
    await button('作ったパスワードを隠す').click()
    await expect.element(value()).not.toBeInTheDocument()
    await button('次へ: 計画を見る').click()
    expect(onChosen).toHaveBeenCalledWith({ newPassword: null, made: made.made })
  })
})

test('how it is read out follows the language of the window', async () => {
  await form()
  await button('いま作って見る').click()
  await expect.element(page.getByText('大文字ケー')).toBeVisible()
  await button('language').click()
  await expect.element(page.getByText('capital K (Kilo)')).toBeVisible()
  await expect.element(page.getByText('大文字ケー')).not.toBeInTheDocument()
})

test('what belongs to one way is let go of when the other is chosen', async () => {
  const { onChosen } = await form()
  await button('いま作って見る').click()
  await expect.element(value()).toBeVisible()
  await source(/^自分で決める/)
  await page.getByRole('textbox', { name: '新しいパスワード', exact: true }).fill('nagai-himitsu-9')
  await source(/^このプログラムが作る/)
  await expect.element(button('いま作って見る')).toBeVisible()
  await button('次へ: 計画を見る').click()
  expect(onChosen).toHaveBeenLastCalledWith({ newPassword: null, made: null })
  await source(/^自分で決める/)
  await expect.element(page.getByRole('textbox', { name: '新しいパスワード', exact: true })).toHaveValue('')
})
