import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { cp } from 'node:fs/promises'
import { randomBytes } from 'node:crypto'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { canLink } from '../../e2e/fakes/can-link.ts'
import { holdFile } from '../../e2e/fakes/hold-file.ts'
import { modeHere } from '../../e2e/fakes/mode-here.ts'
import {
  makeSampleProfile,
  oldPassword,
  sampleLogins,
  samplePrefs,
  type SampleForm,
  type SampleProfile,
} from '../../e2e/fakes/thunderbird-profile.ts'
import type { Problem } from '../../shared/base/problem.ts'
import { ok, type Result } from '../../shared/base/result.ts'
import { Secret } from '../../shared/base/secret.ts'
import { compareSettings, type WantedSettings } from '../../shared/client/compare-settings.ts'
import type {
  AccountEdit,
  BackupManifest,
  FoundAccount,
  FoundProfile,
  RewriteReport,
  Unlock,
} from '../../shared/client/mail-client.ts'
import { readPrefs } from '../../shared/client/prefs-js.ts'
import { fileBackups } from '../files/backups.ts'
import { draftRewrite } from './draft-rewrite.ts'
import { readKeyDatabase } from './key-database.ts'
import { readProfile } from './read-profile.ts'
import { rewriteProfile } from './rewrite-profile.ts'
import { decryptSdr, openKeys } from './sdr-crypto.ts'
import { unlockedKeys } from './stored-logins.ts'
import { thunderbird } from './thunderbird.ts'

const rooms: string[] = []
afterEach(() => {
  for (const room of rooms.splice(0)) rmSync(room, { recursive: true, force: true })
})
const value = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.problem))
  return result.value
}
const problemOf = (result: Result<unknown>): Problem | null => (result.ok ? null : result.problem)

const now = 1_800_000_000_000
const client = thunderbird({ platform: 'linux', home: '/nonexistent', env: {}, now: () => new Date(now), random: randomBytes })
const backups = fileBackups(() => new Date(0))
const none: Unlock = { primaryPassword: null }
const unheard = async (): Promise<Result<void>> => ok()
const next = new Secret('Neu-9 "x\\y" ＃日本')

interface Bench extends SampleProfile {
  readonly profile: FoundProfile
  readonly account: FoundAccount
  readonly edit: AccountEdit
  readonly read: (name: string) => string
  readonly rewrite: (edit?: AccountEdit, unlock?: Unlock) => Promise<Result<RewriteReport>>
  readonly manifest: () => Promise<BackupManifest>
  /** Stored logins as `origin user password`, decrypted without the program's own account model. */
  readonly stored: (name?: string) => Promise<string[]>
}

const wish = (account: FoundAccount, changes: Partial<WantedSettings> = {}): WantedSettings => ({
  address: account.address,
  userName: account.userName,
  incoming: account.incoming,
  outgoing: account.outgoing?.endpoint ?? null,
  ...changes,
})

async function bench(form: SampleForm = {}, changes: Partial<WantedSettings> = {}): Promise<Bench> {
  const sample = await makeSampleProfile(form)
  rooms.push(sample.root)
  const profile = value(await client.find({ root: sample.root })).find(({ inUse }) => inUse)!
  const account = profile.accounts[0]!
  const comparable = { ...account, changeable: true, reason: null }
  const edit = value(compareSettings(wish(account, changes), comparable, profile))
  const read = (name: string): string => readFileSync(path.join(sample.folder, name), 'latin1')
  const manifest = async (): Promise<BackupManifest> => {
    const into = mkdtempSync(path.join(tmpdir(), 'tb-backup-'))
    rooms.push(into)
    return value(
      await backups.take({
        client: 'thunderbird',
        folder: profile.folder,
        names: value(await client.filesToBackUp(edit)),
        into,
      }),
    )
  }
  return {
    ...sample,
    profile,
    account,
    edit,
    read,
    manifest,
    rewrite: async (wanted = edit, unlock = none) => client.rewrite(wanted, next, unlock, await manifest(), unheard),
    stored: async (name = 'logins.json') => {
      const keys = (await openKeys(value(await readKeyDatabase(sample.made.bytes)), form.primaryPassword ?? ''))!
      const rows = (
        JSON.parse(read(name)) as { logins: { hostname?: string; encryptedUsername: string; encryptedPassword: string }[] }
      ).logins
      return rows.flatMap((row) =>
        row.hostname
          ? [`${row.hostname} ${decryptSdr(keys, row.encryptedUsername)} ${decryptSdr(keys, row.encryptedPassword)}`]
          : [],
      )
    },
  }
}

