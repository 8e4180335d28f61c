import { randomBytes } from 'node:crypto'
import { rmSync } from 'node:fs'
import path from 'node:path'
import { playRecipeWithin } from '../../electron/portal/play-recipe.ts'
import { startPractice, type Practice, type PracticeOptions } from '../../electron/practice/practice.ts'
import type { PracticeEvent } from '../../electron/practice/events.ts'
import type { Question } from '../../shared/base/ask.ts'
import { ok } from '../../shared/base/result.ts'
import { Secret, secretForms } from '../../shared/base/secret.ts'
import { enoughBytes, makePassword } from '../../shared/mail/make-password.ts'
import type { Played } from '../../shared/portal/play-recipe.ts'
import { browserFor, type WhichBrowser } from './shared-browser.ts'
import { temporaryFolder } from './play.ts'
import type { RecipePlay } from './recipe-play.ts'

/** The practice site of a provider, or a failing test. */
export async function practiceOf(provider: string, options: Omit<PracticeOptions, 'provider'> = {}): Promise<Practice> {
  const started = await startPractice({ provider, ...options })
  if (!started.ok) throw new Error(`practice ${provider}: ${JSON.stringify(started.problem)}`)
  return started.value
}

export interface PlayedOnPractice {
  readonly played: Played
  readonly asked: readonly Question[]
  readonly signIns: number
  readonly intended: number
  readonly newPassword: Secret | null
  /** Where the masked pictures are, if any are taken; removed by `tidy`. */
  readonly evidence: string
  /** What the site saw during this play. */
  readonly events: readonly PracticeEvent[]
  /** Whose passwords the site has changed. */
  readonly changed: readonly string[]
  /** Controls used, decoys apart. */
  readonly touched: readonly string[]
  readonly decoys: readonly string[]
  /** Acts the lines have come to, as they were reported (`press 次へ`), and how many boxes. */
  readonly pressed: readonly string[]
  readonly ticked: number
  /** Everything told of the play, as text: no secret may stand in it. */
  readonly told: string
  tidy(): void
}

const addressOf = (practice: Practice, startPath: string | undefined): string =>
  startPath === undefined ? practice.portalUrl : new URL(startPath, practice.portalUrl).href

/** Plays one recipe once on a running practice site, with short patience; `pictures`: unless false, of every page. */
export async function playOnPractice(
  practice: Practice,
  play: RecipePlay,
  change: {
    readonly newPassword?: Secret
    readonly page?: number
    readonly which?: WhichBrowser
    readonly pictures?: boolean
  } = {},
): Promise<PlayedOnPractice> {
  const from = practice.events().length
  const asked: Question[] = []
  const reported: string[] = []
  let [signIns, intended] = [0, 0]
  const made = play.rule && (change.newPassword ?? makePassword(play.rule, randomBytes(enoughBytes(play.rule))))
  const secrets: Record<string, Secret> = {
    ...(play.signsIn === null ? {} : { loginPassword: practice.currentPasswordOf(play.signsIn) }),
    ...(play.changes === null ? {} : { currentPassword: practice.currentPasswordOf(play.changes) }),
    ...(made ? { newPassword: made } : {}),
  }
  const folder = temporaryFolder()
  const evidence = path.join(folder, 'evidence')
  const browser = browserFor(change.which ?? 'light')
  const played = await playRecipeWithin(
    { page: change.page ?? 15_000, patience: 1_200, act: 3_000 },
    browser.start,
  )({
    recipe: play.recipe,
    startUrl: addressOf(practice, play.startPath),
    values: play.values,
    secrets,
    known: Object.values(secrets),
    browser: { path: browser.path, headed: false },
    evidenceFolder: change.pictures === false ? null : evidence,
    attended: false,
    ask: async (question) => {
      asked.push(question)
      return question.name === 'confirm-step' ? true : (play.answer?.(question, practice) ?? null)
    },
    beforeCommit: async () => (intended++, ok()),
    beforeSignIn: async () => (signIns++, ok()),
    report: (what) => reported.push(what),
    stop: new AbortController().signal,
  })
  const events = practice.events().slice(from)
  const used = events.flatMap((event) => (event.what === 'control' ? [event] : []))
  return {
    played,
    asked,
    signIns,
    intended,
    newPassword: made,
    evidence,
    events,
    changed: events.flatMap((event) => (event.what === 'password-changed' ? [event.user] : [])),
    touched: used.filter(({ decoy }) => !decoy).map(({ control }) => control),
    decoys: used.filter(({ decoy }) => decoy).map(({ control }) => control),
    pressed: reported.filter((what) => /^(?:press|sign-in|commit) /.test(what)),
    ticked: reported.filter((what) => what.startsWith('tick ')).length,
    told: JSON.stringify([played, asked, reported, events]),
    tidy: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** Is any of the play's secrets told anywhere, in whatever spelling? */
export const tellsSecret = (told: string, secrets: readonly Secret[]): boolean =>
  secrets.some((secret) => secretForms(secret.reveal()).some((form) => told.includes(form)))
