import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { randomBytes } from 'node:crypto'
import { afterEach, describe, expect, it } from 'vitest'
import { errnoOf } from '../../shared/base/errno.ts'
import { Secret } from '../../shared/base/secret.ts'
import { fail, ok, type Result } from '../../shared/base/result.ts'
import { compareSettings } from '../../shared/client/compare-settings.ts'
import {
  type AccountEdit,
  type Backups,
  type ClientId,
  clientId,
  type FoundAccount,
  type MailClient,
  type WhereToLook,
  type WrittenFile,
} from '../../shared/client/mail-client.ts'
import { matchAccount } from '../../shared/client/match-account.ts'
import { encodeText } from '../../shared/client/outlook/decode-value.ts'
import { regType } from '../../shared/client/outlook/registry-tree.ts'
import { valuePlace } from '../../shared/client/outlook/value-names.ts'
import { holdProfile } from '../../e2e/fakes/hold-profile.ts'
import { outlookWorld, plainTree } from '../../e2e/fakes/outlook-world.ts'
import { makeSampleProfile } from '../../e2e/fakes/thunderbird-profile.ts'
import { clientBackups } from './client-backups.ts'
import { mailClients } from './index.ts'
import type { WindowsParts } from './windows-parts.ts'

interface Sample {
  readonly client: MailClient
  readonly backups: Backups
  readonly where: WhereToLook
  /** A place that holds nothing of the program, in a folder made for it. */
  readonly nowhere: (folder: string) => WhereToLook
  readonly folders: readonly string[]
  /** Everything the program has, to the byte, in any form. */
  readonly snapshot: () => Promise<Readonly<Record<string, string>>>
  /** Makes the program appear to run on the profile; the answer ends that. */
  readonly open: (folder: string) => Promise<() => Promise<void>>
  /** Changes one of these as somebody else would. */
  readonly meddle: (folder: string, names: readonly string[]) => Promise<void>
}

const clock = (): Date => new Date(1_800_000_000_000)
const clientOf = (id: ClientId, windows: WindowsParts | null): MailClient =>
  mailClients({ platform: process.platform, home: '/nonexistent', env: {}, now: clock, random: randomBytes, windows }).find(
    (one) => one.id === id,
  )!

/** On Windows the lock of a program that runs lets nobody read it. */
function contentOf(file: string): string {
  try {
    return readFileSync(file, 'latin1')
  } catch (error) {
    if (errnoOf(error) === 'EBUSY') return '(held)'
    throw error
  }
}

const filesOf = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name))
      .map((file) => [path.relative(folder, file), `${(statSync(file).mode & 0o777).toString(8)} ${contentOf(file)}`]),
  )

/** One sample per mail program. A client without one fails here. */
const samples: Readonly<Record<ClientId, () => Promise<Sample>>> = {
  thunderbird: async () => {
    const { root, folder } = await makeSampleProfile()
    return {
      client: clientOf('thunderbird', null),
      backups: clientBackups(null, clock),
      where: { root },
      nowhere: (empty) => ({ root: empty }),
      folders: [root],
      snapshot: async () => filesOf(folder),
      open: holdProfile,
      meddle: async (at, names) => {
        const existing = names.find((name) => existsSync(path.join(at, name)))!
        writeFileSync(path.join(at, existing), `${readFileSync(path.join(at, existing), 'latin1')}\n`, 'latin1')
      },
    }
  },
  outlook: async () => {
    const world = await outlookWorld('own-smtp-login')
    return {
      client: clientOf('outlook', world.parts),
      backups: clientBackups(world.parts, clock),
      where: {},
      nowhere: (empty) => ({ regFile: path.join(empty, 'none.reg') }),
      folders: [],
      snapshot: async () => {
        const prefix = 'HKEY_CURRENT_USER\\Software\\Microsoft\\Office\\16.0\\Outlook\\Profiles\\Outlook\\'
        const tree = Object.entries(plainTree(await world.now()))
        return Object.fromEntries(tree.map(([name, text]) => [name.replace(prefix, '').replaceAll('\\', '/'), text]))
      },
      open: async () => {
        world.programs.push('OUTLOOK.EXE')
        return async () => void world.programs.splice(0)
      },
      meddle: async (folder, names) => {
        const name = names.find((one) => one.endsWith('/POP3 User'))!
        const place = valuePlace(folder, name)!
        await world.meddle(place.path, { name: place.name, type: regType.text, bytes: encodeText('jiro') })
      },
    }
  },
}

const made: string[] = []
afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true })
})

const value = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.problem))
  return result.value
}

const newPassword = new Secret('Neu-9 "x\\y" ＃日本')
const none = { primaryPassword: null }
const unheard = async (): Promise<Result<void>> => ok()

