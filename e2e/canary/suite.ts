import { randomBytes } from 'node:crypto'
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { forbidden } from './allowed.ts'
import { sayFindings } from './drop-folder.ts'
import { placesIn, registeredSecrets, type SuitePlaces, suiteVariable } from './register.ts'
import { type Finding, makeScan, searchBelow } from './search.ts'

/** What programs write without being told where goes into the suite's folder, too: crash dumps, caches, settings. */
const homes = {
  HOME: 'home',
  XDG_CONFIG_HOME: 'home/.config',
  XDG_CACHE_HOME: 'home/.cache',
  XDG_DATA_HOME: 'home/.local/share',
  XDG_STATE_HOME: 'home/.local/state',
}

/** A file that must be found: a search that finds nothing at all has proved nothing. */
const control = 'control.txt'

/** Everything left at the end, and what tests found in the folders they removed. Throws where the search is blind. */
function findings(places: SuitePlaces): readonly Finding[] {
  const hits = searchBelow(places.written, makeScan(registeredSecrets(places)))
  if (!hits.some(({ file }) => file === control)) throw new Error('the search does not find what was put there to be found')
  const earlier = readFileSync(places.findings, 'utf8').split('\n').filter(Boolean)
  return [...earlier.map((line) => JSON.parse(line) as Finding), ...forbidden(hits).filter(({ file }) => file !== control)]
}

/** A password nobody uses, in a file of its own. */
function plantControl(places: SuitePlaces): void {
  const value = randomBytes(12).toString('base64url')
  writeFileSync(path.join(places.written, control), value)
  writeFileSync(places.register, `${JSON.stringify({ what: 'the control', value })}\n`, { mode: 0o600 })
}

/** Says how the suite stands, by its exit code: what a teardown throws is told and passed over. */
function judge(places: SuitePlaces): void {
  const before = process.exitCode
  process.exitCode = 1
  const found = findings(places)
  if (found.length > 0) return console.error(`canaries: passwords were written down\n${sayFindings(found)}`)
  console.log(`canaries: ${registeredSecrets(places).length - 1} passwords were used; none was left where it may not be`)
  process.exitCode = before
}

/**
 * Gives all tests of the project one temporary folder, inherited by everything they start, and searches it at the end for every
 * password the tests have used. A password in a file that has no leave to hold one (allowed.ts) fails the suite.
 */
export function setup(): () => void {
  const before = { ...process.env }
  // Short: sockets of the mail servers lie below it, and a socket's path is 107 letters at most.
  const folder = mkdtempSync(path.join(os.tmpdir(), 'mm-'))
  chmodSync(folder, 0o711)
  const places = placesIn(folder)
  mkdirSync(places.written)
  chmodSync(places.written, 0o1777)
  writeFileSync(places.findings, '', { mode: 0o600 })
  plantControl(places)
  process.env[suiteVariable] = folder
  process.env['TMPDIR'] = places.written
  for (const [name, home] of Object.entries(homes)) {
    mkdirSync(path.join(places.written, home), { recursive: true, mode: 0o700 })
    process.env[name] = path.join(places.written, home)
  }
  return () => {
    for (const name of [suiteVariable, 'TMPDIR', ...Object.keys(homes)]) {
      if (before[name] === undefined) delete process.env[name]
      else process.env[name] = before[name]
    }
    try {
      judge(places)
    } finally {
      if (!process.env['CANARY_KEEP']) rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
    }
  }
}
