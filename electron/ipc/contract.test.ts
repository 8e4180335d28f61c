import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { calls, type CallName, type Input, type Output } from '../../shared/ipc/contract.ts'
import { type OpenWindow, openWindow, orderFor } from './fixtures/open-window.ts'

let folder: string
let window: OpenWindow
beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'contract-'))
  // Whoever is asked something says no: the run stops, and can be taken up, put back, shown and deleted.
  window = await openWindow({ folder, answer: () => false, chosenFolder: folder, chosenFiles: [list()] })
})
afterAll(async () => {
  await window.close()
  rmSync(folder, { recursive: true, force: true })
})

const list = (): string => path.join(folder, 'list.csv')
const card = ['EFネット会員証', 'ユーザーID: ymd00123', 'パスワード: Kx7m Q2ab', 'メールアドレス: yamada@mvd.biglobe.ne.jp']
const text = [...card, '変更後パスワード: Wn3rTs8k'].join('\n')
const biglobe = { provider: 'biglobe-ef', realm: 'mail' } as const

/** What the calls before have answered. */
type SoFar = { [N in CallName]?: Output<N> }
const picture = 'evidence/mailbox-1/01-start.png'
const runOf = ({ startRun }: SoFar) => ({ run: startRun!.run })
const sheetOf = ({ readSheet }: SoFar) => ({ sheet: readSheet!.sheet })
const first = { field: 'mailboxes[0].password', candidate: null }

/** One call after the other, each with what those before it have answered. A call without its line does not compile. */
const walk: { readonly [N in CallName]: (so: SoFar) => Input<N> | Promise<Input<N>> } = {
  about: () => ({}),
  vault: () => ({}),
  setLang: () => ({ lang: 'ja' }),
  openPage: ({ about }) => {
    const [page] = about!.providers.flatMap(({ id, goals }) => goals.flatMap(({ url }) => (url ? [{ provider: id, url }] : [])))
    return page!
  },
  chooseSheets: () => ({}),
  chooseList: () => {
    writeFileSync(list(), 'address,userName,incoming,outgoing,password\na@b.example,a,pop3s://127.0.0.1:1,,GeheimesWort\n')
    return {}
  },
  checkList: ({ chooseList }) => ({ file: chooseList!.file!, atOnce: 1 }),
  saveChecked: () => ({}),
  readSheet: () => ({ source: { kind: 'text', text }, provider: null }),
  nameProvider: (so) => ({ ...sheetOf(so), provider: biglobe.provider }),
  settleDoubt: (so) => ({ ...sheetOf(so), field: so.nameProvider!.doubts[0]!.field, settled: { how: 'candidate', index: 0 } }),
  questionField: (so) => ({ ...sheetOf(so), field: first.field }),
  takeAnswerBack: sheetOf,
  revealField: (so) => ({ ...sheetOf(so), ...first }),
  makePassword: () => biglobe,
  revealMade: ({ makePassword }) => ({ made: makePassword!.made }),
  judgePassword: (so) => ({ ...biglobe, value: 'Zt5wLp8r', sheets: [sheetOf(so).sheet] }),
  putSheetAway: sheetOf,
  startPractice: () => ({ provider: null, faults: [] }),
  draftPlan: async ({ startPractice }) => {
    const source = { kind: 'file', file: startPractice!.sheetFile } as const
    return orderFor(await window.call('readSheet', { source, provider: null }), { way: 'guided' })
  },
  startRun: ({ draftPlan }) => ({ draft: draftPlan!.draft }),
  answer: async () => {
    const asked = () => window.told.flatMap((event) => (event.type === 'asked' ? [event] : []))
    expect(asked().length).toBeGreaterThan(0)
    return { question: asked().at(-1)!.question, value: null }
  },
  resumeRun: runOf,
  undoRun: runOf,
  stopRun: () => ({ run: null }),
  listRuns: () => ({}),
  readRun: runOf,
  revealPasswords: runOf,
  picture: (so) => {
    const file = path.join(folder, 'data', 'runs', runOf(so).run, picture)
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, 'a picture')
    return { ...runOf(so), name: picture }
  },
  saveRecord: (so) => ({ ...runOf(so), where: 'data-folder' }),
  openRecord: runOf,
  exportProofs: (so) => ({ runs: [runOf(so).run] }),
  dropDraft: ({ draftPlan }) => ({ draft: draftPlan!.draft }),
  deleteRun: (so) => ({ ...runOf(so), sure: true }),
  stopPractice: () => ({}),
}

test('every call is answered with what its schema allows, and nothing beside it', { timeout: 60_000 }, async () => {
  const so: Record<string, unknown> = {}
  for (const name of Object.keys(walk) as CallName[]) {
    const input = await walk[name](so)
    const answered = await window.tryCall(name, input)
    // Questions are answered as they come, by the fixture: once more is one time too many.
    if (name !== 'answer') expect(answered, name).toMatchObject({ ok: true })
    so[name] = answered.ok ? answered.value : null
  }
  expect([...window.answered].sort()).toEqual(Object.keys(calls).sort())
})
