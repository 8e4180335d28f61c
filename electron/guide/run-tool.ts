import { spawn } from 'node:child_process'
import { type Desk, envFor } from './surroundings.ts'

/** Longest answer read, in bytes: the clipboard of a person may hold a whole book. */
const longest = 65_536

export interface ToolOrder {
  readonly program: string
  readonly args: readonly string[]
  /** Goes to its standard input, never into its arguments. */
  readonly input: string
  /** Read what it writes. A tool that stays behind to serve the clipboard would hold that line open, so it is off by default. */
  readonly listen?: boolean
  readonly desk: Desk
}

/** Runs a small tool to its end, at most some seconds. Null: it could not be started, failed, or did not come to an end. */
export function runTool({ program, args, input, listen = false, desk }: ToolOrder): Promise<string | null> {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      stdio: ['pipe', listen ? 'pipe' : 'ignore', 'ignore'],
      env: envFor(desk),
      windowsHide: true,
      timeout: 5_000,
    })
    const parts: Buffer[] = []
    let size = 0
    child.stdout?.on('data', (part: Buffer) => {
      size += part.length
      if (size <= longest) parts.push(part)
    })
    // A tool that ends before it has read everything: its end tells.
    child.stdin?.on('error', () => undefined)
    child.on('error', () => resolve(null))
    child.on(listen ? 'close' : 'exit', (code) =>
      resolve(code === 0 && size <= longest ? Buffer.concat(parts).toString('utf8') : null),
    )
    child.stdin?.end(input)
  })
}
