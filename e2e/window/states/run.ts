import type { QuestionName } from '../../../shared/base/ask.ts'
import type { StopMeaning } from '../../../shared/screen/stop-meaning.ts'
import { doneWords } from '../../../shared/words/window/done.ts'
import { historyWords } from '../../../shared/words/window/history.ts'
import { kitWords } from '../../../shared/words/window/kit.ts'
import { runWords } from '../../../shared/words/window/run.ts'
import { wayNames } from '../../../shared/words/window/way-names.ts'
import type { Answers, StagedPage } from '../staged-page.ts'
import { plan, rowOf, viewOf } from '../staged-runs.ts'
import { atEnd, atHistory } from './history.ts'
import { asked, questionNames } from './questions.ts'
import { type Open, refuse, type Stage, type States } from './stage.ts'

/** A run in hand whose journal stands as named. */
export async function atRun(stage: Stage, state: string, answers: Answers = {}) {
  // How the list offers it is no matter here: the journal is the one of a run in hand.
  const list = { runs: [rowOf(state, { undo: 'none' })] }
  const staged = await atHistory(stage, state, { listRuns: list, resumeRun: 'hang', ...answers })
  await stage
    .button(staged.page, wayNames.resume)
    .or(staged.page.getByRole('button', { name: stage.say(wayNames.resume) }))
    .first()
    .click()
  await staged.page.getByRole('progressbar').waitFor()
  return staged
}

const running =
  (state: string): Open =>
  (stage) =>
    atRun(stage, state)

/** What stopping means at each instant, by the journal that stands then. A meaning without its state does not compile. */
export const meanings: Readonly<Record<StopMeaning, string>> = {
  undoing: 'undo-cut',
  'nothing-changed': 'begun',
  'about-to-send': 'at-portal',
  sent: 'sent',
  changed: 'at-the-end',
  'partly-changed': 'at-rewrite',
  'settings-touched': 'settings-touched',
}

/** Settings that are being put back, looked on at by a window that was opened anew meanwhile. */
async function atUndo(stage: Stage, state: string): Promise<StagedPage> {
  const row = rowOf(state, { busy: 'here' })
  const staged = await atHistory(stage, state, { listRuns: { runs: [row] }, readRun: { ...viewOf(state), row } })
  await stage.press(staged.page, historyWords.watch)
  await stage.reach(staged.page, runWords.titleUndo)
  return staged
}

const stopping =
  (meaning: string, state: string): Open =>
  async (stage) => {
    const staged = await (meaning === 'undoing' ? atUndo(stage, state) : atRun(stage, state))
    await stage.press(staged.page, runWords.stop)
    await staged.page.getByRole('alertdialog').waitFor()
    return staged
  }

const asking =
  (name: QuestionName): Open =>
  async (stage) => {
    const staged = await atRun(stage, 'at-portal')
    await staged.tell(asked(name))
    await staged.page.getByRole('alertdialog').waitFor()
    return staged
  }

const page = (heading: string): string =>
  // A page of the practice site would do as well; what counts is that something stands there.
  `iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8Dwn4EIwDiqEAAW4gUPBmyGHgAAAABJRU5ErkJggg==${heading.slice(0, 0)}`

/** Screen 4. */
export const run: States = {
  begins: async (stage) => {
    const staged = await atHistory(stage, 'unfinished', { readRun: { inTurn: ['hang'] } })
    await staged.page
      .getByRole('button', { name: stage.say(wayNames.resume) })
      .first()
      .click()
    await staged.page.getByText(stage.say(runWords.begins)).first().waitFor()
    return staged
  },
  ...Object.fromEntries(['begun', 'at-portal', 'sent', 'at-rewrite', 'asking', 'half'].map((state) => [state, running(state)])),
  'with-picture': async (stage) => {
    const staged = await atRun(stage, 'at-portal', { picture: { png: page('') } })
    await staged.tell({ type: 'progress', run: plan.run, step: 'x', what: 'press パスワード変更', facts: {} })
    await staged.tell({ type: 'picture', run: plan.run, step: 'x', name: 'evidence/a/b.png', heading: 'パスワードの変更' })
    await staged.page.getByRole('img').first().waitFor()
    return staged
  },
  ...Object.fromEntries(Object.entries(meanings).map(([meaning, state]) => [`stop-${meaning}`, stopping(meaning, state)])),
  stopping: async (stage) => {
    const staged = await stopping('about-to-send', 'at-portal')(stage)
    await staged.page.getByRole('alertdialog').getByRole('button').first().click()
    await staged.page.getByText(stage.say(runWords.stopsSoon)).first().waitFor()
    return staged
  },
  ...Object.fromEntries(questionNames.map((name) => [`question-${name}`, asking(name)])),
  'question-unanswered': async (stage) => {
    const staged = await asking('two-factor-code')(stage)
    await staged.page.getByRole('alertdialog').getByRole('button').first().click()
    await staged.page.getByText(stage.say(kitWords.emptyAnswer)).waitFor()
    return staged
  },
  'by-hand-with-passwords': async (stage) => {
    const staged = await atRun(stage, 'at-portal', { revealPasswords: { passwords: [] } })
    await staged.tell(asked('acted-by-hand'))
    await staged.page.getByRole('alertdialog').waitFor()
    await stage.press(staged.page, wayNames.passwords)
    await staged.page.getByText(stage.say(doneWords.passwordsAtSite)).waitFor()
    return staged
  },
  watched: async (stage) => {
    const staged = await atHistory(stage, 'at-portal', {
      listRuns: { runs: [rowOf('at-portal', { busy: 'here' })] },
      readRun: { ...viewOf('at-portal'), row: rowOf('at-portal', { busy: 'here' }) },
    })
    await stage.press(staged.page, historyWords.watch)
    await staged.page.getByRole('progressbar').waitFor()
    return staged
  },
  'watched-elsewhere': async (stage) => {
    const elsewhere = rowOf('at-portal', { busy: 'elsewhere' })
    const staged = await atHistory(stage, 'at-portal', {
      listRuns: { runs: [elsewhere] },
      readRun: { ...viewOf('at-portal'), row: elsewhere },
    })
    await stage.press(staged.page, historyWords.watch)
    await staged.page.getByText(stage.say(runWords.elsewhere)).waitFor()
    return staged
  },
  'putting-back': async (stage) => {
    const staged = await atEnd(stage, 'done', { undoRun: 'hang' })
    await stage.press(staged.page, doneWords.undo)
    await staged.page.getByRole('alertdialog').getByRole('button').first().click()
    await stage.reach(staged.page, runWords.titleUndo)
    return staged
  },
  held: async (stage) => {
    const staged = await atHistory(stage, 'unfinished', { resumeRun: refuse('vault-locked') })
    await staged.page
      .getByRole('button', { name: stage.say(wayNames.resume) })
      .first()
      .click()
    await stage.reach(staged.page, runWords.held)
    return staged
  },
  // Something else of this window stands in the way, and what that asks can be answered here.
  'held-by-list': async (stage) => {
    const busy = refuse('run-busy', { here: true, doing: 'list', run: null })
    const staged = await atHistory(stage, 'unfinished', { resumeRun: busy })
    await staged.page
      .getByRole('button', { name: stage.say(wayNames.resume) })
      .first()
      .click()
    await stage.reach(staged.page, runWords.held)
    await staged.page
      .getByRole('alert')
      .getByRole('button', { name: stage.say(wayNames.support), exact: true })
      .waitFor()
    await staged.tell(asked('settle-difference'))
    await staged.page.getByRole('alertdialog').waitFor()
    return staged
  },
}
