import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Fault } from '../../electron/practice/faults.ts'
import { searchFolder } from '../canary/drop-folder.ts'
import { registerSecret } from '../canary/register.ts'
import { processesShowing } from '../fakes/processes-showing.ts'
import { inData, openWorld, roadTo, tell, type World } from './journey.ts'

/** Symbols that HTML, URLs, JSON, shells and regular expressions each write in another way. */
const canary = 'Cn"&+%\\7$y<z'
registerSecret('the chosen password', canary)

/** A home and a temporary folder of their own, so that everything the program and its browser write lies below one folder. */
function ownPlaces(world: World): Readonly<Record<string, string>> {
  const places = {
    TMPDIR: 'tmp',
    HOME: 'home',
    XDG_CONFIG_HOME: 'home/config',
    XDG_CACHE_HOME: 'home/cache',
    XDG_DATA_HOME: 'home/data',
  }
  const env = Object.entries(places).map(([name, folder]) => [name, path.join(world.folder, folder)] as const)
  for (const [, folder] of env) mkdirSync(folder, { recursive: true })
  return Object.fromEntries(env)
}

interface Line {
  readonly what: string
  readonly faults: readonly Fault[]
  readonly options: readonly string[]
  readonly code: number
  /** What is asked for afterwards. */
  readonly later: readonly ('resume' | 'undo' | 'status')[]
}

const lines: readonly Line[] = [
  {
    what: 'a run that ends well',
    faults: [],
    options: ['--round-trip', '--prove-old-dead'],
    code: 0,
    later: ['resume', 'status', 'undo'],
  },
  { what: 'a run the site refuses', faults: [{ name: 'old-password-refused' }], options: [], code: 3, later: ['resume', 'undo'] },
  {
    what: 'a run whose commit breaks off',
    faults: [{ name: 'cut-with-effect' }],
    options: [],
    code: 0,
    later: ['undo', 'resume'],
  },
  { what: 'a run with an unknown outcome', faults: [{ name: 'mail-refused' }], options: [], code: 5, later: ['resume'] },
  { what: 'a run that meets a changed page', faults: [{ name: 'changed-button' }], options: [], code: 3, later: ['resume'] },
  { what: 'a refused sign-in', faults: [{ name: 'sign-in-refused' }], options: [], code: 3, later: ['resume'] },
]

/** Plays a line of the table. Everything the run and its browser write is searched while it goes on, and when it is over. */
async function playLine({ options, code, later }: Line, world: World): Promise<void> {
  const account = world.practice.accounts[0]!
  const old = world.practice.currentPasswordOf(account.userName).reveal()
  const file = path.join(world.folder, 'new-password.txt')
  writeFileSync(file, `${canary}\n`)
  const env = ownPlaces(world)
  const shown = new Set<string>()
  // The browser's profile is gone when the visit is over.
  const onLine = (): void => {
    processesShowing([old, canary], [process.pid]).forEach((place) => shown.add(place))
    searchFolder(world.folder)
  }
  const chosen = ['--mailbox', account.address, '--new-password-file', file, ...options]
  const told = await tell(['run', world.stage.sheetFile, ...roadTo(world, ...chosen)], { env, onLine })
  expect(told.code, told.stdout.slice(-1500)).toBe(code)
  for (const command of later) {
    const next = await tell([command, told.result['run'], ...inData(world)], { env, onLine })
    expect(next.signal, next.stderr).toBeNull()
  }
  expect([...shown]).toEqual([])
}

// Mostly waiting: for a site that is slow to say no, and for the time a change may take.
describe.concurrent('no password is written anywhere', () => {
  test.each(lines)('$what, then $later', async (line) => {
    const world = await openWorld({ faults: line.faults })
    try {
      await playLine(line, world)
    } finally {
      await world.close()
    }
  })
})
