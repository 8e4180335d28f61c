import { spawn } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { findBrowser, switches } from '../../electron/portal/browser.ts'
import { lightBrowser } from '../fakes/light-browser.ts'

/** Tells what runs in Windows where the browser of this system listens. */
export const browserVariable = 'WINDOWS_TEST_BROWSER'

export interface OpenBrowser {
  readonly endpoint: string
  readonly folder: string
  readonly close: () => Promise<void>
}

/** Starts a browser of this system that is steered from elsewhere over a loopback port. The caller closes it and removes its folder. */
export async function openBrowser(): Promise<OpenBrowser> {
  const found = findBrowser(lightBrowser)
  if (!found.ok) throw new Error(found.problem.code)
  const folder = mkdtempSync(path.join(tmpdir(), 'win-browser-'))
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const words = ['--headless', ...sandbox, ...switches, '--remote-debugging-port=0', `--user-data-dir=${folder}`, 'about:blank']
  const child = spawn(found.value, words, { stdio: ['ignore', 'ignore', 'pipe'], detached: true })
  // Not `exit`: on Debian a script starts it, and is gone first.
  const gone = new Promise<void>((resolve) => child.once('close', () => resolve()))
  const endpoint = await new Promise<string>((resolve, reject) => {
    let said = ''
    child.once('exit', () => reject(new Error(`the browser ended: ${said}`)))
    child.once('error', reject)
    child.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      const at = /DevTools listening on (ws:\S+)/.exec(said)?.[1]
      if (at) resolve(at)
    })
  })
  const close = async (): Promise<void> => {
    if (child.pid !== undefined) process.kill(-child.pid)
    await gone
  }
  return { endpoint, folder, close }
}