interface Prepared extends Sample {
  readonly found: FoundAccount
  readonly folder: string
  readonly edit: AccountEdit
  readonly into: string
}

async function prepare(id: ClientId): Promise<Prepared> {
  const sample = await samples[id]()
  const into = mkdtempSync(path.join(tmpdir(), 'backup-'))
  made.push(...sample.folders, into)
  const profile = value(await sample.client.find(sample.where)).find(({ inUse }) => inUse)!
  const found = value(matchAccount(profile, { address: 'taro@example.jp', userName: 'taro@example.jp' }))
  const wanted = {
    address: 'taro@example.jp',
    userName: found.userName,
    incoming: found.incoming,
    outgoing: found.outgoing!.endpoint,
  }
  const edit = value(compareSettings(wanted, found, profile))
  return { ...sample, found, folder: profile.folder, edit, into: path.join(into, 'b') }
}

describe.each(clientId.options)('%s', (id) => {
  it('finds, reads, rewrites, reads back and puts back byte for byte', async () => {
    const { client, backups, snapshot, found, folder, edit, into } = await prepare(id)
    expect(found).toMatchObject({ changeable: true, storedPassword: true, storedOutgoingPassword: true })
    const before = await snapshot()
    const names = value(await client.filesToBackUp(edit))
    const manifest = value(await backups.take({ client: client.id, folder, names, into }))
    expect(value(await client.rehearse(edit, none)).map(({ setting }) => setting)).toEqual(['password', 'outgoing.password'])
    expect(await snapshot()).toEqual(before)

    const refuse = async (): Promise<Result<void>> => fail('cancelled', 'later')
    expect(await client.rewrite(edit, newPassword, none, manifest, refuse)).toMatchObject({ problem: { code: 'cancelled' } })
    const announced: WrittenFile[] = []
    const hear = async (files: readonly WrittenFile[]): Promise<Result<void>> => {
      expect(await snapshot()).toEqual(before)
      announced.push(...files)
      return ok()
    }
    const report = value(await client.rewrite(edit, newPassword, none, manifest, hear))
    expect(announced).toEqual(report.files)
    expect(report.changed.map(({ setting }) => setting)).toEqual(['password', 'outgoing.password'])
    const stored = value(await client.readBack(edit, none))
    expect(stored.password?.reveal()).toBe(newPassword.reveal())
    expect(stored.outgoing?.password?.reveal()).toBe(newPassword.reveal())
    expect(stored.incoming).toEqual(found.incoming)

    const after = await snapshot()
    const touched = Object.keys({ ...before, ...after }).filter((name) => before[name] !== after[name])
    expect(touched.sort()).toEqual(report.files.map(({ name }) => name).sort())
    const forms = [newPassword.reveal(), Buffer.from(newPassword.reveal(), 'utf16le').toString('hex')]
    for (const form of forms) expect(Object.values(after).join('').includes(form)).toBe(false)

    value(await backups.putBack({ from: into, rewritten: report.files, anyway: false, announce: async () => ok() }))
    expect(await snapshot()).toEqual(before)
  })

  it('refuses while the program runs on the profile, and then touches nothing', async () => {
    const { client, backups, snapshot, open, folder, edit, into } = await prepare(id)
    const names = value(await client.filesToBackUp(edit))
    const manifest = value(await backups.take({ client: client.id, folder, names, into }))
    expect(value(await client.running(folder))).toBe(false)
    const close = await open(folder)
    const before = await snapshot()
    expect(value(await client.running(folder))).toBe(true)
    expect(await client.rewrite(edit, newPassword, none, manifest, unheard)).toMatchObject({
      ok: false,
      problem: { code: 'client-running' },
    })
    expect(await snapshot()).toEqual(before)
    await close()
    expect(value(await client.running(folder))).toBe(false)
  })

  it('refuses when a file is no longer the one that was copied', async () => {
    const { client, backups, snapshot, meddle, folder, edit, into } = await prepare(id)
    const names = value(await client.filesToBackUp(edit))
    const manifest = value(await backups.take({ client: client.id, folder, names, into }))
    await meddle(folder, names)
    const before = await snapshot()
    expect(await client.rewrite(edit, newPassword, none, manifest, unheard)).toMatchObject({
      ok: false,
      problem: { code: expect.stringMatching(/file-changed-since|client-/) },
    })
    expect(await snapshot()).toEqual(before)
  })

  it('says so when a root holds nothing of the program', async () => {
    const empty = mkdtempSync(path.join(tmpdir(), 'empty-'))
    made.push(empty)
    const { client, nowhere } = await prepare(id)
    expect(await client.find(nowhere(empty))).toMatchObject({ ok: false, problem: { code: 'file-missing' } })
    expect(await clientOf(id, null).find({})).toEqual({ ok: true, value: [] })
  })
})
