import { describe, expect, it } from 'vitest'
import { ok } from '../../shared/base/result.ts'
import { calls, type Handlers } from '../../shared/ipc/contract.ts'
import { answerCall, isOwnPage } from './router.ts'

const page = { senderFrame: { url: 'app://bundle/index.html', parent: null } }
// Every call answers with its own name: a router that mixes two of them up is seen.
const handlers = Object.fromEntries(
  Object.keys(calls).map((name) => [name, () => Promise.resolve(ok({ name }))]),
) as unknown as Handlers
const nothing = () => undefined

it.each([
  ['app://bundle/index.html', true],
  ['app://bundle/', true],
  ['app://bundle.example/index.html', false],
  ['app://bundlex/', false],
  ['app://other/index.html', false],
  ['https://bundle/index.html', false],
  ['file:///index.html', false],
  ['about:blank', false],
  ['', false],
  ['app://user@bundle/', true],
  ['app:bundle/index.html', false],
])('isOwnPage %j is %j', (url, own) => expect(isOwnPage(url)).toBe(own))

describe('answerCall', () => {
  it('answers our own page', async () => {
    expect(await answerCall(handlers, nothing, page, 'about', {})).toEqual({ ok: true, value: { name: 'about' } })
  })

  it.each([
    ['another page', { senderFrame: { url: 'https://member.example.jp/', parent: null } }],
    ['a frame in our page', { senderFrame: { url: 'app://bundle/index.html', parent: {} } }],
    ['a frame that is gone', { senderFrame: null }],
  ])('refuses %s', async (_, sender) => {
    expect(await answerCall(handlers, nothing, sender, 'about', {})).toMatchObject({
      ok: false,
      problem: { facts: { reason: 'foreign-sender' } },
    })
  })

  it.each(['nothing', 'toString', '__proto__', 'constructor', 7, null, undefined, {}])('refuses the call %j', async (name) => {
    expect(await answerCall(handlers, nothing, page, name, {})).toMatchObject({
      ok: false,
      problem: { facts: { reason: 'unknown-call' } },
    })
  })

  it.each([undefined, null, 'x', [], { password: 'geheim' }])('refuses the input %j and does not repeat it', async (raw) => {
    const answer = await answerCall(handlers, nothing, page, 'about', raw)
    expect(answer).toMatchObject({ ok: false, problem: { code: 'bad-usage', facts: { reason: 'input', call: 'about' } } })
    expect(JSON.stringify(answer)).not.toContain('geheim')
  })

  it('turns a stray throw into a problem with the reference the log has', async () => {
    const reports: [string, unknown][] = []
    const bug = new Error('geheim')
    const answer = await answerCall(
      { ...handlers, about: () => Promise.reject(bug) },
      (...report) => reports.push(report),
      page,
      'about',
      {},
    )
    expect(reports).toEqual([[expect.stringMatching(/^[0-9a-f]{8}$/), bug]])
    expect(answer).toEqual({ ok: false, problem: { code: 'unexpected', again: 'never', facts: { reference: reports[0]?.[0] } } })
  })
})
