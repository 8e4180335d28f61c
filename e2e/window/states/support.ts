import { supportWords } from '../../../shared/words/window/support.ts'
import type { Answers } from '../staged-page.ts'
import { rowOf } from '../staged-runs.ts'
import { noRuns, refuse, type Stage, type States } from './stage.ts'

const runs = ['done', 'unfinished', 'stopped', 'unknown'].map((state, at) =>
  rowOf(state, { run: `20261120-06150${at}-aaaa` as never }),
)
const problem = { code: 'sign-in-refused' as const, again: 'after-person' as const, facts: { host: 'mail.example.jp' } }

async function atSupport(stage: Stage, answers: Answers = { listRuns: { runs } }) {
  const staged = await stage.open(answers)
  await stage.press(staged.page, supportWords.title)
  await stage.reach(staged.page, supportWords.title)
  return staged
}

async function checking(stage: Stage, counts: Answers['checkList']) {
  const staged = await atSupport(stage, {
    ...noRuns,
    chooseList: { file: '/office.csv' },
    ...(counts ? { checkList: counts } : {}),
  })
  await stage.press(staged.page, supportWords.choose)
  await staged.page.getByText('/office.csv').waitFor()
  return staged
}

/** Screen 7. */
export const support: States = {
  none: (stage) => atSupport(stage, noRuns),
  runs: (stage) => atSupport(stage),
  unreadable: (stage) => atSupport(stage, { listRuns: refuse('file-unreadable') }),
  'in-detail': async (stage) => {
    const staged = await atSupport(stage)
    for (const details of await staged.page.locator('details').all())
      await details.evaluate((one: HTMLDetailsElement) => (one.open = true))
    return staged
  },
  exported: async (stage) => {
    const damaged = { code: 'journal-damaged' as const, again: 'never' as const, facts: { line: 3 } }
    const refused = [{ run: runs[3]!.run, problem: damaged }]
    const staged = await atSupport(stage, {
      listRuns: { runs },
      exportProofs: { folder: '/usb', files: ['1.pdf', '1.json'], refused },
    })
    await staged.page.getByRole('checkbox').first().check()
    await stage.press(staged.page, supportWords.export)
    await staged.page.getByText('/usb').waitFor()
    await staged.page.getByText(stage.say(supportWords.exportRefused).replace('{count}', '1')).waitFor()
    return staged
  },
  'export-refused': async (stage) => {
    const staged = await atSupport(stage, { listRuns: { runs }, exportProofs: refuse('disk-full') })
    await staged.page.getByRole('checkbox').first().check()
    await stage.press(staged.page, supportWords.export)
    await staged.page.getByRole('alert').waitFor()
    return staged
  },
  checking: async (stage) => {
    const staged = await checking(stage, 'hang')
    await staged.tell({ type: 'checked', row: { line: 2, address: 'a@example.jp', ok: true, probes: [], problem: null } })
    await staged.tell({ type: 'checked', row: { line: 3, address: 'b@example.jp', ok: false, probes: [], problem } })
    await staged.page.getByRole('rowheader', { name: 'b@example.jp' }).waitFor()
    return staged
  },
  checked: async (stage) => {
    const staged = await checking(stage, { ok: 12, failed: 0 })
    await staged.page.getByText('12').first().waitFor()
    return staged
  },
  'check-refused': async (stage) => {
    const staged = await checking(stage, refuse('file-unreadable'))
    await staged.page.getByRole('alert').waitFor()
    return staged
  },
}
