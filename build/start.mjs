#!/usr/bin/env node
// node build/start.mjs electron|chromium [arguments]: opens the window of what was built. `electron` fetches Electron's own program
// where it is missing; `chromium` is the stand-in (build/chromium-host), which needs an installed browser only.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'

const root = path.resolve(import.meta.dirname, '..')
const [shell, ...words] = process.argv.slice(2)
const say = (text) => console.error(text)

const cannotFetch = `Electron's own program is not here, and it could not be fetched from its release host.

Either name a mirror that can be reached, then start again:
  ELECTRON_MIRROR=https://…/electron/ npm start        (also npm_config_electron_mirror; ELECTRON_CUSTOM_DIR names the folder on it)
or the folder of an Electron that is unpacked already:
  ELECTRON_OVERRIDE_DIST_PATH=/path/to/electron npm start
or open the same program in the installed Edge, Chrome or Chromium:
  npm run start:chromium`

const label = `This is the stand-in for Electron: the same program, its window in an installed Edge, Chrome or Chromium. It is for trying out and for
development. It has no dialogs of the system's own, no update, and is no protection like Electron's own shell.`

/** Where Electron's program is, or null. */
function electronProgram() {
  const folder = path.join(root, 'node_modules', 'electron')
  const note = path.join(folder, 'path.txt')
  const name = existsSync(note) ? readFileSync(note, 'utf8').trim() : 'electron'
  const file = path.join(process.env.ELECTRON_OVERRIDE_DIST_PATH ?? path.join(folder, 'dist'), name)
  return existsSync(file) ? file : null
}

function fetchElectron() {
  const install = path.join(root, 'node_modules', 'electron', 'install.js')
  if (!existsSync(install)) return
  say('fetching Electron …')
  const went = spawnSync(process.execPath, [install], { encoding: 'utf8', stdio: ['ignore', 2, 'pipe'] })
  // Its stack tells a developer of Electron something, and nobody else: the first line is enough.
  if (went.status !== 0) say(went.stderr.split('\n')[0] ?? '')
}

function run(program, all) {
  const child = spawn(program, all, { cwd: root, stdio: 'inherit' })
  child.on('error', (error) => {
    say(error.message)
    process.exitCode = 1
  })
  child.on('exit', (code, signal) => (process.exitCode = signal ? 1 : (code ?? 1)))
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
}

if (!existsSync(path.join(root, 'dist', 'main.js'))) {
  say('there is no build yet: npm run build')
  process.exitCode = 1
} else if (shell === 'chromium') {
  say(label)
  run(process.execPath, [path.join(root, 'build', 'chromium-host', 'electron'), '.', ...words])
} else if (shell === 'electron') {
  if (electronProgram() === null && !process.env.ELECTRON_OVERRIDE_DIST_PATH) fetchElectron()
  const program = electronProgram()
  if (program === null) {
    say(cannotFetch)
    process.exitCode = 1
  } else {
    run(program, ['.', ...words])
  }
} else {
  say('say which: electron or chromium')
  process.exitCode = 2
}
