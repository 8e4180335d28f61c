import { rmSync } from 'node:fs'
import path from 'node:path'
import { playRecipeWithin } from '../../electron/portal/play-recipe.ts'
import type { Answer, Question } from '../../shared/base/ask.ts'
import { ok } from '../../shared/base/result.ts'
import { Secret, type Realm } from '../../shared/base/secret.ts'
import type { Played } from '../../shared/portal/play-recipe.ts'
import type { Recipe } from '../../shared/portal/recipe.ts'
import { providers } from '../../shared/provider/index.ts'
import { browserFor } from './shared-browser.ts'
import { temporaryFolder } from './play.ts'
import type { Look, SecondSite } from './second-site.ts'

/** One recipe walked on a second markup. */
export interface SecondPlay {
  readonly name: string
  readonly recipe: Recipe
  /** Another page than the site's start (a path). */
  readonly startPath?: string
  readonly values: Readonly<Record<string, string>>
  /** Whose password is `loginPassword`; null where the recipe does not sign in. */
  readonly signsIn: string | null
  /** Whose password is changed; null where none is. */
  readonly changes: string | null
  /** A new password the site takes, and one it refuses; null where there is none. */
  readonly newPassword: string | null
  readonly refusedPassword: string | null
  readonly answer?: (question: Question, site: SecondSite) => Answer
  /** What the play must have read, by name. */
  readonly reads?: Readonly<Record<string, RegExp>>
  /** What the site must have noted for the trainer afterwards (`SecondSite.left`). */
  readonly leaves?: Readonly<Record<string, string>>
  /** Another road through pages that a fuller play of the same recipe walks in trouble: only as it should be, and its rebuilt pages. */
  readonly brief?: boolean
  /** Names of the look's rebuilt pages that must stop this recipe before its commit. */
  readonly drifts: readonly string[]
}

/** `e2e/portal/second/<isp>.ts` exports this as `second`. */
export interface SecondMarkup {
  readonly provider: string
  readonly look: (left: Map<string, string>) => Look
  readonly plays: readonly SecondPlay[]
}

/** The recipe of a provider for a realm and a sign-in: the change itself, or the visit that only signs in. */
export function recipeFor(provider: string, realm: Realm, signIn: Realm, which: 'change' | 'proof' = 'change'): Recipe {
  const change = providers.find(({ id }) => id === provider)?.changes.find((one) => one.realm === realm && one.signIn === signIn)
  const recipe = which === 'proof' ? change?.proofRecipe : change?.recipe
  if (!recipe) throw new Error(`${provider} has no ${which} for ${realm} by ${signIn}`)
  return recipe
}

/** A provider's recipe for a lost name or password, by its id: the request, or what stands behind the link that came. */
export function recoveryFor(provider: string, id: string): Recipe {
  const recoveries = providers.find((one) => one.id === provider)?.recoveries ?? []
  const recipe = recoveries.flatMap(({ recipe, link }) => [recipe, ...(link ? [link.recipe] : [])]).find((one) => one.id === id)
  if (!recipe) throw new Error(`${provider} has no recovery ${id}`)
  return recipe
}

export interface SecondPlayed {
  readonly played: Played
  readonly intended: number
  readonly signIns: number
  /** Everything told of the play, as text. */
  readonly told: string
}

/** Plays one recipe on a running second site, in the browser of the spec file; `pictures`: unless false, of every page. */
export async function playSecond(
  site: SecondSite,
  play: SecondPlay,
  secrets: { readonly login?: string; readonly fresh?: string; readonly pictures?: boolean } = {},
): Promise<SecondPlayed> {
  const passwordOf = (user: string): string => {
    const password = site.passwords.get(user)
    if (password === undefined) throw new Error(`nobody here is ${user}`)
    return password
  }
  const fresh = secrets.fresh ?? play.newPassword
  const given: Record<string, Secret> = {
    ...(play.signsIn === null ? {} : { loginPassword: new Secret(secrets.login ?? passwordOf(play.signsIn)) }),
    ...(play.changes === null ? {} : { currentPassword: new Secret(passwordOf(play.changes)) }),
    ...(fresh === null ? {} : { newPassword: new Secret(fresh) }),
  }
  const asked: Question[] = []
  const reported: string[] = []
  let [signIns, intended] = [0, 0]
  const folder = temporaryFolder()
  try {
    const browser = browserFor('shared')
    const played = await playRecipeWithin(
      { page: 15_000, patience: 1_200, act: 3_000 },
      browser.start,
    )({
      recipe: play.recipe,
      startUrl: play.startPath === undefined ? site.url : new URL(play.startPath, site.url).href,
      values: play.values,
      secrets: given,
      known: Object.values(given),
      browser: { path: browser.path, headed: false },
      evidenceFolder: secrets.pictures === false ? null : path.join(folder, 'evidence'),
      attended: false,
      ask: async (question) => {
        asked.push(question)
        return question.name === 'confirm-step' ? true : (play.answer?.(question, site) ?? null)
      },
      beforeCommit: async () => (intended++, ok()),
      beforeSignIn: async () => (signIns++, ok()),
      report: (what) => reported.push(what),
      stop: new AbortController().signal,
    })
    return { played, intended, signIns, told: JSON.stringify([played, asked, reported]) }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
