import { useState } from 'react'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { cleanup, render } from 'vitest-browser-react'
import { Button } from './button.tsx'
import { InWindow, stageMain } from './fixtures/in-window.tsx'
import { OwnPassword } from './own-password.tsx'
import { SecretField } from './secret-field.tsx'
import { ShownSecret } from './shown-secret.tsx'

beforeEach(() => cleanup())

const button = (name: string) => page.getByRole('button', { name, exact: true })
/** What people who hear the screen were told last. */
const heard = () => page.getByRole('status')

const Form = ({ onSend }: { readonly onSend: () => void }) => {
  const [busy, setBusy] = useState(false)
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        onSend()
        setBusy(true)
      }}
    >
      <Button type="submit" busy={busy}>
        Send
      </Button>
    </form>
  )
}

describe('a button', () => {
  test('that is busy keeps the focus and does nothing more, however often it is pressed', async () => {
    const onSend = vi.fn<(...given: readonly unknown[]) => void>()
    await render(<Form onSend={onSend} />)
    await button('Send').click()
    await expect.element(button('Send')).toHaveAttribute('aria-disabled', 'true')
    await expect.element(button('Send')).toHaveFocus()
    await userEvent.keyboard('{Enter} ')
    await button('Send').click({ force: true })
    expect(onSend).toHaveBeenCalledTimes(1)
    expect(document.querySelectorAll('[data-live-announcer] [role=img]')).toHaveLength(0)
  })

  test('shows where the keyboard is', async () => {
    await render(<Button onPress={() => undefined}>Go</Button>)
    await userEvent.keyboard('{Tab}')
    await expect.element(button('Go')).toHaveFocus()
    const { outlineStyle, outlineWidth } = getComputedStyle(button('Go').element())
    expect([outlineStyle, outlineWidth]).toEqual(['solid', '4px'])
  })
})

const Typed = () => {
  const [value, setValue] = useState('')
  return <SecretField label="パスワード" value={value} onChange={setValue} />
}

describe('a field for a password', () => {
  test('is hidden while it is typed, shown on request, and hidden again', async () => {
    await render(
      <InWindow>
        <Typed />
      </InWindow>,
    )
    const field = page.getByLabelText('パスワード', { exact: true })
    await field.fill('himitsu')
    await expect.element(field).toHaveAttribute('type', 'password')
    await button('パスワードを表示する').click()
    await expect.element(field).toHaveAttribute('type', 'text')
    await button('パスワードを隠す').click()
    await expect.element(field).toHaveAttribute('type', 'password')
    await expect.element(field).toHaveAttribute('autocomplete', 'off')
  })
})

const shown = async (reveal: () => Promise<string | null>): Promise<void> => {
  await render(
    <InWindow>
      <ShownSecret name="メールのパスワード" reveal={reveal} />
    </InWindow>,
  )
  await button('メールのパスワードを表示する').click()
}

describe('a password that is kept elsewhere', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }))
  afterEach(() => void vi.useRealTimers())
  test('is fetched when it is asked for, said to be shown without being said, and let go of after a minute', async () => {
    const reveal = vi.fn<() => Promise<string>>(() => Promise.resolve('himitsu'))
    await shown(reveal)
    await expect.element(page.getByText('himitsu')).toBeVisible()
    await expect.element(heard()).toMatchTextContent('メールのパスワードを表示しました')
    vi.advanceTimersByTime(59_000)
    await expect.element(page.getByText('himitsu')).toBeVisible()
    vi.advanceTimersByTime(1_000)
    await expect.element(page.getByText('himitsu')).not.toBeInTheDocument()
    await button('メールのパスワードを表示する').click()
    await expect.element(page.getByText('himitsu')).toBeVisible()
    expect(reveal).toHaveBeenCalledTimes(2)
  })

  test('goes when the window is left', async () => {
    await shown(() => Promise.resolve('himitsu'))
    await expect.element(page.getByText('himitsu')).toBeVisible()
    vi.spyOn(document, 'hidden', 'get').mockReturnValue(true)
    document.dispatchEvent(new Event('visibilitychange'))
    vi.restoreAllMocks()
    await expect.element(page.getByText('himitsu')).not.toBeInTheDocument()
  })

  test('that cannot be had stays hidden, and can be asked for again', async () => {
    await shown(() => Promise.resolve(null))
    await expect.element(button('メールのパスワードを表示する')).toBeEnabled()
    await expect.element(page.getByRole('img', { name: '表示していません' })).toBeVisible()
  })
})

const Own = ({ onVerdict }: { readonly onVerdict: (value: string, ok: boolean) => void }) => {
  const [value, setValue] = useState('')
  return (
    <OwnPassword
      provider="practice"
      realm="mail"
      sheets={[]}
      value={value}
      onChange={setValue}
      error={null}
      onVerdict={onVerdict}
    />
  )
}
const verdict = (ok: boolean) => ({ ok, faults: [], warnings: [], score: ok ? 4 : 0 })

describe('one’s own password', () => {
  test('is judged after a pause, once; a verdict that comes too late is none of the newer value', async () => {
    let late: (() => void) | null = null
    const main = stageMain({
      judgePassword: (input) =>
        input['value'] === 'ab' ? new Promise((resolve) => (late = () => resolve(verdict(true)))) : verdict(false),
    })
    const onVerdict = vi.fn<(...given: readonly unknown[]) => void>()
    await render(
      <InWindow>
        <Own onVerdict={onVerdict} />
      </InWindow>,
    )
    const field = page.getByLabelText('新しいパスワード', { exact: true })
    await field.fill('a')
    await field.fill('ab')
    await expect.poll(() => main.calls.map(({ input }) => input['value'])).toEqual(['ab'])
    await field.fill('abc')
    await expect.element(page.getByText(/このままでは使えません/)).toBeVisible()
    late!()
    await expect.poll(() => onVerdict.mock.calls).toEqual([['abc', false]])
    await expect.element(page.getByText(/決まりに合っています/)).not.toBeInTheDocument()
  })

  test('says its strength in a word', async () => {
    stageMain({ judgePassword: () => verdict(true) })
    await render(
      <InWindow>
        <Own onVerdict={() => undefined} />
      </InWindow>,
    )
    await page.getByLabelText('新しいパスワード', { exact: true }).fill('nagai-himitsu-9')
    await expect.element(page.getByText('強さ: とても強い')).toBeVisible()
  })
})
