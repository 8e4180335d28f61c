import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Problem } from '../../shared/base/problem.ts'
import { fail } from '../../shared/base/result.ts'
import { signInsOf } from '../../shared/journal/attempts.ts'
import type { Journal } from '../../shared/journal/entry.ts'
import { planOf } from '../../shared/plan/fixtures/wishes.ts'
import type { StepOf } from '../../shared/plan/step.ts'
import type { PlayOrder, Played } from '../../shared/portal/play-recipe.ts'
import type { ProbeOrder, ProbeReport } from '../../shared/probe/probe.ts'
import { findChange } from '../../shared/provider/find-change.ts'
import { practice } from '../../shared/provider/practice/facts.ts'
import { changePortal } from './change-portal.ts'
import type { ByHandNeeds } from './by-hand.ts'
import type { ChangeNeeds } from './prove-old.ts'
import { contextFrom, memoryJournal, type Person, vaultWith } from './fixtures/memory-journal.ts'

const plan = planOf({ said: { incoming: {}, outgoing: {}, portalUrl: { '': 'http://127.0.0.1:4321/start' } } })
const step = plan.steps.find((one): one is StepOf<'change-portal'> => one.kind === 'change-portal')!
const passwords = { old: 'Alt-12345', new: 'Neu-67890' }
const limit = { most: 3, hours: 24 }

/** What the member site does with the form, and what it says afterwards. */
const sites = {
  'changes it': { does: true, says: null },
  'changes it behind an error page': { does: true, says: 'portal-outcome-unknown' },
  'does nothing and says done': { does: false, says: null },
  'does nothing behind an error page': { does: false, says: 'portal-outcome-unknown' },
  'refuses it in words': { does: false, says: 'portal-rule-refused' },
  'refuses the sign-in': { does: false, says: 'portal-sign-in-refused' },
  'is not there': { does: false, says: 'portal-unreachable' },
} as const
type Site = keyof typeof sites
type Door = 'answers' | 'silent' | 'no line'

interface World {
  readonly site: Site
  readonly incoming?: Door
  readonly outgoing?: Door
  /** Sign-ins at the mail servers until they follow a change of the site. */
  readonly follows?: number
  readonly effectMs?: number
  /** Sign-ins after which no door answers any more. */
  readonly silentAfter?: number
  /** The machine dies right after the form has left. */
  readonly dies?: boolean
}

const problemOf = (code: Problem['code']): Problem => fail(code, 'after-person', { said: 'words of the site' }).problem
const killed = new Error('killed')

