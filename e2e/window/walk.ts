import { doneWords } from '../../shared/words/window/done.ts'
import { planWords } from '../../shared/words/window/plan.ts'
import { runWords } from '../../shared/words/window/run.ts'
import { sheetsWords } from '../../shared/words/window/sheets.ts'
import { startWords } from '../../shared/words/window/start.ts'
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

/** From a paper without a doubt to the plan, with a password the program makes. */
export async function decide(hands: Hands, look: Look = nobodyLooks): Promise<void> {
  await hands.press(sheetsWords.go)
  await hands.reach(planWords.wayHeading)
  await look('3-way')
  await hands.press(planWords.toPassword)
  await hands.reach(planWords.passwordHeading)
  await look('3-password')
  await hands.press(planWords.toPlan)
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
export async function walkRoad(hands: Hands, look: Look = nobodyLooks): Promise<void> {
  await takePracticePaper(hands, look)
  await decide(hands, look)
  await begin(hands)
  await look('4-run')
  await hands.reach(doneWords.lines)
  await look('5-done')
}
