import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { fail, ok } from '../../shared/base/result.ts'
import { Secret } from '../../shared/base/secret.ts'
import type { Played, PlayOrder, PlayRecipe } from '../../shared/portal/play-recipe.ts'
import { goodProof } from '../../shared/proof/fixtures/proofs.ts'
import { providers } from '../../shared/provider/index.ts'
import { serveWork, type Works } from './serve-work.ts'
import { startWork } from './start-work.ts'
import { workElsewhere, type WorkProcess } from './work-elsewhere.ts'
import type { FromWork, ToWork } from './work-messages.ts'

/** A pipe in this process: what goes through is cloned, and comes later, as between two. */
function pipe(play: PlayRecipe, draw: Works['draw'] = async () => new Uint8Array()): {
  readonly process: WorkProcess
  readonly die: () => void
  readonly sent: ToWork[]
  readonly killed: () => boolean
} {
  const sent: ToWork[] = []
  let toWork: (message: ToWork) => void = () => undefined
  let fromWork: (message: FromWork) => void = () => undefined
  let gone: () => void = () => undefined
  let killed = false
  serveWork(
    {
      post: (message) => queueMicrotask(() => fromWork(structuredClone(message))),
      onMessage: (heard) => (toWork = heard),
      onGone: () => undefined,
    },
    { play, draw },
  )
  return {
    sent,
    die: () => gone(),
    killed: () => killed,
    process: {
      post: (message) => {
        sent.push(message)
        queueMicrotask(() => toWork(structuredClone(message)))
      },
      onMessage: (heard) => (fromWork = heard),
      onGone: (heard) => {
        const before = gone
        gone = () => (before(), heard())
      },
      kill: () => {
        killed = true
        gone()
      },
    },
  }
}

const recipe = providers.flatMap(({ changes }) => changes)[0]!.recipe
const nothing: Played = { commit: 'not-sent', completed: true, read: {}, pages: [], differences: [], problem: null }

const orderWith = (more: Partial<PlayOrder> = {}): PlayOrder => ({
  ...{ recipe, startUrl: 'https://member.example/', values: { loginName: 'taro' }, browser: { path: null, headed: false } },
  ...{ secrets: { loginPassword: new Secret('Kx7mQ2ab') }, known: [new Secret('Kx7mQ2ab')], evidenceFolder: null },
  ...{ attended: false, ask: async () => null, beforeCommit: async () => ok(), beforeSignIn: async () => ok() },
  ...{ report: () => undefined, stop: new AbortController().signal },
  ...more,
})

