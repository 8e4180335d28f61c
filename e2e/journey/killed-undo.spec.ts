import { cpSync, rmSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readJournal } from '../../electron/store/journal-file.ts'
import { entry } from '../../shared/journal/entry.ts'
import { filesBelow, inData, openWorld, roadTo, type World } from './journey.ts'
import { sayCli } from '../../shared/words/cli.ts'
import { commits, counting, passwordsAtHand, tellKilled } from './kill.ts'
import { tellHere } from './tell-here.ts'

type Files = ReadonlyMap<string, Buffer>
let world: World
let id: string
let before: Files
let after: Files
const kept = (name: string): string => path.join(world.folder, 'kept', name)

/** One run of both mailboxes, put by as it stands: undo contacts nobody, so each try can start from it. */
beforeAll(async () => {
  world = await openWorld()
  before = filesBelow(world.stage.thunderbirdRoot)
  const told = await tellHere(['run', world.stage.sheetFile, ...roadTo(world)])
  if (told.code !== 0 || told.result['mailboxes'].length !== 2) throw new Error(`no run to undo: ${told.stdout.slice(-1500)}`)
  id = told.result['run']
  after = filesBelow(world.stage.thunderbirdRoot)
  cpSync(world.dataDir, kept('data'), { recursive: true, preserveTimestamps: true })
  cpSync(world.stage.thunderbirdRoot, kept('thunderbird'), { recursive: true, preserveTimestamps: true })
})
afterAll(() => world.close())

function startAgain(): void {
  for (const [place, name] of [
    [world.dataDir, 'data'],
    [world.stage.thunderbirdRoot, 'thunderbird'],
  ] as const) {
    rmSync(place, { recursive: true, force: true })
    cpSync(kept(name), place, { recursive: true, preserveTimestamps: true })
  }
}

/** No file was left in a state nobody ever wrote: each is as before the run, as after it, or as one mailbox left it for the other. */
function nothingTorn(): void {
  const now = filesBelow(world.stage.thunderbirdRoot)
  const whole = [before, after, filesBelow(path.join(world.dataDir, 'runs', id))]
  for (const [name, bytes] of now) {
    const known = whole.some((files) =>
      [...files].some(([other, was]) => path.basename(other) === path.basename(name) && was.equals(bytes)),
    )
    expect(known || /^\.|\.tmp$|\.new$/.test(path.basename(name)), name).toBe(true)
  }
}

/** A put-back was announced whose end is not in the journal. Between two mailboxes there is none: one is back, the other not yet begun. */
async function halfWay(): Promise<boolean> {
  const journal = await readJournal(path.join(world.dataDir, 'runs', id, 'journal.jsonl'), entry)
  if (!journal.ok) throw new Error(journal.problem.code)
  const open = new Set<string>()
  let announced = 0
  for (const one of journal.value.entries) {
    if (one.kind === 'intended' && one.act.kind === 'undo') {
      announced += 1
      open.add(one.step)
    }
    if (one.kind === 'undone') open.delete(one.step)
  }
  // The first change in the profile's folder comes behind the first announcement: no file is touched before it.
  expect(announced).toBeGreaterThan(0)
  return open.size > 0
}

/** Nobody calls a run done whose settings are being taken back: from the first announcement on the proof from disk stands no more. `expected`: the way to come through is named. */
async function notCalledDone(said: string, expected: boolean): Promise<void> {
  const { code, result, stderr } = await tellHere(['status', id, ...inData(world)])
  expect([code, result['outcome']], said).toEqual([0, 'unfinished'])
  expect(stderr.includes(sayCli('undoCut', 'ja', { run: id })), `${said}: ${stderr}`).toBe(expected)
}

/** Taken up as a run, the settings are written anew and proved from disk by a sign-in of its own; nothing is sent to the site. */
async function doneAnew(said: string): Promise<void> {
  const again = await tellHere(['resume', id, ...roadTo(world)])
  expect([again.code, again.result['outcome']], `${said}: ${again.stdout.slice(-1500)}${again.stderr}`).toEqual([0, 'done'])
  const proved = again.lines.filter((line) => line['entry']?.kind === 'done' && line['entry'].step.startsWith('prove-client'))
  expect(proved.length, said).toBeGreaterThan(0)
  for (const line of proved) expect(line['entry'].evidence.signIns.length, said).toBeGreaterThan(0)
  expect(commits(world)).toBe(2)
}

/** Asked once more, undo comes through: everything as it was before the run, the provider's side as the run left it. */
async function undoneInTheEnd(said: string): Promise<void> {
  await passwordsAtHand(world, id, world.stage.addresses)
  const again = await tellHere(['undo', id, ...inData(world)])
  expect([again.code, again.result['outcome']], `${said}: ${again.stdout.slice(-1500)}${again.stderr}`).toEqual([0, 'done'])
  expect(filesBelow(world.stage.thunderbirdRoot)).toEqual(before)
  expect(commits(world)).toBe(2)
  await passwordsAtHand(world, id, world.stage.addresses)
}

describe('undo, killed and asked once more: every file of the profile byte for byte', { timeout: 300_000 }, () => {
  test('at every entry it writes', async () => {
    let most = 0
    for (const at of counting()) {
      startAgain()
      const killed = await tellKilled(world, ['undo', id, ...inData(world)], { after: at })
      if (killed.signal === null) {
        expect(killed.code, killed.stderr).toBe(0)
        break
      }
      expect(killed.signal).toBe('SIGKILL')
      most = at
      nothingTorn()
      // Announced and not ended: behind the first entry and the third.
      await notCalledDone(`after ${at}`, at === 1 || at === 3)
      await undoneInTheEnd(`after ${at}`)
    }
    // Announced and ended for each mailbox, and the end.
    expect(most).toBe(5)
  })

  test('and taken up as a run instead: written and proved anew, then undone', async () => {
    for (const at of [1, 3]) {
      startAgain()
      const killed = await tellKilled(world, ['undo', id, ...inData(world)], { after: at })
      expect(killed.signal, killed.stderr).toBe('SIGKILL')
      await doneAnew(`after ${at}`)
      await undoneInTheEnd(`after ${at}, resumed`)
    }
  })

  test('while it puts files back, behind each thing done in the profile’s folder', async () => {
    const [folder] = [...before.keys()].filter((name) => name.endsWith('prefs.js')).map((name) => path.dirname(name))
    let most = 0
    for (const change of counting()) {
      startAgain()
      const killed = await tellKilled(world, ['undo', id, ...inData(world)], {
        change,
        below: path.join(world.stage.thunderbirdRoot, folder!),
      })
      if (killed.signal === null) {
        expect(killed.code, killed.stderr).toBe(0)
        break
      }
      expect(killed.signal).toBe('SIGKILL')
      most = change
      nothingTorn()
      await notCalledDone(`change ${change}`, await halfWay())
      if (change === 2) await doneAnew(`change ${change}`)
      await undoneInTheEnd(`change ${change}`)
    }
    // prefs.js, logins.json and its backup, each written beside and renamed, for each of two mailboxes.
    expect(most).toBe(12)
  })
})
