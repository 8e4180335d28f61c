import os from 'node:os'
import path from 'node:path'

/** What the command line said, known before any part of the program is loaded. */
export interface Boot {
  /** The folder of the program's package.json. */
  readonly root: string
  readonly name: string
  readonly version: string
  /** Where Chromium's profile and the single-instance lock lie. */
  readonly userData: string
  /** A tool (Playwright) listens: DevTools on a port of Chromium's choosing. */
  readonly debug: boolean
  /** No window on the screen. */
  readonly headless: boolean
  /** A browser named by `CHROMIUM_HOST_BROWSER`, or the first one installed. */
  readonly browser: string
  readonly lang: string
}

const holder = globalThis as { chromiumHost?: Boot }

/** Said once by start.ts. A global, because Electron's stand-in may be loaded by `import` and by `require`. */
export const setBoot = (boot: Boot): void => void (holder.chromiumHost = boot)

export function boot(): Boot {
  if (!holder.chromiumHost) throw new Error('chromium host: start.ts was not run')
  return holder.chromiumHost
}

/** Where this kind of system keeps a program's settings. */
export function settingsFolder(env: NodeJS.ProcessEnv = process.env, platform: string = process.platform): string {
  if (platform === 'win32') return env['APPDATA'] ?? path.join(os.homedir(), 'AppData', 'Roaming')
  if (platform === 'darwin') return path.join(os.homedir(), 'Library', 'Application Support')
  return env['XDG_CONFIG_HOME'] ?? path.join(os.homedir(), '.config')
}
