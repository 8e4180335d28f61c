import { existsSync, readFileSync, statSync } from 'node:fs'
import inspector from 'node:inspector'
import { createRequire, registerHooks } from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Boot, setBoot, settingsFolder } from './boot.ts'
import { browserForWindow } from './installed-browser.ts'

interface CommandLine {
  readonly preloads: readonly string[]
  readonly words: readonly string[]
  readonly app: string
}

/** Reads what Playwright and people give to Electron: `-r FILE`, switches, and the folder of the program. */
export function readCommandLine(argv: readonly string[]): CommandLine {
  const preloads: string[] = []
  const words: string[] = []
  for (let at = 0; at < argv.length; at++) {
    if (argv[at] === '-r' || argv[at] === '--require') preloads.push(argv[++at] ?? '')
    else words.push(argv[at] ?? '')
  }
  return { preloads, words, app: words.find((word) => !word.startsWith('-')) ?? '.' }
}

interface PackageFile {
  readonly name?: string
  readonly productName?: string
  readonly version?: string
  readonly main?: string
}

function readPackage(root: string): PackageFile {
  const file = path.join(root, 'package.json')
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as PackageFile) : {}
}

const valueOf = (words: readonly string[], name: string): string | undefined =>
  words.find((word) => word.startsWith(`--${name}=`))?.slice(name.length + 3)

/** Everything that asks for `electron` gets the stand-in, by `import` and by `require` alike. */
function standInForElectron(): void {
  const url = pathToFileURL(path.join(import.meta.dirname, 'electron.ts')).href
  registerHooks({
    resolve: (specifier, context, next) =>
      specifier === 'electron' || specifier === 'electron/main'
        ? { url, format: 'module-typescript', shortCircuit: true }
        : next(specifier, context),
  })
}

function bootFrom({ words }: CommandLine, root: string, about: PackageFile): Boot {
  const { env, platform } = process
  const name = about.productName ?? about.name ?? 'app'
  const noScreen = platform === 'linux' && !env['DISPLAY'] && !env['WAYLAND_DISPLAY']
  return {
    root,
    name,
    version: about.version ?? '0.0.0',
    userData: valueOf(words, 'user-data-dir') ?? path.join(settingsFolder(), name),
    debug: words.includes('--remote-debugging-port=0'),
    headless: env['CHROMIUM_HOST_HEADLESS'] === '1' || noScreen,
    browser: browserForWindow(),
    lang: valueOf(words, 'lang') ?? (env['LC_ALL'] || env['LANG'] || 'ja').replace(/[._].*$/, ''),
  }
}

/** Runs the program at the named folder as Electron would: preloaded files first, then its main module, then "ready". */
export async function start(argv: readonly string[]): Promise<void> {
  const line = readCommandLine(argv)
  const asked = path.resolve(line.app)
  const root = statSync(asked).isDirectory() ? asked : path.dirname(asked)
  const about = readPackage(root)
  const main = root === asked ? path.join(root, about.main ?? 'index.js') : asked
  setBoot(bootFrom(line, root, about))
  standInForElectron()
  const require = createRequire(path.join(root, 'package.json'))
  // The one thing by which the program can tell that this is not Electron's own binary.
  Object.defineProperty(process.versions, 'chromiumHost', { value: '1', enumerable: true })
  Object.defineProperty(process, 'type', { value: 'browser' })
  if (line.words.includes('--inspect=0')) inspector.open(0)
  process.argv = [process.execPath, ...argv]
  // The browser takes the longest to come: it starts while the program is being loaded.
  const { runHost } = await import('./run-host.ts')
  const host = runHost()
  for (const file of line.preloads) require(path.resolve(file))
  await import(pathToFileURL(main).href)
  await host.ready()
}
