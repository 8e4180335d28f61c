import { existsSync } from 'node:fs'
import path from 'node:path'

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
