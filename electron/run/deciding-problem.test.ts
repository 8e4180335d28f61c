import { expect, test } from 'vitest'
import type { Again, ProblemCode } from '../../shared/base/problem.ts'
import type { SignIn } from '../../shared/plan/evidence.ts'
import { decidingProblem } from './probe-servers.ts'

const endpoint = { protocol: 'pop3' as const, host: 'h', port: 995, security: 'tls' as const }
const result = (code: ProblemCode | null, again: Again, sent: boolean, outcome: SignIn['outcome']) => ({
  report: {
    endpoint,
    userName: 'u',
    ok: code === null,
    problem: code && { code, again, facts: {} },
    ms: 1,
    sent,
    mechanism: null,
  },
  signIn: { host: 'h', user: 'u', which: 'new' as const, outcome },
})
const fine = result(null, 'never', true, 'accepted')

test('a refusal decides, whatever else went wrong: nothing is tried again by itself', () => {
  const dropped = result('dropped', 'now', false, 'other')
  const refused = result('sign-in-refused', 'after-person', true, 'refused')
  expect(decidingProblem([dropped, refused])).toMatchObject({ code: 'sign-in-refused', again: 'after-person' })
  expect(decidingProblem([refused, dropped])?.code).toBe('sign-in-refused')
})
test('a password that left and was not accepted is not sent again at once', () => {
  const silent = result('dropped', 'now', true, 'unanswered')
  expect(decidingProblem([fine, silent])).toMatchObject({ code: 'dropped', again: 'later' })
  expect(decidingProblem([result('dropped', 'now', false, 'other'), silent])?.again).toBe('later')
})
test('where nothing was sent, now stays now; where all went well there is no problem', () => {
  expect(decidingProblem([fine, result('dropped', 'now', false, 'other')])?.again).toBe('now')
  expect(decidingProblem([fine, fine])).toBeNull()
})
