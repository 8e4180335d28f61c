import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { appendFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { mailClients } from '../../electron/clients/index.ts'
import { fileBackups } from '../../electron/files/backups.ts'
import { ok, type Result } from '../../shared/base/result.ts'
import { Secret } from '../../shared/base/secret.ts'
import { compareSettings, type WantedSettings } from '../../shared/client/compare-settings.ts'
import type { AccountEdit, BackupManifest, Unlock } from '../../shared/client/mail-client.ts'
import { matchAccount } from '../../shared/client/match-account.ts'
import { dropFolder } from '../canary/drop-folder.ts'
import { registerSecret } from '../canary/register.ts'
import { mailServersMissing, startMailServers, type MailServers } from './mail-servers.ts'
import { nssMissing, openNss, systemNss, thunderbirdNss, type Nss } from './nss.ts'
import { profileText, quietPrefs, thunderbirdMissing, visitThunderbird } from './thunderbird.ts'

const missing = [mailServersMissing(), thunderbirdMissing(), nssMissing()].filter((reason) => reason !== null)
if (missing.length > 0) throw new Error(`the real Thunderbird cannot be tried here: ${missing.join('; ')}`)

const taro = 'taro@example.test'
const hanako = 'hanako@example.test'
const oldPassword = 'Old-1 "#\\ 日本'
const newPassword = 'Neu-9 "x\\y" #＃日本'
for (const password of [oldPassword, newPassword]) registerSecret('a password of Thunderbird’s', password)
const hosts = ['pop.example.test', 'imap.example.test', 'smtp.example.test', 'new.example.test']
const patience = 45

const [client] = mailClients({
  platform: process.platform,
  home: '/nonexistent',
  env: {},
  now: () => new Date(),
  random: randomBytes,
  windows: null,
})
const value = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.problem))
  return result.value
}
const none: Unlock = { primaryPassword: null }
const unheard = async (): Promise<Result<void>> => ok()

let servers: MailServers
let nss: { readonly thunderbird: Nss; readonly system: Nss }
/** A profile as a first start of the real Thunderbird leaves it: its own AES key, nothing else. Copied for each test. */
let born: string
const rooms: string[] = []

beforeAll(async () => {
  servers = await startMailServers({ users: { [taro]: oldPassword, [hanako]: oldPassword }, hosts })
  nss = { thunderbird: openNss(thunderbirdNss()!), system: openNss(systemNss) }
  born = mkdtempSync(path.join(tmpdir(), 'tb-born-'))
  writeFileSync(path.join(born, 'user.js'), quietPrefs(hosts))
  const visit = await visitThunderbird(born, {
    until: () =>
      profileText(born, 'prefs.js').includes('ui-rdf') && existsSync(path.join(born, 'encrypted-openpgp-passphrase.txt')),
    atMost: patience,
  })
  if (!visit.met || visit.quit !== 'clean') throw new Error(`no first start: ${JSON.stringify(visit)}`)
})
afterEach(() => {
  for (const room of rooms.splice(0)) dropFolder(room)
})
afterAll(async () => {
  nss.thunderbird.remove()
  nss.system.remove()
  dropFolder(born)
  await servers.stop()
})

const accountPrefs = (): string =>
  [
    'user_pref("mail.accountmanager.accounts", "account2,account5");',
    'user_pref("mail.accountmanager.defaultaccount", "account2");',
    'user_pref("mail.account.account2.server", "server2");',
    'user_pref("mail.account.account2.identities", "id1");',
    'user_pref("mail.account.account5.server", "server7");',
    'user_pref("mail.account.account5.identities", "id4");',
    `user_pref("mail.identity.id1.useremail", "${taro}");`,
    'user_pref("mail.identity.id1.fullName", "太郎");',
    'user_pref("mail.identity.id1.smtpServer", "smtp3");',
    'user_pref("mail.identity.id1.valid", true);',
    `user_pref("mail.identity.id4.useremail", "${hanako}");`,
    'user_pref("mail.identity.id4.smtpServer", "smtp5");',
    'user_pref("mail.server.server2.type", "pop3");',
    'user_pref("mail.server.server2.hostname", "pop.example.test");',
    `user_pref("mail.server.server2.port", ${servers.ports.pop3s});`,
    'user_pref("mail.server.server2.socketType", 3);',
    `user_pref("mail.server.server2.userName", "${taro}");`,
    'user_pref("mail.server.server2.login_at_startup", true);',
    'user_pref("mail.server.server2.download_on_biff", true);',
    'user_pref("mail.server.server2.leave_on_server", true);',
    'user_pref("mail.server.server2.directory-rel", "[ProfD]Mail/pop.example.test");',
    'user_pref("mail.server.server7.type", "imap");',
    'user_pref("mail.server.server7.hostname", "imap.example.test");',
    `user_pref("mail.server.server7.port", ${servers.ports.imap});`,
    'user_pref("mail.server.server7.socketType", 2);',
    `user_pref("mail.server.server7.userName", "${hanako}");`,
    'user_pref("mail.server.server7.login_at_startup", true);',
    'user_pref("mail.smtpservers", "smtp3,smtp5");',
    'user_pref("mail.smtp.defaultserver", "smtp3");',
    ...(['smtp3', 'smtp5'] as const).flatMap((key, at) => [
      `user_pref("mail.smtpserver.${key}.hostname", "smtp.example.test");`,
      `user_pref("mail.smtpserver.${key}.port", ${at === 0 ? servers.ports.submission : servers.ports.submissions});`,
      `user_pref("mail.smtpserver.${key}.try_ssl", ${at === 0 ? 2 : 3});`,
      `user_pref("mail.smtpserver.${key}.username", "${at === 0 ? taro : hanako}");`,
    ]),
    '',
  ].join('\n')