describe('a visit in a process of its own', () => {
  test('gets order and passwords whole, and its questions, reports, pictures and leaves go to and fro', async () => {
    const heard: unknown[] = []
    const { process } = pipe(async (order) => {
      order.report('open', 1)
      order.pictured?.({ step: 1, what: 'form', heading: '変更', picture: '01-form.png' })
      const code = await order.ask({ name: 'two-factor-code', kind: 'text', facts: { page: 'p' } })
      const leaves = [await order.beforeSignIn(), await order.beforeCommit()]
      const said = JSON.stringify({
        code,
        leaves,
        secret: order.secrets['loginPassword']?.reveal(),
        known: order.known[0]?.reveal(),
      })
      return { ...nothing, commit: 'sent', read: { said } }
    })
    const played = await workElsewhere(async () => process).play(
      orderWith({
        report: (what, line) => heard.push([what, line]),
        pictured: ({ picture }) => heard.push(picture),
        ask: async ({ name }) => (heard.push(name), '123456'),
        beforeSignIn: async () => fail('attempts-spent', 'later'),
      }),
    )
    expect(heard).toEqual([['open', 1], '01-form.png', 'two-factor-code'])
    expect(JSON.parse(played.read['said']!)).toEqual({
      ...{ code: '123456', secret: 'Kx7mQ2ab', known: 'Kx7mQ2ab' },
      leaves: [{ ok: false, problem: { code: 'attempts-spent', again: 'later', facts: {} } }, { ok: true }],
    })
  })

  test('is told of a wish to stop', async () => {
    const wish = new AbortController()
    const { process } = pipe(
      (order) =>
        new Promise((resolve) => {
          order.stop.addEventListener('abort', () => resolve({ ...nothing, problem: fail('cancelled', 'after-person').problem }))
          order.report('open', 1)
        }),
    )
    const playing = workElsewhere(async () => process).play(orderWith({ stop: wish.signal, report: () => wish.abort() }))
    expect(await playing).toMatchObject({ problem: { code: 'cancelled' } })
  })

  /** A process that hears nothing any more once it has done `first`. The wish to stop comes then. */
  function hanging(first: (order: PlayOrder) => Promise<unknown>) {
    const wish = new AbortController()
    const made = pipe(async (order) => {
      await first(order)
      wish.abort()
      return new Promise(() => undefined)
    })
    const play = (more: Partial<PlayOrder>) =>
      workElsewhere(async () => made.process, { answer: 200, tidying: 300, drawing: 300 }).play(orderWith({ stop: wish.signal, ...more }))
    return { ...made, play }
  }

  test(
    'that answers no more: the person waits no longer, it gets no leave from then on, and is ended',
    { timeout: 20_000 },
    async () => {
      let asks = (): Promise<unknown> => Promise.resolve()
      let left = 0
      const hangs = hanging(async (order) => (asks = order.beforeCommit))
      const begun = performance.now()
      const beforeCommit = async () => {
        left += 1
        return ok()
      }
      expect(await hangs.play({ beforeCommit })).toMatchObject({ commit: 'not-sent', problem: { code: 'cancelled' } })
      expect(performance.now() - begun).toBeLessThan(1_000)
      expect(await asks()).toMatchObject({ ok: false, problem: { code: 'cancelled' } })
      expect(left).toBe(0)
      await expect.poll(hangs.killed).toBe(true)
    },
  )

  test('that answers no more behind its leave for the commit: it may have been sent, and nobody waits for ever', async () => {
    const hangs = hanging((order) => order.beforeCommit())
    const begun = performance.now()
    expect(await hangs.play({})).toMatchObject({ commit: 'sent', completed: false, problem: { code: 'cancelled' } })
    expect(performance.now() - begun).toBeLessThan(1_000)
  })

  test('whose leave is still being written down when the person waits no longer never gets it', async () => {
    let write = (): void => undefined
    const written = new Promise<void>((resolve) => (write = resolve))
    let got: Promise<unknown> = Promise.resolve()
    const hangs = hanging(async (order) => void (got = order.beforeCommit()))
    const playing = hangs.play({ beforeCommit: () => written.then(() => ok()) })
    expect(await playing).toMatchObject({ commit: 'not-sent', problem: { code: 'cancelled' } })
    write()
    expect(await got).toMatchObject({ ok: false, problem: { code: 'cancelled' } })
  })

  test('that dies has sent nothing before it had leave, and perhaps the commit after', async () => {
    const dying = async (withLeave: boolean): Promise<Played> => {
      let die = (): void => undefined
      const made = pipe(async (order) => {
        if (withLeave) await order.beforeCommit()
        die()
        return new Promise(() => undefined)
      })
      die = made.die
      return workElsewhere(async () => made.process).play(orderWith())
    }
    expect(await dying(false)).toMatchObject({ commit: 'not-sent', problem: { code: 'browser-failed', again: 'later' } })
    expect(await dying(true)).toMatchObject({
      commit: 'sent',
      problem: { code: 'portal-outcome-unknown', again: 'after-person' },
    })
  })

  test('that dies under a question takes it back: nobody waits for the answer, and none is written down as the person’s', async () => {
    const made = pipe((order) => order.ask({ name: 'confirm-step', kind: 'yes-no', facts: {} }).then(() => nothing))
    const heard: unknown[] = []
    const ask: PlayOrder['ask'] = (_, withdrawn) =>
      new Promise((resolve) => {
        withdrawn?.addEventListener('abort', () => {
          heard.push('withdrawn')
          resolve(null)
        })
        made.die()
      })
    expect(await workElsewhere(async () => made.process).play(orderWith({ ask }))).toMatchObject({ problem: { code: 'browser-failed' } })
    expect(heard).toEqual(['withdrawn'])
  })

  test('whose leave throws here (the journal cannot be written) gets none, and the throw comes out here', async () => {
    let given: unknown = null
    const { process } = pipe(async (order) => {
      given = await order.beforeCommit()
      return nothing
    })
    const bug = new Error('journal')
    const order = orderWith({ beforeCommit: () => Promise.reject(bug) })
    await expect(workElsewhere(async () => process).play(order)).rejects.toBe(bug)
    expect(given).toMatchObject({ ok: false, problem: { code: 'cancelled' } })
  })

  test('that throws tells where, and not what was in hand', async () => {
    const { process } = pipe(() => Promise.reject(new Error('Kx7mQ2ab')))
    const failed = await workElsewhere(async () => process)
      .play(orderWith())
      .catch((error: unknown) => error)
    expect(failed).toBeInstanceOf(Error)
    expect(`${(failed as Error).message} ${(failed as Error).stack}`).toMatch(/work\.test\.ts/)
    expect(`${(failed as Error).message} ${(failed as Error).stack}`).not.toContain('Kx7mQ2ab')
  })
})

test('a paper that is never drawn is given up, and its process ended', async () => {
  const { process, killed } = pipe(
    async () => nothing,
    () => new Promise(() => undefined),
  )
  const works = workElsewhere(async () => process, { answer: 200, tidying: 300, drawing: 300 })
  await expect(works.draw(goodProof, 'ja')).rejects.toThrow(/working process/)
  expect(killed()).toBe(true)
})

describe('a real process', () => {
  const file = path.join(import.meta.dirname, '..', 'work-process.ts')
  /** Works there, and when each of its processes had ended. */
  function real() {
    const ended: Promise<void>[] = []
    const works = workElsewhere(async () => {
      const started = startWork(file, null, process.env)
      ended.push(new Promise((resolve) => started.onGone(resolve)))
      return started
    })
    return { works, ended }
  }

  test('draws a paper, and ends by itself', async () => {
    const { works, ended } = real()
    const bytes = await works.draw(goodProof, 'ja')
    expect(Buffer.from(bytes).subarray(0, 5).toString()).toBe('%PDF-')
    await Promise.all(ended)
  })

  test('plays a recipe as far as there is a browser for it, and ends by itself', async () => {
    const { works, ended } = real()
    const played = await works.play(orderWith({ browser: { path: path.join(import.meta.dirname, 'no-browser'), headed: false } }))
    expect(played).toMatchObject({ commit: 'not-sent', completed: false, problem: { code: 'browser-missing' } })
    await Promise.all(ended)
  })

  test('that cannot be started is a visit that never was', async () => {
    const works = workElsewhere(async () => startWork(path.join(import.meta.dirname, 'no-script.ts'), null, process.env))
    expect(await works.play(orderWith())).toMatchObject({
      commit: 'not-sent',
      problem: { code: 'browser-failed', again: 'later' },
    })
  })
})
