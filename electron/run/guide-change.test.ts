import { beforeEach, describe, expect, test } from 'vitest'
import { houseOn, type OneSite } from '../../e2e/fakes/one-site.ts'
import type { Answer, Question } from '../../shared/base/ask.ts'
import { runId } from '../../shared/base/ids.ts'
import { fail } from '../../shared/base/result.ts'
import type { WrittenEntry } from '../../shared/journal/entry.ts'
import { openProblems, portalOutcomeOf, runOutcome } from '../../shared/journal/run-outcome.ts'
import { mailbox, site as provider, wish } from '../../shared/plan/fixtures/site-wishes.ts'
import type { Plan } from '../../shared/plan/plan.ts'
import type { Provider } from '../../shared/provider/provider.ts'
import { sayQuestion } from '../../shared/words/questions.ts'

const taro = 'taro@ca.site.example'
const quick: Provider = {
  ...provider,
  changes: provider.changes.map((change) => ({ ...change, effectSeconds: 0, proveOldFirst: false })),
}
const mine = { ...mailbox(taro), provider: quick, change: quick.changes[0]! }
const guided = wish({ guided: true, mailboxes: [mine] })
const automatic = wish({ mailboxes: [mine] })

let site: OneSite
let asked: Question[]
let copied: string[]
let shown: string[]
let opened: string[]
/** What the person says and does when asked. */
let person: (question: Question) => Answer
/** The mail server says nothing. */
let silent: boolean
let play: 'as-it-is' | 'drifted' | 'differs'
let house: ReturnType<typeof houseOn>

const newPassword = `new ${taro}`
/** The person changes the password on the site, whatever is told. */
const change = (password = newPassword): void => void site.inForce.set(taro, password)
const isLast = ({ name, facts }: Question): boolean => name === 'acted-by-hand' && facts['step'] === facts['steps']

function furnish(clipboard: boolean, screen = false) {
  return houseOn(site, [quick], {
    ask: async (question) => {
      asked.push(question)
      return person(question)
    },
    hands: {
      guide: {
        openPage: async (url) => (opened.push(url), true),
        copy: async (value) => {
          if (!clipboard) return null
          copied.push(value.reveal())
          return async () => void copied.push('taken back')
        },
        show: screen ? (_what, value) => void shown.push(value.reveal()) : null,
      },
      probe: async ({ endpoint, userName, password }) => {
        const which = password.reveal().startsWith('new') ? 'new' : 'old'
        const ok = !silent && site.inForce.get(userName) === password.reveal()
        const code = silent ? 'server-silent' : 'sign-in-refused'
        site.seen.push(`mail ${which} ${silent ? 'silent' : ok ? 'ok' : 'refused'}`)
        const problem = ok ? null : fail(code, 'after-person').problem
        return { endpoint, userName, ok, problem, ms: 1, sent: true, mechanism: 'PLAIN' }
      },
      play: async (order) => {
        if (play === 'drifted') {
          await order.beforeSignIn()
          const { problem } = fail('portal-changed', 'after-person', { control: '変更する' })
          const page = { step: 5, what: 'user', heading: '利用者画面', picture: null }
          return { commit: 'not-sent', completed: false, read: {}, pages: [page], differences: [], problem }
        }
        if (play === 'differs') {
          const { problem } = fail('portal-differs', 'after-person', { expected: taro, found: 'taro@md.site.example' })
          return { commit: 'not-sent', completed: false, read: {}, pages: [], differences: [], problem }
        }
        throw new Error('the program went to the site by itself')
      },
    },
  })
}

beforeEach(() => {
  site = {
    manner: 'at-once',
    clock: Date.UTC(2026, 10, 20, 3),
    inForce: new Map([
      ['member-7', 'old site'],
      [taro, 'old mail'],
    ]),
    onPaper: new Map(),
    seen: [],
  }
  ;[asked, copied, shown, opened] = [[], [], [], []]
  silent = false
  play = 'as-it-is'
  person = ({ name }) => name !== 'try-again'
  house = furnish(true)
})

const standing = (plan: Plan, state: Parameters<typeof runOutcome>[1]) =>
  [runOutcome(plan, state), portalOutcomeOf(plan, state, taro), openProblems(plan, state)[0]?.code ?? null] as const
