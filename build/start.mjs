#!/usr/bin/env node
// node build/start.mjs electron|chromium [arguments]: opens the window of what was built. `electron` fetches Electron's own program
// where it is missing; `chromium` is the stand-in (build/chromium-host), which needs an installed browser only.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { cannotFetch, noBuild, standIn } from './start-words.mjs'

const root = path.resolve(import.meta.dirname, '..')
const [shell, ...words] = process.argv.slice(2)
const say = (text) => console.error(text)

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
  say('Electron を取り寄せています … / fetching Electron …')
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
  say(noBuild)
  process.exitCode = 1
} else if (shell === 'chromium') {
  say(standIn)
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
