import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { randomBytes } from 'node:crypto'
import { afterEach, describe, expect, it } from 'vitest'
import { errnoOf } from '../../shared/base/errno.ts'
import { Secret } from '../../shared/base/secret.ts'
import { fail, ok, type Result } from '../../shared/base/result.ts'
import { compareSettings } from '../../shared/client/compare-settings.ts'
import type { AccountEdit, ClientId, FoundAccount, MailClient, WrittenFile } from '../../shared/client/mail-client.ts'
import { matchAccount } from '../../shared/client/match-account.ts'
import { fileBackups } from '../files/backups.ts'
import { holdProfile } from '../../e2e/fakes/hold-profile.ts'
import { makeSampleProfile } from '../../e2e/fakes/thunderbird-profile.ts'
import { mailClients } from './index.ts'

interface Sample {
  readonly root: string
  /** Makes the program appear to run on the profile; the answer ends that. */
  readonly open: (folder: string) => Promise<() => Promise<void>>
}

/** One sample per mail program. A client without one fails here. */
const samples: Partial<Record<ClientId, () => Promise<Sample>>> = {
  thunderbird: async () => {
    const { root } = await makeSampleProfile()
    return { root, open: holdProfile }
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

/** On Windows the lock of a program that runs lets nobody read it. */
function contentOf(file: string): string {
  try {
    return readFileSync(file, 'latin1')
  } catch (error) {
    if (errnoOf(error) === 'EBUSY') return '(held)'
    throw error
  }
}

const snapshot = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name))
      .map((file) => [path.relative(folder, file), `${(statSync(file).mode & 0o777).toString(8)} ${contentOf(file)}`]),
  )

const newPassword = new Secret('Neu-9 "x\\y" ＃日本')
const none = { primaryPassword: null }
const unheard = async (): Promise<Result<void>> => ok()
const clients = mailClients({
  platform: process.platform,
  home: '/nonexistent',
  env: {},
  now: () => new Date(1_800_000_000_000),
  random: randomBytes,
})

async function prepare(
  client: MailClient,
): Promise<{ sample: Sample; found: FoundAccount; folder: string; edit: AccountEdit; into: string }> {
  const make = samples[client.id]
  if (!make) throw new Error(`no sample for ${client.id}`)
  const sample = await make()
  const into = mkdtempSync(path.join(tmpdir(), 'backup-'))
  made.push(sample.root, into)
  const profile = value(await client.find({ root: sample.root })).find(({ inUse }) => inUse)!
  const found = value(matchAccount(profile, { address: 'taro@example.jp', userName: 'taro@example.jp' }))
  const wanted = {
    address: 'taro@example.jp',
    userName: found.userName,
    incoming: found.incoming,
    outgoing: found.outgoing!.endpoint,
  }
  return {
    sample,
    found,
    folder: profile.folder,
    edit: value(compareSettings(wanted, found, profile)),
    into: path.join(into, 'b'),
  }
}

describe.each(clients.map((client) => [client.id, client] as const))('%s', (_id, client) => {
  it('finds, reads, rewrites, reads back and puts back byte for byte', async () => {
    const { found, folder, edit, into } = await prepare(client)
    expect(found).toMatchObject({ changeable: true, storedPassword: true, storedOutgoingPassword: true })
    const before = snapshot(folder)
    const backups = fileBackups(() => new Date(0))
    const names = value(await client.filesToBackUp(folder))
    const manifest = value(await backups.take({ client: client.id, folder, names, into }))
    expect(value(await client.rehearse(edit, none)).map(({ setting }) => setting)).toEqual(['password', 'outgoing.password'])
    expect(snapshot(folder)).toEqual(before)

    const refuse = async (): Promise<Result<void>> => fail('cancelled', 'later')
    expect(await client.rewrite(edit, newPassword, none, manifest, refuse)).toMatchObject({ problem: { code: 'cancelled' } })
    const announced: WrittenFile[] = []
    const hear = async (files: readonly WrittenFile[]): Promise<Result<void>> => {
      expect(snapshot(folder)).toEqual(before)
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

    const after = snapshot(folder)
    const touched = Object.keys({ ...before, ...after }).filter((name) => before[name] !== after[name])
    expect(touched.sort()).toEqual(report.files.map(({ name }) => name).sort())
    expect(Object.values(after).join('').includes(newPassword.reveal())).toBe(false)

    value(await backups.putBack({ from: into, rewritten: report.files, anyway: false, announce: async () => ok() }))
    expect(snapshot(folder)).toEqual(before)
  })

  it('refuses while the program runs on the profile, and then touches nothing', async () => {
    const { sample, folder, edit, into } = await prepare(client)
    const manifest = value(
      await fileBackups(() => new Date(0)).take({
        client: client.id,
        folder,
        names: value(await client.filesToBackUp(folder)),
        into,
      }),
    )
    expect(value(await client.running(folder))).toBe(false)
    const close = await sample.open(folder)
    const before = snapshot(folder)
    expect(value(await client.running(folder))).toBe(true)
    expect(await client.rewrite(edit, newPassword, none, manifest, unheard)).toMatchObject({
      ok: false,
      problem: { code: 'client-running' },
    })
    expect(snapshot(folder)).toEqual(before)
    await close()
    expect(value(await client.running(folder))).toBe(false)
  })

  it('refuses when a file is no longer the one that was copied', async () => {
    const { folder, edit, into } = await prepare(client)
    const names = value(await client.filesToBackUp(folder))
    const manifest = value(await fileBackups(() => new Date(0)).take({ client: client.id, folder, names, into }))
    const existing = names.find((name) => existsSync(path.join(folder, name)))!
    writeFileSync(path.join(folder, existing), `${readFileSync(path.join(folder, existing), 'latin1')}\n`, 'latin1')
    const before = snapshot(folder)
    expect(await client.rewrite(edit, newPassword, none, manifest, unheard)).toMatchObject({
      ok: false,
      problem: { code: expect.stringMatching(/file-changed-since|client-/) },
    })
    expect(snapshot(folder)).toEqual(before)
  })

  it('says so when a root holds nothing of the program', async () => {
    const empty = mkdtempSync(path.join(tmpdir(), 'empty-'))
    made.push(empty)
    expect(await client.find({ root: empty })).toMatchObject({ ok: false, problem: { code: 'file-missing' } })
    expect(await client.find({})).toEqual({ ok: true, value: [] })
  })
})