/** One provider whose mail servers know one password, and the performer that meets it. Every sign-in takes a millisecond. */
function meet(world: World) {
  const journal: Journal = memoryJournal(plan)
  const played: PlayOrder[] = []
  const asked: { readonly which: string; readonly ok: boolean; readonly sent: boolean }[] = []
  const seen: ChangeNeeds['seen'] = []
  let inForce: 'old' | 'new' = 'old'
  let sinceChange = 0
  let commits = 0
  let clock = Date.parse(journal.entries()[0]!.at)

  const probe = async (order: ProbeOrder): Promise<ProbeReport> => {
    clock += 1
    if (inForce === 'new') sinceChange += 1
    const { endpoint, userName } = order
    const gone = asked.length >= (world.silentAfter ?? Infinity)
    const door = gone ? 'silent' : ((endpoint.protocol === 'smtp' ? world.outgoing : world.incoming) ?? 'answers')
    const atDoor = inForce === 'new' && sinceChange > (world.follows ?? 0) ? 'new' : 'old'
    const ok = door === 'answers' && order.password.reveal() === passwords[atDoor]
    const code = { answers: 'sign-in-refused', silent: 'server-silent', 'no line': 'offline' } as const
    const which = order.password.reveal() === passwords.new ? 'new' : 'old'
    const sent = door !== 'no line'
    expect(journal.entries().at(-1)).toMatchObject({ kind: 'intended', act: { kind: 'sign-in', signIn: { which } } })
    asked.push({ which, ok, sent })
    return { endpoint, userName, ok, problem: ok ? null : problemOf(code[door]), ms: 1, sent, mechanism: 'AUTH PLAIN' }
  }

  const play = async (order: PlayOrder): Promise<Played> => {
    played.push(order)
    const { does, says } = sites[world.site]
    const page = (what: string, picture: string | null) => ({ step: 1, what, heading: what, picture })
    const end = (commit: Played['commit'], problem: Problem | null, pages: Played['pages'] = []): Played => {
      const completed = problem === null
      return { commit, completed, read: completed ? { receipt: 'K-1' } : {}, pages, differences: [], problem }
    }
    if (says === 'portal-unreachable') return end('not-sent', problemOf(says))
    const mayEnter = await order.beforeSignIn()
    if (!mayEnter.ok) return end('not-sent', mayEnter.problem)
    if (says === 'portal-sign-in-refused') return end('not-sent', problemOf(says))
    const maySend = await order.beforeCommit()
    if (!maySend.ok) return end('not-sent', maySend.problem, [page('user', null)])
    // The order that matters: on disk first, then the click.
    expect(journal.entries().at(-1)).toMatchObject({ kind: 'intended', step: step.id, act: { kind: 'commit' } })
    commits += 1
    if (does) inForce = 'new'
    if (world.dies) throw killed
    return end('sent', says && problemOf(says), [page('user', 'page-1.png')])
  }

  const needs: ChangeNeeds & ByHandNeeds = {
    guide: { openPage: async () => false, copy: async () => null, show: null },
    probe,
    play,
    vault: vaultWith([
      [step.input.current, passwords.old],
      [step.input.next, passwords.new],
    ]),
    ca: undefined,
    limit,
    spent: async () => signInsOf(journal.entries(), seen),
    seen,
    now: () => clock,
    past: async () => [],
    replaced: async () => null,
    changeOf: (_provider, realm) => {
      const change = findChange(practice, realm)
      return change && { ...change, effectSeconds: (world.effectMs ?? 0) / 1000 }
    },
    browser: { path: null, headed: () => false },
    evidenceFolder: '/data/runs/1/evidence',
    attended: false,
  }
  return {
    journal,
    played,
    asked,
    commits: () => commits,
    inForce: () => inForce,
    look: (person?: Person) => changePortal(needs).look(step, contextFrom(plan, step, journal, person)),
    perform: async (person?: Person, more: Partial<ChangeNeeds> = {}) => {
      const context = contextFrom(plan, step, journal, person)
      await journal.append({ kind: 'intended', step: step.id, act: { kind: 'step' } })
      return changePortal({ ...needs, ...more }).perform(step, context)
    },
  }
}

const door: fc.Arbitrary<Door> = fc.constantFrom('answers', 'answers', 'silent', 'no line')
const worlds: fc.Arbitrary<World> = fc.record({
  site: fc.constantFrom(...(Object.keys(sites) as Site[])),
  incoming: door,
  outgoing: door,
  follows: fc.nat(6),
  effectMs: fc.nat(4),
  silentAfter: fc.oneof(fc.constant(99), fc.nat(5)),
  dies: fc.boolean(),
})

/** The whole way of one step: look, perform unless nothing is to do, and, where the machine died, the look of the process after it. */
async function wholeWay(world: World) {
  const met = meet(world)
  expect(await met.look()).toEqual({ verdict: 'to-do', problem: null, evidence: null })
  expect(met.asked).toEqual([])
  const result = await met.perform().catch((error: unknown) => {
    if (error !== killed) throw error
    return null
  })
  return { ...met, result, shown: result ?? (await met.look()) }
}

describe('whatever site and mail servers do', () => {
  test('the form is sent at most once, the verdict is what a live sign-in has shown, and no password is written', async () => {
    await fc.assert(
      fc.asyncProperty(worlds, async (world) => {
        const { shown, asked, commits, inForce, journal, played } = await wholeWay(world)
        expect(commits()).toBe(['refuses the sign-in', 'is not there'].includes(world.site) ? 0 : 1)
        expect(played).toHaveLength(1)
        const outcome = shown.evidence!.portal!.outcome
        const [gotIn, gotInOld] = (['new', 'old'] as const).map((which) => asked.some((one) => one.which === which && one.ok))
        if (commits() === 0) expect([outcome, asked]).toEqual(['unchanged', []])
        else if (outcome === 'changed') expect([gotIn, inForce()]).toEqual([true, 'new'])
        else if (outcome === 'unchanged') {
          expect([gotIn, gotInOld]).toEqual([false, true])
          // Only servers that follow later than their provider says can make this wrong: two looks, and one each millisecond of patience.
          expect(inForce() === 'old' || world.follows! >= 2 + world.effectMs!).toBe(true)
        } else expect(gotIn).toBe(false)
        const toldOf = JSON.stringify([shown, journal.entries()])
        for (const password of Object.values(passwords)) expect(toldOf).not.toContain(password)
      }),
    )
  })

  test('no password is refused, or left without an answer, more often than the provider endures', async () => {
    await fc.assert(
      fc.asyncProperty(worlds, async (world) => {
        const { asked } = await wholeWay(world)
        expect(asked.filter(({ ok, sent }) => sent && !ok).length).toBeLessThanOrEqual(limit.most)
      }),
    )
  })

  test('after a commit no look says that it is still to do, however often it is looked', async () => {
    await fc.assert(
      fc.asyncProperty(worlds, async (world) => {
        const met = meet({ ...world, dies: true })
        await met.perform().catch(() => null)
        if (met.commits() === 0) return
        for (let turn = 0; turn < 3; turn += 1) {
          const looked = await met.look()
          expect(looked.verdict).not.toBe('to-do')
          expect(looked.verdict === 'done').toBe(looked.evidence!.portal!.outcome === 'changed')
          await met.journal.append({ kind: 'looked', step: step.id, ...looked })
        }
        expect(met.commits()).toBe(1)
      }),
    )
  })
})

