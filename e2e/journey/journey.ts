import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, statSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { type Practice, type PracticeOptions, startPractice } from '../../electron/practice/practice.ts'
import { furnishStage, type Stage } from '../../electron/practice/stage.ts'
import { dropFolder } from '../canary/drop-folder.ts'
import { keepSaid } from '../canary/keep-said.ts'
import { registerSecret } from '../canary/register.ts'
import { lightBrowser } from '../fakes/light-browser.ts'

export const root = path.resolve(import.meta.dirname, '..', '..')
export const cli = path.join(root, 'dist', 'cli.js')
export const passphrase = 'journey-passphrase-7'
registerSecret('the vault’s passphrase', passphrase)

/** One customer's world: a practice provider, the papers and a profile in a folder of its own, and an empty data folder. */
export interface World {
  readonly practice: Practice
  readonly stage: Stage
  readonly folder: string
  readonly dataDir: string
  readonly close: () => Promise<void>
}

/** Registers the passwords of everybody at a practice provider, now and whenever one is changed. */
export function registerPasswordsOf(practice: Practice): void {
  const register = (user: string): void => registerSecret(`a password of ${user}`, practice.currentPasswordOf(user).reveal())
  for (const { userName } of practice.accounts) register(userName)
  practice.watch((event) => event.what === 'password-changed' && register(event.user))
}

export async function openWorld(options: PracticeOptions = {}): Promise<World> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'journey-'))
  const practice = await startPractice(options)
  if (!practice.ok) throw new Error(`practice: ${practice.problem.code}`)
  registerPasswordsOf(practice.value)
  const stage = await furnishStage(path.join(folder, 'stage'), practice.value)
  if (!stage.ok) throw new Error(`stage: ${stage.problem.code}`)
  return {
    practice: practice.value,
    stage: stage.value,
    folder,
    dataDir: path.join(folder, 'data'),
    close: async () => {
      await practice.value.stop()
      dropFolder(folder)
    },
  }
}

/** What the machine form printed, and how the process ended. */
export interface Told {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  readonly lines: readonly Line[]
  readonly result: Line
  readonly stdout: string
  readonly stderr: string
}
// The machine form is read as an outside program would: by its documented names.
// oxlint-disable-next-line typescript/no-explicit-any
export type Line = Readonly<Record<string, any>>

export interface RunOptions {
  /** Answers a question, now or by and by; `undefined` ends the input, which means "no". */
  readonly answer?: (asked: Line) => unknown
  readonly onLine?: (line: Line, child: ChildProcess) => void
  readonly onStart?: (child: ChildProcess) => void
  readonly script?: string
  readonly env?: Readonly<Record<string, string>>
  readonly stdin?: string
  /** A program and its arguments that start the command line in surroundings of their own (a login session). */
  readonly within?: readonly string[]
}

async function answerTo(asked: Line, child: ChildProcess, options: RunOptions): Promise<void> {
  const value = await options.answer?.(asked)
  if (value === undefined) child.stdin?.end()
  else child.stdin?.write(`${JSON.stringify({ answer: asked['id'], value })}\n`)
}

/** What a process said, put by for the suite's last search. Passwords it showed because it was asked to are passwords all the same. */
export function putBy(args: readonly string[], result: Line, stdout: string, stderr: string): void {
  for (const { for: of, value } of (result['secrets'] ?? []) as readonly Line[]) registerSecret(`a password of ${of}`, value)
  keepSaid(args, stdout, stderr)
}

/** Journeys are about the road: the browser is the light one where none is named, and where no person is there to see it. */
export const inLight = (args: readonly string[], { env }: RunOptions): readonly string[] => {
  const seen = env?.['DISPLAY'] !== undefined || args.some((one) => shown.has(one))
  return lightBrowser !== null && lightRoads.has(args[0] ?? '') && !seen ? ['--browser', lightBrowser] : []
}
const lightRoads = new Set(['run', 'recover'])
const shown = new Set(['--browser', '--headed', '--guided'])

/** The machine form, line by line. */
export const linesOf = (stdout: string): readonly Line[] =>
  stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Line)

/** Runs the built command line (or a script in its place) with `--json`, answering what it asks. */
export function tell(args: readonly string[], options: RunOptions = {}): Promise<Told> {
  const [program, ...rest] = [
    ...(options.within ?? []),
    process.execPath,
    options.script ?? cli,
    ...args,
    ...inLight(args, options),
    '--json',
  ]
  const child = spawn(program, rest, {
    // No window on a developer's own desk: a test that needs a display names one.
    env: { ...process.env, DISPLAY: '', WAYLAND_DISPLAY: '', MAIL_MIGRATE_VAULT_PASSPHRASE: passphrase, ...options.env },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  options.onStart?.(child)
  const lines: Line[] = []
  let stdout = ''
  let stderr = ''
  let unread = ''
  child.stdin.on('error', () => undefined)
  if (options.stdin !== undefined) child.stdin.end(options.stdin)
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()))
  child.stdout.on('data', (chunk: Buffer) => {
    stdout += chunk.toString()
    unread += chunk.toString()
    for (let end = unread.indexOf('\n'); end >= 0; end = unread.indexOf('\n')) {
      const line = JSON.parse(unread.slice(0, end)) as Line
      unread = unread.slice(end + 1)
      lines.push(line)
      options.onLine?.(line, child)
      if (line['type'] === 'asked') {
        void answerTo(line, child, options)
      }
    }
  })
  return new Promise((resolve) => {
    child.on('close', (code, signal) => {
      const result = lines.at(-1) ?? {}
      putBy(args, result, stdout, stderr)
      resolve({ code, signal, lines, result, stdout, stderr })
    })
  })
}

/** The options that lead a `run` into a world. */
export const roadTo = ({ stage, dataDir }: World, ...more: readonly string[]): string[] => [
  ...['--provider', 'practice', '--portal-url', stage.portalUrl, '--incoming', stage.incoming, '--outgoing', stage.outgoing],
  ...['--ca', stage.caFile, '--thunderbird-root', stage.thunderbirdRoot, '--data-dir', dataDir, '--vault', 'file', '--yes'],
  ...more,
]

export const inData = ({ dataDir }: World, ...more: readonly string[]): string[] => [
  '--data-dir',
  dataDir,
  '--vault',
  'file',
  ...more,
]

/** Every file below a folder with its bytes, by relative name. */
export function filesBelow(folder: string): ReadonlyMap<string, Buffer> {
  const names = readdirSync(folder, { recursive: true }) as string[]
  const files = names.filter((name) => statSync(path.join(folder, name)).isFile())
  return new Map(files.sort().map((name) => [name, readFileSync(path.join(folder, name))]))
}