/** A root with one profile: the real AES key of a first start, or an old profile's 3DES key made by NSS. */
function makeProfile(kind: 'aes' | '3des'): { root: string; folder: string } {
  const root = mkdtempSync(path.join(tmpdir(), 'tb-real-'))
  rooms.push(root)
  const folder = path.join(root, 'p.default')
  if (kind === 'aes') {
    execFileSync('cp', ['-a', born, folder])
  } else {
    mkdirSync(folder)
    writeFileSync(path.join(folder, 'user.js'), quietPrefs(hosts))
    execFileSync('certutil', ['-N', '-d', `sql:${folder}`, '--empty-password'])
  }
  writeFileSync(
    path.join(root, 'profiles.ini'),
    '[Install0123456789ABCDEF]\nDefault=p.default\nLocked=1\n\n[Profile0]\nName=p\nIsRelative=1\nPath=p.default\n',
  )
  const authority = path.join(root, 'ca.pem')
  writeFileSync(authority, servers.caPem)
  execFileSync('certutil', ['-A', '-d', `sql:${folder}`, '-n', 'test authority', '-t', 'C,,', '-i', authority])
  appendFileSync(path.join(folder, 'prefs.js'), accountPrefs())
  return { root, folder }
}

const origins = { pop: 'mailbox://pop.example.test', imap: 'imap://imap.example.test', smtp: 'smtp://smtp.example.test' }

/** The old passwords, encrypted by NSS itself (3DES), as an old Thunderbird left them. */
function storeByNss(folder: string, primaryPassword: string): void {
  const seal = (text: string): string => nss.system.encrypt(folder, primaryPassword, text)
  const rows = [
    [origins.pop, taro],
    [origins.smtp, taro],
    [origins.imap, hanako],
    [origins.smtp, hanako],
  ].map(([origin, user], at) => ({
    id: at + 1,
    hostname: origin,
    httpRealm: origin,
    formSubmitURL: null,
    usernameField: '',
    passwordField: '',
    encryptedUsername: seal(user!),
    encryptedPassword: seal(oldPassword),
    guid: `{00000000-0000-4000-8000-00000000000${at}}`,
    encType: 1,
    timeCreated: 1,
    timeLastUsed: 1,
    timePasswordChanged: 1,
    timesUsed: 1,
  }))
  writeFileSync(path.join(folder, 'logins.json'), JSON.stringify({ nextId: 5, logins: rows, version: 3 }), { mode: 0o600 })
}

async function editOf(
  root: string,
  address: string,
  wish: Partial<WantedSettings> = {},
): Promise<{ edit: AccountEdit; folder: string }> {
  const [profile] = value(await client!.find({ root }))
  const found = value(matchAccount(profile!, { address, userName: address }))
  const wanted = { address, userName: found.userName, incoming: found.incoming, outgoing: found.outgoing!.endpoint, ...wish }
  return { edit: value(compareSettings(wanted, found, profile!)), folder: profile!.folder }
}

/** The product's own road: rehearse, back up, rewrite. Answers how to undo. */
async function rewrite(
  root: string,
  address: string,
  password: string,
  unlock: Unlock = none,
  wish: Partial<WantedSettings> = {},
): Promise<() => Promise<void>> {
  const { edit, folder } = await editOf(root, address, wish)
  value(await client!.rehearse(edit, unlock))
  const into = path.join(root, `backup-${randomBytes(4).toString('hex')}`)
  const backups = fileBackups(() => new Date())
  const manifest = value(
    await backups.take({ client: 'thunderbird', folder, names: value(await client!.filesToBackUp(edit)), into }),
  )
  const report = value(await client!.rewrite(edit, new Secret(password), unlock, manifest, unheard))
  return async () =>
    value(await backups.putBack({ from: into, rewritten: report.files, anyway: false, announce: async () => ok() }))
}