describe('the visit', () => {
  test('gets the names and passwords of the step, and a picture folder of its own try', async () => {
    const { played, perform } = meet({ site: 'changes it' })
    const result = await perform()
    expect(played[0]).toMatchObject({
      startUrl: 'http://127.0.0.1:4321/start',
      values: { loginName: 'taro', address: 'taro@renshu.example', userName: 'taro' },
      evidenceFolder: '/data/runs/1/evidence/mailbox-1-try-1',
      attended: false,
    })
    expect(Object.entries(played[0]!.secrets).map(([name, secret]) => [name, secret.reveal()])).toEqual([
      ['loginPassword', passwords.old],
      ['currentPassword', passwords.old],
      ['newPassword', passwords.new],
    ])
    expect(new Set(played[0]!.known.map((secret) => secret.reveal()))).toEqual(new Set([passwords.old, passwords.new]))
    expect(result).toMatchObject({
      ok: true,
      evidence: {
        portal: {
          outcome: 'changed',
          receipt: 'K-1',
          completed: true,
          pages: [{ what: 'user', picture: 'evidence/mailbox-1-try-1/page-1.png' }],
        },
        signIns: [
          { host: '127.0.0.1:4321', user: 'taro', which: 'old', outcome: 'accepted' },
          { host: 'mail.example.jp', user: 'taro', which: 'new', outcome: 'accepted' },
        ],
      },
    })
  })

  test('is not begun without its recipe or its passwords', async () => {
    const { played, perform } = meet({ site: 'changes it' })
    expect(await perform({}, { changeOf: () => null })).toMatchObject({ ok: false, problem: { code: 'portal-cannot-change' } })
    expect(await perform({}, { vault: vaultWith([[step.input.current, passwords.old]]) })).toMatchObject({
      ok: false,
      problem: { code: 'secret-missing' },
    })
    expect(played).toEqual([])
  })

  test('ends before the form when the person wishes to stop, and before the sign-in when the site has refused often enough', async () => {
    const wish = new AbortController()
    wish.abort()
    const stopped = meet({ site: 'changes it' })
    expect(await stopped.perform({ stop: wish.signal })).toMatchObject({
      ok: false,
      problem: { code: 'cancelled' },
      evidence: { portal: { outcome: 'unchanged', commit: 'not-sent' } },
    })
    const refused = meet({ site: 'refuses the sign-in' })
    const spent = async () =>
      Array.from({ length: 3 }, () => ({
        host: '127.0.0.1:4321',
        user: 'taro',
        which: 'old' as const,
        outcome: 'refused' as const,
        at: Date.UTC(2026, 10, 20, 6),
      }))
    expect(await refused.perform({}, { spent })).toMatchObject({ ok: false, problem: { code: 'attempts-spent' } })
    expect([stopped.commits(), refused.commits()]).toEqual([0, 0])
    expect(refused.journal.entries().some((one) => one.kind === 'intended' && one.act.kind === 'sign-in')).toBe(false)
  })

  test('books a refused sign-in as refused, and asks no mail server: nothing can have changed', async () => {
    const { perform, asked } = meet({ site: 'refuses the sign-in' })
    expect(await perform()).toMatchObject({
      ok: false,
      problem: { code: 'portal-sign-in-refused', again: 'after-person' },
      evidence: { signIns: [{ host: '127.0.0.1:4321', user: 'taro', which: 'old', outcome: 'refused' }] },
    })
    expect(asked).toEqual([])
  })
})

