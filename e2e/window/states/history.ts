import { historyWords } from '../../../shared/words/window/history.ts'
import { kitWords } from '../../../shared/words/window/kit.ts'
import type { Answers, StagedPage } from '../staged-page.ts'
import { rowOf, viewOf } from '../staged-runs.ts'
import { noRuns, type Open, refuse, type Stage, type States } from './stage.ts'

/** The list of runs with one run in it that stands as named. */
export async function atHistory(stage: Stage, state: string, answers: Answers = {}): Promise<StagedPage> {
  const staged = await stage.open({
    listRuns: { runs: [rowOf(state)] },
    readRun: viewOf(state),
    stopRun: {},
    answer: {},
    ...answers,
  })
  await stage.press(staged.page, historyWords.title)
  await stage.reach(staged.page, historyWords.title)
  return staged
}

/** The ending of a run that stands as named. */
export async function atEnd(stage: Stage, state: string, answers: Answers = {}): Promise<StagedPage> {
  const staged = await atHistory(stage, state, answers)
  await staged.page
    .getByRole('button', { name: stage.say(historyWords.see) })
    .first()
    .click()
  const title = staged.page.getByRole('heading', { level: 1 })
  await title.filter({ hasNotText: stage.say(historyWords.title) }).waitFor()
  return staged
}

/** The beginning of its journal is damaged: nobody knows what it was about. */
const unreadable = rowOf('stopped', {
  run: '20261120-061508-aaaa' as never,
  ...{ addresses: [], providers: [], outcome: 'unknown', open: false },
  problem: { code: 'journal-damaged', again: 'never', facts: {} },
})

/** One of every outcome, one in hand, one nobody can read. */
const mixed = [
  ...(['unknown', 'unfinished', 'stopped', 'done'] as const).map((state, at) =>
    rowOf(state, { run: `20261120-06150${at}-aaaa` as never }),
  ),
  ...(['undone', 'undo-cut', 'undo-partly'] as const).map((state, at) =>
    rowOf(state, { run: `20261120-06151${at}-aaaa` as never }),
  ),
  rowOf('at-portal', { run: '20261120-061509-aaaa' as never, busy: 'here' }),
  unreadable,
]

const deleting =
  (state: string, answers: Answers = {}): Open =>
  async (stage) => {
    const staged = await atHistory(stage, state, answers)
    await staged.page
      .getByRole('button')
      .filter({ hasText: new RegExp(`^${stage.say(historyWords.remove)}$`) })
      .click()
    await staged.page.getByRole('alertdialog').waitFor()
    return staged
  }

const confirm = (staged: StagedPage): Promise<void> => staged.page.getByRole('alertdialog').getByRole('button').first().click()

/** Screen 6. */
export const history: States = {
  none: (stage) => atHistory(stage, 'done', noRuns),
  'every-outcome': (stage) => atHistory(stage, 'done', { listRuns: { runs: mixed } }),
  reading: async (stage) => {
    const staged = await atHistory(stage, 'done', { listRuns: { inTurn: [{ runs: [] }, 'hang'] } })
    await staged.page.getByText(stage.say(kitWords.busy)).waitFor()
    return staged
  },
  unreadable: (stage) => atHistory(stage, 'done', { listRuns: { inTurn: [{ runs: [] }, refuse('file-unreadable')] } }),
  'delete-done': deleting('done'),
  'delete-unproved': deleting('unfinished'),
  'delete-unsaid': async (stage) => {
    const staged = await deleting('unfinished')(stage)
    await confirm(staged)
    await staged.page.getByText(stage.say(historyWords.removeTick)).waitFor()
    return staged
  },
  'delete-only-copy': async (stage) => {
    const needed = refuse('run-needed', { reason: 'only-copy' })
    const staged = await deleting('done', { deleteRun: needed })(stage)
    await confirm(staged)
    await staged.page.getByText(stage.say(historyWords.removeSure)).waitFor()
    return staged
  },
  'delete-unreadable': deleting('stopped', { listRuns: { runs: [unreadable] } }),
  'delete-refused': async (stage) => {
    const staged = await deleting('done')(stage)
    await confirm(staged)
    await staged.page.getByRole('alert').first().waitFor()
    return staged
  },
}