async function serverPassword(password: string): Promise<void> {
  for (const user of [taro, hanako]) await servers.setPassword(user, password)
}

/** Opens Thunderbird until both mailboxes signed in, then once more to send; every sign-in must have used this password. */
async function useMail(folder: string, password: string, primaryPassword?: string): Promise<void> {
  const since = servers.mark()
  const ok = (protocol: string, user: string): boolean =>
    servers.signIns(since).some((one) => one.ok && one.protocol === protocol && one.user === user)
  const typed = primaryPassword === undefined ? {} : { primaryPassword }
  const fetched = await visitThunderbird(folder, {
    ...typed,
    atMost: patience,
    until: () => ok('pop3', taro) && ok('imap', hanako),
  })
  if (!fetched.met)
    throw new Error(
      JSON.stringify({ ...fetched, signIns: servers.signIns(since), log: servers.rawLog(since).slice(-6000) }, null, 1),
    )
  expect(fetched.quit).toBe('clean')
  const sent = await visitThunderbird(folder, {
    ...typed,
    atMost: patience,
    until: () => servers.deliveries(since).some(({ to }) => to === taro),
    send: { to: taro, subject: 'sent by the real Thunderbird', body: 'x' },
  })
  if (!sent.met)
    throw new Error(
      JSON.stringify({ ...sent, signIns: servers.signIns(since), log: servers.rawLog(since).slice(-6000) }, null, 1),
    )
  const seen = servers.signIns(since)
  expect(seen.map(({ given }) => given)).toEqual(seen.map(() => password))
  expect(seen.every((one) => one.ok && one.tls)).toBe(true)
  expect(new Set(seen.map(({ protocol }) => protocol))).toEqual(new Set(['pop3', 'imap', 'smtp']))
}

const decryptedByThunderbird = (folder: string, primaryPassword: string): string[] => {
  const stored = [...profileText(folder, 'logins.json').matchAll(/"encryptedPassword":"([^"]+)"/g)].map((found) => found[1]!)
  return stored.map((text) => nss.thunderbird.decrypt(folder, primaryPassword, text))
}

describe('the real NSS library', () => {
  it.each([
    ['of Thunderbird, 48-byte salt', () => nss.thunderbird, 48],
    ['of the system, 20-byte salt', () => nss.system, 20],
  ] as const)('%s: a primary password it sets opens here, and what is written here opens there', async (_name, library, salt) => {
    const { root, folder } = makeProfile('3des')
    const primary = 'ひみつ "\\ 7'
    registerSecret('a primary password', primary)
    storeByNss(folder, '')
    library().setPrimaryPassword(folder, '', primary)
    const { Database } = await (await import('sql.js')).default()
    const [meta] = new Database(readFileSync(path.join(folder, 'key4.db'))).exec(
      "SELECT item1 FROM metaData WHERE id = 'password'",
    )
    expect(meta?.values[0]?.[0]).toHaveLength(salt)
    const unlock: Unlock = { primaryPassword: new Secret(primary) }
    const { edit } = await editOf(root, taro)
    expect(value(await client!.readBack(edit, unlock)).password?.reveal()).toBe(oldPassword)
    await rewrite(root, taro, newPassword, unlock)
    expect(decryptedByThunderbird(folder, primary)).toEqual([newPassword, newPassword, oldPassword, oldPassword])
  })
})

