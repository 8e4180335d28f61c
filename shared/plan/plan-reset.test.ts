import { expect, test } from 'vitest'
import { runId } from '../base/ids.ts'
import { isKnownLink } from '../provider/known-link.ts'
import { myPikara } from '../provider/my-pikara/facts.ts'
import { plan as schema } from './plan.ts'
import { planReset, type ResetWish } from './plan-reset.ts'

const wish: ResetWish = {
  run: runId.parse('20261120-061503-k3f9'),
  createdAt: '2026-11-20T06:15:03.000Z',
  program: '0.1.0',
  manner: { browser: null, headed: true, attended: true, ca: null, vault: 'os' },
  provider: myPikara,
  recovery: myPikara.recoveries.find(({ link }) => link !== null)!,
  login: 'pk0123456',
  portalUrl: null,
}
const resetOf = (plan: ReturnType<typeof planReset>) => plan.steps.flatMap((step) => (step.kind === 'reset-portal' ? [step] : []))

test('the new password is kept before the link is followed, and the forgotten one is nowhere', () => {
  const plan = planReset(wish)
  expect(schema.parse(JSON.parse(JSON.stringify(plan)))).toEqual(plan)
  expect(plan.steps.map(({ kind }) => kind)).toEqual(['keep-secrets', 'reset-portal'])
  const [keep] = plan.steps
  const next = { run: wish.run, provider: 'my-pikara', for: 'pk0123456', realms: ['portal'], which: 'new' }
  expect(keep!.input).toEqual({ refs: [next] })
  expect(resetOf(plan)[0]!.input.next).toEqual(next)
  expect(plan.logins).toEqual([
    { lane: 'login:my-pikara/portal/pk0123456', provider: 'my-pikara', login: 'pk0123456', realms: ['portal'], notBefore: null },
  ])
  expect([plan.mailboxes, plan.sheets]).toEqual([[], []])
})

test('links begin with the provider’s addresses; with those of a test stand only where one was named', () => {
  const usual = resetOf(planReset(wish))[0]!.input.links
  expect(usual).toEqual(['http://portal.pikara.jp', 'http://s.pikara.jp'])
  expect(isKnownLink('http://127.0.0.1:8080/reset', usual)).toBe(false)
  const stand = resetOf(planReset({ ...wish, portalUrl: 'http://127.0.0.1:8080/home/?x=1' }))[0]!.input.links
  expect(stand).toEqual([...usual, 'http://127.0.0.1:8080'])
  expect(isKnownLink('http://127.0.0.1:8080/reset?key=1', stand)).toBe(true)
  expect(isKnownLink('http://127.0.0.1:80801/reset', stand)).toBe(false)
})
