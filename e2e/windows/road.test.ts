import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { chromium } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readArguments } from '../../electron/cli/arguments.ts'
import { askLines } from '../../electron/cli/ask-lines.ts'
import { clientsCommand } from '../../electron/cli/commands/facts.ts'
import { resumeCommand, undoCommand } from '../../electron/cli/commands/resume.ts'
import { runCommand } from '../../electron/cli/commands/run.ts'
import { makeOutput } from '../../electron/cli/output.ts'
import { kinds, number, office, profile, sz } from '../../electron/clients/fixtures/outlook/build-tree.ts'
import { sealPassword } from '../../electron/clients/outlook/stored-passwords.ts'
import { windowsHere } from '../../electron/clients/windows-here.ts'
import { compose } from '../../electron/compose.ts'
import { privateContext, type StartBrowser } from '../../electron/portal/browser.ts'
import { playRecipeWithin, usualLimits } from '../../electron/portal/play-recipe.ts'
import { keyringService } from '../../electron/store/os-vault.ts'
import { type Practice, startPractice } from '../../electron/practice/practice.ts'
import { furnishStage, type Stage } from '../../electron/practice/stage.ts'
import { ok, type Result } from '../../shared/base/result.ts'
import { Secret } from '../../shared/base/secret.ts'
import { boxOf, passwordText } from '../../shared/client/outlook/stored-password.ts'
import { joinPath, keyIn, type RegistryTree, type RegistryValue, valueIn } from '../../shared/client/outlook/registry-tree.ts'
import { accountContainer } from '../../shared/client/outlook/account-kinds.ts'
import { registerSecret } from '../canary/register.ts'
import { madeRegistry } from '../fakes/made-registry.ts'
import { plainTree } from '../fakes/outlook-world.ts'
import { browserVariable } from './browser.ts'

// The whole road in Windows: papers, the practice provider with its mail servers, Credential Manager, Outlook's registry with the data
// protection, Thunderbird's profile. Only the browser stands outside: Chromium for Windows does not run under Wine.
const browserAt = process.env[browserVariable]
const value = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.problem))
  return result.value
}

/** Visits are made by the browser that is there already, each in a private context with its own one-shot proxy. */
const startThere: StartBrowser = async ({ proxy }) => {
  const browser = await chromium.connectOverCDP(browserAt!)
  const { server, userName, password } = proxy
  const context = await browser.newContext({ ...privateContext, proxy: { server, username: userName, password } })
  const close = async (): Promise<void> => {
    await context.close().catch(() => undefined)
    await browser.close().catch(() => undefined)
  }
  return ok({ context, close })
}
const play = playRecipeWithin(usualLimits, startThere)

const commands = { run: runCommand, resume: resumeCommand, undo: undoCommand, clients: clientsCommand }
type Line = Readonly<Record<string, any>> // oxlint-disable-line typescript/no-explicit-any
const nobody = { next: () => Promise.resolve(null), echo: () => undefined, close: () => undefined, typed: false }

/** One call of the command line, in this process, with nobody who answers. */
async function tell(words: readonly string[]): Promise<{ readonly code: number; readonly result: Line; readonly said: string }> {
  const { options, command, ...rest } = value(readArguments([...words, '--json']))
  let [stdout, stderr] = ['', '']
  const output = makeOutput(true, 'ja', {
    out: { write: (text) => (stdout += text) },
    err: { write: (text) => (stderr += text) },
  })
  const stop = new AbortController().signal
  const ask = askLines(output, nobody, options.has('yes'), stop)
  const app = compose({ dataDir: options.text('data-dir') ?? null, vault: 'os', ask, environment: process.env, play })
  const code = await commands[command as keyof typeof commands]({ app, output, ask, stop }, { options, command, ...rest })
  const result = JSON.parse(stdout.trim().split('\n').at(-1) ?? '{}') as Line
  return { code, result, said: stdout + stderr }
}

const own = ['Office', 'Windows NT\\CurrentVersion\\Windows Messaging Subsystem'].map(
  (below) => `HKEY_CURRENT_USER\\Software\\Microsoft\\${below}`,
)
const outlookProfile = joinPath(office('16.0'), 'Profiles', '山田 太郎')
const container = joinPath(outlookProfile, accountContainer)
const keyOf = (at: number): string => `0000000${at + 1}`

