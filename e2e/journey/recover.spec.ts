import { existsSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { atHome } from '../../electron/practice/portals/my-pikara/household.ts'
import { secretForms } from '../../shared/base/secret.ts'
import { myPikara } from '../../shared/provider/my-pikara/facts.ts'
import { filesBelow, inData, type Line, openWorld, type World } from './journey.ts'
import { tellHere } from './tell-here.ts'

let world: World
beforeEach(async () => {
  world = await openWorld({ provider: 'my-pikara' })
})
afterEach(() => world.close())

const titleOf = (id: string): string => myPikara.recoveries.find((recovery) => recovery.id === id)!.title.ja
const person: Readonly<Record<string, string>> = {
  姓: '見本',
  名: '太郎',
  ご契約者生年月日: '1970年4月1日',
  ピカラメールアドレス: atHome.addresses[0]!,
  ご送付希望の通知先: 'Ｍｙピカラ第１メールアドレス',
}
const trueLink = (): string => new URL('/myp/reset?key=rehearsal', world.practice.portalUrl).href

/** Answers as a person at the practice site would; `link` is what arrived. */
const answers =
  (id: string, link: () => string | undefined = trueLink) =>
  (asked: Line): unknown => {
    switch (asked['question']) {
      case 'choose-recovery':
        return titleOf(id)
      case 'user-name':
        return atHome.login
      case 'portal-value':
        return person[asked['facts'].control]
      case 'confirm-step':
        return true
      case 'reset-link':
        return link()
      default:
        return undefined
    }
  }

const recover = (id: string, link?: () => string | undefined) =>
  tellHere(['recover', '--provider', 'my-pikara', '--portal-url', world.practice.portalUrl, '--headless', ...inData(world)], {
    answer: answers(id, link),
  })
const changed = (): readonly string[] =>
  world.practice.events().flatMap((event) => (event.what === 'password-changed' ? [event.user] : []))
const decoys = (): readonly string[] =>
  world.practice.events().flatMap((event) => (event.what === 'control' && event.decoy ? [event.control] : []))
/** Everything the program wrote or said, as one text. */
const written = (stdout: string, stderr: string): string =>
  [stdout, stderr, ...[...filesBelow(world.dataDir).values()].map((bytes) => bytes.toString('latin1'))].join('\n')
const secretsOf = async (run: string): Promise<readonly string[]> => {
  const told = await tellHere(['status', run, '--secrets', ...inData(world)])
  return told.result['secrets'].map((secret: { value: string }) => secret.value)
}

describe('a forgotten user name', () => {
  test('the request is sent, each act agreed to; no password changes and no run is kept', async () => {
    const told = await recover('user-name-person')
    expect([told.code, told.result['outcome'], told.result['recovery']], told.stderr).toEqual([0, 'done', 'user-name-person'])
    expect(told.stderr).toMatch(/5～10 分/)
    const acts = told.lines.filter((line) => line['question'] === 'confirm-step').map((line) => line['facts'].act)
    expect(acts).toEqual(['press', 'press', 'press', 'commit'])
    expect([changed(), decoys()]).toEqual([[], []])
    // Nothing of what the person told stays behind.
    expect(existsSync(world.dataDir) ? filesBelow(world.dataDir).size : 0).toBe(0)
  })

  test('a no before the request is sent stops with nothing sent', async () => {
    const told = await tellHere(
      ['recover', '--provider', 'my-pikara', '--portal-url', world.practice.portalUrl, '--headless', ...inData(world)],
      { answer: (asked) => (asked['facts'].act === 'commit' ? false : answers('user-name-person')(asked)) },
    )
    expect([told.code, told.result['problems'][0].code], told.stderr).toEqual([3, 'step-declined'])
    expect(world.practice.events().filter((event) => event.what === 'post' && event.page === 'request-commit')).toEqual([])
  })

  test('a request whose answer was lost is told as unknown', async () => {
    world.practice.setFault({ name: 'cut-without-effect' })
    const told = await recover('user-name-person')
    expect([told.code, told.result['outcome']], told.stderr).toEqual([5, 'unknown'])
  })
})

describe('a forgotten password', () => {
  test('is set anew behind the link, seen to sign in, and in the vault before the site heard of it', async () => {
    const told = await recover('password-person')
    expect([told.code, told.result['outcome']], told.stderr).toEqual([0, 'done'])
    expect(told.result['logins']).toMatchObject([{ login: atHome.login, realms: ['portal'], portal: 'changed' }])
    expect([changed(), decoys()]).toEqual([[atHome.login], []])
    const now = world.practice.currentPasswordOf(atHome.login).reveal()
    expect(await secretsOf(told.result['run'])).toEqual([now])
    const entries = told.lines.filter((line) => line['type'] === 'entry').map((line) => line['entry'])
    const kept = entries.findIndex((entry) => entry.kind === 'done' && String(entry.step).startsWith('keep-secrets'))
    const commit = entries.findIndex((entry) => entry.kind === 'intended' && entry.act.kind === 'commit')
    expect(kept).toBeGreaterThanOrEqual(0)
    expect(commit).toBeGreaterThan(kept)
    const text = written(told.stdout, told.stderr)
    for (const form of [...secretForms(now), 'key=rehearsal', '1970年4月1日']) expect(text).not.toContain(form)
  })

  test.each([
    'http://portal.pikara.jp.evil.example/myp/reset?key=rehearsal',
    'http://portal.pikara.jp@evil.example/myp/reset?key=rehearsal',
    'http://evil.example/?u=http://portal.pikara.jp',
    'https://portal.pikara.jp/reset',
  ])('%s is not opened; the true link goes on from there', async (link) => {
    const told = await recover('password-person', () => link)
    expect([told.code, told.result['outcome'], told.result['problems'][0].code], told.stderr).toEqual([
      3,
      'stopped',
      'portal-link-refused',
    ])
    expect(told.result['problems'][0].text).toContain('http://portal.pikara.jp')
    expect(changed()).toEqual([])
    const resumed = await tellHere(['resume', told.result['run'], ...inData(world)], { answer: answers('password-person') })
    expect([resumed.code, resumed.result['outcome'], changed()], resumed.stderr).toEqual([0, 'done', [atHome.login]])
  })

  test('no link: nothing changes', async () => {
    const told = await recover('password-person', () => undefined)
    expect([told.code, told.result['problems'][0].code, changed()], told.stderr).toEqual([3, 'question-unanswered', []])
  })

  test.each([
    ['error-with-effect', 0, 'done', true],
    ['cut-with-effect', 0, 'done', true],
    ['success-without-effect', 5, 'unknown', false],
    ['cut-without-effect', 5, 'unknown', false],
    ['rule-refused', 3, 'stopped', false],
  ] as const)('%s at the reset: exit %i', async (name, code, outcome, takesEffect) => {
    world.practice.setFault({ name, at: 'reset' })
    const told = await recover('password-person')
    expect([told.code, told.result['outcome'], changed().length > 0], told.stderr).toEqual([code, outcome, takesEffect])
    expect(await secretsOf(told.result['run'])).toHaveLength(1)
    if (code === 5) expect(told.result['problems'][0].code).toBe('portal-reset-unknown')
    if (takesEffect)
      expect(await secretsOf(told.result['run'])).toEqual([world.practice.currentPasswordOf(atHome.login).reveal()])
  })
})

test('a provider without such pages says the way it has', async () => {
  const told = await tellHere(['recover', '--provider', 'biglobe-ef', ...inData(world)])
  expect([told.code, told.result['problems'][0].code]).toEqual([3, 'portal-no-recovery'])
  expect(told.stderr).toContain('再発行')
})
