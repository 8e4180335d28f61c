import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { secretKey, type SecretRef } from '../base/secret.ts'
import { type Endpoint, endpointUrl } from '../mail/endpoint.ts'
import { practice } from '../provider/practice/facts.ts'
import { accountOf, door, foundOf, planOf, profileOf, wishedOf, wishOf } from './fixtures/wishes.ts'
import { makePlan } from './make-plan.ts'
import { nextRef } from './next-ref.ts'
import { plan as planSchema } from './plan.ts'
import { refusedChange } from './plan-change.ts'
import type { PlanWish } from './plan-wish.ts'
import type { Step, StepKind } from './step.ts'

const addresses = ['taro@renshu.example', 'hanako@renshu.example', 'info@renshu.example'] as const
const taro = addresses[0]

const profiles = fc.uniqueArray(
  fc.record({
    name: fc.constantFrom('default', 'second', 'third'),
    has: fc.subarray([...addresses]),
    incoming: fc.constantFrom(
      'pop3://mail.example.jp:110?security=none',
      'pop3s://old.example.jp:995',
      'imap://old.example.jp:143',
    ),
    stored: fc.constantFrom(true, false, 'locked' as const),
    sends: fc.constantFrom('own', 'foreign', 'nothing'),
  }),
  { selector: ({ name }) => name, maxLength: 3 },
)
type Drawn = (typeof profiles extends fc.Arbitrary<infer T> ? T : never)[number]

const profileFrom = ({ name, has, incoming, stored, sends }: Drawn) =>
  profileOf(
    name,
    has.map((address) => {
      const found = foundOf(address, { incoming: door(incoming), storedPassword: stored, storedOutgoingPassword: stored })
      const foreign = { key: 'smtp9', endpoint: door('smtp://other.example.com'), userName: 'somebody', signsIn: true }
      const outgoing = { own: found.outgoing, foreign: { ...foreign, sharesPassword: false }, nothing: null }[sends] ?? null
      return { ...found, outgoing }
    }),
  )

/** Wishes a plan can be made of: any mailboxes, mail programs and manners. */
const wishes: fc.Arbitrary<PlanWish> = fc
  .record({
    boxes: fc.subarray([...addresses], { minLength: 1 }),
    profiles,
    skipPortal: fc.boolean(),
    roundTrip: fc.boolean(),
    proveOldDead: fc.boolean(),
    attended: fc.boolean(),
  })
  .map(({ boxes, profiles: drawn, attended, ...over }) => {
    const base = wishOf()
    return {
      ...base,
      ...over,
      mailboxes: boxes.map((address) => wishedOf(accountOf(address))),
      profiles: drawn.map(profileFrom),
      manner: { ...base.manner, attended },
    }
  })

const every = (check: (steps: readonly Step[], wish: PlanWish) => void): void =>
  fc.assert(
    fc.property(wishes, (wish) => {
      const made = makePlan(wish)
      expect(made).toMatchObject({ ok: true })
      if (made.ok) check(made.value.steps, wish)
    }),
  )

const lanesOf = (steps: readonly Step[]): readonly (readonly Step[])[] => [...Map.groupBy(steps, ({ lane }) => lane).values()]
const is =
  <K extends StepKind>(kind: K) =>
  (step: Step): step is Extract<Step, { kind: K }> =>
    step.kind === kind
const places = (steps: readonly Step[], kind: StepKind): number[] => steps.flatMap((step, at) => (step.kind === kind ? [at] : []))

