import type { BrowserContext, Dialog, Page } from 'playwright-core'
import type { Facts, Problem, ProblemCode, Again } from '../../shared/base/problem.ts'
import { redact, Secret } from '../../shared/base/secret.ts'
import { bareWords, foldWords } from '../../shared/portal/fold-words.ts'
import { forbiddenIn } from '../../shared/portal/forbidden-words.ts'
import type { Difference, PageSeen, PlayOrder } from '../../shared/portal/play-recipe.ts'
import type { Stage } from '../../shared/portal/read-fault.ts'
import type { Recipe } from '../../shared/portal/recipe.ts'
import { headingsOf } from '../../shared/portal/recognise-page.ts'
import type { CommitGate } from './commit-gate.ts'
import { lookAtPage, orNull, type Look } from './look-at-page.ts'
import type { OneShotProxy } from './one-shot-proxy.ts'
import { takePicture } from './take-picture.ts'
import type { Traffic } from './traffic.ts'

/** Times in milliseconds. `page`: until a page must have come; `patience`: how long a quiet, unexpected page may still change; `act`: for one act. */
export interface VisitLimits {
  readonly page: number
  readonly patience: number
  readonly act: number
}

/** The state of one visit to a member site. */
export interface Visit {
  readonly order: PlayOrder
  readonly recipe: Recipe
  readonly limits: VisitLimits
  readonly context: BrowserContext
  readonly proxy: OneShotProxy
  readonly gate: CommitGate
  readonly traffic: Traffic
  /** Every secret known, with those asked for on the way. */
  readonly secrets: Secret[]
  readonly pages: PageSeen[]
  readonly read: Record<string, string>
  readonly differences: Difference[]
  /** Folded sentences of the pages recognised so far. */
  readonly notices: Set<string>
  /** Words of script dialogs since the last act, and whether the act expects to be asked back. */
  said: string[]
  agree: boolean
  /** Fields filled since the last page: control name → value, checked again before anything is sent. */
  typed: Map<string, string>
  /** Controls filled, chosen or ticked since the last page. */
  used: Set<string>
  /** The page of the recipe that stands now, and its window. */
  standing: string | null
  /** The page that was acted on last, and its window. */
  left: { readonly window: Page; readonly page: string } | null
  window: Page
  line: number
  stage: Stage
  signedIn: boolean
  commit: 'not-sent' | 'sent'
  pictures: number
}

/** Words of the page that may go into facts: without secrets, in one line, at most so many characters. */
export const clean = (visit: Visit, text: string, most = 300): string =>
  redact(text, visit.secrets).replace(/\s+/g, ' ').trim().slice(0, most)

/** A problem of this visit: where in the recipe it arose stands in the facts. */
export function visitProblem(visit: Visit, code: ProblemCode, again: Again, facts: Facts = {}): Problem {
  return { code, again, facts: { recipe: visit.recipe.id, version: visit.recipe.version, line: visit.line, ...facts } }
}

/** The windows, newest first. */
export const windowsOf = (visit: Visit): readonly Page[] =>
  visit.context
    .pages()
    .filter((page) => !page.isClosed())
    .reverse()

export const lookAt = (visit: Visit, page: Page): Promise<Look | null> =>
  lookAtPage(page, visit.traffic.statusOf(page), visit.said)

/** Notes a page in the record of the visit, with its masked picture. */
export async function notePage(visit: Visit, what: string, look: Look): Promise<void> {
  const name = `${String(visit.pictures + 1).padStart(2, '0')}-${what.replace(/[^A-Za-z0-9-]/g, '-')}`
  const picture = await takePicture(look.page, visit.secrets, visit.order.evidenceFolder, name)
  visit.pictures++
  const seen = { step: visit.line, what, heading: clean(visit, headingsOf(look.view)[0] ?? '', 120), picture }
  visit.pages.push(seen)
  if (picture) visit.order.pictured?.(seen)
}

/** Notes whatever window stands now, where nothing was recognised; a window that does not answer is passed over. */
export async function noteStanding(visit: Visit, what: string): Promise<void> {
  const page = windowsOf(visit)[0]
  const look = page && (await orNull(lookAt(visit, page), 1_500))
  if (look) await notePage(visit, what, look)
}

/** Answers script dialogs: a question is agreed to only where the recipe says so and nothing forbidden is asked. */
export async function answerDialog(visit: Visit, dialog: Dialog): Promise<void> {
  const text = dialog.message()
  if (dialog.type() === 'beforeunload') return dialog.accept().catch(() => {})
  visit.said.push(text)
  const folded = foldWords(text)
  const foreign = forbiddenIn(text) !== null || visit.recipe.neighbours.some((words) => folded.includes(bareWords(words)))
  const agreed = dialog.type() === 'alert' || (dialog.type() === 'confirm' && visit.agree && !foreign)
  if (dialog.type() === 'confirm') visit.agree = false
  await (agreed ? dialog.accept() : dialog.dismiss()).catch(() => {})
}
