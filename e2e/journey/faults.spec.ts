import { readFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { filesBelow, inData, openWorld, roadTo, type World } from './journey.ts'
import { tellHere } from './tell-here.ts'

let world: World
afterEach(() => world.close())

// Each fault by itself stands in provider-faults.spec.ts, for every provider.
describe('the practice provider', () => {
  test.each(['cut-with-effect', 'error-with-effect'] as const)('%s, and the mail servers follow late: changed', async (name) => {
    world = await openWorld({ faults: [{ name }, { name: 'mail-delayed', seconds: 5 }] })
    const told = await tellHere(['run', world.stage.sheetFile, ...roadTo(world, '--mailbox', world.stage.addresses[0]!)])
    expect([told.code, told.result['mailboxes'][0].portal], told.stdout.slice(-1500)).toEqual([0, 'changed'])
  })

  test('an unknown outcome is settled by resume once the servers answer again', async () => {
    world = await openWorld({ faults: [{ name: 'mail-temporary' }] })
    const told = await tellHere(['run', world.stage.sheetFile, ...roadTo(world, '--mailbox', world.stage.addresses[0]!)])
    expect(told.code).toBe(5)
    world.practice.clearFault()
    const resumed = await tellHere(['resume', told.result['run'], ...inData(world)])
    expect([resumed.code, resumed.result['outcome']], resumed.stdout.slice(-1500)).toEqual([0, 'done'])
    expect(world.practice.events().filter((event) => event.what === 'post' && event.page === 'commit')).toHaveLength(1)
  })

  test('undo puts every file of the profile back byte for byte', async () => {
    world = await openWorld()
    const before = filesBelow(world.stage.thunderbirdRoot)
    const told = await tellHere(['run', world.stage.sheetFile, ...roadTo(world)])
    expect([told.code, told.result['mailboxes'].length], told.stdout.slice(-1500)).toEqual([0, 2])
    expect(filesBelow(world.stage.thunderbirdRoot)).not.toEqual(before)
    const { run } = told.result
    expect(told.stderr).toContain(`mail-migrate undo ${run}`)
    const undone = await tellHere(['undo', run, ...inData(world)])
    expect(undone.code, undone.stdout).toBe(0)
    expect(filesBelow(world.stage.thunderbirdRoot)).toEqual(before)
    expect(undone.stderr).toContain(`mail-migrate resume ${run}`)
    const status = await tellHere(['status', run, ...inData(world)])
    expect(status.stderr).toContain('に元に戻してあります')
    expect(status.stderr).not.toContain('mail-migrate undo')
    expect(status.result['mailboxes'][0].clients[0]).toMatchObject({ changed: [], undone: expect.stringMatching(/^2/) })
  })

  test('behind an undo the proof is made anew: done only once the servers have taken the sign-in again', async () => {
    world = await openWorld()
    const address = world.stage.addresses[0]!
    const told = await tellHere(['run', world.stage.sheetFile, ...roadTo(world, '--mailbox', address)])
    expect(told.code, told.stdout.slice(-1500)).toBe(0)
    expect((await tellHere(['undo', told.result['run'], ...inData(world)])).code).toBe(0)
    world.practice.setFault({ name: 'mail-temporary' })
    const blind = await tellHere(['resume', told.result['run'], ...inData(world)])
    expect([blind.code, blind.result['outcome']], blind.stdout.slice(-1500)).toEqual([4, 'unfinished'])
    world.practice.clearFault()
    const seen = await tellHere(['resume', told.result['run'], ...inData(world)])
    expect([seen.code, seen.result['outcome']], seen.stdout.slice(-1500)).toEqual([0, 'done'])
  })

  test('a plan touches and contacts nothing', async () => {
    world = await openWorld()
    const before = filesBelow(world.folder)
    const told = await tellHere(['plan', world.stage.sheetFile, ...roadTo(world)])
    expect([told.code, told.result['mailboxes'].length]).toEqual([0, 2])
    expect(told.lines.some((line) => line['type'] === 'plan')).toBe(true)
    expect(filesBelow(world.folder)).toEqual(before)
    expect(world.practice.events()).toEqual([])
  })

  test('the record and the JSON proof go where they are asked to', async () => {
    world = await openWorld()
    const record = path.join(world.folder, 'paper.pdf')
    const told = await tellHere([
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
