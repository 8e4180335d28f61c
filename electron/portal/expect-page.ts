import { setTimeout as pause } from 'node:timers/promises'
import type { Problem } from '../../shared/base/problem.ts'
import { ok, type Result } from '../../shared/base/result.ts'
import { readFault, noticesOf, type ToldFault } from '../../shared/portal/read-fault.ts'
import { headingsOf, recognisePage, type Recognition } from '../../shared/portal/recognise-page.ts'
import { shownOtherwise } from '../../shared/portal/shown-otherwise.ts'
import type { FaultCode } from '../../shared/portal/recipe.ts'
import type { Look } from './look-at-page.ts'
import { unreachable } from './portal-problems.ts'
import { clean, lookAt, notePage, noteStanding, visitProblem, windowsOf, type Visit } from './visit.ts'

const often = 120
/** Where all is at rest and the page is none of those expected, there is less to be missed. */
const seldom = 480
/** A page that tells of a fault is believed once nothing has moved for this long. */
const settled = 500
/** A script's request that stays open longer than this is a standing connection, not a page being built. */
const longPoll = 8_000

/** What may be done about each fault a page tells of. */
export const againOf: Record<FaultCode, Problem['again']> = {
  'portal-sign-in-refused': 'after-person',
  'portal-locked': 'after-person',
  'portal-maintenance': 'later',
  'portal-session-expired': 'later',
  'portal-rule-refused': 'after-person',
  'portal-old-password-refused': 'after-person',
  'portal-limit-reached': 'later',
  'portal-refused': 'after-person',
}

/** What was expected, in words of the recipe: the page or, where that stands and only a control of it is not there, that control. */
const expectedOf = (visit: Visit, name: string, missing: readonly string[] = []): string => {
  const page = visit.recipe.pages[name]!
  const controls = missing.filter((one) => one.startsWith('control:')).map((one) => one.slice('control:'.length))
  if (controls.length > 0 && !missing.some((one) => one.startsWith('text:'))) return controls.join(' / ')
  return page.shows?.[0] ?? (page.controls ?? []).map((control) => visit.recipe.fence[control]!.words[0]).join(' / ')
}

function told(visit: Visit, fault: ToldFault): Problem {
  return visitProblem(visit, fault.code, againOf[fault.code], { said: clean(visit, fault.sentence) })
}

/** What to make of a page that is none of those expected: the truest thing that can be said of it. */
function judge(visit: Visit, names: readonly string[], look: Look | null, met: Recognition | null): Problem {
  const facts = {
    expected: expectedOf(visit, names[0]!, met?.missing),
    found: look ? clean(visit, headingsOf(look.view).join(' / ')) : '',
    missing: met ? met.missing.join('; ') : '',
    ...(visit.said.length > 0 ? { dialog: clean(visit, visit.said.join(' / ')) } : {}),
    ...(look?.view.status ? { status: look.view.status } : {}),
  }
  const fault = look && readFault(visit.recipe, look.view, visit.stage, visit.notices)
  if (fault) return told(visit, fault)
  const failure = visit.traffic.failure()
  const cause = failure && (visit.proxy.failure(failure.host.replace(/:\d+$/, '')) ?? failure.cause)
  if (visit.commit === 'sent')
    return visitProblem(visit, 'portal-outcome-unknown', 'after-person', { ...facts, ...(failure && cause ? { cause } : {}) })
  if (failure && cause)
    return unreachable(failure.cause === 'tls' ? 'tls' : cause, { host: failure.host, error: failure.name, line: visit.line })
  const status = look?.view.status ?? 0
  if (status === 503) return visitProblem(visit, 'portal-maintenance', 'later', facts)
  if (status >= 500) return unreachable('http-error', facts)
  const bounced = look && backAtSignIn(visit, look)
  if (bounced && visit.stage === 'sign-in')
    return visitProblem(visit, 'portal-sign-in-refused', 'after-person', { ...facts, said: '' })
  if (bounced && visit.signedIn) return visitProblem(visit, 'portal-session-expired', 'later', facts)
  const differs = look && differing(visit, names, look)
  if (differs) return differs
  if (met && met.missing.length === 0 && met.ambiguous.length > 0)
    return visitProblem(visit, 'portal-ambiguous', 'after-person', { ...facts, controls: met.ambiguous.join(', ') })
  return visitProblem(visit, 'portal-changed', 'after-person', facts)
}

/** The page is one of those named, but for an address the site has in another domain: both are told, and the person decides. */
function differing(visit: Visit, names: readonly string[], look: Look): Problem | null {
  const other = names.map((name) => shownOtherwise(visit.recipe, name, visit.order.values, look.view)).find((one) => one !== null)
  if (!other) return null
  const facts = { expected: clean(visit, other.expected), found: clean(visit, other.found) }
  return visitProblem(visit, 'portal-differs', 'after-person', facts)
}

