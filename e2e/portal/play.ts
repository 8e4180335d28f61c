import { mkdtempSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { playRecipeWithin } from '../../electron/portal/play-recipe.ts'
import type { Answer, Question } from '../../shared/base/ask.ts'
import { ok } from '../../shared/base/result.ts'
import { Secret } from '../../shared/base/secret.ts'
import type { Played, PlayOrder } from '../../shared/portal/play-recipe.ts'
import { changePassword } from '../../shared/provider/biglobe-ef/recipes.ts'
import { registerSecret } from '../canary/register.ts'
import { lightBrowser, usualBrowser } from '../fakes/light-browser.ts'
import type { MemberSite } from './member-site.ts'

export const newPassword = 'Neu3w&ord<9"x'
const paperPassword = 'Old-pass1'
registerSecret('the new password at a member site', newPassword)
registerSecret('the old password at a member site', paperPassword)

/** What happened around one playing: the questions, the attempts counted, the intentions written. */
export interface Told {
  readonly played: Played
  readonly asked: readonly Question[]
  readonly signIns: number
  readonly intended: number
  readonly reported: readonly string[]
}

export const temporaryFolder = (): string => mkdtempSync(path.join(os.tmpdir(), 'portal-spec-'))

/** Plays BIGLOBE's recipe (or another) on a site, with short patience. */
export async function play(
  site: Pick<MemberSite, 'url' | 'login'>,
  change: Partial<PlayOrder> & { answer?: (question: Question) => Answer; page?: number; oldPassword?: string } = {},
): Promise<Told> {
  const asked: Question[] = []
  const reported: string[] = []
  let [signIns, intended] = [0, 0]
  const { answer, page, oldPassword, ...rest } = change
  const current = new Secret(oldPassword ?? paperPassword)
  const fresh = new Secret(newPassword)
  const played = await playRecipeWithin({ page: page ?? 15_000, patience: 1_200, act: 3_000 })({
    recipe: changePassword,
    startUrl: site.url,
    values: { loginName: site.login },
    secrets: { loginPassword: current, currentPassword: current, newPassword: fresh },
    known: [current, fresh],
    browser: { path: lightBrowser, headed: false },
    evidenceFolder: null,
    attended: false,
    ask: async (question) => {
      asked.push(question)
      return answer ? answer(question) : null
    },
    beforeCommit: async () => {
      intended++
      return ok()
    },
    beforeSignIn: async () => {
      signIns++
      return ok()
    },
    report: (what) => reported.push(what),
    stop: new AbortController().signal,
    ...rest,
  })
  return { played, asked, signIns, intended, reported }
}

/** The same in the browser a person has: for what is about the browser itself. */
export const playInUsual: typeof play = (site, change) =>
  play(site, { browser: { path: usualBrowser, headed: false }, ...change })