const plain = sampleLogins.map(({ origin, user, password }) => `${origin} ${user} ${password}`)
const ours = ['mailbox://pop.example.jp taro@example.jp', 'smtp://smtp.example.jp taro@example.jp']
const withNew = plain.map((line) => {
  const own = ours.find((start) => line.startsWith(`${start} `))
  return own ? `${own} ${next.reveal()}` : line
})

describe('finding', () => {
  it('reads accounts, passwords and doubts of a customer-like profile', async () => {
    const { profile } = await bench()
    expect(profile).toMatchObject({
      name: 'default-default',
      inUse: true,
      running: false,
      primaryPassword: false,
      programVersion: '153.7.0',
    })
    expect(profile.accounts).toMatchObject([
      {
        key: 'account2',
        address: 'taro@example.jp',
        incoming: { protocol: 'pop3', host: 'pop.example.jp', port: 995, security: 'tls' },
        outgoing: { key: 'smtp3', endpoint: { host: 'smtp.example.jp', port: 587, security: 'starttls' }, signsIn: true },
        storedPassword: true,
        storedOutgoingPassword: true,
        changeable: true,
      },
      {
        key: 'account4',
        incoming: { protocol: 'imap', port: 143, security: 'starttls' },
        outgoing: { key: 'smtp1' },
        storedOutgoingPassword: false,
      },
    ])
    expect(profile.findings).toMatchObject([{ code: 'client-setting-doubtful', facts: { setting: 'prefs.js' } }])
  })

  it('a listed profile whose folder is gone is listed with what is wrong', async () => {
    const { root } = await bench()
    rmSync(path.join(root, 'old.default'), { recursive: true })
    const found = value(await client.find({ root }))
    expect(found.map(({ accounts, findings }) => [accounts.length, findings[0]?.code])).toEqual([
      [0, 'file-missing'],
      [2, 'client-setting-doubtful'],
    ])
  })

  it.runIf(canLink)('so is one whose file is a link', async () => {
    const { root, folder } = await bench()
    renameSync(path.join(folder, 'prefs.js'), path.join(root, 'elsewhere.js'))
    symlinkSync(path.join(root, 'elsewhere.js'), path.join(folder, 'prefs.js'))
    const found = value(await client.find({ root })).find(({ inUse }) => inUse)
    expect([found?.accounts.length, found?.findings[0]?.code]).toEqual([0, 'file-is-link'])
  })

  it.runIf(canLink)('a profile folder reached through a link is the folder it leads to', async () => {
    const { root, folder } = await bench()
    renameSync(folder, path.join(root, 'moved'))
    symlinkSync(path.join(root, 'moved'), folder)
    expect(value(await client.find({ root })).find(({ inUse }) => inUse)?.folder).toBe(path.join(root, 'moved'))
  })

  it.each([
    [
      'linux',
      [
        '.thunderbird',
        'snap/thunderbird/common/.thunderbird',
        '.var/app/org.mozilla.thunderbird/.thunderbird',
        '.mozilla-thunderbird',
      ],
    ],
    ['darwin', ['Library/Thunderbird']],
    [
      'win32',
      [
        'AppData/Roaming/Thunderbird',
        'AppData/Local/Packages/MozillaThunderbird.MZLA_h5892qc0xkpca/LocalCache/Roaming/Thunderbird',
      ],
    ],
  ] as const)('looks in every place of %s, and one damaged place hides no other', async (platform, places) => {
    const home = mkdtempSync(path.join(tmpdir(), 'tb-home-'))
    rooms.push(home)
    const sample = await makeSampleProfile()
    rooms.push(sample.root)
    for (const place of places) {
      mkdirSync(path.dirname(path.join(home, place)), { recursive: true })
      if (canLink) symlinkSync(sample.root, path.join(home, place))
      // cpSync ends Node 22 on Windows where a path holds Japanese letters.
      else await cp(sample.root, path.join(home, place), { recursive: true })
    }
    const first = path.join(home, places[0])
    const here = thunderbird({ platform, home, env: {}, now: () => new Date(now), random: randomBytes })
    // Where every place leads to the same folder, that folder is listed once.
    const times = (count: number): readonly undefined[] => Array(canLink ? Math.min(count, 1) : count).fill(undefined)
    expect(value(await here.find({})).map(({ folder }) => path.basename(folder))).toEqual(
      times(places.length).flatMap(() => ['old.default', 'abcd.default-default']),
    )
    rmSync(first, { recursive: true })
    mkdirSync(path.join(first, 'profiles.ini'), { recursive: true })
    const found = value(await here.find({}))
    expect(found.map(({ findings, accounts }) => [findings[0]?.code, accounts.length])).toEqual([
      ['file-unreadable', 0],
      ...times(places.length - 1).flatMap(() => [
        [undefined, 0],
        ['client-setting-doubtful', 2],
      ]),
    ])
  })

  it('an outgoing server two mailboxes share: said, kept where it is, and its password follows its own mailbox only', async () => {
    const shared = { prefs: 'user_pref("mail.identity.id3.smtpServer", "smtp3");\n' }
    const { profile, rewrite, stored, account } = await bench(shared)
    expect(account.outgoing).toMatchObject({ sharesPassword: false, sharedWith: ['hanako'] })
    expect(profile.findings.filter(({ code }) => code === 'client-server-shared').map(({ facts }) => facts['address'])).toEqual([
      'taro@example.jp',
      'hanako@other.example',
    ])
    const hers = value(compareSettings(wish(profile.accounts[1]!), profile.accounts[1]!, profile))
    expect(hers.outgoing).toBeNull()
    value(await rewrite(hers))
    expect((await stored()).filter((line) => line.endsWith(next.reveal()))).toEqual([
      `imap://imap.other.example hanako ${next.reveal()}`,
    ])
    value(await rewrite())
    expect(await stored()).toContain(`${ours[1]} ${next.reveal()}`)
  })

  it('says why an account is left alone', async () => {
    const reason = async (form: SampleForm): Promise<unknown> => {
      const { account } = await bench(form)
      return account.changeable ? null : { code: account.reason?.code, ...account.reason?.facts }
    }
    expect(await reason({ prefs: 'user_pref("mail.server.server2.authMethod", 10);\n' })).toMatchObject({
      code: 'client-not-changeable',
      reason: 'oauth2',
    })
    expect(await reason({ prefs: 'user_pref("mail.server.server2.authMethod", 5);\n' })).toMatchObject({ reason: 'kerberos' })
    expect(await reason({ prefs: 'user_pref("mail.smtpserver.smtp3.authMethod", 7);\n' })).toMatchObject({
      reason: 'client-certificate',
      setting: 'outgoing',
    })
    expect(await reason({ prefs: 'user_pref("mail.smtpserver.smtp3.authMethod", 1);\n' })).toBeNull()
    expect(await reason({ prefs: 'user_pref("mail.server.server2.authMethod", 4);\n' })).toBeNull()
    expect(await reason({ prefs: 'user_pref("signon.rustMirror.enabled", true);\n' })).toMatchObject({ reason: 'logins.db' })
    expect(
      await reason({ prefs: 'user_pref("mail.server.server2.realhostname", "x.example.jp");\n', version: '91.13.0_x/x' }),
    ).toMatchObject({ reason: 'realhostname' })
    expect(await reason({ prefs: 'user_pref("mail.server.server2.realhostname", "x.example.jp");\n' })).toBeNull()
    const policy = {
      policies: {
        Preferences: {
          'mail.server.server2.port': { Value: 1, Status: 'locked' },
          'mail.smtpserver.smtp3.port': { Value: 1, Status: 'default' },
        },
      },
    }
    const distribution = async (files: SampleForm['files']): Promise<unknown> => {
      const sample = await makeSampleProfile({})
      rooms.push(sample.root)
      mkdirSync(path.join(sample.folder, 'distribution'))
      for (const [name, text] of Object.entries(files!)) writeFileSync(path.join(sample.folder, name), text, 'latin1')
      const account = value(await client.find({ root: sample.root })).find(({ inUse }) => inUse)!.accounts[0]!
      return account.reason && { code: account.reason.code, setting: account.reason.facts['setting'] }
    }
    const locked = { code: 'client-locked-setting', setting: 'mail.server.server2.port' }
    expect(await distribution({ 'distribution/policies.json': JSON.stringify(policy) })).toEqual(locked)
    expect(await distribution({ 'distribution/policies.json': '{' })).toBeNull()
    expect(await distribution({ 'mozilla.cfg': '// x\nlockPref("mail.server.server2.port", 110);' })).toEqual(locked)
    const hidden = Array.from('lockPref("mail.server.server2.port", 110);', (byte) =>
      String.fromCharCode((byte.charCodeAt(0) + 13) % 256),
    ).join('')
    expect(await distribution({ 'thunderbird.cfg': hidden })).toEqual(locked)
  })
})

