import { doneWords } from '../../shared/words/window/done.ts'
import { planWords } from '../../shared/words/window/plan.ts'
import { runWords } from '../../shared/words/window/run.ts'
import { sheetsWords } from '../../shared/words/window/sheets.ts'
import { startWords } from '../../shared/words/window/start.ts'
import type { InBoth } from '../../shared/words/lang.ts'
import type { Hands } from './hands.ts'

/** Looks at a screen that stands still, before anybody goes on. */
export type Look = (name: string) => Promise<void>
const nobodyLooks: Look = () => Promise.resolve()

/** From the first screen to the practice provider's paper, read. */
export async function takePracticePaper(hands: Hands, look: Look = nobodyLooks): Promise<void> {
  await hands.reach(startWords.heading)
  await look('1-start')
  await hands.press(startWords.practiceStart)
  await hands.reach(sheetsWords.heading)
  await look('2-sheets')
}

/** What is decided otherwise than as it stands there. */
export interface Choice {
  /** The one mailbox of several that is to be worked on. */
  readonly only?: string
  /** A password of one's own; left out: the program makes one. */
  readonly own?: string
  /** The password that is made is looked at before; told what it is. */
  readonly shown?: (made: string) => void
  /** Lines of the small print to be ticked, by their words. */
  readonly more?: readonly InBoth[]
}

async function chooseWay(hands: Hands, { only, more = [] }: Choice): Promise<void> {
  const { page, lang } = hands
  if (only !== undefined) {
    const wanted = page.getByRole('checkbox', { name: only, exact: true })
    for (const box of await page.getByRole('checkbox', { name: /@/ }).all())
      if ((await box.and(wanted).count()) === 0) await hands.untick(box)
  }
  if (more.length > 0) await hands.open(planWords.more[lang])
  for (const words of more) await hands.tick(words)
}

/** From a paper without a doubt up to the press that has the plan made. */
export async function chooseAndPlan(hands: Hands, choice: Choice, look: Look = nobodyLooks): Promise<void> {
  await hands.press(sheetsWords.go)
  await hands.reach(planWords.wayHeading)
  await chooseWay(hands, choice)
  await look('3-way')
  await hands.press(planWords.toPassword)
  await hands.reach(planWords.passwordHeading)
  if (choice.own !== undefined) {
    await hands.pick(planWords.own)
    await hands.type(planWords.typeNew, choice.own)
    await hands.type(planWords.typeAgain, choice.own)
    await hands.page.getByText(planWords.fits[hands.lang]).waitFor()
  }
  if (choice.shown) {
    await hands.press(planWords.madeShow)
    choice.shown((await hands.page.locator('main .font-mono').first().innerText()).trim())
  }
  await look('3-password')
  await hands.press(planWords.toPlan)
}

/** From a paper without a doubt to the plan. */
export async function decide(hands: Hands, look: Look = nobodyLooks, choice: Choice = {}): Promise<void> {
  await chooseAndPlan(hands, choice, look)
  await hands.reach(planWords.planHeading)
  await look('3-plan')
}

/** Agrees to the plan and starts it. */
export async function begin(hands: Hands): Promise<void> {
  await hands.tick(planWords.consent)
  await hands.press(planWords.start)
  await hands.reach(runWords.title)
}

/** The whole road in the window, to its ending. */
export async function walkRoad(hands: Hands, look: Look = nobodyLooks, choice: Choice = {}): Promise<void> {
  await takePracticePaper(hands, look)
  await decide(hands, look, choice)
  await begin(hands)
  await look('4-run')
  await hands.reach(doneWords.lines)
  await look('5-done')
}
