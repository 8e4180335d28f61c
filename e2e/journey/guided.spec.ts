import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { PracticeOptions } from '../../electron/practice/practice.ts'
import { type DeskOptions, type FakeDesk, makeDesk } from '../fakes/desk.ts'
import { formsOf } from '../canary/forms.ts'
import { registerSecret } from '../canary/register.ts'
import { makeScan, searchBelow } from '../canary/search.ts'
import { processesShowing } from '../fakes/processes-showing.ts'
import { makeWalker, type Walker } from '../fakes/walker.ts'
import {
  cli,
  filesBelow,
  inData,
  type Line,
  openWorld,
  passphrase,
  roadTo,
  type RunOptions,
  tell,
  type Told,
  type World,
} from './journey.ts'
import { type HereOptions, tellHere } from './tell-here.ts'

let world: World
let desk: FakeDesk
let person: Walker
beforeEach(() => {
  person = makeWalker()
})
afterEach(() => world.close())

async function open(options: PracticeOptions = {}, things: DeskOptions = {}): Promise<void> {
  world = await openWorld(options)
  desk = makeDesk(path.join(world.folder, 'desk'), things)
}
const mailbox = (): string => world.stage.addresses[0]!
const userName = (): string => world.practice.accounts[0]!.userName
const inForce = (): string => world.practice.currentPasswordOf(userName()).reveal()
/** Where a password stands below a folder, in any form; `except`: files of the test's own. */
const passwordsBelow = (folder: string, values: readonly string[], except: (name: string) => boolean) =>
  searchBelow(folder, makeScan(values.map((value) => ({ what: 'a password', value })))).filter(({ file }) => !except(file))

const wordsOf = (more: readonly string[]): readonly string[] => [
  'run',
  world.stage.sheetFile,
  ...roadTo(world, '--mailbox', mailbox(), ...more),
]
const run = (options: HereOptions = {}, ...more: readonly string[]): Promise<Told> =>
  tellHere(wordsOf(more), { ...options, env: desk.env })
/** Where it is about the process: killed, ended by a signal, or watched from outside. */
const runProcess = (options: RunOptions, ...more: readonly string[]): Promise<Told> =>
  tell(wordsOf(more), { ...options, env: { ...desk.env, ...options.env } })
const resume = (id: string, options: HereOptions = {}): Promise<Told> =>
  tellHere(['resume', id, ...inData(world)], { ...options, env: desk.env })
const secretsOf = async (id: string): Promise<readonly string[]> => {
  const told = await tellHere(['status', id, '--secrets', ...inData(world)])
  return told.result['secrets'].map((secret: { value: string }) => secret.value)
}
const decoys = () => world.practice.events().filter((event) => event.what === 'control' && event.decoy)
const siteSignIns = (): number =>
  world.practice.events().filter((event) => event.what === 'sign-in' && event.door === 'portal').length
const refused = (): readonly string[] =>
  world.practice
    .events()
    .flatMap((event) => (event.what === 'sign-in' && event.outcome === 'refused' ? [`${event.door} ${event.shown}`] : []))
const questions = (told: Told): readonly string[] =>
  told.lines.flatMap((line) => (line['type'] === 'asked' ? [line['question'] as string] : []))
const standing = ({ code, result }: Told) => [
  code,
  result['outcome'],
  result['mailboxes'][0]?.portal,
  result['problems'][0]?.code ?? null,
]
const isLast = ({ question, facts }: Line): boolean => question === 'acted-by-hand' && facts.step === facts.steps

/** Does exactly what is told, with what is on the clipboard or in the question, and knows nothing else. */
async function doAsTold({ facts }: Line): Promise<true> {
  const said: string = facts.say
  const words = [...said.matchAll(/「([^」]+)」/g)].map(([, name]) => name!)
  const pressed = words.at(-1)
  if (facts.url !== undefined) await person.open(facts.url)
  else if (said.includes('の欄')) person.type(words[0]!, facts.value ?? desk.clipboard())
  else if (!said.startsWith('（画面に出たときだけ）') || person.sees(`>${pressed!}`)) {
    const button = said.includes('「OK」') ? words[0]! : pressed!
    await person.press(button)
  }
  return true
}
const obeys = (asked: Line): Promise<boolean> | boolean => (asked['question'] === 'acted-by-hand' ? doAsTold(asked) : true)
/** Says yes to every line and does nothing; asked whether to look again: no. */
const idles = ({ question }: Line): boolean => question !== 'try-again'