/** The entries of the change, in short. */
const told = (entries: readonly WrittenEntry[]): readonly string[] =>
  entries.flatMap((entry) => {
    if (!('step' in entry) || !entry.step?.includes('change')) return []
    if (entry.kind === 'intended')
      return [entry.act.kind === 'commit' ? `commit by ${entry.act.by ?? 'program'}` : entry.act.kind]
    return [entry.kind === 'asked' ? `asked ${entry.question}` : entry.kind]
  })

describe('the person acts', () => {
  test('is told every line, handed what to type, and believed by the live sign-in only', async () => {
    person = (question) => (isLast(question) && change(), true)
    const plan = house.planned(guided)
    const { state, entries } = await house.carryOn(plan)
    expect(standing(plan, state)).toEqual(['done', 'changed', null])
    expect(opened).toEqual([quick.changes[0]!.startUrl])
    expect(asked.map(({ facts }) => `${facts['step']}/${facts['steps']}`)).toEqual(
      asked.map((_question, at) => `${at + 1}/${asked.length}`),
    )
    expect(asked[1]!.facts).toMatchObject({
      say: expect.stringMatching(/を押してください/),
      sayEn: expect.stringMatching(/^.*[Pp]ress/),
    })
    const values = copied.filter((value) => value !== 'taken back')
    expect(values).toEqual(['member-7', 'old site', 'old mail', newPassword, newPassword])
    expect(copied.slice(values.length)).toEqual(values.map(() => 'taken back'))
    expect(site.seen[0]).toBe('mail new ok')
    expect(JSON.stringify(entries)).not.toMatch(/old site|old mail|new taro/)
  })
  test('the journal knows that the new password was handed out before it is', async () => {
    const { entries } = await house.carryOn(house.planned(guided))
    const lines = told(entries)
    const at = lines.indexOf('commit by person')
    const given = entries.findIndex((entry) => entry.kind === 'asked' && /新しいパスワード」/.test(String(entry.facts['say'])))
    const noted = entries.findIndex((entry) => entry.kind === 'intended' && entry.act.kind === 'commit')
    expect(lines.slice(0, 2)).toEqual(['looked', 'step'])
    expect([at > 2, noted, lines.filter((line) => line.startsWith('commit')).length]).toEqual([true, given - 1, 1])
  })
  test('without a clipboard a password is shown where the person sits; an ID is part of the question', async () => {
    house = furnish(false, true)
    await house.carryOn(house.planned(guided))
    expect(shown).toEqual(['old site', 'old mail', newPassword, newPassword])
    expect(asked.flatMap(({ facts }) => facts['value'] ?? [])).toEqual(['member-7'])
    expect(asked.flatMap(({ facts }) => facts['handed'] ?? [])).toEqual(shown.map(() => 'screen'))
  })
  test('with neither, the person is told where to look it up', async () => {
    house = furnish(false)
    const plan = house.planned(guided)
    await house.carryOn(plan)
    expect(asked.flatMap(({ facts }) => facts['secretsOf'] ?? [])).toEqual(Array.from({ length: 4 }, () => plan.run))
  })
  test('and chose another password: neither works, so nobody can tell', async () => {
    person = (question) => (isLast(question) && change('their own'), true)
    const plan = house.planned(guided)
    expect(standing(plan, (await house.carryOn(plan)).state)).toEqual(['unknown', 'unknown', 'portal-outcome-unknown'])
  })
})

