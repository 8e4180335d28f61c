import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, describe, expect, it, test } from 'vitest'
import { Died, outlookRoad, type RoadWish } from '../../e2e/fakes/outlook-road.ts'
import { outlookWorld, type OutlookWorld } from '../../e2e/fakes/outlook-world.ts'
import { compareTrees } from '../../shared/client/outlook/compare-trees.ts'
import { regType, type RegistryTree } from '../../shared/client/outlook/registry-tree.ts'

// The product's own steps over Outlook: what the adapter does by itself is in clients/outlook.test.ts. In memory, and in Windows's own registry.

const rooms: string[] = []
afterEach(() => {
  for (const folder of rooms.splice(0)) rmSync(folder, { recursive: true, force: true })
})
const newPassword = 'Neu-9 "x\\y" 日本'
const moves: RoadWish = {
  address: 'taro@example.jp',
  userName: 'taro@example.jp',
  incoming: [{ protocol: 'pop3', host: 'mail.example.net' }],
  outgoing: [{ protocol: 'smtp', host: 'mail.example.net', port: 587 }],
}

async function meet(name: string, wish: RoadWish | readonly RoadWish[], answer?: Parameters<typeof outlookRoad>[4]) {
  const world = await outlookWorld(name)
  const home = mkdtempSync(path.join(tmpdir(), 'outlook-run-'))
  rooms.push(home)
  const before = await world.now()
  const road = await outlookRoad(world, home, [wish].flat(), newPassword, answer)
  return { world, road, before }
}

/** Dies at this write, and at this one only. */
function dieAt(world: OutlookWorld, at: number): void {
  let writes = 0
  world.gate = () => {
    if (writes === at) throw new Died()
    writes += 1
    return 'pass'
  }
}

const differing = (before: RegistryTree, after: RegistryTree): readonly string[] =>
  compareTrees(before, after)
    .map(({ name }) => name)
    .toSorted()

const all = [
  'POP3 Password',
  'POP3 Port',
  'POP3 Server',
  'POP3 Use SSL',
  'POP3 User',
  'SMTP Port',
  'SMTP Secure Connection',
  'SMTP Server',
  'SMTP Use Auth',
  'SMTP Use SSL',
]

test('the whole road: shown before, written, and proved by signing in with what stands in the registry', async () => {
  const { world, road, before } = await meet('365-pop3-defaults', moves)
  expect(road.plan.mailboxes[0]?.clients).toMatchObject([{ client: 'outlook', profile: 'Outlook' }])
  expect(road.plan.mailboxes[0]?.clients[0]?.changes.map(({ setting, from, to }) => `${setting}: ${from} → ${to}`)).toEqual([
    'incoming.host: pop.example.jp → mail.example.net',
    'incoming.port: 110 → 995',
    'incoming.security: none → tls',
    'userName: taro → taro@example.jp',
    'outgoing.host: smtp.example.jp → mail.example.net',
    'outgoing.port: 25 → 587',
    'outgoing.security: none → starttls',
    'outgoing.userName:  → taro@example.jp',
    'password: stored → new',
    'outgoing.password: stored → new',
  ])
  expect(await road.take()).toBe('ended')
  expect([road.outcome(), road.questions]).toEqual(['done', []])
  expect(differing(before, await world.now())).toEqual(all)
  // Once before anything is rewritten, once with what stands there.
  const doors = ['pop3 mail.example.net:995 tls taro@example.jp true', 'smtp mail.example.net:587 starttls taro@example.jp true']
  expect(road.signIns.toSorted()).toEqual([...doors, ...doors].toSorted())
  const rewritten = road.entries().find((entry) => entry.kind === 'done' && entry.evidence.rewrite)
  expect(rewritten).toMatchObject({ evidence: { rewrite: { changed: road.plan.mailboxes[0]?.clients[0]?.changes } } })
  expect(await road.undo()).toBe(1)
  expect(differing(before, await world.now())).toEqual([])
})

describe('killed at any value', () => {
  // In Windows each begins with an import by its own tool: first, one between, last.
  const writes = all.map((_, at) => at).filter((at) => process.platform !== 'win32' || [0, 4, 9].includes(at))

  it.each(writes)('before no. %i: taken up again it comes to its end, and undo leaves no trace', async (at) => {
    const { world, road, before } = await meet('365-pop3-defaults', moves)
    dieAt(world, at)
    expect(await road.take()).toBe('died')
    expect(differing(before, await world.now()).length).toBe(at)
    expect(road.outcome()).toBe('unfinished')
    world.gate = () => 'pass'
    expect(await road.take()).toBe('ended')
    expect([road.outcome(), road.questions, differing(before, await world.now())]).toEqual(['done', [], all])
    expect(await road.undo()).toBe(1)
    expect([road.questions, differing(before, await world.now())]).toEqual([[], []])
  })

  it.each(writes)('before no. %i: undone at once, without a question', async (at) => {
    const { world, road, before } = await meet('365-pop3-defaults', moves)
    dieAt(world, at)
    await road.take()
    world.gate = () => 'pass'
    expect(await road.undo()).toBe(1)
    expect([road.questions, differing(before, await world.now())]).toEqual([[], []])
  })

  it.each(writes)('of going back, before no. %i: going back again comes to its end', async (at) => {
    const { world, road, before } = await meet('365-pop3-defaults', moves)
    await road.take()
    dieAt(world, at)
    expect(await road.undo()).toBe('died')
    world.gate = () => 'pass'
    expect(await road.undo()).toBe(1)
    expect([road.questions, differing(before, await world.now())]).toEqual([[], []])
  })
})