describe('a person who does what is told', () => {
  test('changes the password with nothing but the lines and the clipboard; it is proved, kept, and written into Thunderbird', async () => {
    await open()
    const old = inForce()
    const before = filesBelow(world.stage.thunderbirdRoot)
    const told = await run({ answer: obeys }, '--guided')
    expect(standing(told), told.stdout.slice(-2500) + told.stderr.slice(-1500)).toEqual([0, 'done', 'changed', null])
    expect(inForce()).not.toBe(old)
    expect(await secretsOf(told.result['run'])).toContain(inForce())
    expect(told.result['mailboxes'][0].clients[0].changed.map(({ setting }: { setting: string }) => setting)).toContain(
      'password',
    )
    expect(filesBelow(world.stage.thunderbirdRoot)).not.toEqual(before)
    // The one sign-in at the site is the person's own, in the person's own browser.
    expect([desk.opened(), siteSignIns(), decoys(), refused()]).toEqual([[world.practice.portalUrl], 1, [], []])
    expect(desk.copied()).toContain(inForce())
    expect([desk.clipboard(), desk.args().filter((line) => line.includes(inForce()) || line.includes(old))]).toEqual(['', []])
  })

  test('OCN’s mail password, which no recipe changes', async () => {
    await open({ provider: 'ocn' })
    const address = mailbox()
    const page = new URL('/mail-procedures/', world.practice.portalUrl).href
    const values: string[] = []
    const asOcn = roadTo(world, '--mailbox', address, '--guided').map((word) => (word === 'practice' ? 'ocn' : word))
    const args = ['run', world.stage.sheetFile, ...asOcn.map((word) => (word === world.stage.portalUrl ? page : word))]
    const told = await tellHere(args, {
      env: desk.env,
      answer: async (asked) => {
        const { facts } = asked
        if (facts.url !== undefined) await person.open(facts.url)
        if (facts.handed === 'clipboard') values.push(facts.value ?? desk.clipboard())
        if (!isLast(asked)) return true
        await person.press('メールパスワードの変更')
        const [mine, present, fresh] = values
        person.type('メールアドレス', mine!)
        person.type('現在のメールパスワード', present!)
        person.type('新しいメールパスワード', fresh!)
        person.type('新しいメールパスワード(確認)', fresh!)
        await person.press('変更する')
        return true
      },
    })
    expect(standing(told), told.stdout.slice(-2500) + told.stderr.slice(-1500)).toEqual([0, 'done', 'changed', null])
    expect([values[0], desk.opened(), siteSignIns(), decoys()]).toEqual([address, [page], 0, []])
    expect(await secretsOf(told.result['run'])).toContain(inForce())
    expect(told.result['mailboxes'][0].clients[0].changed.length).toBeGreaterThan(0)
  })

  test('a password that opens no mailbox: the site itself proves it, and mailboxes stay as they are', async () => {
    await open({ provider: 'ocn' })
    const login = 'd8400123@biz1.ocn.example'
    const values: string[] = []
    const before = filesBelow(world.stage.thunderbirdRoot)
    const asOcn = roadTo(world, '--guided', '--change', 'portal').map((word) => (word === 'practice' ? 'ocn' : word))
    const told = await tellHere(['run', world.stage.sheetFile, ...asOcn], {
      env: desk.env,
      answer: async (asked) => {
        const { facts } = asked
        if (facts.url !== undefined) await person.open(facts.url)
        if (facts.handed === 'clipboard') values.push(facts.value ?? desk.clipboard())
        if (!isLast(asked)) return true
        const [user, domain, pass, current, fresh, again] = values
        await person.post('/desk/auth', { user: user!, domain: domain!, pass: pass! })
        await person.post('/desk/password/confirm', { current: current!, fresh: fresh!, again: again! })
        await person.press('登録')
        return true
      },
    })
    expect([told.code, told.result['outcome']], told.stdout.slice(-2500) + told.stderr.slice(-1500)).toEqual([0, 'done'])
    expect(values.slice(0, 2)).toEqual(['d8400123', 'biz1.ocn.example'])
    expect(told.result['logins']).toMatchObject([{ login, portal: 'changed' }])
    expect(await secretsOf(told.result['run'])).toContain(world.practice.currentPasswordOf(login).reveal())
    expect([filesBelow(world.stage.thunderbirdRoot), decoys()]).toEqual([before, []])
    // Told of before and after: the router holds the same password.
    expect(told.stderr).toMatch(/ルーター/)
  })

  test('without --guided OCN’s mail password stops with exit 3 and names it', async () => {
    await open({ provider: 'ocn' })
    const asOcn = roadTo(world, '--mailbox', mailbox()).map((word) => (word === 'practice' ? 'ocn' : word))
    const told = await tellHere(['run', world.stage.sheetFile, ...asOcn], { env: desk.env })
    expect([told.code, told.result['problems'][0].code, desk.opened()]).toEqual([3, 'portal-cannot-change', []])
    expect(told.stderr).toContain('--guided')
  })

  test('without display, browser or clipboard: the page is named, and the passwords are shown by status while the run waits', async () => {
    await open({}, { display: false })
    let id = ''
    const told = await run(
      {
        onLine: (line) => (id = line['type'] === 'plan' ? line['run'] : id),
        answer: async (asked) => {
          if (asked['question'] !== 'acted-by-hand') return true
          if (asked['facts'].handed !== 'vault') return doAsTold(asked)
          expect(asked['facts'].secretsOf).toBe(id)
          const label: string = /「([^」]+)」の欄/.exec(asked['facts'].say)![1]!
          const told = await tellHere(['status', id, '--secrets', ...inData(world)])
          const which = /新しい/.test(label) ? 'new' : 'old'
          const [found] = told.result['secrets'].filter((one: { which: string }) => one.which === which)
          person.type(label, found.value)
          return true
        },
      },
      '--guided',
    )
    expect(standing(told), told.stdout.slice(-2500) + told.stderr.slice(-1500)).toEqual([0, 'done', 'changed', null])
    const first = told.lines.find((line) => line['question'] === 'acted-by-hand')
    expect(first?.['facts']).toMatchObject({ opened: false, url: world.practice.portalUrl })
    expect([desk.opened(), desk.copied()]).toEqual([[], []])
  })
})