describe('the person does not act', () => {
  test('the old password is in force: it says so, and ends with nothing changed', async () => {
    const plan = house.planned(guided)
    const { state } = await house.carryOn(plan)
    expect(standing(plan, state)).toEqual(['stopped', 'unchanged', 'guided-no-effect'])
    expect(site.seen).toEqual(['mail new refused', 'mail old ok'])
  })
  test('looked at again and again it costs no further refused sign-in', async () => {
    let looks = 0
    person = ({ name }) => name !== 'try-again' || ++looks < 5
    const plan = house.planned(guided)
    expect(standing(plan, (await house.carryOn(plan)).state)[2]).toBe('guided-no-effect')
    expect(site.seen).toEqual(['mail new refused', ...Array.from({ length: 5 }, () => 'mail old ok')])
  })
  test('finishes meanwhile: the next look finds it', async () => {
    person = ({ name }) => (name === 'try-again' && change(), true)
    const plan = house.planned(guided)
    expect(standing(plan, (await house.carryOn(plan)).state)).toEqual(['done', 'changed', null])
    expect(site.seen.slice(0, 4)).toEqual(['mail new refused', 'mail old ok', 'mail old refused', 'mail new ok'])
  })
  test('taken up another day: looked at with the old one, then led once more', async () => {
    const plan = house.planned(guided)
    await house.carryOn(plan)
    site.seen.length = 0
    asked.length = 0
    person = (question) => (isLast(question) && change(), true)
    expect(standing(plan, (await house.carryOn(plan)).state)).toEqual(['done', 'changed', null])
    expect([site.seen.slice(0, 2), asked.length > 5]).toEqual([['mail old ok', 'mail new ok'], true])
  })
  test('taken up another day, having finished on the way: found by the look, and told nothing more', async () => {
    const plan = house.planned(guided)
    await house.carryOn(plan)
    change()
    asked.length = 0
    expect(standing(plan, (await house.carryOn(plan)).state)).toEqual(['done', 'changed', null])
    expect(asked).toEqual([])
  })
})

describe('a no', () => {
  const noAt = (stop: (question: Question) => boolean, answer: Answer = false) => {
    person = (question) => (stop(question) ? answer : true)
  }
  test.each([
    ['no', false, 'step-declined'],
    ['the end of input', null, 'question-unanswered'],
  ] as const)('%s before the new password was handed out: nothing is tried, nothing changed', async (_what, answer, code) => {
    noAt(({ facts }) => /現在のパスワード/.test(String(facts['say'])), answer)
    const plan = house.planned(guided)
    const { state, entries } = await house.carryOn(plan)
    expect(standing(plan, state)).toEqual(['stopped', 'unchanged', code])
    expect([site.seen, told(entries).includes('commit by person'), copied.includes(newPassword)]).toEqual([[], false, false])
    expect(copied.at(-1)).toBe('taken back')
  })
  test.each([
    [false, 'step-declined'],
    [null, 'question-unanswered'],
  ] as const)('%s after it: the live sign-in tells, and asks nothing more', async (answer, code) => {
    noAt(isLast, answer)
    const plan = house.planned(guided)
    expect(standing(plan, (await house.carryOn(plan)).state)).toEqual(['stopped', 'unchanged', code])
    expect(asked.some(({ name }) => name === 'try-again')).toBe(false)
  })
  test('after it, by somebody who had changed it all the same: it is changed', async () => {
    person = (question) => (isLast(question) ? (change(), false) : true)
    const plan = house.planned(guided)
    expect(standing(plan, (await house.carryOn(plan)).state)).toEqual(['done', 'changed', null])
  })
})

describe('what nobody can tell', () => {
  test('a silent server: unknown, both passwords kept; later the same run finds out', async () => {
    person = (question) => {
      if (isLast(question)) change()
      silent = true
      return true
    }
    const plan = house.planned(guided)
    expect(standing(plan, (await house.carryOn(plan)).state)).toEqual(['unknown', 'unknown', 'portal-outcome-unknown'])
    for (const which of ['old', 'new'] as const)
      expect((await house.vault.get({ ...mine.account.password, which })).ok).toBe(true)
    silent = false
    site.clock += 48 * 3_600_000
    expect(standing(plan, (await house.carryOn(plan)).state)).toEqual(['done', 'changed', null])
  })
  test.each([
    ['had changed it', true, ['done', 'changed', null]],
    ['had not', false, ['stopped', 'unchanged', 'guided-no-effect']],
  ] as const)(
    'killed behind the last line, the person %s: the live sign-in tells before anything is told again',
    async (_w, acted, end) => {
      person = (question) => {
        if (!isLast(question)) return true
        if (acted) change()
        throw new Error('killed')
      }
      const plan = house.planned(guided)
      await expect(house.carryOn(plan)).rejects.toThrow('killed')
      site.seen.length = 0
      asked.length = 0
      person = ({ name }) => name !== 'try-again'
      const { state } = await house.carryOn(plan)
      expect(standing(plan, state)).toEqual(end)
      expect([site.seen[0], asked.length > 0]).toEqual([`mail new ${acted ? 'ok' : 'refused'}`, !acted])
    },
  )
  test('killed before the new password was handed out: told from the start, and no sign-in is spent', async () => {
    person = ({ facts }) => {
      if (/現在のパスワード/.test(String(facts['say']))) throw new Error('killed')
      return true
    }
    const plan = house.planned(guided)
    await expect(house.carryOn(plan)).rejects.toThrow('killed')
    expect(site.seen).toEqual([])
    person = (question) => (isLast(question) && change(), true)
    expect(standing(plan, (await house.carryOn(plan)).state)).toEqual(['done', 'changed', null])
  })
})