describe('a password is stored only where one was, or where the person agrees', () => {
  const stays: RoadWish = {
    address: 'taro@example.jp',
    userName: 'taro',
    incoming: [{ protocol: 'pop3', host: 'pop.example.jp' }],
    outgoing: [{ protocol: 'smtp', host: 'smtp.example.jp' }],
  }
  it.each([
    [true, ['POP3 Password']],
    [false, []],
    [null, []],
  ])('%j', async (answer, written) => {
    const { world, road, before } = await meet('no-password', stays, ({ name }) => (name === 'store-password' ? answer : null))
    expect(await road.take()).toBe('ended')
    expect(road.questions).toMatchObject([{ name: 'store-password', facts: { client: 'outlook', address: 'taro@example.jp' } }])
    expect([road.outcome(), differing(before, await world.now())]).toEqual(['done', written])
    await road.undo()
    expect(differing(before, await world.now())).toEqual([])
  })
})

test('an open Outlook is asked to be closed, and nothing is written while it is open', async () => {
  const { world, road, before } = await meet('365-pop3-defaults', moves, () => false)
  world.programs.push('OUTLOOK.EXE')
  await road.take()
  expect(road.questions.map(({ name, facts }) => `${name} ${String(facts['client'])}`)).toEqual(['close-thunderbird outlook'])
  expect([road.outcome(), differing(before, await world.now())]).toEqual(['stopped', []])
})

test('the mailbox in two profiles is rewritten in both, by POP3 here and by IMAP there', async () => {
  const wish: RoadWish = {
    address: 'taro@example.jp',
    userName: 'taro@example.jp',
    incoming: [
      { protocol: 'pop3', host: 'pop.example.jp' },
      { protocol: 'imap', host: 'imap.example.jp' },
    ],
    outgoing: [{ protocol: 'smtp', host: 'smtp.example.jp', port: 587 }],
  }
  const { world, road, before } = await meet('several-profiles', wish)
  expect(await road.take()).toBe('ended')
  expect(road.outcome()).toBe('done')
  const where = compareTrees(before, await world.now()).map(({ path: at }) => at.split('\\').at(-3))
  expect(new Set(where)).toEqual(new Set(['Outlook', '会社用']))
  expect(await road.undo()).toBe(2)
  expect(differing(before, await world.now())).toEqual([])
})

describe('two mailboxes of one profile in one run', () => {
  const server = { incoming: [{ protocol: 'pop3' as const, host: 'mail.example.net' }], outgoing: [] }
  const both = [
    { address: 'taro@example.jp', userName: 'taro', ...server },
    { address: 'info@example.jp', userName: 'info', ...server },
  ]
  const own = ['0000000A POP3 Password', '0000000A POP3 Server', '00000002 POP3 Password', '00000002 POP3 Server']
  const where = (before: RegistryTree, after: RegistryTree) =>
    new Set(compareTrees(before, after).map(({ path: at, name }) => `${at.split('\\').at(-1)} ${name}`))

  it('each copy holds its own account: neither is in the way of the other, there or back', async () => {
    const { world, road, before } = await meet('many-kinds', both)
    expect(await road.take()).toBe('ended')
    expect([road.outcome(), road.questions, where(before, await world.now())]).toEqual(['done', [], new Set(own)])
    expect(await road.undo()).toBe(2)
    expect([road.questions, differing(before, await world.now())]).toEqual([[], []])
  })

  it('killed in the second, the first stands; taken up again both do; and back', async () => {
    const { world, road, before } = await meet('many-kinds', both)
    dieAt(world, 3)
    expect(await road.take()).toBe('died')
    expect(where(before, await world.now()).size).toBe(3)
    world.gate = () => 'pass'
    expect(await road.take()).toBe('ended')
    expect([road.outcome(), where(before, await world.now())]).toEqual(['done', new Set(own)])
    expect(await road.undo()).toBe(2)
    expect([road.questions, differing(before, await world.now())]).toEqual([[], []])
  })
})

test('what others changed since the copy is copied anew and kept; going back over it is asked about', async () => {
  const answers: boolean[] = [false, true]
  const { world, road, before } = await meet('365-pop3-defaults', moves, () => answers.shift() ?? null)
  const { folder } = road.plan.mailboxes[0]!.clients[0]!
  const key = `${folder}\\9375CFF0413111d3B88A00104B2A6676\\00000002`
  await road.take()
  await world.meddle(key, { name: 'POP3 Password', type: regType.binary, bytes: Uint8Array.from([2, 9, 9]) })
  expect(await road.undo()).toBe(0)
  expect(await road.undo()).toBe(1)
  expect(road.questions.map(({ name }) => name)).toEqual(['restore-anyway', 'restore-anyway'])
  expect(differing(before, await world.now())).toEqual([])
})
