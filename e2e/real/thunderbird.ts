import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { dropFolder } from '../canary/drop-folder.ts'
import { endProcess } from './own-processes.ts'
import { connectX, type XClient, type XWindow } from './x-client.ts'

const programs = [
  '/usr/lib/thunderbird/thunderbird',
  '/usr/lib/thunderbird/thunderbird-bin',
  '/usr/lib/thunderbird-esr/thunderbird',
]

/** The real Thunderbird of this machine, or null. */
export const thunderbirdProgram = (): string | null => programs.find((program) => existsSync(program)) ?? null

/** Why the real Thunderbird cannot run here, or null when it can. */
export function thunderbirdMissing(): string | null {
  const missing = [
    thunderbirdProgram() ? '' : 'thunderbird',
    existsSync('/usr/bin/Xvfb') ? '' : 'xvfb',
    existsSync('/usr/bin/certutil') ? '' : 'libnss3-tools',
  ]
  return missing.some((name) => name !== '') ? `not installed: ${missing.filter((name) => name !== '').join(', ')}` : null
}

export interface ThunderbirdVisit {
  /** Ends the visit as soon as it answers true; asked twice a second. */
  readonly until: () => boolean
  /** Gives up after this many seconds. */
  readonly atMost: number
  /** A message to write and send by keyboard, in Thunderbird's own `-compose` words. */
  readonly send?: { readonly to: string; readonly subject: string; readonly body: string }
  /** Typed into the question for the primary password: lower-case letters and digits. */
  readonly primaryPassword?: string
  /** File for a picture of the screen at the end (needs ImageMagick's import). */
  readonly picture?: string
}

export interface VisitReport {
  /** `until` was met in time. */
  readonly met: boolean
  /** `clean`: it quit after its windows were closed. */
  readonly quit: 'clean' | 'ended-by-itself' | 'ended'
  readonly windows: readonly string[]
}

interface Screen {
  readonly number: number
  readonly child: ChildProcess
}

async function startScreen(): Promise<Screen> {
  const child = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1280x900x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  })
  const number = await new Promise<number>((resolve, reject) => {
    child.stdio[3]!.once('data', (chunk: Buffer) => resolve(Number(chunk.toString().trim())))
    child.once('exit', () => reject(new Error('Xvfb did not start')))
    child.once('error', reject)
  })
  return { number, child }
}

/** A home of its own: no other profile, cache or session of this machine is seen or touched. */
function startProgram(profile: string, home: string, display: number, visit: ThunderbirdVisit): ChildProcess {
  const { send } = visit
  const compose = send ? ['-compose', `to='${send.to}',subject='${send.subject}',body='${send.body}'`] : ['-mail']
  const env: NodeJS.ProcessEnv = {
    PATH: process.env['PATH'],
    LANG: 'C.UTF-8',
    HOME: home,
    XDG_RUNTIME_DIR: path.join(home, 'run'),
    DISPLAY: `:${display}`,
    MOZ_CRASHREPORTER_DISABLE: '1',
    MOZ_ENABLE_WAYLAND: '0',
    NO_AT_BRIDGE: '1',
    GDK_BACKEND: 'x11',
    LIBGL_ALWAYS_SOFTWARE: '1',
  }
  mkdirSync(path.join(home, 'run'), { mode: 0o700 })
  return spawn(thunderbirdProgram()!, ['--no-remote', '--new-instance', '--profile', realpathSync(profile), ...compose], {
    env,
    stdio: 'ignore',
  })
}

const isCompose = (window: XWindow): boolean => window.name.includes('msgcompose')
const ended = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null

/** SIGTERM is no clean quit for Thunderbird (it dies at once, saves lost): its windows are closed until it goes. */
async function quit(child: ChildProcess, screen: XClient): Promise<VisitReport['quit']> {
  if (ended(child)) return 'ended-by-itself'
  for (let turn = 0; turn < 250; turn++) {
    if (ended(child)) return 'clean'
    if (turn % 20 === 0) for (const window of await screen.windows()) await screen.close(window)
    await sleep(100)
  }
  await endProcess(child.pid!)
  return 'ended'
}

async function stay(child: ChildProcess, screen: XClient, visit: ThunderbirdVisit): Promise<boolean> {
  let composing = 0
  let asked = 0
  for (const end = Date.now() + visit.atMost * 1000; Date.now() < end && !ended(child); await sleep(500)) {
    if (visit.until()) return true
    const windows = await screen.windows()
    const question = windows[0]
    // The primary password is asked for before the main window appears; its window takes a moment to accept keys.
    if (visit.primaryPassword && question && !windows.some(isCompose) && windows.length === 1) {
      asked += 1
      if (asked === 3) {
        await screen.type(question, visit.primaryPassword)
        await screen.press(question, ['Return'])
      }
    }
    const letter = windows.find(isCompose)
    if (!letter) continue
    composing += 1
    if (composing % 12 === 4) await screen.press(letter, ['Control', 'Return'])
    if (composing % 12 === 8 && windows[0]) await screen.press(windows[0], ['Return'])
  }
  return visit.until()
}

/**
 * Runs the real Thunderbird on a profile, on a screen and with a home of its own, until something is seen or time is up, and quits it
 * as a person would. What it did is for the mail servers' logs to tell.
 */
export async function visitThunderbird(profile: string, visit: ThunderbirdVisit): Promise<VisitReport> {
  const home = mkdtempSync(path.join(tmpdir(), 'tb-home-'))
  const screen = await startScreen()
  let child: ChildProcess | null = null
  try {
    const x = await connectX(screen.number)
    child = startProgram(profile, home, screen.number, visit)
    const met = await stay(child, x, visit)
    const windows = (await x.windows()).map(({ name, title }) => `${name}: ${title}`)
    if (visit.picture) {
      const shot = spawn('import', ['-display', `:${screen.number}`, '-window', 'root', visit.picture], { stdio: 'ignore' })
      await new Promise((resolve) => shot.once('close', resolve).once('error', resolve))
    }
    const report = { met, quit: await quit(child, x), windows }
    x.end()
    return report
  } finally {
    if (child?.pid && !ended(child)) await endProcess(child.pid)
    await endProcess(screen.child.pid!)
    dropFolder(home)
  }
}

/** Prefs that keep a test's Thunderbird quiet, and lead these host names to 127.0.0.1 without a hosts file. */
export const quietPrefs = (hosts: readonly string[]): string =>
  [
    `user_pref("network.dns.localDomains", "${hosts.join(',')}");`,
    'user_pref("mail.rights.version", 1);',
    'user_pref("mailnews.start_page.enabled", false);',
    'user_pref("mail.shell.checkDefaultClient", false);',
    'user_pref("mail.provider.suppress_dialog_on_startup", true);',
    'user_pref("datareporting.policy.dataSubmissionEnabled", false);',
    'user_pref("datareporting.policy.dataSubmissionPolicyBypassNotification", true);',
    'user_pref("app.update.enabled", false);',
    'user_pref("app.donation.eoy.version.viewed", 999);',
    'user_pref("mail.inappnotifications.enabled", false);',
    'user_pref("network.captive-portal-service.enabled", false);',
    'user_pref("network.connectivity-service.enabled", false);',
    'user_pref("offline.autoDetect", false);',
    '',
  ].join('\n')

/** The text of a file in a profile, empty where there is none. */
export const profileText = (profile: string, name: string): string =>
  existsSync(path.join(profile, name)) ? readFileSync(path.join(profile, name), 'utf8') : ''