describe('a person who does not', () => {
  test('act: exit 3, it says what is in force, both passwords are kept, Thunderbird is as it was', async () => {
    await open()
    const old = inForce()
    const before = filesBelow(world.stage.thunderbirdRoot)
    const told = await run({ answer: idles }, '--guided')
    expect(standing(told), told.stdout.slice(-2500)).toEqual([3, 'stopped', 'unchanged', 'guided-no-effect'])
    expect([inForce(), filesBelow(world.stage.thunderbirdRoot), refused()]).toEqual([old, before, ['pop3 other']])
    const kept = await secretsOf(told.result['run'])
    expect(kept).toContain(old)
    expect(new Set(kept).size).toBe(2)
    expect(told.stderr).toContain('元のままでした')
    // Taken up again it is told anew, and ends well.
    const second = await resume(told.result['run'], { answer: obeys })
    expect(standing(second), second.stdout.slice(-2500)).toEqual([0, 'done', 'changed', null])
  })
  test('finish in time: looks again when asked to, and finds it', async () => {
    await open()
    let lastAsked: Line[] = []
    const told = await run(
      {
        answer: async (asked) => {
          if (asked['question'] === 'try-again') {
            for (const line of lastAsked) await doAsTold({ ...line, facts: { ...line['facts'], value: values.shift() } })
            return true
          }
          if (asked['question'] !== 'acted-by-hand') return true
          lastAsked = [...lastAsked, asked]
          values.push(asked['facts'].value ?? (asked['facts'].handed ? desk.clipboard() : undefined))
          return true
        },
      },
      '--guided',
    )
    expect(standing(told), told.stdout.slice(-2500)).toEqual([0, 'done', 'changed', null])
    expect(questions(told).filter((name) => name === 'try-again')).toEqual(['try-again'])
  })
  const values: (string | undefined)[] = []

  test.each([
    ['end of input', undefined, 'question-unanswered'],
    ['no', false, 'step-declined'],
  ] as const)('go on (%s): exit 3, nothing handed out, nothing tried', async (_what, answer, code) => {
    await open()
    const old = inForce()
    const told = await run({ answer: (asked) => (asked['facts'].step === 3 ? answer : true) }, '--guided')
    expect(standing(told), told.stdout.slice(-2500)).toEqual([3, 'stopped', 'unchanged', code])
    expect([inForce(), refused(), desk.clipboard()]).toEqual([old, [], ''])
  })
  test('reach the mail server: exit 5, both passwords kept; resume finds out', async () => {
    await open()
    const told = await run(
      {
        answer: async (asked) => {
          const done = await obeys(asked)
          if (isLast(asked)) world.practice.setFault({ name: 'mail-temporary' })
          return done
        },
      },
      '--guided',
    )
    expect(standing(told), told.stdout.slice(-2500)).toEqual([5, 'unknown', 'unknown', 'portal-outcome-unknown'])
    expect(await secretsOf(told.result['run'])).toContain(inForce())
    world.practice.clearFault()
    const second = await resume(told.result['run'], { answer: idles })
    expect(standing(second), second.stdout.slice(-2500)).toEqual([0, 'done', 'changed', null])
    expect(questions(second)).not.toContain('acted-by-hand')
  })
})

