import { readFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import type { Fault } from '../../electron/practice/faults.ts'
import { filesBelow, inData, openWorld, roadTo, tell, type World } from './journey.ts'

let world: World
afterEach(() => world.close())

interface Expected {
  readonly code: number
  readonly portal: 'changed' | 'unchanged' | 'unknown'
  readonly problem: string | null
  readonly posts: number
}
const stops = (problem: string, posts = 0): Expected => ({ code: 3, portal: 'unchanged', problem, posts })
const goesOn = (posts = 1): Expected => ({ code: 0, portal: 'changed', problem: null, posts })

/** For every fault: outcome, exit code, problem; how often the commit arrived. */
const table: readonly (readonly [Fault, Expected])[] = [
  [{ name: 'sign-in-refused' }, stops('portal-sign-in-refused')],
  [{ name: 'locked' }, stops('portal-locked')],
  [{ name: 'maintenance' }, stops('portal-maintenance')],
  [{ name: 'slow', seconds: 2 }, goesOn()],
  [{ name: 'session-expired', once: true }, goesOn()],
  [{ name: 'session-expired' }, stops('portal-session-expired')],
  [{ name: 'error-with-effect' }, goesOn()],
  [{ name: 'error-without-effect' }, stops('portal-refused', 1)],
  [{ name: 'success-without-effect' }, stops('portal-no-effect', 1)],
  [{ name: 'cut-with-effect' }, goesOn()],
  [{ name: 'cut-without-effect' }, stops('portal-no-effect', 1)],
  [{ name: 'changed-heading' }, stops('portal-changed')],
  [{ name: 'changed-button' }, stops('portal-changed')],
  [{ name: 'changed-label' }, stops('portal-changed')],
  [{ name: 'changed-menu' }, stops('portal-changed')],
  [{ name: 'doubled-button' }, stops('portal-ambiguous')],
  [{ name: 'limit-reached' }, stops('portal-limit-reached', 1)],
  [{ name: 'rule-refused' }, stops('portal-rule-refused', 1)],
  [{ name: 'old-password-refused' }, stops('portal-old-password-refused', 1)],
  [{ name: 'mail-refused' }, { code: 5, portal: 'unknown', problem: 'portal-outcome-unknown', posts: 1 }],
  [{ name: 'mail-temporary' }, { code: 5, portal: 'unknown', problem: 'portal-outcome-unknown', posts: 1 }],
  [{ name: 'mail-delayed', seconds: 5 }, goesOn()],
]

describe('the practice provider’s faults', () => {
  test.each(table)('%o', async (fault, expected) => {
    world = await openWorld({ faults: [fault] })
    const [address] = world.stage.addresses
    const before = filesBelow(world.stage.thunderbirdRoot)
    const old = world.practice.currentPasswordOf(world.practice.accounts[0]!.userName).reveal()
    const told = await tell(['run', world.stage.sheetFile, ...roadTo(world, '--mailbox', address!)])
    const events = world.practice.events()
    const seen: Expected = {
      code: told.code ?? -1,
      portal: told.result['mailboxes']?.[0]?.portal,
      problem: told.result['problems']?.[0]?.code ?? null,
      posts: events.filter((event) => event.what === 'post' && event.page === 'commit').length,
    }
    expect(seen, told.stdout.slice(-1500) + told.stderr.slice(-800)).toEqual(expected)
    expect(events.filter((event) => event.what === 'control' && event.decoy)).toEqual([])
    // Where nothing was changed at the provider, nothing is changed in the mail program either.
    if (expected.portal !== 'changed') expect(filesBelow(world.stage.thunderbirdRoot)).toEqual(before)
    // Both passwords can be had, whatever happened.
    const secrets = await tell(['status', told.result['run'], '--secrets', ...inData(world)])
    const values = secrets.result['secrets'].map((secret: { value: string }) => secret.value)
    expect(values).toContain(old)
    expect(values).toContain(world.practice.currentPasswordOf(world.practice.accounts[0]!.userName).reveal())
    expect(told.stdout + told.stderr).not.toContain(old)
  })

  test.each(['cut-with-effect', 'error-with-effect'] as const)('%s, and the mail servers follow late: changed', async (name) => {
    world = await openWorld({ faults: [{ name }, { name: 'mail-delayed', seconds: 5 }] })
    const told = await tell(['run', world.stage.sheetFile, ...roadTo(world, '--mailbox', world.stage.addresses[0]!)])
    expect([told.code, told.result['mailboxes'][0].portal], told.stdout.slice(-1500)).toEqual([0, 'changed'])
  })

  test('an unknown outcome is settled by resume once the servers answer again', async () => {
    world = await openWorld({ faults: [{ name: 'mail-temporary' }] })
    const told = await tell(['run', world.stage.sheetFile, ...roadTo(world, '--mailbox', world.stage.addresses[0]!)])
    expect(told.code).toBe(5)
    world.practice.clearFault()
    const resumed = await tell(['resume', told.result['run'], ...inData(world)])
    expect([resumed.code, resumed.result['outcome']], resumed.stdout.slice(-1500)).toEqual([0, 'done'])
    expect(world.practice.events().filter((event) => event.what === 'post' && event.page === 'commit')).toHaveLength(1)
  })

  test('undo puts every file of the profile back byte for byte', async () => {
    world = await openWorld()
    const before = filesBelow(world.stage.thunderbirdRoot)
    const told = await tell(['run', world.stage.sheetFile, ...roadTo(world)])
    expect([told.code, told.result['mailboxes'].length], told.stdout.slice(-1500)).toEqual([0, 2])
    expect(filesBelow(world.stage.thunderbirdRoot)).not.toEqual(before)
    const undone = await tell(['undo', told.result['run'], ...inData(world)])
    expect(undone.code, undone.stdout).toBe(0)
    expect(filesBelow(world.stage.thunderbirdRoot)).toEqual(before)
  })

  test('a plan touches and contacts nothing', async () => {
    world = await openWorld()
    const before = filesBelow(world.folder)
    const told = await tell(['plan', world.stage.sheetFile, ...roadTo(world)])
    expect([told.code, told.result['mailboxes'].length]).toEqual([0, 2])
    expect(told.lines.some((line) => line['type'] === 'plan')).toBe(true)
    expect(filesBelow(world.folder)).toEqual(before)
    expect(world.practice.events()).toEqual([])
  })

  test('the record and the JSON proof go where they are asked to', async () => {
    world = await openWorld()
    const record = path.join(world.folder, 'paper.pdf')
    const told = await tell([
      'run',
      world.stage.sheetFile,
      ...roadTo(world, '--record', record, '--round-trip', '--prove-old-dead'),
    ])
    expect(told.code, told.stdout.slice(-1500)).toBe(0)
    expect(readFileSync(record).subarray(0, 5).toString()).toBe('%PDF-')
    const proof = JSON.parse(readFileSync(path.join(world.folder, 'paper.json'), 'utf8'))
    expect(proof.mailboxes).toHaveLength(2)
    expect(proof.mailboxes[0].oldPassword.outcome).toBe('refused')
    expect(proof.mailboxes[0].roundTrip.ok).toBe(true)
  })
})
