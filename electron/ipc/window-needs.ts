import type { Problem } from '../../shared/base/problem.ts'
import type { Result } from '../../shared/base/result.ts'
import type { RoadEvent } from '../../shared/ipc/events.ts'
import type { Lang } from '../../shared/words/lang.ts'
import type { App } from '../road/app.ts'
import type { GivenFiles } from './given-files.ts'
import type { OpenQuestions } from './open-questions.ts'
import type { Report } from './report-bug.ts'
import type { PracticeAtHand } from './practice-at-hand.ts'
import type { UnderWay } from './under-way.ts'

/** What only the desktop can do: its dialogs, its viewer, the person's own browser. */
export interface DesktopHands {
  /** Files the person chose; none where he thought better of it. */
  readonly chooseFiles: () => Promise<readonly string[]>
  /** The list of mailboxes the person chose; null: he thought better of it. */
  readonly chooseList: () => Promise<string | null>
  /** Where a table (CSV) shall go; null: he thought better of it. `name`: a file name to begin with. */
  readonly chooseTable: (name: string) => Promise<string | null>
  /** Where a paper shall go; null: he thought better of it. `name`: a file name to begin with. */
  readonly chooseRecord: (name: string) => Promise<string | null>
  readonly chooseFolder: () => Promise<string | null>
  /** Opens a file of this program's own in the system's viewer. */
  readonly openFile: (file: string) => Promise<Result<void>>
  readonly openPage: (url: string) => Promise<Result<void>>
}

/** What the handlers of all calls are made from. */
export interface WindowNeeds {
  readonly app: App
  readonly name: string
  readonly shell: 'electron' | 'chromium'
  readonly tell: (event: RoadEvent) => void
  readonly report: Report
  readonly questions: OpenQuestions
  readonly underWay: UnderWay
  readonly practice: PracticeAtHand
  readonly files: GivenFiles
  readonly desktop: DesktopHands
  readonly lang: { readonly now: () => Lang; readonly keep: (lang: Lang) => Promise<Result<void>> }
  /** Why passwords cannot be kept in the system's store, as seen at the start; null: they can. */
  readonly vault: Promise<Problem | null>
  /** Which browser visits the member site, by name or path; null: the first that is found. */
  readonly browser: string | null
}
