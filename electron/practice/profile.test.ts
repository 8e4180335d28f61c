import { randomBytes } from 'node:crypto'
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { Secret } from '../../shared/base/secret.ts'
import { z } from '../../shared/base/zod.ts'
import { parseEndpoint, type Endpoint } from '../../shared/mail/endpoint.ts'
import { readKeyDatabase } from '../clients/key-database.ts'
import { decryptSdr, openKeys } from '../clients/sdr-crypto.ts'
import { mailClients } from '../clients/index.ts'
import type { ProfileMailbox } from './profile-files.ts'
import { writePracticeProfile } from './profile.ts'

let root = ''
beforeEach(async () => {
  root = path.join(await mkdtemp(path.join(tmpdir(), 'practice-profile-')), 'thunderbird')
})
afterEach(() => rm(path.dirname(root), { recursive: true }))

const door = (url: string): Endpoint => {
  const read = parseEndpoint(url)
  if (!read.ok) throw new Error(url)
  return read.value
}
const box = (name: string, incoming: string): ProfileMailbox => ({
  address: `${name}@renshu.example`,
  userName: `abc-${name}`,
  personName: '見本 太郎',
  password: new Secret(`Old-"\\ 日本-${name}`),
  incoming: door(incoming),
  outgoing: door('smtp://localhost:2587'),
})

const [thunderbird] = mailClients({
  platform: process.platform,
  home: '/nonexistent',
  env: {},
  now: () => new Date(),
  random: randomBytes,
  windows: null,
})

test('this program’s own adapter finds the accounts and reads the stored passwords back', async () => {
  const boxes = [box('taro', 'pop3://localhost:2110'), box('hanako', 'imaps://mail.renshu.example:2993')]
  const written = await writePracticeProfile(root, boxes)
  if (!written.ok) throw new Error(JSON.stringify(written.problem))
  const { folder } = written.value
  const found = await thunderbird!.find({ root })
  if (!found.ok) throw new Error(JSON.stringify(found.problem))
  const used = found.value.filter((profile) => profile.inUse)
  expect(used.map((profile) => [profile.folder, profile.primaryPassword, profile.running])).toEqual([[folder, false, false]])
  expect(used[0]!.findings).toEqual([])
  expect(used[0]!.accounts).toMatchObject([
    {
      key: 'account1',
      address: 'taro@renshu.example',
      userName: 'abc-taro',
      incoming: boxes[0]!.incoming,
      storedPassword: true,
      storedOutgoingPassword: true,
      changeable: true,
    },
    {
      key: 'account2',
      address: 'hanako@renshu.example',
      userName: 'abc-hanako',
      incoming: boxes[1]!.incoming,
      storedPassword: true,
      changeable: true,
    },
  ])
  const stored = await thunderbird!.readBack({ folder, key: 'account1' }, { primaryPassword: null })
  if (!stored.ok) throw new Error(JSON.stringify(stored.problem))
  expect(stored.value.password?.reveal()).toBe(boxes[0]!.password.reveal())
  expect(stored.value.outgoing?.password?.reveal()).toBe(boxes[0]!.password.reveal())
})

test('the key database opens with no primary password only, and no password stands anywhere in the clear', async () => {
  const written = await writePracticeProfile(root, [box('taro', 'pop3://localhost:2110')])
  if (!written.ok) throw new Error(JSON.stringify(written.problem))
  const { folder } = written.value
  const database = await readKeyDatabase(await readFile(path.join(folder, 'key4.db')))
  if (!database.ok) throw new Error(JSON.stringify(database.problem))
  expect(await openKeys(database.value, 'something')).toBeNull()
  const keys = await openKeys(database.value, '')
  const logins = await readFile(path.join(folder, 'logins.json'), 'utf8')
  const entries = z
    .object({ logins: z.array(z.object({ encryptedUsername: z.string(), hostname: z.string(), httpRealm: z.string() })) })
    .parse(JSON.parse(logins)).logins
  expect(entries.map((entry) => [entry.hostname, entry.httpRealm, decryptSdr(keys!, entry.encryptedUsername)])).toEqual([
    ['mailbox://localhost', 'mailbox://localhost', 'abc-taro'],
    ['smtp://localhost', 'smtp://localhost', 'abc-taro'],
  ])
  for (const name of ['key4.db', 'logins.json', 'logins-backup.json', 'prefs.js']) {
    expect((await readFile(path.join(folder, name), 'latin1')).includes('Old-')).toBe(false)
    expect((await stat(path.join(folder, name))).mode & 0o077).toBe(0)
  }
  expect((await stat(folder)).mode & 0o077).toBe(0)
})

test('writes over nothing, and says where it could not write', async () => {
  const first = await writePracticeProfile(root, [box('taro', 'pop3://localhost:2110')])
  expect(first.ok).toBe(true)
  const before = await readFile(path.join(root, 'profiles.ini'), 'utf8')
  expect(await writePracticeProfile(root, [box('taro', 'pop3://localhost:2110')])).toMatchObject({
    ok: false,
    problem: { code: 'file-not-writable', facts: { reason: 'EEXIST' } },
  })
  expect(await readFile(path.join(root, 'profiles.ini'), 'utf8')).toBe(before)
  const file = path.join(path.dirname(root), 'file')
  await writeFile(file, '')
  expect(await writePracticeProfile(path.join(file, 'x'), [box('taro', 'pop3://localhost:2110')])).toMatchObject({
    ok: false,
    problem: { code: 'file-missing' },
  })
})