test('once a day is once a day by hand, too', async () => {
  person = (question) => (isLast(question) && change(), true)
  await house.carryOn(house.planned(guided))
  const again = house.planned({ ...guided, run: runId.parse('20261120-071503-k3f9') })
  site.seen.length = 0
  asked.length = 0
  const { state } = await house.carryOn(again)
  expect([standing(again, state)[2], asked, site.seen]).toEqual(['portal-limit-reached', [], []])
})

describe('a recipe that no longer fits', () => {
  beforeEach(() => {
    play = 'drifted'
  })
  const byHand = (answer: Answer) => {
    person = (question) => {
      if (question.name === 'go-by-hand') return answer
      if (isLast(question)) change()
      return true
    }
  }
  test('goes on by hand in the same step when the person says so', async () => {
    byHand(true)
    const plan = house.planned(automatic)
    const { state, entries } = await house.carryOn(plan)
    expect(standing(plan, state)).toEqual(['done', 'changed', null])
    expect(asked[0]).toMatchObject({ name: 'go-by-hand', facts: { problem: 'portal-changed', control: '変更する' } })
    const done = entries.find((entry) => entry.kind === 'done' && entry.step === `change-portal:${taro}`)
    // What the visit saw and spent before is not lost.
    expect(done).toMatchObject({
      evidence: { portal: { outcome: 'changed', pages: [{ what: 'user' }] }, signIns: [{}, { which: 'new' }] },
    })
  })
  test('an address the site has otherwise: the question names both, and a no leaves all as it was', async () => {
    play = 'differs'
    byHand(false)
    const plan = house.planned(automatic)
    const { state } = await house.carryOn(plan)
    expect(asked).toMatchObject([{ name: 'go-by-hand', facts: { sheet: taro, site: 'taro@md.site.example' } }])
    expect(sayQuestion(asked[0]!, 'ja')).toContain(`控えでは ${taro} 、会員ページでは taro@md.site.example`)
    expect(standing(plan, state)).toEqual(['stopped', 'unchanged', 'portal-differs'])
  })
  test.each([[false], [null]])('%s: stopped as it was, nothing changed and nothing spent', async (answer) => {
    byHand(answer)
    const plan = house.planned(automatic)
    const { state } = await house.carryOn(plan)
    expect(standing(plan, state)).toEqual(['stopped', 'unchanged', 'portal-changed'])
    expect([site.seen, asked.map(({ name }) => name)]).toEqual([[], ['go-by-hand']])
  })
  test('killed in the middle: a sent change to be told by the live sign-in, and never played over', async () => {
    person = (question) => {
      if (question.name === 'go-by-hand') return true
      if (!isLast(question)) return true
      change()
      throw new Error('killed')
    }
    const plan = house.planned(automatic)
    await expect(house.carryOn(plan)).rejects.toThrow('killed')
    play = 'as-it-is'
    expect(standing(plan, (await house.carryOn(plan)).state)).toEqual(['done', 'changed', null])
  })
  test('not changed by hand: the next try begins with the site again', async () => {
    person = ({ name }) => name !== 'try-again'
    const plan = house.planned(automatic)
    expect(standing(plan, (await house.carryOn(plan)).state)).toEqual(['stopped', 'unchanged', 'guided-no-effect'])
    asked.length = 0
    byHand(true)
    expect(standing(plan, (await house.carryOn(plan)).state)).toEqual(['done', 'changed', null])
    expect(asked[0]?.name).toBe('go-by-hand')
  })
})