describe('the verdict', () => {
  const problemAfter = async (world: World) => {
    const met = meet(world)
    const result = await met.perform()
    return { ...met, problem: result.ok ? null : result.problem, result }
  }

  test('a refusal in the site’s own words is not waited for, is its own, and is not tried again', async () => {
    const { problem, asked } = await problemAfter({ site: 'refuses it in words', effectMs: 4 })
    expect(problem).toMatchObject({ code: 'portal-rule-refused', again: 'never', facts: { said: 'words of the site' } })
    expect(asked.map(({ which }) => which)).toEqual(['new', 'old'])
  })

  test('a completion page is no proof', async () => {
    const { problem, result } = await problemAfter({ site: 'does nothing and says done', effectMs: 2 })
    expect(problem).toMatchObject({ code: 'portal-no-effect', again: 'never' })
    expect(result.evidence?.portal).toMatchObject({ outcome: 'unchanged', completed: true, receipt: 'K-1' })
  })

  test('an error page is no disproof', async () => {
    const { result } = await problemAfter({ site: 'changes it behind an error page' })
    expect(result).toMatchObject({ ok: true, evidence: { portal: { outcome: 'changed', completed: false, receipt: null } } })
  })

  test('servers that follow late are waited for by the old password; the new one is tried again once, when that is refused', async () => {
    const { problem, asked } = await problemAfter({ site: 'changes it', follows: 4, effectMs: 4 })
    expect(problem).toBeNull()
    expect(asked.map(({ which, ok }) => `${which} ${ok ? 'opens' : 'refused'}`)).toEqual([
      'new refused',
      'old opens',
      'old opens',
      'old opens',
      'old refused',
      'new opens',
    ])
  })

  test('a door that refuses both passwords, or falls silent while it is waited for, is asked no more, and leaves the question open', async () => {
    const refusing = await problemAfter({ site: 'changes it', follows: 1, effectMs: 4 })
    expect(refusing.problem).toMatchObject({ code: 'portal-outcome-unknown' })
    expect(refusing.asked.map(({ which }) => which)).toEqual(['new', 'old'])
    const silent = await problemAfter({ site: 'changes it', follows: 9, effectMs: 4, silentAfter: 3 })
    expect(silent.problem).toMatchObject({ code: 'portal-outcome-unknown' })
    expect(silent.asked.map(({ which }) => which)).toEqual(['new', 'old', 'old', 'old'])
  })

  test('a silent incoming door leaves the question to the outgoing one; two silent ones leave it open', async () => {
    expect((await problemAfter({ site: 'changes it', incoming: 'silent' })).problem).toBeNull()
    const open = await problemAfter({ site: 'changes it', incoming: 'silent', outgoing: 'silent' })
    expect(open.problem).toMatchObject({ code: 'portal-outcome-unknown', again: 'later', facts: { login: 'taro' } })
    // The old password was never sent to a door that had not refused the new one.
    expect(open.asked.map(({ which }) => which)).toEqual(['new', 'new'])
  })

  test('after a crash keeps the receipt of the try before', async () => {
    const met = meet({ site: 'changes it' })
    const result = await met.perform()
    await met.journal.append({ kind: 'failed', step: step.id, problem: problemOf('dropped'), evidence: result.evidence })
    expect(await met.look()).toMatchObject({
      verdict: 'done',
      evidence: { portal: { receipt: 'K-1', pages: [{ what: 'user' }] } },
    })
  })
})

describe('the browser', () => {
  const change = findChange(practice, 'mail')!
  const inferred = { changeOf: () => ({ ...change, recipe: { ...change.recipe, inferred: true } }) }
  // A desk with a screen: shown where somebody goes along.
  const browser = { path: null, headed: (attended: boolean) => attended }
  test.each<[string, Partial<ChangeNeeds>, boolean]>([
    ['is not shown where nobody goes along', {}, false],
    ['is shown where each press is asked about', { attended: true }, true],
    ['is shown for a recipe written without having seen the pages', inferred, true],
  ])('%s', async (_name, more, shown) => {
    const met = meet({ site: 'changes it' })
    await met.perform(undefined, { ...more, browser })
    expect(met.played.map((order) => [order.browser.headed, order.attended])).toEqual([[shown, shown]])
  })
})
