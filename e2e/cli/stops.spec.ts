import { mkdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { filesBelow, inData, type Line, openWorld, roadTo, tell, type World } from '../journey/journey.ts'
import { answer } from './say.ts'

let world: World
beforeEach(async () => {
  world = await openWorld()
})
afterEach(() => world.close())

const posts = (): number => world.practice.events().filter((event) => event.what === 'post' && event.page === 'commit').length
const oneMailbox = (...more: string[]): string[] => [
  'run',
  world.stage.sheetFile,
  ...roadTo(world, '--mailbox', world.stage.addresses[0]!, ...more),
]
const intends = (line: Line, step: string, act: string): boolean =>
  line['type'] === 'entry' &&
  line['entry'].kind === 'intended' &&
  String(line['entry'].step).startsWith(step) &&
  line['entry'].act.kind === act

describe('interrupted', () => {
  test.each([
    ['keep-secrets', 'step', 'SIGINT'],
    ['reach-servers', 'step', 'SIGTERM'],
    ['change-portal', 'step', 'SIGINT'],
    ['change-portal', 'sign-in', 'SIGHUP'],
    ['change-portal', 'commit', 'SIGINT'],
    ['rewrite-client', 'step', 'SIGINT'],
  ] as const)('in %s at its %s by %s: ends, says so, and can be taken up again', async (step, act, signal) => {
    let sent = false
    const told = await tell(oneMailbox(), {
      onLine: (line, child) => {
        if (!sent && intends(line, step, act)) sent = child.kill(signal)
      },
    })
    expect([sent, told.code, told.signal], told.stderr).toEqual([true, 130, null])
    expect(told.result).toMatchObject({ type: 'result', run: expect.stringMatching(/^\d{8}-/) })
    expect(told.stderr).toContain('resume')
    const resumed = await tell(['resume', told.result['run'], ...inData(world)])
    // Written down as intended, and never pressed: nothing was changed, and it says so.
    const pressed = act !== 'commit' || posts() > 0
    expect([resumed.code, resumed.result['outcome'], posts()], resumed.stderr).toEqual(
      pressed ? [0, 'done', 1] : [3, 'stopped', 0],
    )
  })
})

test('a second run in the same data folder is refused and harms nothing of the first', async () => {
  const others: ReturnType<typeof answer>[] = []
  const told = await tell(oneMailbox(), {
    onLine: (line) => {
      if (intends(line, 'change-portal', 'step')) for (let at = 0; at < 4; at += 1) others.push(answer(oneMailbox()))
    },
  })
  const refused = (await Promise.all(others)).map(({ code, problem }) => [code, problem])
  expect(refused).toEqual(Array.from({ length: 4 }, () => [3, 'run-busy']))
  expect([told.code, told.result['outcome'], posts()]).toEqual([0, 'done', 1])
  const secrets = await tell(['status', told.result['run'], '--secrets', ...inData(world)])
  expect(secrets.result['secrets'].map((secret: { value: string }) => secret.value)).toContain(
    world.practice.currentPasswordOf(world.practice.accounts[0]!.userName).reveal(),
  )
})

describe('stops before the member site is touched', () => {
  test.each<readonly [string, string, (road: string[]) => void]>([
    ['an untrusted certificate', 'tls-untrusted', (road) => void road.splice(road.indexOf('--ca'), 2)],
    ['a closed mail server', 'refused', (road) => void road.splice(road.indexOf('--incoming') + 1, 1, 'pop3s://localhost:9')],
    ['a mail server of no name', 'dns', (road) => void road.splice(road.indexOf('--incoming') + 1, 1, 'pop3s://mail.invalid')],
    ['no browser', 'browser-missing', (road) => void road.push('--browser', path.join(world.folder, 'none'))],
    ['a folder for a browser', 'browser-missing', (road) => void road.push('--browser', world.folder)],
  ])('%s', async (_name, code, change) => {
    const before = filesBelow(world.stage.thunderbirdRoot)
    const args = oneMailbox()
    change(args)
    const told = await answer(args)
    expect([told.code, told.result['outcome'], told.problem], told.stderr).toEqual([3, 'stopped', code])
    expect(world.practice.events().filter((event) => event.what === 'control' || event.what === 'post')).toEqual([])
    expect(filesBelow(world.stage.thunderbirdRoot)).toEqual(before)
  })

  test('a step that was declined, though everything else was agreed to', async () => {
    const told = await tell(
      oneMailbox('--attended').filter((word) => word !== '--yes'),
      {
        answer: (asked) => asked['question'] === 'confirm-plan',
      },
    )
    expect([told.code, told.result['problems'][0].code, posts()]).toEqual([3, 'step-declined', 0])
    expect(told.lines.findLast((line) => line['type'] === 'asked')).toMatchObject({ question: 'confirm-step', kind: 'yes-no' })
  })
})

test('a record whose place is gone at the end is written elsewhere, said, and made good by resume', async () => {
  const folder = path.join(world.folder, 'papers')
  mkdirSync(folder)
  const record = ['--record', path.join(folder, 'record.pdf')]
  const told = await tell(oneMailbox(...record), {
    onLine: (line) => {
      if (intends(line, 'prove-client', 'step')) rmSync(folder, { recursive: true, force: true })
    },
  })
  expect([told.code, told.result['outcome'], told.result['problems'].length], told.stderr).toEqual([4, 'unfinished', 1])
  expect([...filesBelow(path.join(world.dataDir, 'records')).keys()].map((name) => path.extname(name)).sort()).toEqual([
    '.json',
    '.pdf',
  ])
  mkdirSync(folder)
  const resumed = await tell(['resume', told.result['run'], ...inData(world), ...record])
  expect([resumed.code, resumed.result['outcome']], resumed.stderr).toEqual([0, 'done'])
  expect([...filesBelow(folder).keys()]).toEqual(['record.json', 'record.pdf'])
})
