import type { Output } from '../../../shared/ipc/contract.ts'
import type { ChangedSince } from '../../../shared/journal/changed-since.ts'
import { allRefs } from '../../../shared/plan/all-refs.ts'
import type { RunOutcome } from '../../../shared/proof/proof.ts'
import { passwordStandings } from '../../../shared/screen/password-standing.ts'
import { doneWords } from '../../../shared/words/window/done.ts'
import { wayNames } from '../../../shared/words/window/way-names.ts'
import type { Answers } from '../staged-page.ts'
import { rowOf, viewOf } from '../staged-runs.ts'
import { atEnd } from './history.ts'
import { type Open, refuse, type States } from './stage.ts'

/** What is shown of the passwords of a journal that stands as named: as the main process tells it, with made-up values. */
export function passwordsOf(state: string, since: readonly ChangedSince[] = []): Output<'revealPasswords'> {
  const { plan, entries } = viewOf(state)
  const standingOf = passwordStandings({ plan, entries, whole: true, since })
  const passwords = allRefs(plan).map((ref, at) => {
    const { standing, since: later } = standingOf(ref)
    const value = ref.which === 'new' ? `Atarashii-${at}` : `Mae-no-${at}`
    return {
      ...{ for: ref.for, provider: 'practice', realms: [...ref.realms], which: ref.which, value, standing },
      since: later && { run: later.run, at: later.at, certain: later.certain },
    }
  })
  return { passwords }
}

/** A later run that has changed every password of a run (`certain`: and was seen to). */
const sinceOf = (state: string, certain: boolean): readonly ChangedSince[] =>
  allRefs(viewOf(state).plan).map((ref) => ({
    ...{ for: ref.for, next: { ...ref, which: 'new' as const }, certain },
    ...{ run: '20261121-061503-k3f9' as never, at: '2026-11-21T06:15:03.000Z' },
  }))

/** Every outcome by the journal that comes to it. An outcome without its state does not compile. */
const outcomes: Readonly<Record<RunOutcome, string>> = {
  done: 'done',
  stopped: 'stopped',
  unfinished: 'unfinished',
  unknown: 'unknown',
}

const ended =
  (state: string, answers: Answers = {}): Open =>
  (stage) =>
    atEnd(stage, state, answers)

const shown =
  (state: string, since: readonly ChangedSince[] = []): Open =>
  async (stage) => {
    const staged = await atEnd(stage, state, { revealPasswords: passwordsOf(state, since) })
    await stage.press(staged.page, wayNames.passwords)
    await staged.page.getByText(stage.say(doneWords.passwordsShown)).last().waitFor()
    return staged
  }

/** A proof as a real provider's run has it: with its help lines and its notes. */
const real = {
  ...viewOf('unfinished'),
  proof: {
    ...viewOf('unfinished').proof!,
    practice: false,
    notices: [{ ja: '変更後は、ほかの機器の設定も変えてください。', en: 'Change your other devices, too.' }],
    help: [
      {
        name: { ja: 'お客さまセンター', en: 'Customer centre' },
        phone: '0800-000-0000',
        hours: { ja: '9:00～18:00', en: '9:00 to 18:00' },
      },
    ],
  },
}
const damaged = {
  ...viewOf('unfinished'),
  proof: null,
  row: rowOf('unfinished', { open: false, problem: { code: 'journal-damaged', again: 'never', facts: {} } }),
}

/** Screen 5. */
export const done: States = {
  ...Object.fromEntries(Object.entries(outcomes).map(([outcome, state]) => [outcome, ended(state)])),
  undone: ended('undone'),
  'undo-cut': ended('undo-cut'),
  'undo-partly': ended('undo-partly'),
  'rewrite-cut': ended('rewrite-cut'),
  'carried-out-elsewhere': ended('unfinished', {
    readRun: { ...viewOf('unfinished'), row: rowOf('unfinished', { busy: 'elsewhere' }) },
  }),
  'of-a-real-provider': ended('unfinished', { readRun: real }),
  damaged: ended('unfinished', { readRun: damaged }),
  unreadable: ended('done', { readRun: refuse('run-unknown') }),
  'in-detail': async (stage) => {
    const staged = await atEnd(stage, 'unfinished')
    for (const details of await staged.page.locator('details').all())
      await details.evaluate((one: HTMLDetailsElement) => (one.open = true))
    return staged
  },
  'passwords-done': shown('done'),
  'passwords-half': shown('unfinished'),
  'passwords-unknown': shown('unknown'),
  'passwords-unchanged': shown('stopped'),
  'passwords-changed-since': shown('done', sinceOf('done', true)),
  'passwords-unclear-since': shown('done', sinceOf('done', false)),
  'passwords-locked': async (stage) => {
    const staged = await atEnd(stage, 'done', { revealPasswords: refuse('vault-locked') })
    await stage.press(staged.page, wayNames.passwords)
    await staged.page.getByRole('alert').waitFor()
    return staged
  },
  'put-back': async (stage) => {
    const staged = await atEnd(stage, 'done')
    await stage.press(staged.page, doneWords.undo)
    await staged.page.getByRole('alertdialog').waitFor()
    return staged
  },
  'record-saved': async (stage) => {
    const staged = await atEnd(stage, 'done', { saveRecord: { pdf: '/usb/taro.pdf' } })
    await stage.press(staged.page, doneWords.save)
    await staged.page.getByText('/usb/taro.pdf').waitFor()
    return staged
  },
  'record-refused': async (stage) => {
    const staged = await atEnd(stage, 'done', { saveRecord: refuse('disk-full', { file: '/usb/taro.pdf' }) })
    await stage.press(staged.page, doneWords.save)
    await staged.page.getByRole('alert').waitFor()
    return staged
  },
}