/** Outlook as an office set it up years ago: unencrypted POP3, the default values absent, passwords stored; and an account of a company's server. */
async function furnishOutlook({ accounts, mailHost, currentPasswordOf }: Practice): Promise<void> {
  const boxes = accounts.map(({ address, userName, personName }) => ({
    clsid: sz(kinds.pop3),
    'Account Name': sz(address),
    'Display Name': sz(personName),
    Email: sz(address),
    'POP3 Server': sz(mailHost),
    'POP3 User': sz(userName),
    'SMTP Server': sz(mailHost),
    'SMTP Port': number(587),
    'SMTP Use Auth': number(1),
  }))
  const exchange = { clsid: sz(kinds.mapi), 'Service Name': sz('MSEMS'), 'Account Name': sz('taro@company.example') }
  const all = Object.fromEntries([...boxes, exchange].map((values, at) => [keyOf(at), values]))
  const keys = profile(outlookProfile, all).map(({ path: at, values }) => ({
    path: at,
    values: Object.entries(values).flatMap(([name, content]) =>
      content.kind === 'value' ? [{ name, type: content.type, bytes: content.bytes }] : [],
    ),
  }))
  const registry = await madeRegistry(keys, own)
  const box = windowsHere(process.platform)!.passwordBox!
  for (const [at, { userName }] of accounts.entries()) {
    const sealed = value(await sealPassword(box, 'POP3 Password', new Secret(currentPasswordOf(userName).reveal())))
    value(await registry.setValue(joinPath(container, keyOf(at)), sealed))
  }
}

