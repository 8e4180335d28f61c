import { expect, test } from 'vitest'
import { plan } from './plan.ts'

const door = { protocol: 'pop3', host: 'mail.example.jp', port: 995, security: 'tls' }
const ref = { run: 'r', for: 'taro@example.jp', realms: ['portal', 'mail'], which: 'old' }
const doors = { incoming: door, outgoing: null, userName: 'taro' }
const lane = 'taro@example.jp'

/** As the program wrote it before several providers could stand in one plan. */
const first = {
  version: 1,
  run: '20261120-061503-k3f9',
  createdAt: '2026-11-20T06:15:03.000Z',
  program: '0.1.0',
  provider: 'biglobe-ef',
  realm: 'mail',
  sheet: { file: 'card.txt', sha256: '0' },
  manner: { browser: null, headed: false, attended: false, ca: null, vault: 'file' },
  mailboxes: [
    {
      account: {
        address: lane,
        userName: 'taro',
        password: ref,
        login: { name: 'taro', realms: ['portal', 'mail'], secret: ref },
        incoming: [],
        outgoing: [],
        customerName: null,
        memberNumber: null,
      },
      portal: 'change',
      clients: [],
    },
  ],
  steps: [
    { id: 'keep-secrets:all', lane: '', undo: 'none', kind: 'keep-secrets', input: { refs: [ref] } },
    {
      id: `change-portal:${lane}`,
      lane,
      undo: 'by-hand',
      kind: 'change-portal',
      input: {
        provider: 'biglobe-ef',
        realm: 'mail',
        recipe: { id: 'biglobe-ef/change-password', version: '2026-06-26' },
        startUrl: 'https://biz.example.jp/',
        login: 'taro',
        address: lane,
        current: ref,
        next: { ...ref, which: 'new' },
        attended: false,
        doors,
      },
    },
  ],
}

test('a plan of version 1 is read, and what it lacked is what was so then', () => {
  const read = plan.parse(first)
  expect(read.sheets).toEqual([{ provider: 'biglobe-ef', file: 'card.txt', sha256: '0' }])
  expect(read.mailboxes[0]).toMatchObject({ provider: 'biglobe-ef', notBefore: null })
  expect(read.steps[1]?.input).toMatchObject({ signIn: 'mail', loginSecret: null, proof: 'mail', doors })
  expect(plan.parse(JSON.parse(JSON.stringify(read)))).toEqual(read)
})

test('what is no plan of either version is refused', () => {
  for (const wrong of [{ ...first, version: 3 }, { ...first, steps: [{}] }, { ...first, password: 'x' }, null, 'plan'])
    expect(plan.safeParse(wrong).success).toBe(false)
})