describe('rewriting the password', () => {
  it.each<[string, SampleForm, Unlock]>([
    ['AES', {}, none],
    ['3DES', { keys: ['3des'], cipher: '3des' }, none],
    ['3DES entries in a profile that has an AES key too', { keys: ['3des', 'aes'], cipher: '3des' }, none],
    ['the old wrapping', { keys: ['3des'], cipher: '3des', scheme: 'old' }, none],
    ['a primary password', { primaryPassword: 'ひみつ', saltLength: 48 }, { primaryPassword: new Secret('ひみつ') }],
  ])('%s: every entry of both doors, nobody else’s, backup file too', async (_name, form, unlock) => {
    const { rewrite, stored, edit, read } = await bench(form)
    const before = JSON.parse(read('logins.json')) as { logins: object[] }
    const report = value(await rewrite(edit, unlock))
    expect(report.files.map(({ name }) => name)).toEqual(['logins.json', 'logins-backup.json'])
    expect(await stored()).toEqual(withNew)
    expect(await stored('logins-backup.json')).toEqual(withNew)
    const after = JSON.parse(read('logins.json')) as { logins: object[] }
    after.logins.forEach((row, at) => {
      const changed = [0, 2, 4].includes(at) ? { encryptedPassword: expect.any(String), timePasswordChanged: now } : {}
      expect(row).toEqual({ ...before.logins[at], ...changed })
    })
    expect(report.notes.map(({ code, facts }) => [code, facts['origin']])).toEqual([
      ['client-password-elsewhere', 'https://cal.example.jp'],
    ])
  })

  it('a wrong or missing primary password changes nothing', async () => {
    const { rewrite, edit, profile, read, folder } = await bench({ primaryPassword: 'ひみつ', saltLength: 48 })
    const before = read('logins.json')
    expect(profile).toMatchObject({
      primaryPassword: true,
      accounts: [{ storedPassword: 'locked', storedOutgoingPassword: 'locked' }, { storedOutgoingPassword: false }],
    })
    expect(problemOf(await rewrite(edit, { primaryPassword: new Secret('x') }))?.code).toBe('client-primary-password')
    expect(problemOf(await rewrite())?.code).toBe('client-primary-password')
    expect(await client.unlocks(folder, { primaryPassword: new Secret('x') })).toEqual({ ok: true, value: false })
    expect(problemOf(await client.readBack(edit, none))?.code).toBe('client-primary-password')
    expect(read('logins.json')).toBe(before)
  })

  it('what was never stored is added only when agreed', async () => {
    const incoming = sampleLogins.filter(({ origin }) => !origin.startsWith('smtp'))
    const { rewrite, stored, edit, read, folder } = await bench({ logins: incoming })
    expect(value(await client.readBack(edit, none)).outgoing?.password).toBeNull()
    expect(value(await rewrite()).changed.map(({ setting }) => setting)).toEqual(['password'])
    expect((await stored()).filter((line) => line.startsWith('smtp'))).toEqual([])
    expect(value(await rewrite({ ...edit, storeMissingPassword: true })).changed).toContainEqual({
      setting: 'outgoing.password',
      from: 'none',
      to: 'new',
    })
    expect(await stored()).toContain(`${ours[1]} ${next.reveal()}`)
    expect(read('logins.json')).toContain('"nextId":8')
    rmSync(path.join(folder, 'logins.json'))
    rmSync(path.join(folder, 'logins-backup.json'))
    expect(value(await rewrite()).files).toEqual([])
    expect(existsSync(path.join(folder, 'logins.json'))).toBe(false)
    value(await rewrite({ ...edit, storeMissingPassword: true }))
    expect(await stored()).toEqual(ours.map((place) => `${place} ${next.reveal()}`))
    expect(statSync(path.join(folder, 'logins.json')).mode & 0o777).toBe(modeHere(0o600))
  })

  it('an outgoing server without sign-in, or one that borrows the incoming password, gets no entry', async () => {
    const incoming = sampleLogins.filter(({ origin }) => !origin.startsWith('smtp'))
    for (const prefs of [
      'user_pref("mail.smtpserver.smtp3.authMethod", 1);\n',
      'user_pref("mail.smtpserver.smtp3.incomingAccount", "server2");\n',
    ]) {
      const { rewrite, stored, edit } = await bench({ logins: incoming, prefs })
      value(await rewrite({ ...edit, storeMissingPassword: true }))
      expect((await stored()).filter((line) => line.startsWith('smtp'))).toEqual([])
    }
  })

  it('logins.json missing: what stands in its backup counts, and both are written', async () => {
    const { rewrite, stored, folder } = await bench()
    rmSync(path.join(folder, 'logins.json'))
    expect(value(await rewrite()).files.map(({ name }) => name)).toEqual(['logins.json', 'logins-backup.json'])
    expect(await stored()).toEqual([`${ours[0]} ${next.reveal()}`])
  })

  it.each<[string, SampleForm, string]>([
    ['logins.json damaged', { files: { 'logins.json': '{"logins":[' } }, 'client-unreadable'],
    ['logins.json not UTF-8', { files: { 'logins.json': '\xff' } }, 'client-unreadable'],
    ['a used logins.db', { files: { 'logins.db': 'not readable' } }, 'client-not-changeable'],
    ['a key database in the middle of a write', { files: { 'key4.db-journal': 'x' } }, 'client-unreadable'],
    ['a damaged key database', { files: { 'key4.db': 'this is no database' } }, 'client-unreadable'],
    ['no key for passwords', { keys: [] }, 'client-no-key'],
  ])('stops, and writes nothing: %s', async (_name, form, code) => {
    const { folder, edit, manifest, read } = await bench(form, {
      incoming: { protocol: 'pop3', host: 'new.example.jp', port: 995, security: 'tls' },
    })
    const before = [read('logins.json'), read('prefs.js')]
    expect(problemOf(await client.rehearse(edit, none))?.code).toBe(code)
    expect(problemOf(await client.rewrite(edit, next, none, await manifest(), unheard))?.code).toBe(code)
    expect([read('logins.json'), read('prefs.js')]).toEqual(before)
    expect(readdirSync(folder).filter((name) => name.endsWith('.new'))).toEqual([])
  })

  it('no key database at all: Thunderbird has to be started once', async () => {
    const { folder, rewrite } = await bench()
    rmSync(path.join(folder, 'key4.db'))
    expect(problemOf(await rewrite())?.code).toBe('client-no-key')
    expect(problemOf(await client.unlocks(folder, none))?.code).toBe('client-no-key')
  })
})