/** The doors at which a step signs in. */
function doorsOf(step: Step): readonly Endpoint[] {
  if (step.kind === 'keep-secrets' || step.kind === 'reach-servers' || step.kind === 'back-up-client') return []
  if (step.kind === 'rewrite-client' || step.kind === 'prove-client')
    return [step.input.edit.incoming, ...(step.input.edit.outgoing ? [step.input.edit.outgoing.endpoint] : [])]
  const place = 'doors' in step.input ? step.input.doors : step.input
  const { incoming = null, outgoing = null } = place && 'incoming' in place ? place : {}
  return [incoming, outgoing].flatMap((one) => (one ? [one] : []))
}
function refsOf(step: Step): readonly SecretRef[] {
  if (step.kind === 'change-portal') return [step.input.current, step.input.next]
  if (step.kind === 'prove-old-dead') return [step.input.old]
  return 'password' in step.input ? [step.input.password] : []
}

describe('any plan', () => {
  test('is one by its own schema, names each step once, and comes out the same again', () => {
    fc.assert(
      fc.property(wishes, (wish) => {
        const made = makePlan(wish)
        if (!made.ok) throw new Error(JSON.stringify(made.problem))
        expect(planSchema.parse(JSON.parse(JSON.stringify(made.value)))).toEqual(made.value)
        const ids = made.value.steps.map(({ id }) => id)
        expect(new Set(ids).size).toBe(ids.length)
        expect(makePlan(wish)).toEqual(made)
      }),
    )
  })

  test('keeps every password it will use before anything else, old and new', () => {
    every((steps) => {
      const [first, ...rest] = steps
      if (first?.kind !== 'keep-secrets') throw new Error('not kept first')
      expect(first.lane).toBe('')
      const kept = first.input.refs.map(secretKey)
      expect(new Set(kept).size).toBe(kept.length)
      expect(kept).toEqual(expect.arrayContaining(rest.flatMap(refsOf).map(secretKey)))
      expect(rest.some(({ kind, lane }) => kind === 'keep-secrets' || lane === '')).toBe(false)
    })
  })

  test('signs in with the new password and stores that; the old one is used on the site and to show that it is dead', () => {
    every((steps, wish) => {
      for (const { address, password } of wish.mailboxes.map(({ account }) => account)) {
        const lane = steps.filter((step) => step.lane === address)
        for (const step of lane) {
          const old =
            step.kind === 'prove-old-dead' ? [password] : step.kind === 'change-portal' ? [password, nextRef(password)] : null
          const refs = refsOf(step)
          if (refs.length > 0) expect(refs).toEqual(old ?? [nextRef(password)])
        }
      }
    })
  })

  test('one mailbox after the other, each in the same safe order: what changes nothing comes before what does', () => {
    const order: readonly (readonly StepKind[])[] = [
      ['reach-servers'],
      ['back-up-client'],
      ['change-portal'],
      ['probe-servers'],
      ['rewrite-client', 'prove-client'],
      ['round-trip'],
      ['prove-old-dead'],
    ]
    every((steps, wish) => {
      const lanes = lanesOf(steps)
      expect(steps).toEqual(lanes.flat())
      expect(lanes.map(([first]) => first?.lane)).toEqual(['', ...wish.mailboxes.map(({ account }) => account.address)])
      for (const lane of lanes.slice(1)) {
        const ranks = lane.map(({ kind }) => order.findIndex((kinds) => kinds.includes(kind)))
        expect(ranks).toEqual(ranks.toSorted((a, b) => a - b))
        expect(places(lane, 'reach-servers')).toEqual([0])
        expect(places(lane, 'change-portal')).toHaveLength(wish.skipPortal ? 0 : 1)
        expect(places(lane, 'probe-servers')).toHaveLength(1)
        expect(places(lane, 'round-trip')).toHaveLength(wish.roundTrip ? 1 : 0)
        expect(places(lane, 'prove-old-dead')).toHaveLength(wish.proveOldDead ? 1 : 0)
      }
    })
  })

  test('rewrites only what it has copied, and reads back at once what it has rewritten', () => {
    every((steps, wish) => {
      for (const lane of lanesOf(steps).slice(1)) {
        const copies = lane.filter(is('back-up-client'))
        const rewrites = lane.filter(is('rewrite-client'))
        const has = wish.profiles.filter(({ accounts }) => accounts.some(({ address }) => address === lane[0]!.lane))
        expect(rewrites.map(({ input }) => input.edit.folder)).toEqual(has.map(({ folder }) => folder))
        expect(copies.map(({ id }) => id)).toEqual(rewrites.map(({ input }) => input.backup))
        for (const { id, input } of rewrites) {
          expect(copies.find((copy) => copy.id === input.backup)?.input.edit).toEqual(input.edit)
          expect(lane[lane.findIndex((step) => step.id === id) + 1]).toMatchObject({ kind: 'prove-client', input })
        }
      }
    })
  })

  test('takes back by itself what it writes to files, and nothing else; the site is a person’s to change back', () => {
    every((steps) => {
      for (const { kind, undo } of steps)
        expect(undo).toBe(kind === 'rewrite-client' ? 'automatic' : kind === 'change-portal' ? 'by-hand' : 'none')
    })
  })

  test('goes to every door without a password before it signs in there, and never signs in in the clear', () => {
    every((steps) => {
      for (const lane of lanesOf(steps).slice(1)) {
        const reached = lane.filter(is('reach-servers')).flatMap(({ input }) => input.doors.map(endpointUrl))
        expect(new Set(reached).size).toBe(reached.length)
        for (const one of lane.flatMap(doorsOf)) {
          expect(reached).toContain(endpointUrl(one))
          expect(one.security).not.toBe('none')
        }
      }
    })
  })
})

