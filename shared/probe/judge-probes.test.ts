import { describe, expect, it } from 'vitest'
import type { ProblemCode } from '../base/problem.ts'
import type { Protocol } from '../mail/endpoint.ts'
import { judgePassword, judgeProbes } from './judge-probes.ts'
import { probeReport, type ProbeReport } from './probe.ts'

const report = (protocol: Protocol, code: ProblemCode | null): ProbeReport =>
  probeReport.parse({
    endpoint: { protocol, host: 'mail.example.jp', port: 995, security: 'tls' },
    userName: 'taro',
    ok: code === null,
    problem: code === null ? null : { code, again: 'later', facts: {} },
    ms: 1,
    sent: true,
    mechanism: null,
  })

describe('all reports together', () => {
  it.each([
    [[report('pop3', null), report('smtp', null)], 'ready', null],
    [[report('pop3', null), report('smtp', 'busy')], 'cannot-tell', 'busy'],
    [[report('pop3', 'busy'), report('smtp', 'sign-in-refused')], 'not-ready', 'sign-in-refused'],
    [[report('pop3', 'tls-expired'), report('smtp', null)], 'not-ready', 'tls-expired'],
    [[report('pop3', 'in-use'), report('smtp', null)], 'cannot-tell', 'in-use'],
    [[], 'cannot-tell', null],
  ] as const)('%#', (reports, standing, code) => {
    const judged = judgeProbes(reports)
    expect([judged.standing, judged.problem?.code ?? null]).toEqual([standing, code])
  })
})

describe('the password alone', () => {
  it.each([
    [[report('pop3', null), report('smtp', 'busy')], 'accepted'],
    [[report('pop3', 'in-use'), report('smtp', 'dropped')], 'accepted'],
    [[report('smtp', 'in-use')], 'unknown'],
    [[report('pop3', 'sign-in-refused'), report('smtp', 'dropped')], 'refused'],
    [[report('pop3', 'sign-in-refused'), report('smtp', null)], 'unknown'],
    [[report('pop3', 'must-change-password')], 'unknown'],
    [[], 'unknown'],
  ] as const)('%#', (reports, expected) => expect(judgePassword(reports)).toBe(expected))
})
