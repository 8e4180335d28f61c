import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { page } from 'vitest/browser'
import { cleanup, render } from 'vitest-browser-react'
import { runId } from '../../../shared/base/ids.ts'
import type { Output } from '../../../shared/ipc/contract.ts'
import { InWindow, refused, stageMain } from './fixtures/in-window.tsx'
import { PasswordCard } from './password-card.tsx'

beforeEach(() => cleanup())

const button = (name: string) => page.getByRole('button', { name, exact: true })
const run = runId.parse('20261120-061503-k3f9')

type Kept = Output<'revealPasswords'>['passwords'][number]
const kept = (
  whose: string,
  which: 'old' | 'new',
  value: string,
  standing: Kept['standing'],
  since: Kept['since'] = null,
): Kept => ({
  for: whose,
  provider: 'practice',
  realms: ['mail'],
  which,
  value,
  standing,
  since,
})

const [one, other] = ['one@example.jp', 'other@example.jp']
const passwords = [
  kept(one, 'old', 'One-old', 'before'),
  kept(one, 'new', 'One-new', 'in-force'),
  kept(other, 'old', 'Other-old', 'not-changed'),
  kept(other, 'new', 'Other-new', 'not-yet'),
]
const card = async (atSite = false): Promise<void> => {
  await render(
    <InWindow>
      <PasswordCard run={run} atSite={atSite} />
    </InWindow>,
  )
  await button('パスワードを見る').click()
}

describe('the passwords of a run', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }))
  afterEach(() => void vi.useRealTimers())
  test('of a half finished run: what is in force stands open, what is not waits behind its name', async () => {
    stageMain({ revealPasswords: () => ({ passwords }) })
    await card()
    await expect.element(page.getByText('One-new')).toBeVisible()
    await expect.element(page.getByText('Other-old')).toBeVisible()
    await expect.element(page.getByText('Other-new')).not.toBeVisible()
    await expect.element(page.getByText('One-old')).not.toBeVisible()
    await page.getByText('ほかのパスワードも見る').click()
    await expect.element(page.getByText('新しく用意したパスワード（まだ使えません）')).toBeVisible()
  })

  test('where nothing tells which one holds, both stand there and are to be written down', async () => {
    stageMain({
      revealPasswords: () => ({ passwords: [kept(one, 'old', 'One-old', 'unclear'), kept(one, 'new', 'One-new', 'unclear')] }),
    })
    await card()
    await expect.element(page.getByText('One-old')).toBeVisible()
    await expect.element(page.getByText(/どちらのパスワードが使えるか分かりません。/)).toBeVisible()
  })

  test('that were not changed are not called those to use now: nobody has seen them work', async () => {
    stageMain({ revealPasswords: () => ({ passwords: passwords.slice(2) }) })
    await card()
    await expect.element(page.getByText('いままでのパスワード（変えていません）')).toBeVisible()
    await expect.element(page.getByText(/正しいかどうかは、確かめられていません。/)).toBeVisible()
    await expect.element(page.getByText('いま使えるパスワード')).not.toBeInTheDocument()
  })

  test('that a later run has changed are named so, with the way to that run', async () => {
    const later = runId.parse('20261121-061503-k3f9')
    const since = { run: later, at: '2026-11-21T06:15:03+09:00', certain: true }
    const replaced = [kept(one, 'old', 'One-old', 'before', since), kept(one, 'new', 'One-new', 'replaced', since)]
    stageMain({ revealPasswords: () => ({ passwords: replaced }) })
    await card()
    await expect.element(page.getByText(/あとの作業（.*）でもう一度変えています/)).toBeVisible()
    await expect.element(button('あとの作業の結果を見る')).toBeVisible()
    await expect.element(page.getByText('One-new')).not.toBeVisible()
    await expect.element(page.getByText('いま使えるパスワード')).not.toBeInTheDocument()
  })

  test('wanted at the member site stand both open, by which of the two they are', async () => {
    stageMain({ revealPasswords: () => ({ passwords: passwords.slice(2) }) })
    await card(true)
    await expect.element(page.getByText('Other-old')).toBeVisible()
    await expect.element(page.getByText('Other-new')).toBeVisible()
  })
})

describe('passwords on the screen', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }))
  afterEach(() => void vi.useRealTimers())

  test('are let go of after a minute', async () => {
    stageMain({ revealPasswords: () => ({ passwords }) })
    await card()
    await expect.element(page.getByText('One-new')).toBeVisible()
    vi.advanceTimersByTime(60_000)
    await expect.element(page.getByText('One-new')).not.toBeInTheDocument()
    await expect.element(button('パスワードを見る')).toHaveAttribute('aria-expanded', 'false')
  })

  test('that cannot be had: it says why, and can be tried again', async () => {
    const main = stageMain({ revealPasswords: () => refused('vault-locked') })
    await card()
    await expect.element(page.getByRole('alert')).toMatchTextContent('パスワードの保管庫が開きません。')
    main.answer('revealPasswords', () => ({ passwords }))
    await button('パスワードを見る').click()
    await expect.element(page.getByText('One-new')).toBeVisible()
    await expect.element(page.getByRole('alert')).not.toBeInTheDocument()
  })
})