const problemOf = (over: Partial<PlanWish>) => {
  const made = makePlan(wishOf(over))
  return made.ok ? null : made.problem
}
const stepOf = <K extends StepKind>(kind: K, over: Partial<PlanWish> = {}) => planOf(over).steps.find(is(kind))!

describe('the change on the site', () => {
  test('is the recipe’s own, from the old password to the new one, judged at the mailbox’s doors', () => {
    const [change] = practice.changes
    expect(stepOf('change-portal').input).toEqual({
      provider: 'practice',
      realm: 'mail',
      signIn: 'mail',
      proof: 'mail',
      loginSecret: null,
      recipe: { id: change!.recipe.id, version: change!.recipe.version },
      startUrl: change!.startUrl,
      login: 'taro',
      address: taro,
      current: accountOf(taro).password,
      next: nextRef(accountOf(taro).password),
      attended: false,
      doors: { incoming: door('pop3s://mail.example.jp'), outgoing: door('smtp://mail.example.jp'), userName: 'taro' },
    })
  })

  test('runs on another site when told so, and attended when asked for or when nobody has seen the pages', () => {
    expect(
      stepOf('change-portal', { said: { ...wishOf().said, portalUrl: { '': 'http://127.0.0.1:4321/' } } }).input.startUrl,
    ).toBe('http://127.0.0.1:4321/')
    const attended = { ...wishOf().manner, attended: true }
    expect(stepOf('change-portal', { manner: attended }).input.attended).toBe(true)
    const wished = wishedOf(accountOf(taro))
    const change = { ...wished.change!, recipe: { ...wished.change!.recipe, inferred: true } }
    expect(stepOf('change-portal', { mailboxes: [{ ...wished, change }] }).input.attended).toBe(true)
  })

  test('is refused where the site cannot do it, with the way there is instead', () => {
    expect(refusedChange(practice, 'connection')?.problem).toMatchObject({
      code: 'portal-cannot-change',
      again: 'never',
      facts: { realm: 'connection', instead: practice.instead[0]!.text.ja, url: null },
    })
    expect(refusedChange(practice, 'contract')?.problem).toMatchObject({ code: 'portal-cannot-change', facts: { instead: null } })
    expect(refusedChange(practice, 'mail')).toBeNull()
    const wished = wishedOf(accountOf(taro))
    const unopened: Partial<PlanWish> = { mailboxes: [{ ...wished, account: { ...wished.account, login: null } }] }
    expect(problemOf(unopened)?.again).toBe('after-person')
    expect(problemOf({ ...unopened, skipPortal: true })).toBeNull()
  })

  test('by hand already: nothing is planned on the site, and the plan says so', () => {
    const plan = planOf({ skipPortal: true })
    expect(plan.mailboxes.map(({ portal }) => portal)).toEqual(['skipped'])
    expect(plan.steps.filter(is('change-portal'))).toEqual([])
  })
})

