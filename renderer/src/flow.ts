import type { RunId } from '../../shared/base/ids.ts'
import type { Problem } from '../../shared/base/problem.ts'
import type { DraftView } from '../../shared/ipc/plan-calls.ts'
import type { SheetView } from '../../shared/ipc/sheet-calls.ts'
import { isTyped } from '../../shared/screen/sheet-groups.ts'

/** What the run screen is to do: carry out a plan that was agreed to, go on with a run, take one back, or watch the one that is under way. */
export type RunTask =
  { readonly how: 'start'; readonly draft: DraftView } | { readonly how: 'resume' | 'undo' | 'watch'; readonly run: RunId }

/** Which screen stands, with all it needs to begin. Nothing secret is ever part of it. */
export type Place =
  | { readonly at: 'start' }
  | { readonly at: 'sheets'; readonly sheets: readonly SheetView[]; readonly unread: readonly Problem[] }
  | { readonly at: 'plan'; readonly sheets: readonly SheetView[] }
  | { readonly at: 'run'; readonly task: RunTask }
  // `problem`: what holds the run up now, besides what its journal says.
  | { readonly at: 'done'; readonly run: RunId; readonly problem?: Problem | null }
  | { readonly at: 'history' }
  | { readonly at: 'support' }

/** The stops of the road in the order in which a person comes to them. */
export const roadStops = ['start', 'sheets', 'plan', 'run', 'done'] as const
export type RoadStop = (typeof roadStops)[number]

/** The stop a screen is, or null where it stands beside the road. */
export const stopOf = ({ at }: Place): RoadStop | null => roadStops.find((stop) => stop === at) ?? null

/** The papers a place works with. */
const sheetsAt = (place: Place): readonly string[] =>
  place.at === 'sheets' || place.at === 'plan' ? place.sheets.map(({ sheet }) => sheet) : []

/** Papers that were left behind by going on: the main process holds their passwords until they are put away. */
export const leftBehind = (from: Place, to: Place): readonly string[] =>
  sheetsAt(from).filter((sheet) => !sheetsAt(to).includes(sheet))

/** The plan that was to be carried out where the person was: one that never began holds its passwords until it is dropped. */
export const draftLeft = (from: Place, to: Place): string | null =>
  from.at === 'run' && from.task.how === 'start' && to.at !== 'run' ? from.task.draft.draft : null

/** May the person leave for another screen by the links in the frame? Not while hands are moving. */
export const mayLeave = ({ at }: Place): boolean => at !== 'run'

/** Is something lost by leaving that the person would have to do again: answers, a paper typed in, a plan half chosen? */
export const losesWork = (place: Place): boolean =>
  place.at === 'plan' || (place.at === 'sheets' && place.sheets.some((sheet) => sheet.mayGoBack || isTyped(sheet)))

/** Sheets with one as it stands now; one that was put away meanwhile does not come back. */
export const replaced = (sheets: readonly SheetView[], sheet: SheetView): readonly SheetView[] =>
  sheets.map((one) => (one.sheet === sheet.sheet ? sheet : one))

/** All open doubts, each with its paper, in the order in which they are asked. */
export const doubtsOf = (sheets: readonly SheetView[]) =>
  sheets.flatMap((sheet) => sheet.doubts.map((doubt) => ({ sheet, doubt })))

/** Nothing may proceed with an unanswered doubt, with a sheet nobody can read, or without any sheet. */
export const readyForPlan = (sheets: readonly SheetView[]): boolean =>
  sheets.length > 0 &&
  sheets.every(({ doubts, problem, provider }) => doubts.length === 0 && problem === null && provider !== null)
