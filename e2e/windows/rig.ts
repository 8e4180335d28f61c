import { spawn, spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, openSync, closeSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { firstUser, rigFolder, rigStands, wineEnvironment } from '../../build/windows-rig.mjs'
import { suiteVariable } from '../canary/register.ts'

const root = path.resolve(import.meta.dirname, '..', '..')

/** A Windows of one test run's own: its registry and its people's folders, over the files of the rig. */
export interface Windows {
  /** Everything it writes lies here: registry, profiles, temporary files. */
  readonly folder: string
  /** Runs Node for Windows with these words, and these variables besides. Output goes to a file, because a pipe from here ends it at start. */
  readonly node: (words: readonly string[], patience: number, more?: Readonly<Record<string, string>>) => Promise<WindowsRun>
  /** Ends whatever still runs in it, and waits until nothing does. */
  readonly close: () => void
}

export interface WindowsRun {
  /** Null: it took longer than its patience and was ended. */
  readonly code: number | null
  readonly said: string
}

/** The person in front of it: a name in Japanese letters, as it stands in every path below. */
const person = '山田太郎'

/** A path of this system as Windows sees it. */
export const windowsPath = (file: string): string => `Z:${path.resolve(file).replaceAll('/', '\\')}`

/** How the registry's file writes letters beyond ASCII. */
const escaped = (text: string): string => [...text].map((letter) => `\\x${letter.charCodeAt(0).toString(16)}`).join('')

function layOut(folder: string): void {
  const [from, drive] = [path.join(rigFolder(root), 'prefix'), path.join(folder, 'drive_c')]
  mkdirSync(path.join(drive, 'users', person, 'Temp'), { recursive: true })
  mkdirSync(path.join(folder, 'dosdevices'))
  mkdirSync(path.join(folder, 'home'))
  for (const name of ['system.reg', 'userdef.reg', '.update-timestamp']) cpSync(path.join(from, name), path.join(folder, name))
  const own = readFileSync(path.join(from, 'user.reg'), 'utf8')
  writeFileSync(path.join(folder, 'user.reg'), own.replaceAll(`users\\\\${firstUser}`, `users\\\\${escaped(person)}`))
  cpSync(path.join(from, 'drive_c', 'ProgramData'), path.join(drive, 'ProgramData'), { recursive: true })
  mkdirSync(path.join(drive, 'Program Files'))
  // 690 MB that nothing writes to.
  symlinkSync(path.join(from, 'drive_c', 'windows'), path.join(drive, 'windows'))
  symlinkSync('../drive_c', path.join(folder, 'dosdevices', 'c:'))
  symlinkSync('/', path.join(folder, 'dosdevices', 'z:'))
}

function environmentIn(folder: string): Readonly<Record<string, string>> {
  const suite = process.env[suiteVariable]
  return {
    ...wineEnvironment(folder, path.join(folder, 'home'), person),
    NODE_PATH: windowsPath(path.join(rigFolder(root), 'node_modules')),
    ...(suite === undefined ? {} : { [suiteVariable]: windowsPath(suite) }),
  }
}

function runNode(
  folder: string,
  words: readonly string[],
  patience: number,
  more: Readonly<Record<string, string>>,
): Promise<WindowsRun> {
  const log = path.join(folder, 'said.txt')
  const out = openSync(log, 'w')
  const program = path.join(rigFolder(root), 'node', 'bin', 'node.exe')
  const child = spawn('wine', [program, ...words], {
    cwd: root,
    env: { ...environmentIn(folder), ...more },
    stdio: ['ignore', out, out],
  })
  closeSync(out)
  return new Promise((resolve, reject) => {
    const clock = setTimeout(() => child.kill('SIGKILL'), patience)
    child.once('error', reject)
    child.once('exit', (code) => {
      clearTimeout(clock)
      resolve({ code, said: readFileSync(log, 'utf8') })
    })
  })
}

/** Opens a Windows of one's own; the caller closes it and removes its folder. Refuses where build/set-up.mjs has not made the rig. */
export function openWindows(): Windows {
  if (!rigStands(root)) throw new Error('no Windows here: node build/set-up.mjs test makes it')
  const folder = mkdtempSync(path.join(tmpdir(), 'win-'))
  layOut(folder)
  const env = environmentIn(folder)
  return {
    folder,
    node: (words, patience, more = {}) => runNode(folder, words, patience, more),
    close: () => {
      // The server of this Windows alone, known by its folder; 1: it had ended by itself.
      spawnSync('wineserver', ['-k'], { env, stdio: 'ignore' })
      spawnSync('wineserver', ['-w'], { env, stdio: 'ignore' })
    },
  }
}
