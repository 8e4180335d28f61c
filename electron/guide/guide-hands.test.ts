import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type DeskOptions, type FakeDesk, makeDesk } from '../../e2e/fakes/desk.ts'
import { Secret } from '../../shared/base/secret.ts'
import { findClipboard } from './clipboard.ts'
import { copyValue, keptFor } from './copy-value.ts'
import { guideHands } from './guide-hands.ts'
import { openPage, webAddress } from './open-page.ts'
import { runTool } from './run-tool.ts'
import { findProgram } from './surroundings.ts'

let folder: string
let desk: FakeDesk
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'desk-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const set = (options: DeskOptions = {}) => {
  desk = makeDesk(folder, options)
  return { platform: 'linux', env: { ...desk.env, MAIL_MIGRATE_VAULT_PASSPHRASE: 'never handed on' } }
}
/** A clock that stands until it is told to strike. */
function standingClock() {
  const acts: { ms: number; act: () => void; off: boolean }[] = []
  return {
    later: (ms: number, act: () => void) => {
      const one = { ms, act, off: false }
      acts.push(one)
      return () => {
        one.off = true
      }
    },
    waits: () => acts.filter(({ off }) => !off).map(({ ms }) => ms),
    strike: () => acts.filter(({ off }) => !off).forEach(({ act }) => act()),
  }
}
const tool = (): string => path.join(folder, 'programs', 'xclip')
/** The tool fails at whatever has this argument: `before` it has done it, or `after`. */
function breakTool(argument: string, when: 'before' | 'after' = 'before'): void {
  renameSync(tool(), `${tool()}-whole`)
  const whole = `exec sh '${tool()}-whole' "$@"`
  const fails = when === 'before' ? 'exit 1' : `sh '${tool()}-whole' "$@"; exit 1`
  writeFileSync(tool(), `#!/bin/sh\ncase "$*" in *${argument}*) ${fails} ;; esac\n${whole}\n`, { mode: 0o755 })
}
const mendTool = (): void => renameSync(`${tool()}-whole`, tool())
const secret = 'Kq7&"$x%Z'
/** A program whose end does not come. */
const neverEnds = () => () => undefined
const settled = async (wanted: string): Promise<void> => {
  await expect.poll(() => desk.clipboard()).toBe(wanted)
}

describe.each(['xclip', 'xsel', 'wl-copy'] as const)('the clipboard by %s', (clipboard) => {
  test('gets the value by standard input, as it is, and never as an argument', async () => {
    const found = findClipboard(set({ clipboard }))!
    expect(await found.put(secret)).toBe(true)
    expect(desk.clipboard()).toBe(secret)
    expect([await found.holds(secret), await found.holds('another')]).toEqual([true, false])
    await found.clear()
    expect([desk.clipboard(), desk.copied()]).toEqual(['', [secret, '']])
    expect(desk.args().join('\n')).not.toContain(secret)
    expect(desk.args().length).toBeGreaterThan(3)
  })
})

