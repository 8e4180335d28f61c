import { randomUUID } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { suitePlaces } from './register.ts'

/** Commands that print passwords because that is what they are asked for. */
const asksFor = (args: readonly string[]): boolean =>
  args[0] === 'read' || args[0] === 'password' || (args[0] === 'status' && args.includes('--secrets'))

/** Keeps what a process said for the suite's last search, as a person's redirected output would be. */
export function keepSaid(args: readonly string[], stdout: string, stderr: string): void {
  const places = suitePlaces()
  if (!places) return
  const folder = path.join(places.written, 'said')
  mkdirSync(folder, { recursive: true })
  const kind = asksFor(args) ? 'asked-for' : 'said'
  const command = /^[a-z]+$/.test(args[0] ?? '') ? args[0] : 'other'
  writeFileSync(path.join(folder, `${command}-${randomUUID()}-${kind}.txt`), `${stdout}\n${stderr}`)
}
