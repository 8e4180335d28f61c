import { spawn, spawnSync } from 'node:child_process'
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
  /** How long it may take, ms. */
  readonly patience?: number
}

/** How a tool ended: with what it wrote, by saying that it cannot (or not being there), or not by itself within its time (`hung`). */
export type ToolEnd = { readonly end: 'done'; readonly text: string } | { readonly end: 'failed' | 'hung' }

/** Runs a small tool to its end, at most some seconds. */
export function runTool({ program, args, input, listen = false, desk, patience = 5_000 }: ToolOrder): Promise<ToolEnd> {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      stdio: ['pipe', listen ? 'pipe' : 'ignore', 'ignore'],
      env: envFor(desk),
      windowsHide: true,
      timeout: patience,
    })
    const parts: Buffer[] = []
    let size = 0
    child.stdout?.on('data', (part: Buffer) => {
      size += part.length
      if (size <= longest) parts.push(part)
    })
    // A tool that ends before it has read everything: its end tells.
    child.stdin?.on('error', () => undefined)
    child.on('error', () => resolve({ end: 'failed' }))
    child.on(listen ? 'close' : 'exit', (code) => {
      if (code === null) return resolve({ end: 'hung' })
      resolve(code === 0 && size <= longest ? { end: 'done', text: Buffer.concat(parts).toString('utf8') } : { end: 'failed' })
    })
    child.stdin?.end(input)
  })
}

/** The same while the program is ending and can wait for nothing else: a second or two, and not a moment longer. */
export function runToolNow({ program, args, input, listen = false, desk, patience = 2_000 }: ToolOrder): ToolEnd {
  const { status, signal, stdout } = spawnSync(program, args, {
    input,
    stdio: ['pipe', listen ? 'pipe' : 'ignore', 'ignore'],
    env: envFor(desk),
    windowsHide: true,
    timeout: patience,
    maxBuffer: longest,
  })
  if (status === 0) return { end: 'done', text: listen ? stdout.toString('utf8') : '' }
  return { end: signal === null ? 'failed' : 'hung' }
}