describe('rewriting settings', () => {
  const moved: Partial<WantedSettings> = {
    userName: 'taro2@example.jp',
    incoming: { protocol: 'pop3', host: 'new.example.jp', port: 4995, security: 'tls' },
    outgoing: { protocol: 'smtp', host: 'mail.example.jp', port: 465, security: 'tls' },
  }

  it.each([
    ['\n', samplePrefs],
    // As Thunderbird writes it on Windows.
    ['\r\n', samplePrefs.replaceAll('\n', '\r\n')],
  ])(
    'another host and user: only owned lines change, folder addresses follow, old entries stay, directories too: %j',
    async (_, wholePrefs) => {
      const { rewrite, read, stored, edit } = await bench({ wholePrefs }, moved)
      const [prefs, filters] = [read('prefs.js'), read('Mail/pop.example.jp/msgFilterRules.dat')]
      const report = value(await rewrite())
      const line = (from: string, to: string) => (text: string) => {
        expect(text).toContain(from)
        return text.replace(from, to)
      }
      const root = 'mailbox://taro2%40example.jp@new.example.jp'
      const expected = [
        line('taro%40example.jp@pop.example.jp/Archives', 'taro2%40example.jp@new.example.jp/Archives'),
        line('taro%40example.jp@pop.example.jp/Sent', 'taro2%40example.jp@new.example.jp/Sent'),
        line('server2.hostname", "pop.example.jp"', 'server2.hostname", "new.example.jp"'),
        line('server2.port", 995', 'server2.port", 4995'),
        line('spamActionTargetAccount", "mailbox://taro%40example.jp@pop.example.jp"', `spamActionTargetAccount", "${root}"`),
        line('server2.userName", "taro@example.jp"', 'server2.userName", "taro2@example.jp"'),
        line('smtp3.hostname", "smtp.example.jp"', 'smtp3.hostname", "mail.example.jp"'),
        line('smtp3.port", 587', 'smtp3.port", 465'),
        line('smtp3.try_ssl", 2', 'smtp3.try_ssl", 3'),
        line('smtp3.username", "taro@example.jp"', 'smtp3.username", "taro2@example.jp"'),
      ].reduce((text, change) => change(text), prefs)
      expect(read('prefs.js')).toBe(expected)
      expect(read('Mail/pop.example.jp/msgFilterRules.dat')).toBe(
        filters.replace('taro%40example.jp@pop.example.jp', 'taro2%40example.jp@new.example.jp'),
      )
      expect(await stored()).toEqual([
        ...plain,
        `mailbox://new.example.jp taro2@example.jp ${next.reveal()}`,
        `smtp://mail.example.jp taro2@example.jp ${next.reveal()}`,
      ])
      expect(report.files.map(({ name }) => name)).toEqual([
        'logins.json',
        'logins-backup.json',
        'Mail/pop.example.jp/msgFilterRules.dat',
        'prefs.js',
      ])
      expect(report.changed.map(({ setting }) => setting)).toContain('folders')
      expect(value(await client.readBack(edit, none))).toMatchObject({
        incoming: moved.incoming,
        userName: moved.userName,
        outgoing: { endpoint: moved.outgoing },
      })
    },
  )

  it('a second time changes the same entries again and adds none', async () => {
    const { rewrite, read, stored } = await bench({}, moved)
    value(await rewrite())
    const first = [read('prefs.js'), await stored()]
    value(await rewrite())
    expect([read('prefs.js'), await stored()]).toEqual(first)
  })

  it('user.js overrules: the names in it are changed there too, and nothing is added to it', async () => {
    const user = '// mine\nuser_pref("mail.server.server2.port", 995);\r\nuser_pref("x.y", "\x93\xfa");'
    const { rewrite, read, profile } = await bench({ files: { 'user.js': user } }, moved)
    expect(profile.findings.map(({ facts }) => facts['setting'])).toContain('mail.server.server2.port')
    expect(value(await rewrite()).files.map(({ name }) => name)).toContain('user.js')
    expect(read('user.js')).toBe(user.replace('995', '4995'))
    expect(readPrefs(read('prefs.js')).values.get('mail.server.server2.port')).toBe(4995)
  })

  it('of a pref that stands twice the one in effect is changed; a missing one is added with the file’s line ending', async () => {
    const { rewrite, read } = await bench(
      { prefs: 'user_pref("mail.server.server2.port", 996);\r\nuser_pref("mail.server.server2.socketType", 2);' },
      { incoming: { protocol: 'pop3', host: 'pop.example.jp', port: 4995, security: 'tls' } },
    )
    value(await rewrite())
    expect(read('prefs.js')).toContain('"mail.server.server2.port", 995);')
    expect(
      read('prefs.js').endsWith(
        'user_pref("mail.server.server2.port", 4995);\r\nuser_pref("mail.server.server2.socketType", 3);',
      ),
    ).toBe(true)
  })
})

