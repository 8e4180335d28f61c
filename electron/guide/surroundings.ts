import { accessSync, constants, statSync } from 'node:fs'
import path from 'node:path'

/** The person's own desk: what kind of system it is and what its environment says. */
export interface Desk {
  readonly platform: string
  readonly env: Readonly<Record<string, string | undefined>>
}

/** Can windows be shown at all? On Linux a session says so in its environment; the other systems always have one. */
export const hasDisplay = ({ platform, env }: Desk): boolean =>
  platform !== 'linux' || Boolean(env['DISPLAY']) || Boolean(env['WAYLAND_DISPLAY'])

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return statSync(file).isFile()
  } catch {
    // Not there, or not for this user.
    return false
  }
}

/** Where a program is, by the search path of the desk; only whole folder names count, so that none is picked up from where we happen to stand. */
export function findProgram(name: string, { platform, env }: Desk): string | null {
  const windows = platform === 'win32'
  const own = windows ? path.win32 : path.posix
  const text = Object.entries(env).find(([key]) => (windows ? key.toLowerCase() : key) === (windows ? 'path' : 'PATH'))?.[1] ?? ''
  const folders = text.split(windows ? ';' : ':').filter((folder) => own.isAbsolute(folder))
  return folders.map((folder) => own.join(folder, name)).find(isProgram) ?? null
}

/** The environment for a program of the desk: without what is ours alone, and without what may be a secret. */
export const envFor = ({ env }: Desk): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(env).filter(([name]) => !/PASS|SECRET|TOKEN|^MAIL_MIGRATE|^DEBUG|^NODE_OPTIONS$/i.test(name)))
