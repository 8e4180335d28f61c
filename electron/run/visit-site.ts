import path from 'node:path'
import { ok, type Result } from '../../shared/base/result.ts'
import type { Secret, SecretRef } from '../../shared/base/secret.ts'
import type { SignIn } from '../../shared/plan/evidence.ts'
import type { StepOf } from '../../shared/plan/step.ts'
import { plainOrigin } from '../../shared/portal/plain-page.ts'
import type { Played, PlayRecipe } from '../../shared/portal/play-recipe.ts'
import type { Recipe } from '../../shared/portal/recipe.ts'
import type { LiveDoor } from './live-door.ts'
import type { StepContext } from './performer.ts'
import { type SignInNeeds, spendSignIn } from './sign-in.ts'

export interface SiteNeeds extends SignInNeeds {
  readonly play: PlayRecipe
  /** Which browser, and whether it is shown on a visit where each press is asked about, or on one where none is. */
  readonly browser: { readonly path: string | null; readonly headed: (attended: boolean) => boolean }
  readonly evidenceFolder: string | null
  /** Asked for by the person; a step may demand it by itself. */
  readonly attended: boolean
}

/** What the steps that go to a member site have in common. */
export type SiteInput = StepOf<'prove-old'>['input']

export const hostOf = (url: string): string => /^[a-z]+:\/\/([^/?#]+)/i.exec(url)?.[1]?.toLowerCase() ?? url

/** A visit as one step makes it. `known`: every secret of the lane, so that each is masked. */
export interface SiteVisit {
  readonly recipe: Recipe
  readonly input: SiteInput
  readonly loginName: string
  readonly loginSecret: SecretRef
  readonly secrets: Readonly<Record<string, Secret>>
  readonly known: readonly Secret[]
  /** Folder below the run's evidence: none of another visit. */
  readonly pictures: string
  readonly beforeCommit: () => Promise<Result<void>>
}

/** Was a page of the recipe met that stands behind its sign-in? */
function beyondSignIn({ lines }: Recipe, { pages }: Played): boolean {
  const at = lines.findIndex((line) => line.do === 'sign-in')
  const behind = lines.slice(at + 1).flatMap((line) => (line.do === 'expect' ? [line.page] : []))
  return pages.some((page) => behind.includes(page.what))
}

const refusals: readonly string[] = ['portal-sign-in-refused', 'portal-locked']

/** How each sign-in of a visit ended: the site asked for another one only because the one before was taken. */
function outcomes(visit: SiteVisit, named: Omit<SignIn, 'outcome'>, count: number, played: Played): readonly SignIn[] {
  const refused = refusals.includes(played.problem?.code ?? '')
  const inside = played.commit === 'sent' || played.completed || beyondSignIn(visit.recipe, played)
  const last = refused ? ('refused' as const) : inside ? ('accepted' as const) : ('unanswered' as const)
  return Array.from({ length: count }, (_, at) => ({ ...named, outcome: at === count - 1 ? last : ('accepted' as const) }))
}

/** The values a recipe may use by name. What a household does not have (a login without a mailbox) is not there. */
function valuesOf({ input, loginName }: SiteVisit): Record<string, string> {
  const userName = input.doors?.userName
  return { loginName, ...(input.address ? { address: input.address } : {}), ...(userName ? { userName } : {}) }
}

/** What a step reports when a masked picture of the site was kept: its facts are the picture's name, as the journal has it, and the page's heading. */
export const pictureKept = 'picture'

/** Plays a recipe as one step's visit: within the budget of sign-ins, with its pictures in a folder of its own. */
export async function visitSite(
  needs: SiteNeeds,
  context: StepContext,
  visit: SiteVisit,
): Promise<{ readonly played: Played; readonly signIns: readonly SignIn[] }> {
  const { input, pictures } = visit
  const named = { host: hostOf(input.startUrl), user: visit.loginName, which: visit.loginSecret.which }
  const attended = input.attended || needs.attended || visit.recipe.inferred
  let count = 0
  const nameOf = (picture: string | null): string | null => picture && `evidence/${pictures}/${picture}`
  const played = await needs.play({
    recipe: visit.recipe,
    startUrl: input.startUrl,
    // The catalogue begins nowhere in the clear: such a page is one the person has named.
    namedOrigin: plainOrigin(input.startUrl),
    values: valuesOf(visit),
    secrets: visit.secrets,
    known: visit.known,
    browser: { path: needs.browser.path, headed: needs.browser.headed(attended) },
    ca: needs.ca,
    evidenceFolder: needs.evidenceFolder && path.join(needs.evidenceFolder, pictures),
    attended,
    ask: context.ask,
    beforeSignIn: async () => {
      const spent = await spendSignIn(needs, context, named)
      if (spent.ok) count += 1
      return spent
    },
    beforeCommit: visit.beforeCommit,
    report: (what, line) => context.report(what, { line }),
    pictured: ({ picture, heading }) => context.report(pictureKept, { name: nameOf(picture), heading }),
    stop: context.stop,
  })
  const pages = played.pages.map((page) => ({ ...page, picture: nameOf(page.picture) }))
  const signIns = outcomes(visit, named, count, played)
  needs.seen.push(...signIns)
  return { played: { ...played, pages }, signIns }
}

/** Pictures of each lane and each visit lie in a folder of their own: none replaces another. */
export function picturesOf(context: StepContext, lane: string, visit: string): string {
  const { mailboxes = [], logins = [] } = context.runState.plan ?? {}
  const at = mailboxes.findIndex(({ account }) => account.address === lane)
  const place = at >= 0 ? `mailbox-${at + 1}` : `login-${logins.findIndex((login) => login.lane === lane) + 1}`
  return `${place}-${visit}`
}

/** The member site as a place that tells which password is in force: `recipe` signs in and does nothing else. */
export function siteDoor(needs: SiteNeeds, context: StepContext, lane: string, input: SiteInput, recipe: Recipe): LiveDoor {
  let visits = 0
  const nothing = { signIns: [], probes: [] }
  return {
    // A visit is a whole browser and a page other people use.
    rest: 20_000,
    ask: async (password) => {
      const secret = await needs.vault.get(password)
      if (!secret.ok) return { answer: 'untold', problem: secret.problem, ...nothing }
      visits += 1
      const { played, signIns } = await visitSite(needs, context, {
        recipe,
        input,
        loginName: input.loginSecret ? input.current.for : input.login,
        loginSecret: password,
        secrets: { loginPassword: secret.value },
        known: [secret.value],
        pictures: picturesOf(context, lane, `sign-in-${context.state.acts.length + visits}`),
        beforeCommit: async () => {
          throw new Error('a recipe that only signs in has a commit')
        },
      })
      const answer = played.completed ? 'accepted' : played.problem?.code === 'portal-sign-in-refused' ? 'refused' : 'untold'
      return { answer, problem: played.completed ? null : played.problem, signIns, probes: [] }
    },
  }
}

/** The secrets of a site's sign-in and of the password to be changed; where one does both it is there under both names. */
export async function siteSecrets(
  needs: SiteNeeds,
  { current, loginSecret }: Pick<SiteInput, 'current' | 'loginSecret'>,
): Promise<Result<{ readonly current: Secret; readonly login: Secret }>> {
  const old = await needs.vault.get(current)
  if (!old.ok || loginSecret === null) return old.ok ? ok({ current: old.value, login: old.value }) : old
  const login = await needs.vault.get(loginSecret)
  return login.ok ? ok({ current: old.value, login: login.value }) : login
}
