import { readdir } from 'node:fs/promises'
import path from 'node:path'

/** Where this is running: handed in, so that another system's places can be asked for. */
export interface Surroundings {
  readonly platform: NodeJS.Platform
  readonly home: string
  readonly env: Readonly<Record<string, string | undefined>>
}

async function storeRoots(local: string): Promise<readonly string[]> {
  const packages = path.join(local, 'Packages')
  const names = await readdir(packages).catch(() => [])
  return names
    .filter((name) => /^MozillaThunderbird\..+_.+$/i.test(name))
    .map((name) => path.join(packages, name, 'LocalCache', 'Roaming', 'Thunderbird'))
}

/**
 * Every folder that may hold a `profiles.ini`, whether it exists or not: installer and Store on Windows, one place on macOS, and on
 * Linux the package, snap and flatpaks. A machine may hold several installs, each with profiles of its own.
 */
export async function thunderbirdRoots({ platform, home, env }: Surroundings): Promise<readonly string[]> {
  if (platform === 'win32') {
    const roaming = env['APPDATA'] ?? path.join(home, 'AppData', 'Roaming')
    const local = env['LOCALAPPDATA'] ?? path.join(home, 'AppData', 'Local')
    return [path.join(roaming, 'Thunderbird'), ...(await storeRoots(local))]
  }
  if (platform === 'darwin') return [path.join(home, 'Library', 'Thunderbird')]
  const flatpaks = ['org.mozilla.Thunderbird', 'org.mozilla.thunderbird', 'org.mozilla.thunderbird_esr']
  return [
    path.join(home, '.thunderbird'),
    path.join(home, 'snap', 'thunderbird', 'common', '.thunderbird'),
    ...flatpaks.map((id) => path.join(home, '.var', 'app', id, '.thunderbird')),
    path.join(home, '.mozilla-thunderbird'),
  ]
}
