import { beforeEach, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { cleanup, render } from 'vitest-browser-react'
import { runId } from '../../../shared/base/ids.ts'
import { rowOf } from '../../../e2e/window/staged-runs.ts'
import { InWindow, stageMain } from '../parts/fixtures/in-window.tsx'
import { HistoryScreen } from './history-screen.tsx'

beforeEach(() => cleanup())

const button = (name: string) => page.getByRole('button', { name, exact: true })

test('a run that is being deleted is deleted once, and the focus comes back to the list without it', async () => {
  let finish: (() => void) | null = null
  let runs = [rowOf('done'), rowOf('stopped', { run: runId.parse('20261120-061509-aaaa') })]
  const main = stageMain({
    listRuns: () => ({ runs }),
    deleteRun: () =>
      new Promise((resolve) => {
        finish = () => resolve({})
      }),
  })
  await render(
    <InWindow>
      <main id="content" tabIndex={-1}>
        <HistoryScreen />
      </main>
    </InWindow>,
  )
  const all = page.getByRole('button', { name: /^消す: / })
  await expect.poll(() => all.elements().length).toBe(2)
  await all.last().click()
  await button('消す').click()
  await expect.poll(() => finish).not.toBeNull()
  await button('消す').click({ force: true })
  await userEvent.keyboard('{Escape}')
  // It stays until it is done.
  await expect.element(page.getByRole('alertdialog')).toBeVisible()
  runs = [rowOf('stopped', { run: runId.parse('20261120-061509-aaaa') })]
  finish!()
  await expect.poll(() => all.elements().length).toBe(1)
  await expect.element(page.getByRole('main')).toHaveFocus()
  expect(main.calls.filter(({ name }) => name === 'deleteRun')).toHaveLength(1)
})
