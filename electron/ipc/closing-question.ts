import { stopMeaning } from '../../shared/screen/stop-meaning.ts'
import { fillSentence } from '../../shared/words/fill-sentence.ts'
import type { Lang } from '../../shared/words/lang.ts'
import { desktopWords } from '../../shared/words/window/desktop.ts'
import { stopMeaningWords } from '../../shared/words/window/run.ts'
import { wayNames } from '../../shared/words/window/way-names.ts'
import type { App } from '../road/app.ts'
import type { UnderWay } from './under-way.ts'
import { readRun } from './view-run.ts'

/** What the person is asked who closes the window while a run is being carried out. */
export interface ClosingQuestion {
  readonly title: string
  /** What stopping means at this instant, and how it goes on later. */
  readonly detail: string
  readonly stay: string
  readonly close: string
}

/** Whether closing must be asked about, and the question. */
export interface Closing {
  readonly isWorking: () => boolean
  /** Null: what was going on has ended meanwhile. */
  readonly question: () => Promise<ClosingQuestion | null>
}

/** The question is read off the run's journal, as the one behind the Stop button is. */
export const closingQuestion = (
  app: Pick<App, 'readRun' | 'soundPart'>,
  underWay: Pick<UnderWay, 'run' | 'undoing'>,
  lang: () => Lang,
): Closing => ({
  isWorking: () => underWay.run() !== null,
  question: async () => {
    const [run, undoing] = [underWay.run(), underWay.undoing()]
    if (run === null) return null
    const read = await readRun(app, run)
    const say = (words: (typeof desktopWords)[keyof typeof desktopWords]): string => words[lang()]
    // A run that has written nothing down yet has changed nothing.
    const meaning = read.ok ? stopMeaning(read.value.plan, read.value.entries, undoing) : 'nothing-changed'
    const means = fillSentence(stopMeaningWords[meaning][lang()], { resume: wayNames.resume[lang()] }, lang())
    return {
      title: say(desktopWords.closeTitle),
      detail: `${means}\n\n${say(undoing ? desktopWords.closeLaterUndo : desktopWords.closeLater)}`,
      stay: say(desktopWords.closeNo),
      close: say(desktopWords.closeYes),
    }
  },
})
