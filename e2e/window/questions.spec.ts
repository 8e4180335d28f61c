import { appendFileSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { atHome, atWork, practiceCode } from '../../electron/practice/portals/my-pikara/household.ts'
import { type QuestionName, questionName } from '../../shared/base/ask.ts'
import { runOutcomeWords } from '../../shared/words/outcomes.ts'
import { undoWords } from '../../shared/words/outcomes.ts'
import { doneWords } from '../../shared/words/window/done.ts'
import { planWords } from '../../shared/words/window/plan.ts'
import { sheetsWords } from '../../shared/words/window/sheets.ts'
import { startWords } from '../../shared/words/window/start.ts'
import { wayNames } from '../../shared/words/window/way-names.ts'
import { registerSecret } from '../canary/register.ts'
import { holdProfile } from '../fakes/hold-profile.ts'
import { makeKeyDatabase } from '../fakes/key-database.ts'
import { loginsText } from '../fakes/thunderbird-profile.ts'
import { filesBelow, root, type World } from '../journey/journey.ts'
import { signInAsStored } from '../journey/sign-in-as-stored.ts'
import { obedientPerson, type ToldToDo } from './obedient.ts'
import { oneWindow, type OneWindow } from './one-window.ts'
import { personAt } from './person.ts'
import { begin, decide, takePracticePaper } from './walk.ts'

// Every question a person can be asked, on a real run in the window. What the window never asks stands in a table with who asks it instead;
// a name that is in neither fails the last test.
let window: OneWindow
beforeAll(async () => {
  window = await oneWindow()
})
afterAll(() => window.close())

const met = new Set<string>()
const play: OneWindow['play'] = (household, work, dress) =>
  window.play(
    household,
    async (world) => {
      await work(world)
      for (const name of await window.asked()) met.add(name)
    },
    dress,
  )

const profileIn = ({ stage }: World): string => {
  const [prefs] = [...filesBelow(stage.thunderbirdRoot).keys()].filter((name) => path.basename(name) === 'prefs.js')
  return path.join(stage.thunderbirdRoot, path.dirname(prefs!))
}
const ended = (): Promise<void> => window.hands.reach(runOutcomeWords.done.ja.headline)

describe('about the mail program', () => {
  const primary = 'Himitsu-no-aikotoba-5'
  registerSecret('the primary password', primary)

  /** Its stored passwords are guarded, and the one for receiving is not among them. */
  async function guard(world: World): Promise<object> {
    const [account] = world.practice.accounts
    const folder = profileIn(world)
    const made = await makeKeyDatabase({ keys: ['aes'], primaryPassword: primary })
    const password = world.practice.currentPasswordOf(account!.userName).reveal()
    writeFileSync(path.join(folder, 'key4.db'), made.bytes)
    const sending = { origin: `smtp://${world.practice.mailHost}`, user: account!.userName, password }
    writeFileSync(path.join(folder, 'logins.json'), loginsText(made, [sending], 'aes'))
    return {}
  }

  it('open, guarded, without a password, changed since: each is asked, and each press at the site is agreed to', () =>
    play(
      {},
      async (world) => {
        const { hands } = window
        const person = personAt(hands)
        const [address] = world.stage.addresses
        const before = filesBelow(profileIn(world))
        await takePracticePaper(hands)
        await decide(hands, undefined, { only: address!, more: [planWords.attended] })
        const letGo = await holdProfile(profileIn(world))
        await begin(hands)
        await person.say('close-thunderbird', 'yes')
        // It said yes and it was not so: asked again.
        await person.meet('close-thunderbird')
        await letGo()
        await person.say('close-thunderbird', 'yes')
        await person.type('primary-password', 'not-this-one')
        expect(await person.type('primary-password', primary)).toContain('違っていました')
        await person.say('store-password', 'yes')
        for (const _press of ['enter', 'sign in', 'menu']) await person.say('confirm-step', 'yes')
        expect(await person.say('confirm-step', 'yes')).toContain('元に戻せません')
        await ended()

        appendFileSync(path.join(profileIn(world), 'prefs.js'), 'user_pref("mail.since", true);\n')
        const since = filesBelow(profileIn(world))
        const undo = async (): Promise<void> => {
          await hands.press(doneWords.undo)
          await hands.page.getByRole('alertdialog').getByRole('button', { name: doneWords.undoYes.ja, exact: true }).click()
        }
        await undo()
        await person.say('restore-anyway', 'no')
        await hands.reach(doneWords.lines)
        expect(filesBelow(profileIn(world))).toEqual(since)
        await undo()
        await person.say('restore-anyway', 'yes')
        await hands.page.getByText(undoWords.whole.ja.whenChanged).waitFor()
        expect([...before].filter(([name, bytes]) => !filesBelow(profileIn(world)).get(name)?.equals(bytes))).toEqual([])
      },
      guard,
    ))
})

describe('at the member site', () => {
  /** The company’s paper, which no practice provider prints: the same form with the other contract’s data. */
  async function ofTheCompany({ stage, practice }: World): Promise<object> {
    const [office] = atWork.addresses
    const password = (user: string): string => practice.currentPasswordOf(user).reveal()
    const [first, second] = atHome.addresses
    const paper = practice.sheetText
      .replace(/■電子メール2[^■]*/u, '')
      .replace(atHome.login, atWork.login)
      .replace(password(atHome.login), password(atWork.login))
      .replace(first!, office!)
      .replace(password(first!), password(office!))
      .replace(atHome.number, atWork.number)
    expect([paper.includes(office!), paper.includes(second!)]).toEqual([true, false])
    writeFileSync(stage.sheetFile, paper)
    return {}
  }

  it('a code that was sent, and whether the browser shall be remembered', () =>
    play(
      { provider: 'my-pikara' },
      async (world) => {
        const { hands } = window
        const person = personAt(hands)
        await takePracticePaper(hands)
        await decide(hands)
        await begin(hands)
        // Written without having seen the pages: each press is agreed to, up to the code.
        for (const _press of ['enter', 'sign in']) await person.say('confirm-step', 'yes')
        await person.type('two-factor-code', practiceCode)
        await person.say('remember-browser', 'no')
        for (const _press of ['confirm', 'menu', 'mailbox', 'change']) await person.say('confirm-step', 'yes')
        await ended()
        const touched = world.practice.events().flatMap((event) => (event.what === 'control' ? [event.control] : []))
        expect(touched).not.toContain('次回以降、このブラウザで認証コードを要求しない')
        expect(new Set(await signInAsStored(world, atWork.addresses[0]!))).toEqual(new Set(['pop3: ok', 'smtp: ok']))
      },
      ofTheCompany,
    ))

  it('a site that was rebuilt: by hand, told line by line; nothing done is seen, and looked at again', () =>
    play({ faults: [{ name: 'changed-button' }] }, async (world) => {
      const { hands } = window
      const { page } = hands
      const person = personAt(hands)
      const [address] = world.stage.addresses
      const [account] = world.practice.accounts
      const old = world.practice.currentPasswordOf(account!.userName).reveal()
      await takePracticePaper(hands)
      await decide(hands, undefined, { only: address! })
      await begin(hands)
      await person.say('go-by-hand', 'yes')
      world.practice.clearFault()
      const lines: ToldToDo[] = []
      let fresh = ''
      const again = page.getByRole('button', { name: 'もう一度確かめる', exact: true })
      const acted = page.getByRole('button', { name: '終わりました', exact: true })
      for (;;) {
        await again.or(acted).first().waitFor({ timeout: 30_000 })
        if (await again.isVisible()) break
        const said = await person.settle('acted-by-hand', async (said) => {
          if (said.includes(wayNames.passwords.ja) && fresh === '') {
            await hands.press(wayNames.passwords)
            const shown = page.locator('main .font-mono')
            await shown.first().waitFor()
            const values = (await shown.allInnerTexts()).map((value) => value.trim())
            for (const value of values) registerSecret('a password shown while the person acts', value)
            fresh = values.find((value) => !world.practice.sheetText.includes(value)) ?? ''
            await hands.press(doneWords.hide)
          }
          await acted.click()
        })
        lines.push({ said, old, fresh: '' })
      }
      expect(fresh).not.toBe('')
      await person.meet('try-again')
      const act = obedientPerson()
      for (const line of lines) await act({ ...line, fresh })
      await person.say('try-again', 'yes')
      await ended()
      expect(world.practice.currentPasswordOf(account!.userName).reveal() === fresh).toBe(true)
      const { runs } = await window.call('listRuns', {})
      const { entries } = await window.call('readRun', { run: runs[0]!.run })
      // That they were looked at while the run went on stands in its journal; what they are does not.
      expect(entries.filter(({ kind }) => kind === 'revealed')).toHaveLength(1)
    }))
})

describe('while the plan is made', () => {
  const password = 'Kx7mQ2abT9'
  const paper = (secret: string): string =>
    [
      ...['EFネット会員証', '会員番号：0012345', '登録者名：山田商店', 'ユーザーID：ymd00123', `パスワード：${secret}`],
      ...['メールアドレス：yamada@mvd.biglobe.ne.jp', '受信メール(POP3)サーバー：mail.biglobe.ne.jp'],
      '送信メール(SMTP)サーバー：mail.biglobe.ne.jp',
    ].join('\n')

  it('two papers that contradict each other: the person says which one holds', () =>
    play({}, async () => {
      const { hands } = window
      const { page } = hands
      for (const secret of [password, password.toLowerCase()]) {
        registerSecret('a password on a paper that was typed', secret)
        await hands.press(startWords.type)
        await hands.type(startWords.typeHeading, paper(secret))
        await hands.press(startWords.typeRead)
        const count = secret === password ? 1 : 2
        await expect.poll(() => page.getByRole('heading', { name: sheetsWords.typed.ja }).count()).toBe(count)
        if (count === 1) await hands.press(sheetsWords.another)
      }
      await hands.press(sheetsWords.go)
      await hands.reach(planWords.wayHeading)
      await hands.press(planWords.toPassword)
      await hands.press(planWords.toPlan)
      const offered = await personAt(hands).choose('sheet-doubt', 0)
      expect(offered).toHaveLength(2)
      // The paper and the line; never what stands there.
      expect(offered.join()).not.toMatch(new RegExp(password, 'i'))
      await hands.reach(planWords.planHeading)
      expect(await page.locator('main').innerText()).toContain('yamada@mvd.biglobe.ne.jp')
    }))

  it('a paper with commands for a terminal in it: they are marks, and nothing acts', () =>
    play({}, async () => {
      const { hands } = window
      const { page } = hands
      const acting = '\u0000\u001b[31m\u001b]0;pwned\u0007\u202Eabc\u2067'
      await hands.press(startWords.type)
      await hands.type(
        startWords.typeHeading,
        paper(password).replaceAll('山田商店', `山田${acting}</script><img src=x onerror=alert(1)>`),
      )
      await hands.press(startWords.typeRead)
      await hands.reach(sheetsWords.heading)
      const read = await page.locator('main').innerText()
      expect(read).toContain('</script><img src=x onerror=alert(1)>')
      // oxlint-disable-next-line no-control-regex
      expect(read).not.toMatch(/[\u0000-\u0008\u001b\u202a-\u202e\u2066-\u2069]/)
      expect(read).toContain('\ufffd[31m')
      expect(await page.locator('main img[src="x"]').count()).toBe(0)
    }))

  it('paper and mail program that contradict each other: the person says which one is right', () =>
    play(
      {},
      async (world) => {
        const { hands } = window
        await takePracticePaper(hands)
        await hands.press(sheetsWords.go)
        await hands.press(planWords.toPassword)
        await hands.press(planWords.toPlan)
        const offered = await personAt(hands).choose('settle-difference', 0)
        expect(offered.join()).toContain(world.practice.accounts[0]!.userName)
        expect(offered.join()).toContain('somebody-else')
        await hands.reach(planWords.planHeading)
      },
      async (world) => {
        const prefs = path.join(profileIn(world), 'prefs.js')
        const { userName } = world.practice.accounts[0]!
        writeFileSync(prefs, readFileSync(prefs, 'utf8').replaceAll(`userName", "${userName}"`, 'userName", "somebody-else"'))
        return {}
      },
    ))
})

/** What the window does not ask on any road: whose question it is, and where it is asked. */
const elsewhere: Readonly<Partial<Record<QuestionName, { readonly why: string; readonly asks: string }>>> = {
  'confirm-plan': { why: 'the window has its own agreement: the plan’s tick and button', asks: 'electron/cli/commands/run.ts' },
  'replace-record': { why: 'the system’s own dialog asks before it replaces a file', asks: 'electron/cli/check-record-place.ts' },
  'choose-recovery': { why: 'what was forgotten is recovered on the command line', asks: 'electron/cli/commands/recover.ts' },
  'user-name': { why: 'the same', asks: 'electron/cli/commands/recover.ts' },
  'reset-link': { why: 'the same', asks: 'electron/run/reset-portal.ts' },
  'portal-value': { why: 'only recipes of recovery ask for it', asks: 'shared/provider/my-pikara/recipes.ts' },
  'trust-key': { why: 'packs are added on the command line', asks: 'electron/packs/add-pack.ts' },
  'new-hosts': { why: 'the same', asks: 'electron/packs/add-pack.ts' },
  'fewer-guards': { why: 'the same', asks: 'electron/packs/add-pack.ts' },
  'pdf-password': { why: 'nobody asks it: the record holds no password', asks: 'shared/base/ask.ts' },
}
/** Met on a run that has a file of its own. */
const besides: Readonly<Partial<Record<QuestionName, string>>> = {
  'vault-passphrase': 'e2e/window/killed.spec.ts',
  'password-replaced': 'e2e/window/support.spec.ts',
}

describe('all of them', () => {
  it.each(Object.entries(elsewhere))('%s is asked elsewhere', (name, { asks }) =>
    expect(readFileSync(path.join(root, asks), 'utf8')).toContain(`'${name}'`),
  )
  it.each(Object.entries(besides))('%s is met in its own file', (name, file) =>
    expect(readFileSync(path.join(root, file), 'utf8')).toContain(`'${name}'`),
  )
  it('each was met here, or it is said where else', () => {
    const told = [...met, ...Object.keys(elsewhere), ...Object.keys(besides)]
    expect(told.toSorted()).toEqual(questionName.options.toSorted())
  })
})