describe('safety', () => {
  it('a file changed, gone or new since the copy stops everything', async () => {
    for (const change of [
      (folder: string) => writeFileSync(path.join(folder, 'prefs.js'), '// other\n', { flag: 'a' }),
      (folder: string) => rmSync(path.join(folder, 'logins-backup.json')),
      (folder: string) => writeFileSync(path.join(folder, 'key4.db-x'), ''),
    ]) {
      const { folder, edit, manifest, read } = await bench()
      const taken = await manifest()
      change(folder)
      const before = read('logins.json')
      const result = await client.rewrite(edit, next, none, taken, unheard)
      const harmless = existsSync(path.join(folder, 'key4.db-x'))
      expect(problemOf(result)?.code).toBe(harmless ? undefined : 'file-changed-since')
      expect(read('logins.json') === before).toBe(!harmless)
    }
  })

  it('a file to be written that was not copied stops everything', async () => {
    const { edit, manifest, read } = await bench()
    const taken = await manifest()
    const before = read('logins.json')
    const files = taken.files.filter(({ name }) => name !== 'logins-backup.json')
    const result = await client.rewrite(edit, next, none, { ...taken, files }, unheard)
    expect(problemOf(result)).toMatchObject({ code: 'file-changed-since', facts: { file: 'logins-backup.json' } })
    expect(read('logins.json')).toBe(before)
  })

  it.runIf(canLink)('a link among the files is refused and left as it is', async () => {
    const { folder, edit, manifest } = await bench()
    const taken = await manifest()
    const target = path.join(path.dirname(folder), 'real-logins.json')
    renameSync(path.join(folder, 'logins.json'), target)
    symlinkSync(target, path.join(folder, 'logins.json'))
    const before = readFileSync(target, 'latin1')
    expect(problemOf(await client.rewrite(edit, next, none, taken, unheard))?.code).toBe('file-is-link')
    expect([lstatSync(path.join(folder, 'logins.json')).isSymbolicLink(), readFileSync(target, 'latin1')]).toEqual([true, before])
  })

  it.runIf(process.getuid && process.getuid() !== 0)(
    'a folder that takes no second file: what was written before is put back',
    async () => {
      const { folder, rewrite, read } = await bench(
        {},
        { incoming: { protocol: 'pop3', host: 'new.example.jp', port: 995, security: 'tls' } },
      )
      const before = [read('logins.json'), read('prefs.js')]
      chmodSync(path.join(folder, 'Mail', 'pop.example.jp'), 0o500)
      expect(problemOf(await rewrite())).toMatchObject({ code: 'file-not-writable', facts: { restored: true } })
      chmodSync(path.join(folder, 'Mail', 'pop.example.jp'), 0o700)
      expect([read('logins.json'), read('prefs.js')]).toEqual(before)
    },
  )

  it.runIf(process.platform === 'win32')(
    'a scanner holds the second file: the first is put back, and another try goes through',
    async () => {
      const { folder, rewrite, read } = await bench(
        {},
        { incoming: { protocol: 'pop3', host: 'new.example.jp', port: 995, security: 'tls' } },
      )
      const before = [read('logins.json'), read('prefs.js')]
      const letGo = await holdFile(path.join(folder, 'prefs.js'), 'read')
      expect(problemOf(await rewrite())).toMatchObject({ code: 'file-busy', again: 'now', facts: { restored: true } })
      await letGo()
      expect([read('logins.json'), read('prefs.js')]).toEqual(before)
      value(await rewrite())
      expect(read('prefs.js')).toContain('"new.example.jp"')
    },
  )

  it('when the disk does not hold afterwards what was meant, everything written is put back', async () => {
    const { folder, edit, read } = await bench()
    const before = [read('logins.json'), read('logins-backup.json')]
    const profile = value(await readProfile(folder))
    const keys = value(await unlockedKeys(profile, none))
    const draft = value(await draftRewrite(profile, edit, keys, next, { now: () => new Date(now), random: randomBytes }))
    const meddle = async (): Promise<Result<void>> => {
      writeFileSync(path.join(folder, 'prefs.js'), '// started meanwhile\n', { flag: 'a' })
      return ok()
    }
    expect(problemOf(await rewriteProfile(profile, draft, meddle, unheard))).toMatchObject({
      code: 'client-read-back-differs',
      facts: { file: 'prefs.js', restored: true },
    })
    expect([read('logins.json'), read('logins-backup.json')]).toEqual(before)
  })

  it('neither password is anywhere in what is said, nor in any file', async () => {
    const { rewrite, root } = await bench()
    const report = await rewrite()
    const files = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
    const texts = [JSON.stringify(report), ...files.map((entry) => readFileSync(path.join(entry.parentPath, entry.name), 'utf8'))]
    for (const secret of [next.reveal(), oldPassword])
      expect(texts.filter((text) => text.includes(secret) || text.includes(Buffer.from(secret).toString('base64')))).toEqual([])
  })

  it('an account or outgoing server that is gone is named', async () => {
    const { edit, manifest } = await bench()
    const taken = await manifest()
    expect(problemOf(await client.rewrite({ ...edit, key: 'account9' }, next, none, taken, unheard))?.code).toBe(
      'client-account-missing',
    )
    expect(
      problemOf(await client.rewrite({ ...edit, outgoing: { ...edit.outgoing!, key: 'smtp1' } }, next, none, taken, unheard))
        ?.code,
    ).toBe('client-account-missing')
    expect(problemOf(await client.readBack({ folder: edit.folder, key: 'account9' }, none))?.code).toBe('client-account-missing')
    expect(problemOf(await client.readBack({ folder: '/nonexistent', key: 'x' }, none))?.code).toBe('file-missing')
  })
})
