import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { openWorld, root, type World } from './journey.ts'
import { tellHere } from './tell-here.ts'

let worlds: readonly World[] = []
afterEach(async () => {
  for (const world of worlds) await world.close()
})

/** Two households in one run: EFネット (practice) and お仕事ピカラ, each with its own site and servers, and a mail program each. */
async function openBoth(second: Parameters<typeof openWorld>[0]): Promise<readonly [World, World, string[]]> {
  const first = await openWorld()
  worlds = [first]
  const other = await openWorld({ ...second, provider: 'oshigoto-pikara', mailHost: 'mail.renshu.example' })
  worlds = [first, other]
  const ca = path.join(first.folder, 'both.pem')
  writeFileSync(ca, first.practice.caPem + other.practice.caPem)
  const of = (id: string, { stage }: World): string[] => [
    ...[
      '--portal-url',
      `${id}=${stage.portalUrl}`,
      '--incoming',
      `${id}=${stage.incoming}`,
      '--outgoing',
      `${id}=${stage.outgoing}`,
    ],
  ]
  const mailboxes = [first, other].flatMap(({ stage }) => ['--mailbox', stage.addresses[0]!])
  const shared = ['--ca', ca, '--no-thunderbird', '--data-dir', first.dataDir, '--vault', 'file', '--yes']
  const sheets = [first.stage.sheetFile, other.stage.sheetFile]
  return [first, other, ['run', ...sheets, ...of('practice', first), ...of('oshigoto-pikara', other), ...mailboxes, ...shared]]
}

test('two mailboxes of two providers are changed and proved in one run', async () => {
  const [first, other, args] = await openBoth({})
  const told = await tellHere(args)
  expect(told.code, told.stdout.slice(-2500) + told.stderr.slice(-1500)).toBe(0)
  expect(told.result['mailboxes']).toMatchObject([
    { address: first.stage.addresses[0], portal: 'changed' },
    { address: other.stage.addresses[0], portal: 'changed' },
  ])
})

test('one fails, the other completes: exit 4, and resume does the rest', async () => {
  const [first, other, args] = await openBoth({ faults: [{ name: 'maintenance' }] })
  const told = await tellHere(args)
  expect([told.code, told.result['outcome']], told.stdout.slice(-2500)).toEqual([4, 'unfinished'])
  expect(told.result['mailboxes']).toMatchObject([
    { address: first.stage.addresses[0], portal: 'changed' },
    { address: other.stage.addresses[0], portal: 'unchanged' },
  ])
  expect(told.result['problems'].map(({ code }: { code: string }) => code)).toEqual(['portal-maintenance'])
  other.practice.clearFault()
  const resumed = await tellHere(['resume', told.result['run'], '--data-dir', first.dataDir, '--vault', 'file'])
  expect([resumed.code, resumed.result['mailboxes'][1].portal], resumed.stdout.slice(-2500)).toEqual([0, 'changed'])
})

test('a paper whose mail password its site cannot change is left out and named; the other is changed: exit 4', async () => {
  const world = await openWorld()
  worlds = [world]
  const { stage } = world
  const ocn = path.join(root, 'shared', 'provider', 'ocn', 'fixtures', 'guide-as-printed.txt')
  const office = 'abcdefg@arrow.ocn.ne.jp'
  const told = await tellHere([
    ...['run', ocn, stage.sheetFile, '--portal-url', `practice=${stage.portalUrl}`],
    ...['--incoming', `practice=${stage.incoming}`, '--outgoing', `practice=${stage.outgoing}`],
    ...['--mailbox', stage.addresses[0]!, '--mailbox', office, '--ca', stage.caFile, '--no-thunderbird'],
    ...['--data-dir', world.dataDir, '--vault', 'file', '--yes'],
  ])
  expect([told.code, told.result['outcome']], told.stdout.slice(-2500) + told.stderr.slice(-1500)).toEqual([4, 'unfinished'])
  expect(told.result['mailboxes']).toMatchObject([
    { address: stage.addresses[0], portal: 'changed' },
    { address: office, portal: 'unchanged' },
  ])
  const left = [{ code: 'portal-cannot-change', facts: { provider: 'ocn', realm: 'mail', address: office } }]
  expect(told.result['problems']).toMatchObject(left)
  expect(told.stderr).toContain(office)
  expect(told.stderr).not.toContain(`mail-migrate resume ${told.result['run']}`)
  // Taken up again it has nothing to do, and does not call that done.
  const again = await tellHere(['resume', told.result['run'], '--data-dir', world.dataDir, '--vault', 'file'])
  expect([again.code, again.result['outcome'], again.result['problems']]).toMatchObject([4, 'unfinished', left])
})