describe('a recipe that no longer fits', () => {
  test('goes on by hand after a yes: exit 0', async () => {
    await open({ faults: [{ name: 'changed-heading' }] })
    const told = await run({ answer: obeys })
    expect(standing(told), told.stdout.slice(-2500) + told.stderr.slice(-1500)).toEqual([0, 'done', 'changed', null])
    expect(questions(told)[0]).toBe('go-by-hand')
    expect([desk.opened(), decoys()]).toEqual([[world.practice.portalUrl], []])
    expect(await secretsOf(told.result['run'])).toContain(inForce())
  })
  test.each([[false], [undefined]])('without a yes (%s) it stops as it was: exit 3', async (answer) => {
    await open({ faults: [{ name: 'changed-heading' }] })
    const before = filesBelow(world.stage.thunderbirdRoot)
    const told = await run({ answer: () => answer })
    expect(standing(told), told.stdout.slice(-2500)).toEqual([3, 'stopped', 'unchanged', 'portal-changed'])
    expect([desk.opened(), filesBelow(world.stage.thunderbirdRoot), decoys()]).toEqual([[], before, []])
  })
  test('killed behind the person’s change: the live sign-in tells, and the site is not visited again', async () => {
    await open({ faults: [{ name: 'changed-heading' }] })
    const first = await killedAt(isLast, true)
    const visits = siteSignIns()
    const second = await resume(first.id, { answer: idles })
    expect(standing(second), second.stdout.slice(-2500)).toEqual([0, 'done', 'changed', null])
    expect([questions(second), siteSignIns()]).toEqual([[], visits])
  })
})

/** Runs until a question, and is killed there: before it is obeyed, or after. */
async function killedAt(here: (asked: Line) => boolean, after: boolean, ...more: readonly string[]) {
  let id = ''
  let child: ChildProcess | undefined
  const told = await runProcess(
    {
      onLine: (line, running) => {
        child = running
        id = line['type'] === 'plan' ? line['run'] : id
      },
      answer: async (asked) => {
        const stop = here(asked)
        const done = stop && !after ? true : await obeys(asked)
        if (stop) child?.kill('SIGKILL')
        return done
      },
    },
    ...more,
  )
  expect(told.signal, told.stdout.slice(-1500)).toBe('SIGKILL')
  return { id, told }
}

