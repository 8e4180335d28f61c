import { appendFileSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** Where a suite keeps what it needs for its last search: one folder, beside the one everything is written into. */
export interface SuitePlaces {
  /** Every password of the suite, one JSON line each. Not below `written`. */
  readonly register: string
  /** What was found so far. */
  readonly findings: string
  /** The temporary folder of everything the suite starts. */
  readonly written: string
}

export const placesIn = (folder: string): SuitePlaces => ({
  register: path.join(folder, 'passwords.jsonl'),
  findings: path.join(folder, 'findings.jsonl'),
  written: path.join(folder, 't'),
})

/** The variable that leads the suite's processes to its folder. Without it (the bench, a script) nothing is registered or searched. */
export const suiteVariable = 'CANARY_SUITE'

export function suitePlaces(): SuitePlaces | null {
  const folder = process.env[suiteVariable]
  return folder ? placesIn(folder) : null
}

export interface Canary {
  readonly what: string
  readonly value: string
}

/** Shorter ones stand by chance in any file: no test may prove anything with them. */
const shortest = 8
const known = new Set<string>()

/** Names a password that nothing may write down. Short ones (`x`, `hers`) are passed over: they are nobody's password here. */
export function registerSecret(what: string, value: string): void {
  const places = suitePlaces()
  if (!places || value.length < shortest || known.has(value)) return
  known.add(value)
  appendFileSync(places.register, `${JSON.stringify({ what, value })}\n`, { mode: 0o600 })
}

/** Every password registered so far, by any process of the suite. */
export function registeredSecrets({ register }: SuitePlaces): readonly Canary[] {
  const byValue = new Map<string, Canary>()
  for (const line of readFileSync(register, 'utf8').split('\n').filter(Boolean)) {
    const canary = JSON.parse(line) as Canary
    if (!byValue.has(canary.value)) byValue.set(canary.value, canary)
  }
  return [...byValue.values()]
}
