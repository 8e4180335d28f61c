import { existsSync } from 'node:fs'
import path from 'node:path'
import { noBrowser } from '../start-words.mjs'

/** Where an installed Edge, Chrome or Chromium usually is; null where there is none. */
export function installedBrowser(
  env: NodeJS.ProcessEnv = process.env,
  platform: string = process.platform,
  exists: (file: string) => boolean = existsSync,
): string | null {
  if (platform === 'win32') {
    const roots = ['ProgramFiles(x86)', 'ProgramFiles', 'LOCALAPPDATA'].flatMap((name) => env[name] ?? [])
    const files = ['Microsoft\\Edge\\Application\\msedge.exe', 'Google\\Chrome\\Application\\chrome.exe']
    return files.flatMap((file) => roots.map((root) => path.win32.join(root, file))).find(exists) ?? null
  }
  if (platform === 'darwin') {
    const names = ['Google Chrome', 'Microsoft Edge', 'Chromium']
    return names.map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`).find(exists) ?? null
  }
  const names = [
    'chromium',
    'chromium-browser',
    'google-chrome',
    'google-chrome-stable',
    'microsoft-edge',
    'microsoft-edge-stable',
  ]
  return names.map((name) => `/usr/bin/${name}`).find(exists) ?? null
}

/** The browser that was named is not there, or none is installed: a person can mend that, and needs no stack to do it. */
export class NoBrowser extends Error {
  override readonly name = 'NoBrowser'
}

/** The browser the window opens in: the one named by `CHROMIUM_HOST_BROWSER`, or the first installed one. Throws NoBrowser. */
export function browserForWindow(
  env: NodeJS.ProcessEnv = process.env,
  platform: string = process.platform,
  exists: (file: string) => boolean = existsSync,
): string {
  const named = env['CHROMIUM_HOST_BROWSER'] ?? null
  const browser = named === null ? installedBrowser(env, platform, exists) : exists(named) ? named : null
  if (browser === null) throw new NoBrowser(noBrowser(named))
  return browser
}
