import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { makeKeyDatabase, type KeyDatabaseForm, type MadeKeyDatabase } from './key-database.ts'

export interface SampleLogin {
  readonly origin: string
  readonly user: string
  readonly password: string
  readonly realm?: string | null
  readonly more?: Readonly<Record<string, unknown>>
}

export interface SampleForm extends Partial<KeyDatabaseForm> {
  /** Appended to the sample prefs: a later line wins. */
  readonly prefs?: string
  readonly wholePrefs?: string
  readonly logins?: readonly SampleLogin[]
  readonly version?: string
  readonly files?: Readonly<Record<string, string>>
  readonly cipher?: 'aes' | '3des'
}

export interface SampleProfile {
  readonly root: string
  readonly folder: string
  readonly made: MadeKeyDatabase
}

/** The old password of the sample mailbox. */
export const oldPassword = 'Old-Pa55 "#\\ 日本'

/** A customer-like prefs.js: gaps in the numbers, a second account, Shift_JIS bytes, a comment, both spellings of quotes, a damaged line. */
export const samplePrefs = [
  '// Mozilla User Preferences',
  '',
  'user_pref("app.update.lastUpdateTime.x", 1763600000);',
  'user_pref("mail.account.account2.identities", "id1");',
  'user_pref("mail.account.account2.server", "server2");',
  'user_pref("mail.account.account4.identities", "id3");',
  'user_pref("mail.account.account4.server", "server5");',
  'user_pref("mail.account.account1.server", "server1");',
  'user_pref("mail.accountmanager.accounts", "account2,account1,account4");',
  'user_pref("mail.accountmanager.defaultaccount", "account2");',
  'user_pref("mail.accountmanager.localfoldersserver", "server1");',
  'user_pref("mail.identity.id1.archive_folder", "mailbox://taro%40example.jp@pop.example.jp/Archives");',
  'user_pref("mail.identity.id1.fcc_folder", "mailbox://taro%40example.jp@pop.example.jp/Sent");',
  'user_pref("mail.identity.id1.fullName", "\x93\xfa\x96\x7b");',
  "user_pref('mail.identity.id1.smtpServer', 'smtp3');",
  'user_pref("mail.identity.id1.useremail", "taro@example.jp");',
  'user_pref("mail.identity.id3.useremail", "hanako@other.example");',
  'user_pref("mail.identity.id3.fcc_folder", "imap://hanako@imap.other.example/Sent");',
  'user_pref("mail.identity.id3.smtpServer", "smtp1");',
  'user_pref("mail.server.server1.hostname", "Local Folders");',
  'user_pref("mail.server.server1.type", "none");',
  'user_pref("mail.server.server1.userName", "nobody");',
  'user_pref("mail.server.server2.check_new_mail", true);',
  'user_pref("mail.server.server2.directory", "/home/taro/.thunderbird/x.default/Mail/pop.example.jp");',
  'user_pref("mail.server.server2.directory-rel", "[ProfD]Mail/pop.example.jp");',
  'user_pref("mail.server.server2.hostname", "pop.example.jp");',
  'user_pref("mail.server.server2.leave_on_server", true);',
  'user_pref("mail.server.server2.name", "taro@example.jp");',
  'user_pref("mail.server.server2.port", 995);',
  'user_pref("mail.server.server2.socketType", 3);',
  'user_pref("mail.server.server2.spamActionTargetAccount", "mailbox://taro%40example.jp@pop.example.jp");',
  'user_pref("mail.server.server2.type", "pop3");',
  'user_pref("mail.server.server2.userName", "taro@example.jp");',
  'user_pref("mail.server.server5.hostname", "imap.other.example");',
  'user_pref("mail.server.server5.socketType", 2);',
  'user_pref("mail.server.server5.type", "imap");',
  'user_pref("mail.server.server5.userName", "hanako");',
  'user_pref("mail.smtp.defaultserver", "smtp3");',
  'user_pref("mail.smtpserver.smtp1.hostname", "smtp.other.example");',
  'user_pref("mail.smtpserver.smtp1.try_ssl", 3);',
  'user_pref("mail.smtpserver.smtp1.username", "hanako");',
  'user_pref("mail.smtpserver.smtp3.authMethod", 3);',
  'user_pref("mail.smtpserver.smtp3.hostname", "smtp.example.jp");',
  'user_pref("mail.smtpserver.smtp3.port", 587);',
  'user_pref("mail.smtpserver.smtp3.try_ssl", 2);',
  'user_pref("mail.smtpserver.smtp3.username", "taro@example.jp");',
  'user_pref("mail.smtpservers", "smtp3,smtp1");',
  'user_pref("x.broken", "C:\\Users");',
  'user_pref("z.last", "日本");',
  '',
]
  .map((line) => (line.includes('日本') ? Buffer.from(line, 'utf8').toString('latin1') : line))
  .join('\n')

