import { appendFileSync, existsSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { forbidden } from './allowed.ts'
import { registeredSecrets, type SuitePlaces, suitePlaces } from './register.ts'
import { type Finding, makeScan, type Scan, searchBelow } from './search.ts'

/** Says where passwords were found, without saying them. */
export const sayFindings = (findings: readonly Finding[]): string =>
  findings.map(({ file, what, form }) => `  ${file}: ${what} (${form})`).join('\n')

let latest: { readonly size: number; readonly scan: Scan } | null = null

/** Made anew only where passwords have been registered since: some tests search at every line that is said. */
function scanOf(places: SuitePlaces): Scan {
  const { size } = statSync(places.register)
  if (latest?.size !== size) latest = { size, scan: makeScan(registeredSecrets(places)) }
  return latest.scan
}

/**
 * Searches a folder of the suite for every password known so far. What is found is written down for the end of the suite and thrown,
 * so that the test that wrote it fails, too.
 */
export function searchFolder(folder: string): void {
  const places = suitePlaces()
  if (!places || !existsSync(folder)) return
  const below = path.relative(places.written, folder)
  if (below.startsWith('..')) throw new Error(`not in the suite’s temporary folder: ${folder}`)
  const hits = searchBelow(folder, scanOf(places)).map((hit) => ({ ...hit, file: path.join(below, hit.file) }))
  const leaks = forbidden(hits)
  if (leaks.length === 0) return
  appendFileSync(places.findings, leaks.map((leak) => `${JSON.stringify(leak)}\n`).join(''))
  throw new Error(`passwords were written down:\n${sayFindings(leaks)}`)
}

/** Removes a folder of a test for good; what it holds is searched first, because nobody can later. */
export function dropFolder(folder: string): void {
  try {
    searchFolder(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
  }
}
