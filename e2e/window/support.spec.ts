import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { fileVault } from '../../electron/store/file-vault.ts'
import { Secret, type SecretRef } from '../../shared/base/secret.ts'
import type { Output } from '../../shared/ipc/contract.ts'
import { runOutcomeWords } from '../../shared/words/outcomes.ts'
import { doneWords } from '../../shared/words/window/done.ts'
import { planWords } from '../../shared/words/window/plan.ts'
import { frameWords } from '../../shared/words/window/frame.ts'
import { sheetsWords } from '../../shared/words/window/sheets.ts'
import { historyWords } from '../../shared/words/window/history.ts'
import { startWords } from '../../shared/words/window/start.ts'
import { supportWords } from '../../shared/words/window/support.ts'
import { filesBelow, openWorld, passphrase, type World } from '../journey/journey.ts'
import { openWindow, type OpenWindow } from './app.ts'
import { openVault } from './at-practice.ts'
import { byMouse, type Hands } from './hands.ts'
import { personAt } from './person.ts'
import { begin, chooseAndPlan, decide, takePracticePaper } from './walk.ts'

// A visit to an office: practised first, one run, many mailboxes checked, results taken along, and at the end the run wiped with its secrets.
let world: World
let open: OpenWindow
let hands: Hands
beforeAll(async () => {
  world = await openWorld()
  open = await openWindow({
    practice: world.stage,
    switches: ['--vault=file'],
    // A list names servers of everybody's, so nobody is trusted for it but whom the machine trusts.
    env: { NODE_EXTRA_CA_CERTS: world.stage.caFile, DISPLAY: '', WAYLAND_DISPLAY: '' },
  })
  hands = byMouse(open.page, 'ja')
})
afterAll(async () => {
  await open.close()
  await world.close()
})

/** What the system's own dialog is answered. */
const chosen = (place: string): Promise<void> =>
  open.app.evaluate(({ dialog }, place) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [place] })
  }, place)

const data = (): string => path.join(open.folder, 'data')
const calls = <T>(name: string, input: unknown): Promise<T> =>
  open.page.evaluate(
    ([name, input]) =>
      (globalThis as unknown as { migration: { call: (name: string, input: unknown) => Promise<T> } }).migration.call(
        name,
        input,
      ),
    [name, input] as readonly [string, unknown],
  )

it('practised first: said on every screen, ended by the person', async () => {
  await takePracticePaper(hands)
  await decide(hands, undefined, { only: world.stage.addresses[0]! })
  await begin(hands)
  await openVault(hands, 'new')
  await hands.reach(runOutcomeWords.done.ja.headline)
  await open.page.getByText(doneWords.practice.ja).waitFor()
})

it('the same paper once more: another run has replaced its password, which is asked about before anything is tried', async () => {
  const spent = world.practice.events().length
  const person = personAt(hands)
  const readAgain = async (asked: boolean): Promise<void> => {
    await hands.press(frameWords.home)
    // Behind a plan half made it is asked about first; behind a result it is not.
    if (asked) await hands.press(frameWords.leaveYes)
    await hands.press(startWords.practiceRead)
    await hands.reach(sheetsWords.heading)
    await chooseAndPlan(hands, { only: world.stage.addresses[0]! })
  }
  await readAgain(false)
  expect(await person.choose('password-replaced', 2)).toHaveLength(3)
  await open.page.getByText('控えのパスワードは、もう使われていません。').waitFor()
  await readAgain(true)
  await person.choose('password-replaced', 0)
  await hands.reach(planWords.planHeading)
  expect(world.practice.events()).toHaveLength(spent)
})

