import { useState } from 'react'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { cleanup, render } from 'vitest-browser-react'
import { runId } from '../../../shared/base/ids.ts'
import type { RunRow } from '../../../shared/ipc/run-calls.ts'
import type { StopMeaning } from '../../../shared/screen/stop-meaning.ts'
import { rowStateWords } from '../../../shared/words/window/run.ts'
import { DeleteRun } from './delete-run.tsx'
import { InWindow, refused, stageMain } from './fixtures/in-window.tsx'
import { PagePicture } from './page-picture.tsx'
import { RecordButtons } from './record-buttons.tsx'
import { RunTable } from './run-table.tsx'
import { StepList } from './step-list.tsx'
import { StopButton } from './stop-button.tsx'

beforeEach(() => cleanup())

const button = (name: string) => page.getByRole('button', { name, exact: true })
const run = runId.parse('20261120-061503-k3f9')
const row: RunRow = {
  run,
  createdAt: '2026-11-20T06:15:03+09:00',
  outcome: 'unfinished',
  busy: false,
  practice: false,
  open: true,
  undo: 'none',
  addresses: ['one@example.jp'],
  providers: ['practice'],
  problem: null,
}

const askToDelete = async (one: RunRow): Promise<ReturnType<typeof vi.fn>> => {
  const onDeleted = vi.fn<(...given: readonly unknown[]) => void>()
  await render(
    <InWindow>
      <DeleteRun row={one} name="one@example.jp" onDeleted={onDeleted} />
    </InWindow>,
  )
  await button('消す: one@example.jp').click()
  return onDeleted
}

describe('deleting a run', () => {
  test('leaves everything as it is with Escape, and the careful button has the focus first', async () => {
    const main = stageMain()
    await askToDelete(row)
    await expect.element(button('消さない')).toHaveFocus()
    await userEvent.keyboard('{Escape}')
    await expect.element(page.getByRole('alertdialog')).not.toBeInTheDocument()
    await expect.element(button('消す: one@example.jp')).toHaveFocus()
    expect(main.calls).toEqual([])
  })

  test('of one that may hold the only password takes the word that it is written down', async () => {
    const main = stageMain({ deleteRun: () => ({}) })
    const onDeleted = await askToDelete(row)
    await button('消す').click()
    await expect.element(page.getByText('消すには、上に印を付けてください。')).toBeVisible()
    expect(main.calls).toEqual([])
    await page.getByText('パスワードは書き写しました。消してかまいません').click()
    await button('消す').click()
    await expect.poll(() => onDeleted.mock.calls.length).toBe(1)
    expect(main.calls).toEqual([{ name: 'deleteRun', input: { run, sure: true } }])
  })

  test('of one whose new password may stand nowhere else stays a question, with the reason and a tick', async () => {
    const needed = refused('run-needed', { run, reason: 'only-copy' })
    const main = stageMain({ deleteRun: (input) => (input['sure'] === true ? {} : needed) })
    const onDeleted = await askToDelete({ ...row, outcome: 'done', open: false })
    await button('消す').click()
    await expect.element(page.getByText(/新しいパスワードが、ほかのどこにも残っていないかもしれません/)).toBeVisible()
    expect(onDeleted).not.toHaveBeenCalled()
    await page.getByText('パスワードは書き写しました。消してかまいません').click()
    await button('消す').click()
    await expect.poll(() => onDeleted.mock.calls.length).toBe(1)
    expect(main.calls.map(({ input }) => input)).toEqual([
      { run, sure: false },
      { run, sure: true },
    ])
  })

  test('of one whose plan cannot be read does not promise that its passwords go, nor that they can be seen', async () => {
    stageMain()
    const problem = { code: 'journal-damaged' as const, again: 'never' as const, facts: {} }
    await askToDelete({ ...row, outcome: 'unknown', open: false, addresses: [], problem })
    await expect.element(page.getByText(/しまったパスワードがあるかどうか分かりません/)).toBeVisible()
    await expect.element(page.getByText(/書き写しました/)).not.toBeInTheDocument()
    await expect.element(page.getByText(/しまってあるパスワード、/)).not.toBeInTheDocument()
  })

  test('of one that is done asks once; a refusal leaves it in the list and says why', async () => {
    stageMain({ deleteRun: () => refused('run-busy') })
    const onDeleted = await askToDelete({ ...row, outcome: 'done', open: false })
    await button('消す').click()
    await expect.element(page.getByRole('alert')).toMatchTextContent('別の作業がまだ動いています。')
    expect(onDeleted).not.toHaveBeenCalled()
  })
})

