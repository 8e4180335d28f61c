import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { startScreen, type Screen } from '../fakes/screen.ts'
import { inData, type Line, openWorld, tell, type World } from '../journey/journey.ts'

let world: World
beforeEach(async () => {
  world = await openWorld({ provider: 'my-pikara' })
})
afterEach(() => world.close())
let screen: Screen | null = null
beforeAll(async () => {
  screen = await startScreen()
})
afterAll(() => screen?.close())

/** Command lines of the programs that use this screen. */
function programsOn(display: string): readonly string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        const env = readFileSync(`/proc/${pid}/environ`, 'latin1').split('\0')
        return env.includes(`DISPLAY=${display}`) ? [readFileSync(`/proc/${pid}/cmdline`, 'latin1')] : []
      } catch {
        return []
      }
    })
}

/** A run of a recipe written without having seen the pages, up to its first question about a press; what was asked, and the browsers then running. */
async function firstQuestion(display: string, ...more: readonly string[]) {
  const asked: Line[] = []
  const browsers: string[] = []
  const road = [
    ...['run', world.stage.sheetFile, '--portal-url', world.practice.portalUrl, '--ca', world.stage.caFile, ...inData(world)],
    ...['--incoming', world.stage.incoming, '--outgoing', world.stage.outgoing],
    ...['--thunderbird-root', world.stage.thunderbirdRoot, '--mailbox', world.stage.addresses[0]!, ...more],
  ]
  const told = await tell(road, {
    env: { DISPLAY: display, WAYLAND_DISPLAY: '' },
    answer: (question) => {
      if (question['question'] !== 'confirm-step') return true
      asked.push(question)
      // The browser itself, not what it starts.
      browsers.push(...programsOn(display).filter((line) => line.includes('--remote-debugging-') && !line.includes('--type=')))
      return undefined
    },
  })
  expect([told.code, told.result['problems'][0].code], told.stderr).toEqual([3, 'step-declined'])
  expect(asked).toHaveLength(1)
  return { facts: asked[0]!['facts'], browsers }
}

const picture = (facts: Line): boolean => path.isAbsolute(String(facts['picture'])) && existsSync(String(facts['picture']))

test('without a display: no window; the question says which page, which button, and where its picture is', async () => {
  const { facts } = await firstQuestion('')
  expect(facts).toMatchObject({ window: false, act: 'press' })
  expect([facts['page'], facts['control']].every((words) => typeof words === 'string' && words !== '')).toBe(true)
  expect(picture(facts)).toBe(true)
})

test('on a screen: the browser is shown where each press is asked about, without being told to', async ({ skip }) => {
  if (!screen) return skip('Xvfb is not installed')
  const { facts, browsers } = await firstQuestion(screen.display, '--browser', 'chromium')
  expect([facts['window'], picture(facts)]).toEqual([true, true])
  expect(browsers.length).toBeGreaterThan(0)
  expect(browsers.filter((line) => line.includes('--headless'))).toEqual([])
})

test('--headless on a screen: no window, and the picture all the same', async ({ skip }) => {
  if (!screen) return skip('Xvfb is not installed')
  const { facts, browsers } = await firstQuestion(screen.display, '--browser', 'chromium', '--headless')
  expect([facts['window'], picture(facts)]).toEqual([false, true])
  expect(browsers.length).toBeGreaterThan(0)
  expect(browsers.filter((line) => !line.includes('--headless'))).toEqual([])
})
