#!/usr/bin/env node
// node build/set-up.mjs demo|test: sees to it that what the system must bring is there. Plain JavaScript without packages,
// for any Node from 20. Installs by itself only where it may (Debian family, as root); elsewhere it says the exact command.
import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { browserCommands, systemPackages } from './system-packages.mjs'
import { makeRig, rigFits, rigStands } from './windows-rig.mjs'

const mode = process.argv[2]
const say = (text) => console.error(`set-up: ${text}`)

const onPath = (command) =>
  (process.env.PATH ?? '')
    .split(path.delimiter)
    .concat('/usr/sbin', '/sbin')
    .some((folder) => runs(path.join(folder, command)))

function runs(file) {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

function hasBrowser() {
  const { ProgramFiles = '', 'ProgramFiles(x86)': programs86 = '', LOCALAPPDATA = '' } = process.env
  const windows = [
    'Google/Chrome/Application/chrome.exe',
    'Microsoft/Edge/Application/msedge.exe',
    'Chromium/Application/chrome.exe',
  ]
  const apps = ['Google Chrome', 'Microsoft Edge', 'Chromium']
  if (process.platform === 'win32')
    return [ProgramFiles, programs86, LOCALAPPDATA].some(
      (root) => root && windows.some((file) => existsSync(path.join(root, file))),
    )
  if (process.platform === 'darwin') return apps.some((app) => existsSync(`/Applications/${app}.app`))
  return browserCommands.some(onPath)
}

function isDebianFamily() {
  if (!existsSync('/etc/os-release') || !onPath('dpkg-query') || !onPath('apt-get')) return false
  return /^ID(?:_LIKE)?=.*\b(?:debian|ubuntu)\b/m.test(readFileSync('/etc/os-release', 'utf8'))
}

/** The packages of this mode that dpkg does not know as installed. */
function missingHere(wanted) {
  const asked = spawnSync(
    'dpkg-query',
    ['-W', '-f', '${binary:Package} ${db:Status-Status}\n', ...wanted.map(({ name }) => name)],
    { encoding: 'utf8' },
  )
  const there = new Set(
    asked.stdout
      .split('\n')
      .filter((line) => line.endsWith(' installed'))
      .map((line) => line.split(/[ :]/)[0]),
  )
  return wanted.filter(({ name, commands }) => !there.has(name) && !(name === 'chromium' && commands.some(onPath)))
}

const aptEnvironment = {
  ...process.env,
  DEBIAN_FRONTEND: 'noninteractive',
  APT_LISTCHANGES_FRONTEND: 'none',
  NEEDRESTART_SUSPEND: '1',
}
const apt = (...words) =>
  spawnSync('apt-get', ['-qq', '-o', 'DPkg::Lock::Timeout=180', '-o', 'Acquire::Retries=3', '-o', 'Dpkg::Use-Pty=0', ...words], {
    stdio: ['ignore', 2, 2],
    env: aptEnvironment,
  }).status === 0

/** Package lists are fetched over a network that may hiccup: three tries, with a pause that grows. */
function updateLists() {
  for (const pause of [5, 15, 0]) {
    if (apt('update', '--error-on=any')) return true
    say(`the package lists could not be fetched${pause > 0 ? `; next try in ${pause} s` : ''}`)
    if (pause > 0) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pause * 1000)
  }
  return false
}

const policy = '/usr/sbin/policy-rc.d'

/** Without the optional packages that the lists of this system do not hold (another release, another distribution). */
const offered = (missing) =>
  missing
    .filter(({ name, optional }) => optional !== true || spawnSync('apt-cache', ['show', name], { stdio: 'ignore' }).status === 0)
    .map(({ name }) => name)

/** Installs packages without starting their services: a mail server of the system's own is nothing we want to leave running. */
function install(missing) {
  const ownPolicy = !existsSync(policy)
  if (ownPolicy) writeFileSync(policy, '#!/bin/sh\nexit 101\n', { mode: 0o755 })
  try {
    if (missing.some(({ name }) => name === 'postfix')) {
      spawnSync('debconf-set-selections', [], {
        input: 'postfix postfix/main_mailer_type select No configuration\n',
        stdio: ['pipe', 2, 2],
      })
    }
    // Lists from an old image lead to packages that are gone, or miss the security updates: fetch them anew. Where one of several
    // sources is out of reach the others may do.
    const fresh = updateLists()
    const haveLists =
      existsSync('/var/lib/apt/lists') && readdirSync('/var/lib/apt/lists').some((name) => /_Packages(?:\.\w+)?$/.test(name))
    return (fresh || haveLists) && apt('install', '-y', '--no-install-recommends', ...offered(missing))
  } finally {
    if (ownPolicy) rmSync(policy, { force: true })
    const services = missing.filter(({ name }) => /^(?:dovecot|postfix)/.test(name)).map(({ name }) => name.split('-')[0])
    // Where systemd runs, the packages would start at the next boot.
    if (services.length > 0 && existsSync('/run/systemd/system'))
      spawnSync('systemctl', ['disable', ...new Set(services)], { stdio: 'ignore' })
  }
}

function setUpDebian(wanted) {
  const missing = missingHere(wanted)
  if (missing.length === 0) return true
  for (const { name, why } of missing) say(`${name} is missing: ${why}`)
  const names = missing.map(({ name }) => name)
  const commands = ['apt-get update', `apt-get install -y --no-install-recommends ${names.join(' ')}`]
  if (process.getuid?.() !== 0) {
    say(`not root, so please run this:\n\n  ${commands.map((command) => `sudo ${command}`).join(' && ')}\n`)
    return missing.every(({ optional }) => optional === true)
  }
  say(`installing ${names.length} Debian packages`)
  const went = install(missing)
  if (missingHere(wanted).every(({ optional }) => optional === true)) {
    if (!went) say('the installation failed; what is missing only makes it worse or slower, so it goes on')
    return true
  }
  say(`the installation failed; its messages stand above. By hand:\n\n  ${commands.join(' && ')}\n`)
  return false
}

function setUpElsewhere(wanted) {
  if (!hasBrowser()) say('no installed Microsoft Edge, Google Chrome or Chromium was found: please install one of them')
  if (mode === 'demo' || process.platform !== 'linux') {
    if (mode === 'test') say('the tests with real mail servers, Thunderbird and the Secret Service need Debian')
    return hasBrowser()
  }
  const missing = wanted.filter(({ commands }) => commands.length > 0 && !commands.some(onPath))
  for (const { name, commands, why } of missing) say(`please install ${commands.at(-1)} (Debian package ${name}): ${why}`)
  return missing.length === 0
}

/** Node for Windows under Wine: about 45 MB through npm, and 10 s, once. */
function setUpWindows() {
  const root = path.resolve(import.meta.dirname, '..')
  if (!rigFits || rigStands(root)) return true
  say('making a Windows for the tests (Wine, Node for Windows)')
  // The registry may hiccup; a second try starts from the cache of the first.
  for (const last of [false, true]) {
    try {
      makeRig(root)
      return true
    } catch (error) {
      say(`it could not be made: ${error.message}`)
      if (last) return false
    }
  }
}

if (mode !== 'demo' && mode !== 'test') {
  say('say which: demo or test')
  process.exitCode = 2
} else {
  const wanted = systemPackages.filter(({ modes, arch }) => modes.includes(mode) && (arch ?? process.arch) === process.arch)
  const ready = isDebianFamily() ? setUpDebian(wanted) : setUpElsewhere(wanted)
  process.exitCode = ready && (mode === 'demo' || setUpWindows()) ? 0 : 1
}
