import type { Ask } from '../../shared/base/ask.ts'
import { ok } from '../../shared/base/result.ts'
import type { Handlers } from '../../shared/ipc/contract.ts'
import type { RoadEvent } from '../../shared/ipc/events.ts'
import type { Lang } from '../../shared/words/lang.ts'
import type { App } from '../road/app.ts'
import { type Closing, closingQuestion } from './closing-question.ts'
import { givenFiles } from './given-files.ts'
import { makeHandlers } from './make-handlers.ts'
import { openQuestions } from './open-questions.ts'
import { practiceAtHand } from './practice-at-hand.ts'
import { practiceElsewhere } from './practice-elsewhere.ts'
import { underWay } from './under-way.ts'
import { vaultProblem } from './vault-problem.ts'
import type { DesktopHands, WindowNeeds } from './window-needs.ts'

/** The desk the window stands on: what the shell brings along. */
export interface WindowDesk extends Pick<WindowNeeds, 'name' | 'shell' | 'browser' | 'report'> {
  readonly desktop: (lang: () => Lang) => DesktopHands
  /** A practice provider that another process keeps running, by the file that describes it; null: this program plays its own. */
  readonly practice: string | null
  /** Hands an event to the page that stands now. */
  readonly send: (event: RoadEvent) => void
}

/** The program behind the window. */
export interface WindowProgram {
  readonly handlers: Handlers
  /** The page stands and hears. Said again by every page that is loaded: open questions are told anew, papers and plans of the page before are let go of. */
  readonly ready: () => void
  /** The person dropped this file onto the window. */
  readonly dropped: (file: string) => void
  /** The language that stands. */
  readonly lang: () => Lang
  /** What is asked before the window closes under a run. */
  readonly closing: Closing
  /** Ends what is going on: a run stops as if the person had stopped it, the practice provider goes away. */
  readonly close: () => Promise<void>
}

/** Events wait until the page hears; a page loaded later gets the questions that stand, not what was told to the one before. */
function eventLine(send: (event: RoadEvent) => void) {
  let waiting: RoadEvent[] | null = []
  return {
    tell: (event: RoadEvent): void => {
      if (waiting) waiting.push(event)
      else send(event)
    },
    /** False: the page heard before, so this is another one. */
    open: (): boolean => {
      const first = waiting
      waiting = null
      for (const event of first ?? []) send(event)
      return first !== null
    },
  }
}

/** Makes the program and all that it holds for one window. `compose` gets the way to ask the person. */
export async function windowProgram(compose: (ask: Ask) => App, desk: WindowDesk): Promise<WindowProgram> {
  const line = eventLine(desk.send)
  const questions = openQuestions(line.tell)
  const app = compose(questions.ask)
  const going = underWay(questions.withdrawAll)
  const elsewhere = desk.practice === null ? null : practiceElsewhere(desk.practice)
  const practice = elsewhere ? practiceAtHand(elsewhere.start, elsewhere.now) : practiceAtHand(app.startPractice)
  let { lang } = await app.windowSettings()
  // A credential store takes a third of a second to answer: it is asked while the window opens.
  const vault = vaultProblem(app)
  vault.catch(() => undefined)
  const files = givenFiles()
  const { handlers, forget } = makeHandlers({
    vault,
    files,
    name: desk.name,
    shell: desk.shell,
    browser: desk.browser,
    report: desk.report,
    desktop: desk.desktop(() => lang),
    app,
    questions,
    practice,
    tell: line.tell,
    underWay: going,
    lang: {
      now: () => lang,
      keep: async (wanted) => {
        lang = wanted
        const kept = await app.keepWindowSettings({ lang })
        return kept.ok ? ok() : kept
      },
    },
  })
  return {
    handlers,
    dropped: files.give,
    ready: () => {
      if (line.open()) return
      void forget()
      questions.tellAgain()
    },
    lang: () => lang,
    closing: closingQuestion(app, going, () => lang),
    close: async () => {
      await going.stop()
      await practice.stop()
    },
  }
}