describe('killed in the middle', () => {
  test('behind the person’s change: it is found by the live sign-in, and nobody is asked anything', async () => {
    await open()
    const { id } = await killedAt(isLast, true, '--guided')
    expect(await secretsOf(id)).toContain(inForce())
    const second = await resume(id, { answer: idles })
    expect(standing(second), second.stdout.slice(-2500)).toEqual([0, 'done', 'changed', null])
    expect([questions(second), refused()]).toEqual([[], []])
  })
  test('before it: told again from the start', async () => {
    await open()
    const { id } = await killedAt(isLast, false, '--guided')
    person = makeWalker()
    const second = await resume(id, { answer: obeys })
    expect(standing(second), second.stdout.slice(-2500)).toEqual([0, 'done', 'changed', null])
    expect([refused(), await secretsOf(id)]).toEqual([['pop3 other'], expect.arrayContaining([inForce()])])
  })
  test('before anything was handed out: no sign-in is spent on it', async () => {
    await open()
    const { id } = await killedAt(({ facts }) => facts.step === 2, false, '--guided')
    person = makeWalker()
    const second = await resume(id, { answer: obeys })
    expect([standing(second)[0], refused()], second.stdout.slice(-2500)).toEqual([0, []])
  })
})

describe('interrupted while a password is on the clipboard', () => {
  test.each<readonly [string, readonly NodeJS.Signals[]]>([
    ['SIGINT', ['SIGINT']],
    ['SIGTERM', ['SIGTERM']],
    ['SIGHUP', ['SIGHUP']],
    ['SIGINT twice, and so without tidying up', ['SIGINT', 'SIGINT']],
  ])('%s: it is taken back before the program is gone', async (_name, signals) => {
    await open()
    let child: ChildProcess | undefined
    const held: string[] = []
    const told = await runProcess(
      {
        onStart: (started) => (child = started),
        answer: async (asked) => {
          if (!isLast(asked)) return obeys(asked)
          held.push(desk.clipboard())
          for (const signal of signals) child?.kill(signal)
          return new Promise(() => undefined)
        },
      },
      '--guided',
    )
    expect(told.code, told.stderr.slice(-1500)).toBe(130)
    expect(held).toEqual([desk.copied().findLast((text) => text !== '')])
    expect(desk.clipboard()).toBe('')
  })
})

describe('what --guided cannot be said with', () => {
  test('a password changed already', async () => {
    await open()
    const told = await run({}, '--guided', '--skip-portal')
    expect([told.code, told.result['problems'][0]]).toMatchObject([2, { code: 'bad-usage', facts: { reason: 'contradicting' } }])
  })
  test('a run that was planned otherwise; one that was planned so takes it', async () => {
    await open({ faults: [{ name: 'maintenance', once: true }] })
    const first = await run()
    const second = await tellHere(['resume', first.result['run'], '--guided', ...inData(world)], { env: desk.env })
    expect([second.code, second.result['problems'][0].facts.reason]).toEqual([2, 'settled-by-plan'])
    const guided = await run({ answer: () => undefined }, '--guided')
    const third = await tellHere(['resume', guided.result['run'], '--guided', ...inData(world)], { env: desk.env, answer: obeys })
    expect(standing(third), third.stdout.slice(-2500)).toEqual([0, 'done', 'changed', null])
  })
})

/** A machine without pseudo-terminals (a bare chroot) cannot play this. */
const noTerminal = spawnSync('script', ['-qefc', 'true', '/dev/null'], { stdio: 'ignore' }).status !== 0

