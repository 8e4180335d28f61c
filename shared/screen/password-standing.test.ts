import { expect, test } from 'vitest'
import { goodProof, goodMailbox } from '../proof/fixtures/proofs.ts'
import type { Proof } from '../proof/proof.ts'
import { passwordStanding } from './password-standing.ts'

const [one, other] = ['one@example.jp', 'other@example.jp']
const proofWith = (portal: Proof['mailboxes'][number]['portal'], outcome: Proof['outcome'] = 'done'): Proof => ({
  ...goodProof,
  outcome,
  mailboxes: [
    { ...goodMailbox(one), portal },
    { ...goodMailbox(other), portal: 'unchanged' },
  ],
})
const both = (proof: Proof, whose: string) =>
  (['old', 'new'] as const).map((which) => passwordStanding(proof, { for: whose, which }))

test.each([
  ['changed', 'done', ['before', 'in-force']],
  ['unchanged', 'stopped', ['in-force', 'not-yet']],
  ['unknown', 'unknown', ['unclear', 'unclear']],
  ['skipped', 'done', ['before', 'in-force']],
  ['skipped', 'unfinished', ['unclear', 'unclear']],
] as const)('where the password is %s (%s), old and new stand as %j', (portal, outcome, standing) => {
  expect(both(proofWith(portal, outcome), one)).toEqual(standing)
})

test('of two mailboxes each has its own: nobody is told to write down a password that never came into force', () => {
  expect(both(proofWith('changed'), other)).toEqual(['in-force', 'not-yet'])
})

test('what only signs in is as it was; a new one nobody has a line for cannot be told', () => {
  expect(both(proofWith('changed'), 'member-7')).toEqual(['in-force', 'unclear'])
})
