import { runTool, runToolNow, type ToolEnd, type ToolOrder } from './run-tool.ts'
import { type Desk, findProgram } from './surroundings.ts'

type Command = readonly [program: string, ...args: string[]]

interface Tool {
  readonly put: Command
  readonly get: Command
  readonly clear: Command
  /** It reads its input in the machine's own code page: only these characters are the same in all of them. */
  readonly asciiOnly?: boolean
}

const wayland: Tool = {
  put: ['wl-copy', '--type', 'text/plain'],
  get: ['wl-paste', '--no-newline', '--type', 'text/plain'],
  clear: ['wl-copy', '--clear'],
}
const xclip: Tool = {
  put: ['xclip', '-selection', 'clipboard', '-in'],
  get: ['xclip', '-selection', 'clipboard', '-out'],
  clear: ['xclip', '-selection', 'clipboard', '-in'],
}
const xsel: Tool = {
  put: ['xsel', '--clipboard', '--input'],
  get: ['xsel', '--clipboard', '--output'],
  clear: ['xsel', '--clipboard', '--clear'],
}
const mac: Tool = { put: ['pbcopy'], get: ['pbpaste'], clear: ['pbcopy'] }
const windows: Tool = {
  put: ['clip.exe'],
  get: ['powershell.exe', '-NoProfile', '-NonInteractive', '-Command', 'Get-Clipboard -Raw'],
  clear: ['clip.exe'],
  asciiOnly: true,
}

function toolsOf({ platform, env }: Desk): readonly Tool[] {
  if (platform === 'darwin') return [mac]
  if (platform === 'win32') return [windows]
  return [...(env['WAYLAND_DISPLAY'] ? [wayland] : []), ...(env['DISPLAY'] ? [xclip, xsel] : [])]
}

/** The desk's clipboard, by whichever of the system's own tools is installed. */
export interface Clipboard {
  /** False: it could not be put there, or nobody can tell whether it was. */
  readonly put: (text: string) => Promise<boolean>
  /** Null: the tool does not answer, so nobody can tell. */
  readonly holds: (text: string) => Promise<boolean | null>
  /** False: it could not be emptied. */
  readonly clear: () => Promise<boolean>
  /** While the program is ending: empties it if it holds this, and has done so when it returns. */
  readonly takeBackNow: (text: string) => void
}

// A tool fails at an empty clipboard, and at a picture on it; one that does not answer tells nothing.
const shows = (found: ToolEnd, text: string): boolean | null =>
  found.end === 'done' ? found.text.replace(/\r?\n$/, '') === text : found.end === 'failed' ? false : null

/** The clipboard of this desk; null where it has no display or no tool for it. Values go to the tool by its standard input, never as an argument. */
export function findClipboard(desk: Desk): Clipboard | null {
  const has = ([program]: Command): boolean => findProgram(program, desk) !== null
  const tool = toolsOf(desk).find(({ put, get }) => has(put) && has(get))
  if (!tool) return null
  const order = ([name, ...args]: Command, input: string, listen: boolean): ToolOrder => ({
    program: findProgram(name, desk) ?? name,
    args,
    input,
    listen,
    desk,
  })
  const run = (command: Command, input: string, listen = false): Promise<ToolEnd> => runTool(order(command, input, listen))
  return {
    put: async (text) => (!tool.asciiOnly || /^[\x20-\x7e]*$/.test(text)) && (await run(tool.put, text)).end === 'done',
    holds: async (text) => shows(await run(tool.get, '', true), text),
    clear: async () => (await run(tool.clear, '')).end === 'done',
    takeBackNow: (text) => {
      if (shows(runToolNow(order(tool.get, '', true)), text) === true) runToolNow(order(tool.clear, '', false))
    },
  }
}
