import type { Ask } from '../../shared/base/ask.ts'
import { fail, ok, type Result } from '../../shared/base/result.ts'
import { Secret } from '../../shared/base/secret.ts'
import { clientId } from '../../shared/client/mail-client.ts'
import type { Input } from '../../shared/ipc/contract.ts'
import type { DraftView } from '../../shared/ipc/plan-calls.ts'
import { checklistOf } from '../../shared/plan/checklist.ts'
import { noticesOf } from '../../shared/plan/notices.ts'
import { pressesOf } from '../../shared/plan/presses-of.ts'
import { passwordWarnings } from '../road/password-warnings.ts'
import { planSheets, unreadProfiles } from '../road/prepare-plan.ts'
import { recogniseSheet, type RecognisedSheet } from '../road/read-papers.ts'
import type { Wish } from '../road/wish.ts'
import type { HeldPasswords } from './held-passwords.ts'
import type { Draft, HeldDrafts } from './held-drafts.ts'
import { findSheet, type HeldSheets, type KeptSheet } from './held-sheets.ts'
import { type PracticePlaces, practicePlaces } from './practice-at-hand.ts'
import { vaultProblem } from './vault-problem.ts'
import type { WindowNeeds } from './window-needs.ts'

type Order = Input<'draftPlan'>
type Needs = Pick<WindowNeeds, 'app' | 'browser'> & { readonly ask: Ask }

function sheetsOf(sheets: HeldSheets, names: readonly string[]): Result<readonly KeptSheet[]> {
  const found: KeptSheet[] = []
  for (const name of new Set(names)) {
    const one = findSheet(sheets, name)
    if (!one.ok) return one
    found.push(one.value)
  }
  return ok(found)
}

/** Where a rehearsal leads to; null for papers of real providers. Both in one run would lead a real password to the practice site, or the other way round. */
async function placesOf(kept: readonly KeptSheet[]): Promise<Result<PracticePlaces | null>> {
  const stage = kept.find(({ practice }) => practice !== null)?.practice ?? null
  if (stage === null) return ok(null)
  if (kept.some(({ practice }) => practice !== stage)) return fail('bad-usage', 'after-person', { reason: 'practice-mixed' })
  return practicePlaces(stage)
}

function recogniseAll(app: Needs['app'], kept: readonly KeptSheet[]): Result<readonly RecognisedSheet[]> {
  const sheets: RecognisedSheet[] = []
  for (const { accounts, sha256, lines, provider } of kept) {
    const named = provider === null ? null : app.findProvider(provider)
    const sheet = recogniseSheet(app, named, { accounts, sha256, lines })
    if (!sheet.ok) return sheet
    sheets.push(sheet.value)
  }
  return ok(sheets)
}

const nothingSaid = { incoming: {}, outgoing: {}, portalUrl: {} }

/**
 * Where a run's passwords shall be kept: where the person said. A rehearsal needs no credential store, and leaves nothing in it; where the system has none, a file does that a
 * passphrase opens, which is asked for when the run begins. Null: the program's own choice.
 */
const vaultFor = async (app: Needs['app'], rehearsal: boolean): Promise<Wish['vault']> =>
  app.vaultNamed ? null : rehearsal ? 'memory' : (await vaultProblem(app)) ? 'file' : null

function wishOf(
  order: Order,
  newPassword: Secret | null,
  places: PracticePlaces | null,
  browser: string | null,
  vault: Wish['vault'],
): Wish {
  const { realm, addresses, way, roundTrip, proveOldDead, attended, mailPrograms } = order
  // A rehearsal has a profile of its own: the real programs of this PC are not even looked at.
  const wanted = mailPrograms ? (places ? (['thunderbird'] as const) : clientId.options) : []
  return {
    provider: null,
    realm,
    addresses,
    way,
    roundTrip,
    proveOldDead,
    said: places?.said ?? nothingSaid,
    newPassword,
    programs: { root: places?.thunderbirdRoot, wanted, named: [], expected: false },
    manner: { browser, headed: false, attended, ca: places?.ca ?? null, ...(places ? { rehearsal: true as const } : {}) },
    vault,
  }
}

async function viewDraft({ app }: Needs, draft: Draft, chosen: boolean): Promise<DraftView> {
  const { plan } = draft.prepared
  const warnings = chosen ? await passwordWarnings(app, draft) : []
  return {
    draft: draft.draft,
    plan,
    checklist: [...checklistOf(plan)],
    notices: noticesOf(plan, app.findProvider).before,
    presses: [...pressesOf(plan, app.findProvider)],
    unread: unreadProfiles(draft.profiles).map(({ profile, problem }) => ({ profile: profile.name, problem })),
    warnings: warnings.map(({ code, facts }) => ({ code, facts })),
  }
}

/** What the page knows by name only. */
interface Holds {
  readonly sheets: HeldSheets
  readonly drafts: HeldDrafts
  readonly passwords: HeldPasswords
}

/** The password the person has typed, or has seen made; null: neither. `secret-missing`: what was made is gone. */
function chosenPassword(passwords: HeldPasswords, { newPassword, made }: Order): Result<Secret | null> {
  if (made === null) return ok(newPassword === null ? null : new Secret(newPassword))
  const found = passwords.find(made)
  return found ? ok(found.made) : fail('secret-missing', 'after-person', { for: made })
}

/** Makes a plan from held sheets and keeps it. Changes nothing; asks where papers, site and mail program contradict each other. */
export async function draftPlan(needs: Needs, { sheets, drafts, passwords }: Holds, order: Order): Promise<Result<DraftView>> {
  const chosen = chosenPassword(passwords, order)
  if (!chosen.ok) return chosen
  const kept = sheetsOf(sheets, order.sheets)
  if (!kept.ok) return kept
  const places = await placesOf(kept.value)
  if (!places.ok) return places
  const recognised = recogniseAll(needs.app, kept.value)
  if (!recognised.ok) return recognised
  const rehearsal = places.value !== null
  const wish = wishOf(order, chosen.value, places.value, needs.browser, await vaultFor(needs.app, rehearsal))
  // Where an earlier run has replaced the paper's password the person is asked now, and not stopped at the run's first sign-in.
  const planned = await planSheets(needs.app, recognised.value, wish, needs.ask, true)
  if (!planned.ok) return planned
  // One is decided about at a time, and its passwords are all that is kept.
  drafts.clear()
  passwords.clear()
  const draft = drafts.keep((name) => ({ ...planned.value, draft: name, root: wish.programs.root, rehearsal }))
  return ok(await viewDraft(needs, draft, chosen.value !== null))
}