describe.skipIf(noTerminal)('at a terminal without a clipboard', () => {
  const mine = 'Typed9canary'
  /** Says yes until the new password is told of; then no. Answers what stood on the screen and in the file standard output went to. */
  async function atTerminal(toFile: boolean): Promise<{ readonly screen: string; readonly written: string }> {
    await open({}, { clipboard: null })
    const [file, out] = ['new-password.txt', 'out.txt'].map((name) => path.join(world.folder, name)) as [string, string]
    writeFileSync(file, `${mine}\n`)
    writeFileSync(out, '')
    const road = roadTo(world, '--mailbox', mailbox(), '--guided', '--new-password-file', file)
    const words = [process.execPath, cli, 'run', world.stage.sheetFile, ...road].map((word) => `'${word}'`)
    const child = spawn('/usr/bin/script', ['-qefc', [...words, ...(toFile ? [`> '${out}'`] : [])].join(' '), '/dev/null'], {
      stdio: ['pipe', 'pipe', 'ignore'],
      env: { ...process.env, ...desk.env, MAIL_MIGRATE_VAULT_PASSPHRASE: passphrase },
    })
    let screen = ''
    let answered = 0
    const written = (): string => readFileSync(out, 'utf8')
    const watch = setInterval(() => {
      const told = toFile ? written() : screen
      const prompts = told.split('（はい / いいえ）>').length - 1
      if (prompts <= answered) return
      answered = prompts
      child.stdin.write(told.includes('「新しいパスワード」の欄') ? 'n\r' : 'y\r')
    }, 300)
    child.stdout.on('data', (chunk: Buffer) => (screen += chunk.toString()))
    await new Promise((resolve) => child.on('close', resolve))
    clearInterval(watch)
    return { screen, written: written() }
  }
  test('the password is shown to the person who sits there', async () => {
    const { screen } = await atTerminal(false)
    expect(screen).toContain(`新しいパスワード: ${mine}`)
    expect(screen).toContain('すぐ上に表示してあります')
    expect(passwordsBelow(world.dataDir, [mine], () => false)).toEqual([])
  })
  test('and into no file that standard output goes to', async () => {
    const { screen, written } = await atTerminal(true)
    expect(screen + written).not.toContain(mine)
    expect(written).toMatch(/「新しいパスワード」の欄.*mail-migrate status \S+ --secrets/)
  })
})

describe('no password is written anywhere', () => {
  const canary = 'Cn"&+%\\7$y<z'
  registerSecret('the password chosen for a guided change', canary)
  const own = (name: string): boolean =>
    name.endsWith('会員証.txt') || name.endsWith('new-password.txt') || name.startsWith('desk')
  test.each([
    ['a person who acts', ['--guided'], obeys, [], 0],
    ['a person who does not', ['--guided'], idles, [], 3],
    ['a recipe that no longer fits', [], obeys, [{ name: 'changed-heading' as const }], 0],
  ] as const)('%s', async (_what, more, answer, faults, code) => {
    await open({ faults })
    const old = inForce()
    const file = path.join(world.folder, 'new-password.txt')
    writeFileSync(file, `${canary}\n`)
    const places = { TMPDIR: 'tmp', HOME: 'home', XDG_CONFIG_HOME: 'home/config', XDG_CACHE_HOME: 'home/cache' }
    const env = Object.fromEntries(Object.entries(places).map(([name, at]) => [name, path.join(world.folder, at)]))
    for (const folder of Object.values(env)) mkdirSync(folder, { recursive: true })
    const shown = new Set<string>()
    const seen = () => processesShowing([old, canary], [process.pid]).forEach((place) => shown.add(place))
    const told = await runProcess({ env, answer, onLine: seen }, '--new-password-file', file, ...more)
    expect(told.code, told.stdout.slice(-2500) + told.stderr.slice(-1000)).toBe(code)
    // It was really handed out, to the clipboard and nowhere else.
    expect(desk.copied()).toEqual(expect.arrayContaining([old, canary]))
    expect([...shown]).toEqual([])
    expect(passwordsBelow(world.folder, [old, canary], own)).toEqual([])
    for (const text of [told.stdout, told.stderr, desk.args().join('\n'), desk.opened().join('\n')])
      for (const secret of [old, canary])
        expect(formsOf(secret).filter(({ bytes }) => Buffer.from(text).includes(bytes))).toEqual([])
  })
})
