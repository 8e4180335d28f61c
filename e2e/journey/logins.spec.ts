import { readFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { filesBelow, inData, openWorld, roadTo, type World } from './journey.ts'
import { tellHere } from './tell-here.ts'

let world: World
afterEach(() => world.close())

/** A run about the provider whose site is practised on, as its real customer would start it. */
const asked = (provider: string, ...more: readonly string[]): string[] => [
  'run',
  world.stage.sheetFile,
  ...roadTo(world, ...more).map((word) => (word === 'practice' ? provider : word)),
]
const commits = (): number => world.practice.events().filter((event) => event.what === 'password-changed').length
const decoys = () => world.practice.events().filter((event) => event.what === 'control' && event.decoy)
const valuesOf = async (run: string): Promise<readonly string[]> => {
  const told = await tellHere(['status', run, '--secrets', ...inData(world)])
  return told.result['secrets'].map((secret: { value: string }) => secret.value)
}

const ways = [
  { provider: 'ocn', change: 'portal', login: 'd8400123@biz1.ocn.example', realms: ['portal', 'connection'] },
  { provider: 'ucom', change: 'contract', login: '20250113000001', realms: ['contract'] },
] as const

describe.each(ways)('the password of a login that is no mailbox: $provider --change $change', ({ provider, change, realms }) => {
  test('is changed, and the site itself proves it; mailboxes and mail program stay as they are', async () => {
    world = await openWorld({ provider })
    const before = filesBelow(world.stage.thunderbirdRoot)
    const record = path.join(world.folder, 'paper.pdf')
    const told = await tellHere(asked(provider, '--change', change, '--record', record))
    expect([told.code, told.result['outcome']], told.stdout.slice(-2500) + told.stderr.slice(-1500)).toEqual([0, 'done'])
    expect(told.result['logins']).toMatchObject([{ realms, portal: 'changed' }])
    const login: string = told.result['logins'][0].login
    expect(await valuesOf(told.result['run'])).toContain(world.practice.currentPasswordOf(login).reveal())
    const listed = await tellHere(['status', ...inData(world)])
    expect(listed.stderr).toContain('完了しました。会員サイトのパスワードが変わり')
    for (const mailbox of told.result['mailboxes']) expect(mailbox).toMatchObject({ portal: 'unchanged', clients: [] })
    expect(told.result['mailboxes'].map(({ address }: { address: string }) => address)).toEqual([...world.stage.addresses])
    expect(filesBelow(world.stage.thunderbirdRoot)).toEqual(before)
    expect([commits(), decoys()]).toEqual([1, []])
    const proof = JSON.parse(readFileSync(record.replace(/pdf$/, 'json'), 'utf8'))
    expect(proof).toMatchObject({ mailboxes: [], logins: [{ login, portal: 'changed' }], untouched: world.stage.addresses })
  })

  test('a wrong password on the paper stops it before anything is changed', async () => {
    world = await openWorld({ provider, faults: [{ name: 'sign-in-refused' }] })
    const told = await tellHere(asked(provider, '--change', change))
    expect([told.code, told.result['problems'][0]?.code], told.stdout.slice(-1500)).toEqual([3, 'portal-sign-in-refused'])
    expect([commits(), decoys()]).toEqual([0, []])
  })
})

describe('OCN', () => {
  test('a new password that works some seconds late is waited for', async () => {
    world = await openWorld({ provider: 'ocn', faults: [{ name: 'portal-delayed', seconds: 45, once: true }] })
    const told = await tellHere(asked('ocn', '--change', 'portal'))
    expect(told.code, told.stdout.slice(-2500) + told.stderr.slice(-1500)).toBe(0)
    expect(told.stderr).toContain('変更が行きわたるのを待っています')
  })

  test('the mail password cannot be changed at the desk: exit 3, the way is told, nobody is asked, nothing is contacted', async () => {
    world = await openWorld({ provider: 'ocn' })
    const told = await tellHere(asked('ocn'))
    expect([told.code, told.result['problems'][0].code]).toEqual([3, 'portal-cannot-change'])
    expect(told.result['problems'][0].facts).toMatchObject({ realm: 'mail', instead: expect.stringContaining('OCN') })
    expect(told.lines.some((line) => line['type'] === 'asked')).toBe(false)
    expect(world.practice.events()).toEqual([])
  })

  test('a second change within the hour does not go to the desk, and says when it may', async () => {
    world = await openWorld({ provider: 'ocn' })
    expect((await tellHere(asked('ocn', '--change', 'portal'))).code).toBe(0)
    const seen = world.practice.events().length
    const told = await tellHere(asked('ocn', '--change', 'portal'))
    expect([told.code, told.result['problems'][0].code], told.stdout.slice(-1500)).toEqual([3, 'portal-limit-reached'])
    const plan = told.lines.find((line) => line['type'] === 'plan')
    expect(plan?.['logins'][0].notBefore).toBe(told.result['problems'][0].facts.at)
    expect(world.practice.events()).toHaveLength(seen)
  })
})
