import { mkdtempSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import os from 'node:os'
import { expect } from 'vitest'
import type { CallName, Input, Output } from '../../shared/ipc/contract.ts'
import type { Stage } from '../../electron/practice/stage.ts'
import type { PracticeOptions } from '../../electron/practice/practice.ts'
import { dropFolder } from '../canary/drop-folder.ts'
import { openWorld, type World } from '../journey/journey.ts'
import { openWindow, type OpenWindow, type WindowOptions } from './app.ts'
import { byMouse, type Hands } from './hands.ts'

/** One window for several plays, each at a practice provider of its own: opening a window costs as much as a play of the first screens. */
export interface OneWindow {
  readonly open: OpenWindow
  readonly hands: Hands
  /** Names of all questions the main process has asked since the play began, in order. */
  readonly asked: () => Promise<readonly string[]>
  /** A play in a world of its own, from the first screen on. What the page complained of fails it. */
  readonly play: (household: PracticeOptions, work: (world: World) => Promise<void>, dress?: Dress) => Promise<void>
  /** What a call of the page is answered. */
  readonly call: <N extends CallName>(name: N, input: Input<N>) => Promise<Output<N>>
  readonly close: () => Promise<void>
}

/** Makes the world other than the practice provider furnishes it, before the window hears of it: answers what it is told instead. */
export type Dress = (world: World) => Promise<Partial<Stage>>

interface Heard {
  asked?: string[]
  readonly migration: {
    readonly call: (name: string, input: unknown) => Promise<{ readonly ok: boolean; readonly value?: unknown }>
    readonly onEvent: (listener: (event: { type: string; name?: string }) => void) => unknown
  }
}

/** Ends what an earlier play has left going on, and its rehearsal, loads the page anew, and hears what is asked from then on. */
async function beginAnew({ page }: OpenWindow): Promise<void> {
  const isBusy = (): Promise<boolean> =>
    page.evaluate(async () => {
      const { migration } = globalThis as unknown as Heard
      const runs = await migration.call('listRuns', {})
      const going = (runs.value as Output<'listRuns'>).runs.find(({ busy }) => busy)
      await migration.call('stopRun', { run: going?.run ?? null })
      return going !== undefined
    })
  await expect.poll(isBusy, { timeout: 30_000 }).toBe(false)
  const ended = await page.evaluate(() => (globalThis as unknown as Heard).migration.call('stopPractice', {}))
  expect(ended).toMatchObject({ ok: true })
  await page.reload()
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.evaluate(() => {
    const heard = globalThis as unknown as Heard
    heard.asked = []
    heard.migration.onEvent((event) => {
      if (event.type === 'asked' && event.name !== undefined) heard.asked?.push(event.name)
    })
  })
}

export async function oneWindow(options: WindowOptions = {}): Promise<OneWindow> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'window-'))
  const practice = path.join(folder, 'practice.json')
  const switches = [`--practice=${practice}`, ...(options.switches ?? [])]
  // No page opens on a developer's own desk.
  const env = { DISPLAY: '', WAYLAND_DISPLAY: '', ...options.env }
  const open = await openWindow({ ...options, folder, switches, env })
  return {
    open,
    hands: byMouse(open.page, options.lang ?? 'ja'),
    asked: () => open.page.evaluate(() => (globalThis as unknown as Heard).asked ?? []),
    call: async (name, input) => {
      const ask = ([name, input]: readonly [string, unknown]) => (globalThis as unknown as Heard).migration.call(name, input)
      const answer = await open.page.evaluate(ask, [name, input] as const)
      if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer)}`)
      return answer.value as Output<typeof name>
    },
    play: async (household, work, dress) => {
      const world = await openWorld(household)
      try {
        // The window reads whom it rehearses with when it is asked to.
        const told = { ...world.stage, provider: household.provider ?? world.stage.provider, ...(await dress?.(world)) }
        writeFileSync(practice, JSON.stringify(told))
        const before = open.complaints.length
        await beginAnew(open)
        await work(world)
        expect(open.complaints.slice(before)).toEqual([])
      } finally {
        await world.close()
      }
    },
    close: async () => {
      await open.close()
      dropFolder(folder)
    },
  }
}