it('many mailboxes are checked at once: what works is counted, what does not stands there with the reason', async () => {
  const list = path.join(world.folder, 'list.csv')
  const { urls } = world.practice
  const [taro, hanako] = world.practice.accounts
  const row = ({ address, userName }: typeof taro & object, password: string): string =>
    [address, userName, urls.pop3s, urls.smtp, password].join(',')
  const right = world.practice.currentPasswordOf(taro!.userName).reveal()
  const rows = ['address,userName,incoming,outgoing,password', row(taro!, right), row(hanako!, 'Wrong1234')]
  writeFileSync(list, `${rows.join('\n')}\n`)
  await chosen(list)
  await hands.press(supportWords.title)
  await hands.press(frameWords.leaveYes)
  await hands.reach(supportWords.title)
  await hands.press(supportWords.choose)
  await open.page.getByText('2 件を確かめました。使える: 1 件、使えない・分からない: 1 件').waitFor()
  const failed = open.page.getByRole('row').filter({ hasText: hanako!.address }).filter({ hasText: supportWords.fails.ja })
  await failed.waitFor()
  expect(await failed.innerText()).toContain('ユーザー名かパスワードが違う')
  const text = await open.page.content()
  for (const password of [right, 'Wrong1234']) expect(text.includes(password)).toBe(false)
})

it('results are taken along on a stick: a paper and its details for each, without a password', async () => {
  const stick = path.join(world.folder, 'stick')
  mkdirSync(stick)
  await chosen(stick)
  await open.page.getByRole('checkbox').first().check({ force: true })
  await hands.press(supportWords.export)
  await open.page.getByText(`${stick} に 2 個のファイルを保存しました。`).waitFor()
  const [json, pdf] = readdirSync(stick).sort()
  expect([path.extname(json!), path.extname(pdf!)]).toEqual(['.json', '.pdf'])
  expect(readFileSync(path.join(stick, pdf!)).subarray(0, 5).toString()).toBe('%PDF-')
  expect(JSON.parse(readFileSync(path.join(stick, json!), 'utf8'))).toMatchObject({ practice: true })
})

it('a run is wiped with its secrets, pictures and copies once the person says so', async () => {
  const runs = await calls<{ readonly value: Output<'listRuns'> }>('listRuns', {})
  const { run } = runs.value.runs[0]!
  const view = await calls<{ readonly value: Output<'readRun'> }>('readRun', { run })
  const refs: readonly SecretRef[] = view.value.plan.steps.flatMap((step) =>
    step.kind === 'keep-secrets' ? step.input.refs : [],
  )
  const [sealed] = [...filesBelow(data()).keys()].filter((name) => /vault/.test(name))
  const vault = fileVault(path.join(data(), sealed!), () => Promise.resolve(new Secret(passphrase)))
  const kept = async () => (await Promise.all(refs.map((ref) => vault.get(ref)))).filter(({ ok }) => ok).length
  expect(await kept()).toBe(refs.length)

  await hands.press(historyWords.title)
  await hands.reach(historyWords.title)
  await open.page.getByRole('button', { name: /^消す/ }).first().click()
  const dialog = open.page.getByRole('alertdialog')
  await dialog.getByRole('button', { name: historyWords.removeNo.ja, exact: true }).click()
  await dialog.waitFor({ state: 'detached' })
  expect(await kept()).toBe(refs.length)
  await open.page.getByRole('button', { name: /^消す/ }).first().click()
  const yes = dialog.getByRole('button', { name: historyWords.removeYes.ja, exact: true })
  await yes.click()
  // Changed ten minutes ago, it may still be needed: that is said, and is no dead end for who has written everything down.
  await dialog.getByText('変更から 1 日たっていません').waitFor()
  await yes.click()
  await dialog.getByText(historyWords.removeTick.ja).waitFor()
  expect(await kept()).toBe(refs.length)
  await hands.tick(historyWords.removeSure)
  await yes.click()
  await open.page.getByText(historyWords.none.ja).waitFor()
  expect(await kept()).toBe(0)
  // Neither by name nor in any file is there a trace of it; what was taken along is the person's.
  const left = [...filesBelow(data())].filter(([name, bytes]) => name.includes(run) || bytes.includes(run))
  expect(left.map(([name]) => name)).toEqual([])
  expect(await calls('revealPasswords', { run })).toMatchObject({ ok: false, problem: { code: 'run-unknown' } })
  await hands.press('はじめの画面')
  await hands.reach(startWords.heading)
  expect(open.complaints).toEqual([])
})
