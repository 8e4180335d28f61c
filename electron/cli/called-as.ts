import path from 'node:path'

export interface Call {
  /** The script that was started, as Node has it; undefined where there is none. */
  readonly script: string | undefined
  readonly cwd: string
  /** Was it started by `npx`? */
  readonly npx: boolean
  /** The data folder as it was named; null: the system's place. */
  readonly dataDir: string | null
}

const quoted = (word: string): string => (/^[\w@%+=:,./\\-]+$/.test(word) ? word : `"${word}"`)

/** How the program was called: by its installed name, or as a script. Within the folder one stands in, by the short way. */
function programOf({ script, cwd, npx }: Call): string {
  if (script === undefined || path.basename(script).replace(/\.(?:cmd|ps1)$/, '') === 'mail-migrate')
    return npx ? 'npx mail-migrate' : 'mail-migrate'
  const near = path.relative(cwd, script)
  return `node ${quoted(near.startsWith('..') ? script : near)}`
}

/**
 * Puts the commands in a text for people so that they can be typed as they stand: `mail-migrate` by the name it was called by, and commands about a run
 * with the data folder the run is in. Contract and help call it `mail-migrate`, and so does every text.
 */
export function asCalled(text: string, call: Call): string {
  const where = call.dataDir === null ? '' : ` --data-dir ${quoted(call.dataDir)}`
  const program = programOf(call)
  return text
    .replaceAll(/\bmail-migrate (resume|undo|status)\b/g, (_whole, command: string) => `${program} ${command}${where}`)
    .replaceAll(/(?<!npx )\bmail-migrate (?=[a-z]|--)/g, () => `${program} `)
}