// Seconds on a quiet machine; a loaded one starts Thunderbird slowly.
describe('the real Thunderbird on a rewritten profile', { timeout: 300_000 }, () => {
  it('AES profile: stores where nothing was stored, then changes; POP3, IMAP and sending use the new password; undo is byte-identical', async () => {
    const { root, folder } = makeProfile('aes')
    await serverPassword(oldPassword)
    for (const address of [taro, hanako]) await rewrite(root, address, oldPassword, none, { storeMissingPassword: true })
    expect(decryptedByThunderbird(folder, '')).toEqual([oldPassword, oldPassword, oldPassword, oldPassword])
    await useMail(folder, oldPassword)

    await serverPassword(newPassword)
    const before = ['prefs.js', 'logins.json', 'logins-backup.json'].map((name) => profileText(folder, name))
    const undo = [await rewrite(root, taro, newPassword), await rewrite(root, hanako, newPassword)]
    expect(decryptedByThunderbird(folder, '')).toEqual([newPassword, newPassword, newPassword, newPassword])
    for (const back of undo.toReversed()) await back()
    expect(['prefs.js', 'logins.json', 'logins-backup.json'].map((name) => profileText(folder, name))).toEqual(before)
    for (const address of [taro, hanako]) await rewrite(root, address, newPassword)
    await useMail(folder, newPassword)
  })

  it('3DES profile with entries written by NSS: POP3, IMAP and sending use the new password', async () => {
    const { root, folder } = makeProfile('3des')
    storeByNss(folder, '')
    await serverPassword(newPassword)
    for (const address of [taro, hanako]) await rewrite(root, address, newPassword)
    expect(decryptedByThunderbird(folder, '')).toEqual([newPassword, newPassword, newPassword, newPassword])
    await useMail(folder, newPassword)
  })

  it('primary password set by Thunderbird’s own NSS: asked for, checked, and the rewritten entries work', async () => {
    const { root, folder } = makeProfile('aes')
    const primary = 'primary7pass'
    registerSecret('a primary password', primary)
    await serverPassword(newPassword)
    nss.thunderbird.setPrimaryPassword(folder, '', primary)
    const unlock: Unlock = { primaryPassword: new Secret(primary) }
    expect(value(await client!.find({ root }))[0]).toMatchObject({ primaryPassword: true })
    expect(value(await client!.unlocks(folder, none))).toBe(false)
    expect(value(await client!.unlocks(folder, { primaryPassword: new Secret('wrong') }))).toBe(false)
    expect(value(await client!.unlocks(folder, unlock))).toBe(true)
    const { edit } = await editOf(root, taro)
    expect(await client!.rehearse(edit, none)).toMatchObject({ ok: false, problem: { code: 'client-primary-password' } })
    for (const address of [taro, hanako]) await rewrite(root, address, newPassword, unlock, { storeMissingPassword: true })
    expect(decryptedByThunderbird(folder, primary)).toEqual([newPassword, newPassword, newPassword, newPassword])
    await useMail(folder, newPassword, primary)
  })

  it('another host: the mail stays where it is and nothing is fetched twice', async () => {
    const { root, folder } = makeProfile('aes')
    await serverPassword(oldPassword)
    servers.deliver(taro)
    await rewrite(root, taro, oldPassword, none, { storeMissingPassword: true })
    const inbox = path.join(folder, 'Mail', 'pop.example.test', 'Inbox')
    const messages = (): number => (existsSync(inbox) ? readFileSync(inbox, 'latin1').split('\nMessage-ID: ').length - 1 : 0)
    const expected = servers.count(taro)
    await visitThunderbird(folder, { atMost: patience, until: () => messages() >= expected })
    expect(messages()).toBe(expected)
    const moved = { protocol: 'pop3', host: 'new.example.test', port: servers.ports.pop3s, security: 'tls' } as const
    await rewrite(root, taro, oldPassword, none, { incoming: moved })
    const since = servers.mark()
    const visit = await visitThunderbird(folder, {
      atMost: patience,
      until: () => servers.signIns(since).some(({ ok, protocol }) => ok && protocol === 'pop3'),
    })
    expect(visit).toMatchObject({ met: true, quit: 'clean' })
    expect(messages()).toBe(expected)
    expect(readdirSync(path.join(folder, 'Mail')).filter((name) => name.startsWith('new.example.test'))).toEqual([])
  })

  it('refuses while the real Thunderbird is open on the profile, and knows when it is closed', async () => {
    const { root, folder } = makeProfile('aes')
    const seen: boolean[] = []
    await serverPassword(oldPassword)
    await rewrite(root, taro, oldPassword, none, { storeMissingPassword: true })
    const { edit } = await editOf(root, taro)
    const since = servers.mark()
    let refused: unknown
    await visitThunderbird(folder, {
      atMost: patience,
      until: () => {
        if (refused !== undefined) return true
        if (!servers.signIns(since).some(({ ok }) => ok)) return false
        void client!.running(folder).then((open) => seen.push(value(open)))
        const manifest: BackupManifest = { version: 1, client: 'thunderbird', folder, takenAt: '', files: [] }
        void client!.rewrite(edit, new Secret(newPassword), none, manifest, unheard).then((result) => (refused = result))
        return false
      },
    })
    expect(refused).toMatchObject({ ok: false, problem: { code: 'client-running' } })
    expect(seen).toContain(true)
    expect(value(await client!.running(folder))).toBe(false)
  })
})