describe('a copied value', () => {
  test('is taken back after a minute', async () => {
    const clock = standingClock()
    const copy = copyValue(findClipboard(set()), clock.later, neverEnds)
    expect(await copy(new Secret(secret))).not.toBeNull()
    expect(clock.waits()).toEqual([keptFor])
    expect(keptFor).toBe(60_000)
    clock.strike()
    await settled('')
  })
  test('is taken back at once when its step is through; then no clock runs any more', async () => {
    const clock = standingClock()
    const takeBack = await copyValue(findClipboard(set()), clock.later, neverEnds)(new Secret(secret))
    await takeBack?.()
    await takeBack?.()
    expect([desk.clipboard(), clock.waits(), desk.copied()]).toEqual(['', [], [secret, '']])
  })
  test('is taken back when the program ends before that, and only then', async () => {
    const ends = new Set<() => void>()
    const atEnd = (act: () => void) => {
      ends.add(act)
      return () => void ends.delete(act)
    }
    const copy = copyValue(findClipboard(set()), standingClock().later, atEnd)
    const first = await copy(new Secret(secret))
    await first?.()
    expect(ends.size).toBe(0)
    await copy(new Secret('another'))
    await copy(new Secret(secret))
    expect(ends.size).toBe(1)
    for (const end of ends) end()
    expect(desk.clipboard()).toBe('')
    desk.copyOther('a recipe for curry')
    for (const end of ends) end()
    expect(desk.clipboard()).toBe('a recipe for curry')
  })
  test('that has made room for something of the person’s own is left alone', async () => {
    const takeBack = await copyValue(findClipboard(set()), standingClock().later, neverEnds)(new Secret(secret))
    desk.copyOther('a recipe for curry')
    await takeBack?.()
    expect(desk.clipboard()).toBe('a recipe for curry')
  })
  test('copied anew has its minute anew: the clock of the first is off', async () => {
    const clock = standingClock()
    const copy = copyValue(findClipboard(set()), clock.later, neverEnds)
    const first = await copy(new Secret(secret))
    await copy(new Secret(secret))
    expect(clock.waits()).toEqual([keptFor])
    await first?.()
    expect(desk.clipboard()).toBe(secret)
    clock.strike()
    await settled('')
  })
  test('is taken back at once where the next one cannot be put there: no password outlives its step', async () => {
    const clock = standingClock()
    const copy = copyValue(findClipboard(set()), clock.later, neverEnds)
    const first = await copy(new Secret(secret))
    breakTool('-in')
    expect(await copy(new Secret('another'))).toBeNull()
    // The broken tool cannot clear either: the clock of the first still runs, and clears as soon as it can.
    expect([desk.clipboard(), clock.waits()]).toEqual([secret, [keptFor]])
    await first?.()
    expect([desk.clipboard(), clock.waits()]).toEqual([secret, [keptFor]])
    mendTool()
    clock.strike()
    await settled('')
  })
  test('is taken back where the next one is refused by the tool for its characters', async () => {
    const clock = standingClock()
    const clipboard = findClipboard(set())!
    const asciiOnly = { ...clipboard, put: async (text: string) => /^[\x20-\x7e]*$/.test(text) && clipboard.put(text) }
    const copy = copyValue(asciiOnly, clock.later, neverEnds)
    await copy(new Secret(secret))
    expect(await copy(new Secret('会員'))).toBeNull()
    expect([desk.clipboard(), clock.waits()]).toEqual(['', []])
  })
  test('that is empty is not copied, and the one before does not stay for it', async () => {
    const clock = standingClock()
    const copy = copyValue(findClipboard(set()), clock.later, neverEnds)
    await copy(new Secret(secret))
    expect(await copy(new Secret(''))).toBeNull()
    expect([desk.clipboard(), clock.waits()]).toEqual(['', []])
  })
  test('that a failing tool has put there all the same is not left there', async () => {
    const here = set()
    const copy = copyValue(findClipboard(here), standingClock().later, neverEnds)
    breakTool('-in', 'after')
    expect(await copy(new Secret(secret))).toBeNull()
    expect(desk.copied()).toEqual([secret, ''])
  })
  test.each<[string, DeskOptions]>([
    ['no tool', { clipboard: null }],
    ['no display', { display: false }],
  ])('cannot be: %s', async (_why, options) => {
    expect(await guideHands(set(options), { findBrowser: () => null, show: null }).copy(new Secret(secret))).toBeNull()
    expect(desk.copied()).toEqual([])
  })
  test('cannot be where the tool fails', async () => {
    const here = set()
    writeFileSync(path.join(folder, 'programs', 'xclip'), '#!/bin/sh\nexit 1\n', { mode: 0o755 })
    expect(await copyValue(findClipboard(here), standingClock().later, neverEnds)(new Secret(secret))).toBeNull()
  })
})

