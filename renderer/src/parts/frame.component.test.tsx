import { beforeEach, describe, expect, test, vi } from 'vitest'
import { page } from 'vitest/browser'
import { cleanup, render } from 'vitest-browser-react'
import { useWindow } from '../window-state.ts'
import { DropZone } from './drop-zone.tsx'
import { InWindow, refused, stageMain } from './fixtures/in-window.tsx'
import { ScreenHeading } from './heading.tsx'
import { ProblemBox } from './problem-box.tsx'

beforeEach(() => cleanup())

const button = (name: string) => page.getByRole('button', { name, exact: true })

const Screen = ({ words }: { readonly words: string }) => (
  <InWindow>
    <ScreenHeading>{words}</ScreenHeading>
  </InWindow>
)

describe('the name of a screen', () => {
  test('takes the focus when the screen comes, and names the window', async () => {
    const { rerender } = await render(<Screen words="計画" />)
    await expect.element(page.getByRole('heading', { name: '計画' })).toHaveFocus()
    expect(document.title).toBe('計画 – メール移行アシスタント')
    await button('language').click()
    await rerender(<Screen words="実行" />)
    expect(document.title).toContain('実行')
  })

  test('leaves the focus where it is when only the language changes', async () => {
    await render(<Screen words="計画" />)
    await expect.element(page.getByRole('heading')).toHaveFocus()
    await button('language').click()
    await expect.element(button('language')).toHaveFocus()
    expect(document.title).toBe('計画 – Mail Migration Assistant')
  })
})

const Speaker = () => {
  const { announce } = useWindow()
  return (
    <button type="button" onClick={() => announce('消しました。')}>
      say
    </button>
  )
}

const places = (): readonly (string | null)[] =>
  [...document.querySelectorAll('[role=status] p')].map(({ textContent }) => textContent)

test('the same words said twice are heard twice: they come in another place', async () => {
  await render(
    <InWindow>
      <Speaker />
    </InWindow>,
  )
  await button('say').click()
  await expect.poll(places).toEqual(['', '消しました。'])
  await button('say').click()
  await expect.poll(places).toEqual(['消しました。', ''])
})

describe('a problem', () => {
  const problem = { code: 'portal-locked', again: 'later', facts: { said: '<b>停止中</b>' } } as const

  test('has the focus, one sentence each, whom to call and when; the rest is folded away', async () => {
    await render(
      <InWindow>
        <ProblemBox problem={problem} provider="oshigoto-pikara" />
      </InWindow>,
    )
    const box = page.getByRole('alert')
    await expect.element(box).toHaveFocus()
    await expect.element(box).toMatchTextContent('困ったときの電話')
    await expect.poll(() => box.element().textContent).toMatch(/\d{4}-\d{3}-\d{3}.*（.+）/)
    await expect.element(page.getByText('記号: portal-locked')).not.toBeVisible()
    await page.getByText('サポートの人に伝える内容').click()
    await expect.element(page.getByText('記号: portal-locked')).toBeVisible()
    expect(box.element().querySelector('b')).toBeNull()
  })

  test('that sends the person to the provider’s page opens it, and says the address where no browser opens', async () => {
    const main = stageMain({ openPage: () => refused('unexpected') })
    await render(
      <InWindow>
        <ProblemBox problem={{ code: 'portal-changed', again: 'never', facts: {} }} provider="ucom" />
      </InWindow>,
    )
    await page.getByRole('button', { name: /のページを開く$/ }).click()
    await expect
      .poll(() => main.calls)
      .toEqual([{ name: 'openPage', input: { provider: 'ucom', url: 'https://mypage.ucom.ne.jp/' } }])
    await expect.element(page.getByText('https://mypage.ucom.ne.jp/', { exact: true })).toBeVisible()
    await expect.element(page.getByText(/打ち込んでください。/)).toBeVisible()
  })

  test('in a list of several leaves the focus alone', async () => {
    await render(
      <InWindow>
        <ProblemBox problem={problem} focus={false} />
      </InWindow>,
    )
    await expect.element(page.getByRole('alert')).not.toHaveFocus()
  })
})

test('a place to drop on takes files by where they lie, and text as text', async () => {
  stageMain()
  const onDrop = vi.fn<(...given: readonly unknown[]) => void>()
  await render(<DropZone onDrop={onDrop}>here</DropZone>)
  const zone = page.getByText('here').element()
  const drop = (fill: (data: DataTransfer) => void): void => {
    const dataTransfer = new DataTransfer()
    fill(dataTransfer)
    zone.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }))
  }
  drop((data) => data.items.add(new File(['x'], '会員証.txt')))
  drop((data) => data.setData('text/plain', 'ユーザーID: taro'))
  drop(() => undefined)
  expect(onDrop.mock.calls).toEqual([
    [{ kind: 'files', files: ['/dropped/会員証.txt'] }],
    [{ kind: 'text', text: 'ユーザーID: taro' }],
  ])
})
