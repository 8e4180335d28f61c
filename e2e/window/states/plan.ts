import type { Output } from '../../../shared/ipc/contract.ts'
import type { DraftView } from '../../../shared/ipc/plan-calls.ts'
import { planWords } from '../../../shared/words/window/plan.ts'
import { sheetsWords } from '../../../shared/words/window/sheets.ts'
import { wayNames } from '../../../shared/words/window/way-names.ts'
import type { Answers } from '../staged-page.ts'
import { asked } from './questions.ts'
import { draftOf, surprising } from './drafts.ts'
import { settled } from './papers.ts'
import { bring } from './sheets.ts'
import { type Open, refuse, type Stage, type States } from './stage.ts'

const [taro, hanako] = ['taro@renshu.example', 'hanako@renshu.example']
const made: Output<'makePassword'> = { made: 'made-00000001', value: 'K7' }
const verdict: Output<'judgePassword'> = { ok: true, faults: [], warnings: [], score: 3 }
const tooShort = {
  ...verdict,
  ok: false,
  faults: [{ code: 'too-short', facts: { length: 3, min: 8 } }],
  warnings: [{ code: 'guessable', facts: {} }],
  score: 0,
}

async function atWay(stage: Stage, provider = 'practice', addresses: readonly string[] = [taro, hanako], answers: Answers = {}) {
  const staged = await bring(stage, [settled(provider, addresses)], answers)
  await stage.press(staged.page, sheetsWords.go)
  await stage.reach(staged.page, planWords.wayHeading)
  return staged
}

async function atPassword(stage: Stage, answers: Answers = {}, addresses: readonly string[] = [taro]) {
  const staged = await atWay(stage, 'practice', addresses, answers)
  await stage.press(staged.page, planWords.toPassword)
  await stage.reach(staged.page, planWords.passwordHeading)
  return staged
}

async function atOwn(stage: Stage, answers: Answers) {
  const staged = await atPassword(stage, answers)
  await stage.pick(staged.page, planWords.own)
  await staged.page.locator('input[type=password]').first().fill('ab1')
  return staged
}

const planned =
  (draft: DraftView, over: Answers = {}): Open =>
  async (stage) => {
    const staged = await atPassword(stage, { draftPlan: draft, dropDraft: {}, ...over })
    await stage.press(staged.page, planWords.toPlan)
    await stage.reach(staged.page, planWords.planHeading)
    return staged
  }

/** Screen 3: three decisions, one after the other. */
export const plan: States = {
  way: (stage) => atWay(stage),
  'way-in-detail': async (stage) => {
    const staged = await atWay(stage)
    await staged.page.getByText(stage.say(planWords.more)).click()
    return staged
  },
  'way-of-one-mailbox': (stage) => atWay(stage, 'oshigoto-pikara', [taro]),
  'way-of-several-passwords': (stage) => atWay(stage, 'my-pikara', [taro]),
  'way-no-mailbox': async (stage) => {
    const staged = await atWay(stage)
    await stage.pick(staged.page, { ja: taro, en: taro })
    await stage.pick(staged.page, { ja: hanako, en: hanako })
    await stage.press(staged.page, planWords.toPassword)
    await staged.page.getByText(stage.say(planWords.addressMissing)).waitFor()
    return staged
  },
  password: (stage) => atPassword(stage),
  'password-of-several': (stage) => atPassword(stage, {}, [taro, hanako]),
  'password-made': async (stage) => {
    const staged = await atPassword(stage, { makePassword: made })
    await stage.press(staged.page, planWords.madeShow)
    await staged.page.getByText('K7', { exact: true }).waitFor()
    return staged
  },
  'password-own': async (stage) => {
    const staged = await atOwn(stage, { judgePassword: verdict })
    await staged.page.getByText(stage.say(planWords.fits)).waitFor()
    return staged
  },
  'password-own-refused': async (stage) => {
    const staged = await atOwn(stage, { judgePassword: tooShort })
    await staged.page.getByText(stage.say(planWords.fitsNot)).first().waitFor()
    return staged
  },
  'password-own-differs': async (stage) => {
    const staged = await atOwn(stage, { judgePassword: verdict })
    await staged.page.getByText(stage.say(planWords.fits)).waitFor()
    await staged.page.locator('input[type=password]').last().fill('ab2')
    await stage.press(staged.page, planWords.toPlan)
    await staged.page.getByText(stage.say(planWords.differs)).waitFor()
    return staged
  },
  'password-in-force': async (stage) => {
    const staged = await atWay(stage, 'practice', [taro])
    await stage.pick(staged.page, wayNames.skip)
    await stage.press(staged.page, planWords.toPassword)
    await stage.reach(staged.page, planWords.skipHeading)
    return staged
  },
  planning: async (stage) => {
    const staged = await atPassword(stage, { draftPlan: 'hang' })
    await stage.press(staged.page, planWords.toPlan)
    await staged.page.getByText(stage.say(planWords.drafting)).waitFor()
    return staged
  },
  'planning-asks': async (stage) => {
    const staged = await atPassword(stage, { draftPlan: 'hang' })
    await stage.press(staged.page, planWords.toPlan)
    await staged.tell(asked('settle-difference'))
    await staged.page.getByRole('alertdialog').waitFor()
    return staged
  },
  'planning-refused': async (stage) => {
    const staged = await atPassword(stage, {
      draftPlan: refuse('portal-limit-reached', { provider: 'oshigoto-pikara', hours: 24, most: 1 }),
    })
    await stage.press(staged.page, planWords.toPlan)
    await staged.page.getByRole('alert').waitFor()
    return staged
  },
  plan: planned(draftOf()),
  'plan-with-surprises': planned(surprising),
  'plan-by-hand': planned(draftOf({ guided: true })),
  'plan-changed-already': planned(draftOf({ skipPortal: true })),
  'plan-without-mail-program': planned(draftOf({ profiles: [] })),
  'plan-not-agreed-to': async (stage) => {
    const staged = await planned(draftOf())(stage)
    await stage.press(staged.page, planWords.start)
    await staged.page.getByText(stage.say(planWords.consentMissing)).waitFor()
    return staged
  },
}