test('a tool that does not come to an end is told from one that fails', async () => {
  const { env } = set()
  const endOf = (script: string, patience?: number) =>
    runTool({
      program: '/bin/sh',
      args: ['-c', script],
      input: '',
      desk: { platform: 'linux', env },
      ...(patience ? { patience } : {}),
    })
  expect(await endOf('exec sleep 60', 50)).toEqual({ end: 'hung' })
  expect(await endOf('exit 1')).toEqual({ end: 'failed' })
  expect(await endOf('exit 0')).toEqual({ end: 'done', text: '' })
})

describe('a clipboard that does not answer', () => {
  test('keeps the clock of the value running until it was seen to be gone', async () => {
    const clock = standingClock()
    let answer: boolean | null = null
    const cleared: string[] = []
    const dumb = {
      put: async () => true,
      holds: async () => answer,
      clear: async () => cleared.push('cleared') > 0,
      takeBackNow: () => undefined,
    }
    const takeBack = await copyValue(dumb, clock.later, neverEnds)(new Secret(secret))
    await takeBack?.()
    expect([cleared, clock.waits()]).toEqual([[], [keptFor]])
    answer = true
    clock.strike()
    await expect.poll(() => cleared).toEqual(['cleared'])
  })
})

const page = 'https://member.example/a?b=c&d=%20e'
const none = () => null

describe('opening a page', () => {
  test('hands the system’s opener the address and nothing else', async () => {
    expect(await openPage(page, null, none, set())).toBe(true)
    expect(desk.opened()).toEqual([page])
  })
  test('in the named browser, and nowhere else', async () => {
    const here = set()
    const own = path.join(folder, 'browser')
    writeFileSync(own, `#!/bin/sh\nprintf '%s\\n' "$*" >> '${folder}/own'\n[ -z "$MAIL_MIGRATE_VAULT_PASSPHRASE" ]\n`, {
      mode: 0o755,
    })
    expect(await openPage(page, 'mine', (named) => (named === 'mine' ? own : null), here)).toBe(true)
    expect(await openPage(page, 'missing', none, here)).toBe(false)
    expect(desk.opened()).toEqual([])
  })
  test('an opener that cannot gives way to an installed browser', async () => {
    const own = path.join(folder, 'browser')
    writeFileSync(own, '#!/bin/sh\nexit 0\n', { mode: 0o755 })
    expect(await openPage(page, null, () => own, set({ opener: 3 }))).toBe(true)
  })
  test.each<[string, DeskOptions]>([
    ['without a display', { display: false }],
    ['with nothing to open it', { opener: null }],
    ['with an opener that fails', { opener: 4 }],
  ])('is not possible %s', async (_why, options) => {
    // The system's own programs stay out of reach here.
    const { platform, env } = set(options)
    const desk = { platform, env: { ...env, PATH: path.join(folder, 'programs') } }
    expect(await openPage(page, null, none, desk)).toBe(false)
  })
  test.each([
    'file:///etc/passwd',
    'javascript:alert(1)',
    'http://taro:secret@member.example/',
    'https://taro@member.example/',
    '--version',
    'member.example',
    '',
    'ftp://member.example/',
  ])('is refused for %s', async (url) => {
    expect(webAddress(url)).toBeNull()
    expect(await openPage(url, null, none, set())).toBe(false)
    expect(desk.opened()).toEqual([])
  })
  test('an address is spelled as a browser would: no blank, no line break, no other script', () => {
    expect(webAddress('https://会員.example/変更 page\n')).toBe('https://xn--6oqs4l.example/%E5%A4%89%E6%9B%B4%20page')
  })
})

test('programs are looked for in whole folder names only', () => {
  set()
  const at = (PATH: string) => findProgram('xclip', { platform: 'linux', env: { PATH } })
  expect(at(path.join(folder, 'programs'))).toBe(path.join(folder, 'programs', 'xclip'))
  for (const PATH of ['', '.', 'programs', path.relative(process.cwd(), path.join(folder, 'programs'))])
    expect(at(PATH)).toBeNull()
})