/** The logins of the sample: both doors of the mailbox (the incoming one twice, the first stale), somebody else's, a calendar, OAuth, a tombstone. */
export const sampleLogins: readonly SampleLogin[] = [
  { origin: 'mailbox://pop.example.jp', user: 'taro@example.jp', password: 'stale' },
  { origin: 'imap://imap.other.example', user: 'hanako', password: 'hers' },
  {
    origin: 'mailbox://pop.example.jp',
    user: 'taro@example.jp',
    password: oldPassword,
    more: { timesUsed: 7, syncCounter: 3, somethingNew: { a: [1] } },
  },
  { origin: 'mailbox://pop.example.jp', user: 'jiro@example.jp', password: 'his' },
  { origin: 'smtp://smtp.example.jp', user: 'taro@example.jp', password: oldPassword },
  { origin: 'https://cal.example.jp', user: 'taro', password: 'stale', realm: 'Calendar' },
  { origin: 'oauth://accounts.example', user: 'taro@example.jp', password: 'stale', realm: 'https://mail.example/' },
]

export function loginsText(made: MadeKeyDatabase, logins: readonly SampleLogin[], cipher: 'aes' | '3des'): string {
  const rows: unknown[] = logins.map(({ origin, user, password, realm, more }, at) => ({
    id: at + 1,
    hostname: origin,
    httpRealm: realm === undefined ? origin : realm,
    formSubmitURL: null,
    usernameField: '',
    passwordField: '',
    encryptedUsername: made.seal(user, cipher),
    encryptedPassword: made.seal(password, cipher),
    guid: `{00000000-0000-4000-8000-00000000000${at}}`,
    encType: 1,
    timeCreated: 1700000000000,
    timeLastUsed: 1700000000001,
    timePasswordChanged: 1700000000002,
    timesUsed: 1,
    ...more,
  }))
  rows.push({ guid: '{dead}', deleted: true, syncCounter: 1 })
  return JSON.stringify({
    nextId: logins.length + 1,
    logins: rows,
    potentiallyVulnerablePasswords: [],
    dismissedBreachAlertsByLoginGUID: {},
    version: 3,
  })
}

/** Makes a Thunderbird root with one profile in a new folder under the temp folder; the caller removes `root`. */
export async function makeSampleProfile(form: SampleForm = {}): Promise<SampleProfile> {
  const root = mkdtempSync(path.join(tmpdir(), 'tb-sample-'))
  const folder = path.join(root, 'abcd.default-default')
  mkdirSync(path.join(folder, 'Mail', 'pop.example.jp'), { recursive: true })
  const cipher = form.cipher ?? 'aes'
  const made = await makeKeyDatabase({ keys: [cipher], ...form })
  const put = (name: string, text: string, mode = 0o600): void =>
    writeFileSync(path.join(folder, name), Buffer.from(text, 'latin1'), { mode })
  writeFileSync(
    path.join(root, 'profiles.ini'),
    '[Profile1]\nName=default\nIsRelative=1\nPath=old.default\nDefault=1\n\n[InstallFDC34C9F024745EB]\nDefault=abcd.default-default\nLocked=1\n\n[Profile0]\nName=default-default\nIsRelative=1\nPath=abcd.default-default\n\n[General]\nStartWithLastProfile=1\nVersion=2\n',
  )
  mkdirSync(path.join(root, 'old.default'))
  put('prefs.js', (form.wholePrefs ?? samplePrefs) + (form.prefs ?? ''), 0o644)
  put(
    'compatibility.ini',
    `[Compatibility]\nLastVersion=${form.version ?? '153.7.0_20261101/20261101'}\nLastPlatformDir=${Buffer.from(folder).toString('latin1')}\n`,
  )
  const logins = loginsText(made, form.logins ?? sampleLogins, cipher)
  put('logins.json', logins)
  put('logins-backup.json', loginsText(made, (form.logins ?? sampleLogins).slice(0, 1), cipher))
  writeFileSync(path.join(folder, 'key4.db'), made.bytes, { mode: 0o600 })
  put(
    'Mail/pop.example.jp/msgFilterRules.dat',
    'version="9"\nlogging="no"\nname="x"\naction="Move to folder"\nactionValue="mailbox://taro%40example.jp@pop.example.jp/\x93\xfa"\n',
  )
  for (const [name, text] of Object.entries(form.files ?? {})) put(name, text)
  return { root, folder, made }
}