describe.runIf(browserAt !== undefined)('the whole road in Windows', () => {
  let [practice, stage]: [Practice, Stage] = [null!, null!]
  let folder: string
  let before: RegistryTree
  let run: string
  const parts = windowsHere(process.platform)
  const tree = async (): Promise<RegistryTree> => value(await parts!.registry.readTree(joinPath(office('16.0'), 'Profiles')))!
  const filesBelow = (): Readonly<Record<string, string>> =>
    Object.fromEntries(
      readdirSync(stage.thunderbirdRoot, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => path.join(entry.parentPath, entry.name))
        .map((file) => [file, readFileSync(file, 'latin1')]),
    )
  const storedIn = async (at: number, name: string): Promise<readonly (string | null)[]> => {
    const { bytes } = valueIn(keyIn(await tree(), joinPath(container, keyOf(at))), name) as RegistryValue
    const opened = value(await parts!.passwordBox!.unprotect(boxOf(bytes)!))
    return [passwordText(opened.bytes), opened.description]
  }
  const data = (): string[] => ['--data-dir', path.join(folder, 'データ'), '--vault', 'os']
  let files: ReturnType<typeof filesBelow>

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), '道-'))
    practice = value(await startPractice())
    for (const { userName } of practice.accounts)
      registerSecret(`a password of ${userName}`, practice.currentPasswordOf(userName).reveal())
    practice.watch((event) => {
      if (event.what === 'password-changed')
        registerSecret(`a password of ${event.user}`, practice.currentPasswordOf(event.user).reveal())
    })
    stage = value(await furnishStage(path.join(folder, '会員'), practice))
    await furnishOutlook(practice)
    before = await tree()
    files = filesBelow()
  })
  afterAll(async () => {
    await practice.stop()
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
    await madeRegistry([], own)
  })

  it('finds both mail programs', async () => {
    const { code, result } = await tell(['clients', '--thunderbird-root', stage.thunderbirdRoot])
    expect(code).toBe(0)
    const found = result['clients'].map(({ client, accounts }: Line) => [
      client,
      accounts.map(({ address, storedPassword, changeable }: Line) => [address, storedPassword, changeable]),
    ])
    const accounts = practice.accounts.map(({ address }) => [address, true, true])
    expect(found).toEqual(
      expect.arrayContaining([
        ['thunderbird', accounts],
        ['outlook', accounts],
      ]),
    )
  })

  // One mailbox: the other shows that it is left alone.
  it('changes the password, proves it, rewrites Outlook and Thunderbird, and proves what they will use', async () => {
    const { address, userName } = practice.accounts[0]!
    const lead = ['--provider', 'practice', '--portal-url', stage.portalUrl, '--mailbox', address]
    const servers = ['--incoming', stage.incoming, '--outgoing', stage.outgoing, '--ca', stage.caFile]
    const more = ['--thunderbird-root', stage.thunderbirdRoot, '--browser', 'Z:\\bin\\true', '--yes']
    const { code, result, said } = await tell(['run', stage.sheetFile, ...lead, ...servers, ...more, ...data()])
    expect({ code, problems: result['problems'] }).toEqual({ code: 0, problems: [] })
    expect(result['outcome']).toBe('done')
    run = result['run']
    const programs = result['mailboxes'].map((one: Line) => [
      one['address'],
      one['portal'],
      one['clients'].map(({ client }: Line) => client),
    ])
    expect(programs).toEqual([[address, 'changed', ['thunderbird', 'outlook']]])
    const now = practice.currentPasswordOf(userName).reveal()
    expect(await storedIn(0, 'POP3 Password')).toEqual([now, 'POP3 Password'])
    expect(said.includes(now)).toBe(false)
  })

  it('nothing but the planned values is another', async () => {
    const [then, now] = [plainTree(before), plainTree(await tree())]
    const touched = Object.keys({ ...then, ...now }).filter((name) => then[name] !== now[name])
    const planned = [
      ...['POP3 Password', 'POP3 Port', 'POP3 Server', 'POP3 Use SSL'],
      ...['SMTP Port', 'SMTP Secure Connection', 'SMTP Server', 'SMTP Use SSL'],
    ]
    expect(touched.toSorted()).toEqual(planned.map((name) => joinPath(container, keyOf(0), name)).toSorted())
  })

  it('Credential Manager holds the password that is in force', async () => {
    const { default: keytar } = await import('keytar')
    const kept = await keytar.findCredentials(keyringService)
    const fresh = kept.filter(({ account }) => account.startsWith(`${run}/new/`)).map(({ password }) => password)
    expect(fresh).toEqual([practice.currentPasswordOf(practice.accounts[0]!.userName).reveal()])
  })

  it('undo puts registry and profile back, to the byte', async () => {
    const { code, result } = await tell(['undo', run, '--yes', ...data()])
    expect({ code, problems: result['problems'] }).toEqual({ code: 0, problems: [] })
    expect(plainTree(await tree())).toEqual(plainTree(before))
    expect(filesBelow()).toEqual(files)
  })

  it('a program that is ended while it rewrites Outlook is taken up again', async () => {
    const { address, userName } = practice.accounts[0]!
    const [at, now] = [path.join(folder, 'new.txt'), practice.currentPasswordOf(userName).reveal()]
    writeFileSync(at, now)
    const lead = [stage.sheetFile, '--provider', 'practice', '--mailbox', address, '--skip-portal', '--new-password-file', at]
    const servers = ['--incoming', stage.incoming, '--outgoing', stage.outgoing, '--ca', stage.caFile]
    const words = ['run', ...lead, ...servers, '--outlook', '--yes', ...data(), '--json']
    const child = spawn(process.execPath, ['dist/cli.js', ...words], { stdio: ['ignore', 'pipe', 'ignore'] })
    const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
    let [killed, said] = ['', '']
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      // Somewhere between the first value and the last: where exactly is the machine's affair. Each place of it: run/outlook-run.test.ts.
      const begun = /"kind":"intended","step":"(rewrite-client:[^"]*)","act":\{"kind":"rewrite"/.exec(said)?.[1]
      if (begun !== undefined && killed === '' && child.kill()) killed = begun
    })
    await ended
    expect(said).toContain('"type":"plan"')
    expect(killed).toContain('HKEY_CURRENT_USER')
    const cut = /"run":"([^"]+)"/.exec(said)![1]!
    const { code, result } = await tell(['resume', cut, '--yes', ...data()])
    expect({ code, problems: result['problems'], outcome: result['outcome'] }).toEqual({ code: 0, problems: [], outcome: 'done' })
    expect(await storedIn(0, 'POP3 Password')).toEqual([now, 'POP3 Password'])
  })
})