test('what stopping means follows the run while the person still thinks', async () => {
  const onStop = vi.fn<(...given: readonly unknown[]) => void>()
  const Stop = () => {
    const [meaning, setMeaning] = useState<StopMeaning>('about-to-send')
    return (
      <InWindow>
        <StopButton meaning={meaning} stopping={false} onStop={onStop} />
        <output ref={(one) => one?.addEventListener('sent', () => setMeaning('sent'))} />
      </InWindow>
    )
  }
  await render(<Stop />)
  await button('作業を止める').click()
  await expect.element(page.getByText(/会員ページを操作しているところです。/)).toBeVisible()
  document.querySelector('output')!.dispatchEvent(new Event('sent'))
  await expect.element(page.getByText(/会員ページへの変更は、もう送ってあります。/)).toBeVisible()
  await expect.element(button('止めずに続ける')).toHaveFocus()
  await button('止める').click()
  expect(onStop).toHaveBeenCalledTimes(1)
})

const states = ['waiting', 'doing', 'asking', 'done', 'failed', 'unclear', 'undone'] as const

test('a step says how it stands in a word, and the one under the hand is the current one', async () => {
  expect([...states].toSorted()).toEqual(Object.keys(rowStateWords).toSorted())
  await render(
    <InWindow>
      <StepList label="手順" rows={states.map((state) => ({ key: state, state, text: `step ${state}` }))} />
    </InWindow>,
  )
  for (const state of states) {
    const item = page.getByRole('listitem').filter({ hasText: `step ${state}` })
    await expect.element(item).toMatchTextContent(rowStateWords[state].ja)
    const current = state === 'doing' || state === 'asking'
    expect(item.element().getAttribute('aria-current')).toBe(current ? 'step' : null)
  }
})

const picture = (name: string) => (
  <InWindow>
    <PagePicture run={run} name={name} heading="変更の確認" />
  </InWindow>
)

test('a page’s picture has words; where it cannot be had there is none', async () => {
  const png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8Dwn4EIwDiqEAAW4gUPBmyGHgAAAABJRU5ErkJggg=='
  const main = stageMain({ picture: () => refused('file-missing') })
  const { rerender } = await render(picture('evidence/a/1.png'))
  await expect.poll(() => main.calls.length).toBe(1)
  await expect.element(page.getByRole('figure')).not.toBeInTheDocument()
  main.answer('picture', () => ({ png }))
  await rerender(picture('evidence/a/2.png'))
  await expect.element(page.getByRole('img')).toHaveAccessibleName('会員ページの画面「変更の確認」')
})

const showRecord = () =>
  render(
    <InWindow>
      <RecordButtons run={run} />
    </InWindow>,
  )

describe('the record', () => {
  test('that is saved says where; thinking better of it says nothing', async () => {
    const main = stageMain({ saveRecord: () => ({ pdf: '/usb/taro.pdf' }) })
    await showRecord()
    await button('記録を保存する').click()
    await expect.element(page.getByText('記録を保存しました: /usb/taro.pdf')).toBeVisible()
    main.answer('saveRecord', () => ({ pdf: null }))
    await button('記録を保存する').click()
    await expect.element(page.getByText(/記録を保存しました/)).not.toBeInTheDocument()
  })

  test('is written before it is opened, and not opened where it could not be written', async () => {
    const main = stageMain({ saveRecord: () => refused('disk-full') })
    await showRecord()
    await button('記録を開いて印刷する').click()
    await expect.element(page.getByRole('alert')).toMatchTextContent('空き容量が足りません')
    expect(main.calls.map(({ name }) => name)).toEqual(['saveRecord'])
  })
})

test('a list of runs is worked by the keyboard alone', async () => {
  const rows = ['k3f0', 'k3f1', 'k3f2'].map((end) => ({ ...row, run: runId.parse(`20261120-061503-${end}`) }))
  const onOpen = vi.fn<(...given: readonly unknown[]) => void>()
  const Table = () => {
    const [selected, setSelected] = useState<readonly RunRow['run'][]>([])
    return (
      <InWindow>
        <RunTable rows={rows} selected={selected} onSelect={setSelected} onOpen={onOpen} />
        <output>{selected.length}</output>
      </InWindow>
    )
  }
  await render(<Table />)
  await userEvent.keyboard('{Tab}{ArrowDown}{ArrowDown}{ArrowUp} ')
  const boxes = page.getByRole('checkbox')
  await expect.element(boxes.nth(1)).toHaveFocus()
  await expect.element(boxes.nth(1)).toBeChecked()
  await userEvent.keyboard('{Control>}a{/Control}')
  await expect.element(page.getByText('3', { exact: true })).toBeVisible()
  await userEvent.keyboard('{End}{Enter}')
  expect(onOpen).toHaveBeenCalledWith(rows[2]!.run)
})
