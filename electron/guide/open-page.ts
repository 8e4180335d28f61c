import { spawn } from 'node:child_process'
import { type Desk, envFor, findProgram, hasDisplay } from './surroundings.ts'

/** How long a program that was handed a page may take to say that it cannot, ms. One that runs on has taken it. */
const patience = 3_000

/** A web address as a browser would read it; null for any other kind, for one that carries a name or password, and for one with an odd character. */
export function webAddress(url: string): string | null {
  if (!URL.canParse(url)) return null
  const { protocol, username, password, href } = new URL(url)
  const plain = /^[\x21-\x7e]+$/.test(href)
  return ['http:', 'https:'].includes(protocol) && username === '' && password === '' && plain ? href : null
}

/** Programs that open a page in the person's own browser, the first that is there. None of them is a shell: an address is never read as a command. */
function openers({ platform }: Desk): readonly (readonly [string, ...string[]])[] {
  if (platform === 'darwin') return [['open']]
  if (platform === 'win32') return [['rundll32.exe', 'url.dll,FileProtocolHandler']]
  return [['xdg-open'], ['gio', 'open']]
}

function handOver(program: string, args: readonly string[], desk: Desk): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: 'ignore', detached: true, env: envFor(desk) })
    const timer = setTimeout(() => resolve(true), patience)
    const end = (taken: boolean): void => {
      clearTimeout(timer)
      resolve(taken)
    }
    child.on('error', () => end(false))
    child.on('exit', (code) => end(code === 0))
    child.unref()
  })
}

/**
 * Opens a web page in the person's own browser: in the one that was named and nowhere else, or (`named` null) by the system's opener, else in an
 * installed browser. The address is the last argument, and nothing is automated. False: there is no display, nothing to open it with, or it
 * is no plain web address.
 */
export async function openPage(
  url: string,
  named: string | null,
  findBrowser: (named: string | null) => string | null,
  desk: Desk,
): Promise<boolean> {
  const address = webAddress(url)
  if (address === null || !hasDisplay(desk)) return false
  for (const [name, ...args] of named === null ? openers(desk) : []) {
    const program = findProgram(name, desk)
    if (program && (await handOver(program, [...args, address], desk))) return true
  }
  const browser = findBrowser(named)
  return browser !== null && handOver(browser, [address], desk)
}