/** Does the page with the sign-in stand here (again)? */
function backAtSignIn(visit: Visit, look: Look): boolean {
  const { lines } = visit.recipe
  const at = lines.findIndex((line) => line.do === 'sign-in')
  const page = lines.slice(0, Math.max(at, 0)).findLast((line) => line.do === 'expect')
  return page?.do === 'expect' && recognisePage(visit.recipe, page.page, visit.order.values, look.view).recognised
}

function windowGone(visit: Visit): Problem {
  if (visit.commit === 'sent') return visitProblem(visit, 'portal-outcome-unknown', 'after-person', { cause: 'browser-closed' })
  return visitProblem(visit, 'browser-failed', 'later', { cause: 'browser-closed' })
}

/** No page at all came in time. */
function late(visit: Visit, name: string): Problem {
  const facts = { expected: expectedOf(visit, name), waitedMs: visit.limits.page }
  if (visit.commit === 'sent')
    return visitProblem(visit, 'portal-outcome-unknown', 'after-person', { ...facts, cause: 'timed-out' })
  return unreachable('timed-out', { ...facts, line: visit.line })
}

interface Met {
  readonly look: Look
  readonly name: string
  readonly recognition: Recognition
}

/** Looks at every window for the named pages: the first that stands, and what the newest window shows instead. */
async function search(
  visit: Visit,
  names: readonly string[],
): Promise<{ readonly hit: Met | null; readonly newest: Met | null }> {
  let newest: Met | null = null
  for (const page of windowsOf(visit)) {
    const look = await lookAt(visit, page)
    if (!look) break
    const met = names.map((name) => ({
      look,
      name,
      recognition: recognisePage(visit.recipe, name, visit.order.values, look.view),
    }))
    newest ??= met[0]!
    const hit = met.find((one) => one.recognition.recognised)
    if (hit) return { hit, newest }
    // The page acted on still stands here (a small window that refuses): the windows behind show only what was there before.
    const { left } = visit
    if (left?.window === page && recognisePage(visit.recipe, left.page, visit.order.values, look.view).recognised) break
  }
  return { hit: null, newest }
}

async function settleOn(visit: Visit, { look, name }: Met): Promise<Result<string>> {
  // Nothing was pressed since: the same page stands on, and what was typed into it is looked at again before anything is sent.
  if (visit.standing !== name || visit.window !== look.page) {
    visit.typed = new Map()
    visit.used = new Set()
  }
  visit.standing = name
  visit.window = look.page
  for (const notice of noticesOf(look.view)) visit.notices.add(notice)
  await notePage(visit, name, look)
  return ok(name)
}

const unsure = new Set(['portal-changed', 'portal-ambiguous', 'portal-differs', 'portal-outcome-unknown'])

/**
 * Waits until one of the named pages stands (the first is the one expected) and says which; notes it with its picture. Fails with what
 * the page that stands instead tells of, but only after all has come to rest: a page on the way is not taken for the end.
 */
export async function expectPage(visit: Visit, names: readonly string[]): Promise<Result<string>> {
  const began = Date.now()
  let before = ''
  let since: number | null = null
  let problem: Problem | null = null
  let wait = often
  while (Date.now() - began < visit.limits.page) {
    await pause(wait)
    if (windowsOf(visit).length === 0) return { ok: false, problem: windowGone(visit) }
    const loading = visit.traffic.documentsOpen() > 0
    const { hit, newest } = loading ? { hit: null, newest: null } : await search(visit, names)
    const key = hit ? `${hit.name} ${hit.look.page.url()}` : ''
    // Seen twice: a page that is just being replaced does not count.
    if (hit && key === before && visit.traffic.documentsOpen() === 0) return settleOn(visit, hit)
    before = key
    const quiet = visit.traffic.quietFor()
    if (hit || loading || quiet < settled || (visit.traffic.open() > 0 && quiet < longPoll)) {
      since = null
      wait = often
      continue
    }
    since ??= Date.now()
    wait = Math.min(wait * 2, seldom)
    problem = judge(visit, names, newest?.look ?? null, newest?.recognition ?? null)
    const sure = !unsure.has(problem.code) && problem.facts.said !== ''
    if (sure || visit.traffic.failure() || Date.now() - since > visit.limits.patience) {
      await noteStanding(visit, 'unexpected')
      return { ok: false, problem }
    }
  }
  await noteStanding(visit, 'late')
  return { ok: false, problem: problem ?? late(visit, names[0]!) }
}
