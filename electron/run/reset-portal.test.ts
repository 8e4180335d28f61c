import { expect, test } from 'vitest'
import { fail } from '../../shared/base/result.ts'
import { runId } from '../../shared/base/ids.ts'
import { planReset } from '../../shared/plan/plan-reset.ts'
import type { StepOf } from '../../shared/plan/step.ts'
import type { PlayOrder, Played } from '../../shared/portal/play-recipe.ts'
import { findProvider, providers } from '../../shared/provider/index.ts'
import { contextFrom, memoryJournal, vaultWith } from './fixtures/memory-journal.ts'
import { type RecoveryOrder, requestRecovery } from './request-recovery.ts'
import { resetPortal, type ResetNeeds } from './reset-portal.ts'

const provider = providers.find(({ recoveries }) => recoveries.some(({ link }) => link !== null))!
const recovery = provider.recoveries.find(({ link }) => link !== null)!
const known = recovery.link!.beginsWith[0]!
const authority = '-----BEGIN CERTIFICATE-----'

/** A player that writes down its orders and gets nowhere. */
function player() {
  const orders: PlayOrder[] = []
  const play = async (order: PlayOrder): Promise<Played> => {
    orders.push(order)
    const { problem } = fail('portal-unreachable', 'later')
    return { commit: 'not-sent', completed: false, read: {}, pages: [], differences: [], problem }
  }
  return { orders, play }
}

const request: RecoveryOrder = {
  recovery,
  portalUrl: null,
  manner: { browser: null, headed: false, attended: false, ca: authority },
  ask: async () => true,
  report: () => undefined,
  stop: new AbortController().signal,
}

test('a request is shown on a screen, where there is one and nobody wants it otherwise', async () => {
  const { orders, play } = player()
  await requestRecovery({ play, screen: true }, request)
  await requestRecovery({ play, screen: false }, request)
  await requestRecovery({ play, screen: true }, { ...request, manner: { ...request.manner, headless: true } })
  expect(orders.map(({ browser }) => browser.headed)).toEqual([true, false, false])
})

test('a request trusts the further authority the person named', async () => {
  const { orders, play } = player()
  await requestRecovery({ play, screen: false }, request)
  expect(orders.map(({ ca, startUrl, attended }) => [ca, startUrl, attended])).toEqual([[authority, recovery.startUrl, true]])
})

test('behind the link it is trusted, too: for the site itself, since the link begins in the clear', async () => {
  const { orders, play } = player()
  const plan = planReset({
    run: runId.parse('20261120-061503-k3f9'),
    createdAt: '2026-11-20T06:15:03.000Z',
    program: '0.1.0',
    manner: { browser: null, headed: true, attended: true, ca: authority, vault: 'os' },
    provider,
    recovery,
    login: 'pk0123456',
    portalUrl: null,
  })
  const step = plan.steps.find((one): one is StepOf<'reset-portal'> => one.kind === 'reset-portal')!
  const needs: ResetNeeds = {
    probe: async () => {
      throw new Error('no mail server is asked')
    },
    play,
    vault: vaultWith([[step.input.next, 'Neu-67890']]),
    ca: authority,
    limit: { most: 3, hours: 24 },
    spent: async () => [],
    seen: [],
    now: () => 0,
    past: async () => [],
    replaced: async () => null,
    changeOf: () => null,
    recoveryOf: (id, wanted) => findProvider(id)?.recoveries.find((one) => one.id === wanted) ?? null,
    browser: { path: null, headed: () => true },
    evidenceFolder: null,
    attended: true,
  }
  const journal = memoryJournal(plan)
  const link = `${known}/reset?key=rehearsal`
  await resetPortal(needs).perform(step, contextFrom(plan, step, journal, { answer: () => link }))
  expect(orders.map(({ ca, startUrl, siteUrl }) => [ca, startUrl, siteUrl])).toEqual([[authority, link, recovery.startUrl]])
  expect([known.startsWith('http://'), recovery.startUrl.startsWith('https://')]).toEqual([true, true])
})