describe('a plan is refused while nothing is touched', () => {
  test('when no other old password is known that should be dead', () => {
    expect(problemOf({ proveOldDead: true, oldDiffers: false })).toMatchObject({
      code: 'bad-usage',
      facts: { said: '--prove-old-dead', reason: 'no-new-password' },
    })
  })

  test('when a mailbox stands twice in a profile, or its account is one this program leaves alone', () => {
    const twice = [foundOf(taro), foundOf(taro, { key: 'account2' })]
    expect(problemOf({ profiles: [profileOf('default', twice)] })?.code).toBe('client-account-ambiguous')
    const reason = { code: 'client-locked-setting', again: 'after-person', facts: { setting: 'x' } } as const
    const locked = (why: typeof reason | null) => [profileOf('default', [foundOf(taro, { changeable: false, reason: why })])]
    expect(problemOf({ profiles: locked(reason) })).toEqual(reason)
    expect(problemOf({ profiles: locked(null) })).toMatchObject({ code: 'client-not-changeable', facts: { profile: 'default' } })
    // Also where it is the second mailbox's: no first mailbox is changed before the second is known to be impossible.
    const both = [profileOf('default', [foundOf(addresses[1]), foundOf(taro, { changeable: false, reason })])]
    expect(problemOf({ mailboxes: [accountOf(addresses[1]), accountOf(taro)].map(wishedOf), profiles: both })).toEqual(reason)
  })

  test('when the wished-for door is weaker than what is there, or of another kind', () => {
    const protectedOne = [profileOf('default', [foundOf(taro, { incoming: door('pop3s://mail.example.jp') })])]
    const override = (url: string) => ({ said: { ...wishOf().said, incoming: { '': door(url) } }, profiles: protectedOne })
    expect(problemOf(override('pop3://mail.example.jp?security=none'))?.code).toBe('plaintext-not-allowed')
    expect(problemOf(override('imaps://mail.example.jp'))).toMatchObject({
      code: 'client-not-changeable',
      facts: { reason: 'protocol' },
    })
  })

  test('when nobody names a server, and when a named mail program does not have the mailbox', () => {
    const nowhere = { ...accountOf(taro), incoming: [], outgoing: [] }
    expect(problemOf({ mailboxes: [wishedOf(nowhere)], profiles: [] })).toMatchObject({
      code: 'sheet-incomplete',
      facts: { missing: 'incoming, outgoing', address: taro },
    })
    const others = [profileOf('default', [foundOf('someone@else.example')])]
    expect(problemOf({ profiles: others })).toBeNull()
    expect(problemOf({ profiles: others, clientExpected: true })).toMatchObject({
      code: 'client-account-missing',
      facts: { address: taro },
    })
  })
})

test('a person is shown every setting that will change, and no value of a password', () => {
  const [mailbox] = planOf().mailboxes
  expect(mailbox?.clients).toEqual([
    {
      client: 'thunderbird',
      profile: 'default',
      folder: '/profiles/default',
      changes: [
        { setting: 'incoming.port', from: '110', to: '995' },
        { setting: 'incoming.security', from: 'none', to: 'tls' },
        { setting: 'outgoing.port', from: '25', to: '587' },
        { setting: 'outgoing.security', from: 'none', to: 'starttls' },
        { setting: 'password', from: 'stored', to: 'new' },
        { setting: 'outgoing.password', from: 'stored', to: 'new' },
      ],
    },
  ])
})
