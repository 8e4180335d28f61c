import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import type { Readable } from 'node:stream'

/** A screen nobody sees, for programs that show windows. */
export interface Screen {
  /** `:7`: what belongs into DISPLAY. */
  readonly display: string
  readonly close: () => void
}

/** Starts one of its own; null where Xvfb is not installed. */
export async function startScreen(): Promise<Screen | null> {
  if (!existsSync('/usr/bin/Xvfb')) return null
  const child = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1280x960x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  })
  const display = await new Promise<string>((resolve, reject) => {
    const line = child.stdio[3] as Readable
    line.once('data', (number: Buffer) => resolve(`:${number.toString().trim()}`))
    child.once('exit', () => reject(new Error('Xvfb did not start')))
    child.once('error', reject)
  })
  return { display, close: () => void child.kill() }
}
