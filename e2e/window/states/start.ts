import { problemCodes } from '../../../shared/base/problem.ts'
import { startWords } from '../../../shared/words/window/start.ts'
import { rowOf } from '../staged-runs.ts'
import { noRuns, type Open, refuse, type Stage, type States } from './stage.ts'

const runs = [
  rowOf('unfinished'),
  ...['aaaa', 'bbbb', 'cccc'].map((end, at) => rowOf('stopped', { run: `20261120-061503-${end}` as never, busy: at === 0 && 'here' })),
]

async function typing(stage: Stage, answers: Parameters<Stage['open']>[0] = {}) {
  const staged = await stage.open({ ...noRuns, ...answers })
  await stage.press(staged.page, startWords.type)
  await staged.page.getByRole('textbox').waitFor()
  return staged
}

/** Files that were chosen and could not be read, each for another reason. */
const refused =
  (codes: readonly (typeof problemCodes)[number][]): Open =>
  async (stage) => {
    const staged = await stage.open({
      ...noRuns,
      chooseSheets: { files: codes.map((code) => `/${code}.txt`) },
      readSheet: { inTurn: codes.map((code) => refuse(code)) },
    })
    await stage.press(staged.page, startWords.choose)
    await staged.page
      .getByRole('alert')
      .nth(codes.length - 1)
      .waitFor()
    return staged
  }

/** Screen 1. */
export const start: States = {
  first: (stage) => stage.open(noRuns),
  'open-runs': (stage) => stage.open({ listRuns: { runs } }),
  'no-store': async (stage) => {
    const staged = await stage.open({ ...noRuns, vault: { problem: refuse('vault-unavailable').refuse } })
    await staged.page.getByText(stage.say(startWords.vaultTitle)).waitFor()
    return staged
  },
  'practice-companies': async (stage) => {
    const staged = await stage.open(noRuns)
    await staged.page.getByText(stage.say(startWords.practiceOther)).click()
    return staged
  },
  'practice-failed': async (stage) => {
    const staged = await stage.open({ ...noRuns, startPractice: refuse('browser-missing') })
    await stage.press(staged.page, startWords.practiceStart)
    await staged.page.getByRole('alert').waitFor()
    return staged
  },
  typing: (stage) => typing(stage),
  'typing-nothing': async (stage) => {
    const staged = await typing(stage)
    await stage.press(staged.page, startWords.typeRead)
    await staged.page.getByText(stage.say(startWords.typeEmpty)).waitFor()
    return staged
  },
  reading: async (stage) => {
    const staged = await typing(stage, { readSheet: 'hang' })
    await stage.fill(staged.page, startWords.typeHeading, 'EFネット会員証')
    await stage.press(staged.page, startWords.typeRead)
    await staged.page.locator('[aria-disabled=true]').first().waitFor()
    return staged
  },
  refused: refused(['sheet-kind-unknown']),
  'every-problem': refused(problemCodes),
  'no-answer': (stage) => stage.open({ about: refuse('unexpected') }),
}
