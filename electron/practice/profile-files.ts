import { randomUUID } from 'node:crypto'
import type { Secret } from '../../shared/base/secret.ts'
import type { Endpoint, Security } from '../../shared/mail/endpoint.ts'

/** One mailbox as it shall stand in the sample profile, with the password it was given. */
export interface ProfileMailbox {
  readonly address: string
  readonly userName: string
  readonly personName: string
  readonly password: Secret
  readonly incoming: Endpoint
  readonly outgoing: Endpoint
}

const socketTypes: Record<Security, number> = { none: 0, starttls: 2, tls: 3 }
/** As Thunderbird names the store of a login: no port, no user; POP3 is `mailbox:`. */
const schemes = { pop3: 'mailbox', imap: 'imap', smtp: 'smtp' } as const
const normalPassword = 3

type Pref = readonly [name: string, value: string | number | boolean]
const prefLine = ([name, value]: Pref): string => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`
const folderUri = ({ incoming, userName }: ProfileMailbox, folder: string): string =>
  `${schemes[incoming.protocol]}://${encodeURIComponent(userName)}@${incoming.host}/${folder}`

/** Where the messages of a server lie below the profile. */
export const mailFolder = ({ incoming }: ProfileMailbox, number: number): string =>
  `${incoming.protocol === 'imap' ? 'ImapMail' : 'Mail'}/${incoming.host}${number > 1 ? `-${number - 1}` : ''}`

function mailboxPrefs(box: ProfileMailbox, number: number): readonly Pref[] {
  const [server, identity, smtp] = [`mail.server.server${number}`, `mail.identity.id${number}`, `mail.smtpserver.smtp${number}`]
  const folders = [
    ['fcc', 'Sent'],
    ['draft', 'Drafts'],
    ['archive', 'Archives'],
    ['stationery', 'Templates'],
  ] as const
  const { incoming, outgoing } = box
  return [
    [`mail.account.account${number}.identities`, `id${number}`],
    [`mail.account.account${number}.server`, `server${number}`],
    ...folders.map(([name, folder]): Pref => [`${identity}.${name}_folder`, folderUri(box, folder)]),
    [`${identity}.fullName`, box.personName],
    [`${identity}.smtpServer`, `smtp${number}`],
    [`${identity}.useremail`, box.address],
    [`${identity}.valid`, true],
    [`${server}.authMethod`, normalPassword],
    [`${server}.check_new_mail`, true],
    [`${server}.directory-rel`, `[ProfD]${mailFolder(box, number)}`],
    [`${server}.download_on_biff`, true],
    [`${server}.hostname`, incoming.host],
    ...(incoming.protocol === 'pop3' ? [[`${server}.leave_on_server`, true] as const] : []),
    [`${server}.login_at_startup`, true],
    [`${server}.name`, box.address],
    [`${server}.port`, incoming.port],
    [`${server}.socketType`, socketTypes[incoming.security]],
    [`${server}.storeContractID`, '@mozilla.org/msgstore/berkeleystore;1'],
    [`${server}.type`, incoming.protocol],
    [`${server}.userName`, box.userName],
    [`${smtp}.authMethod`, normalPassword],
    [`${smtp}.description`, '練習用の送信サーバー'],
    [`${smtp}.hostname`, outgoing.host],
    [`${smtp}.port`, outgoing.port],
    [`${smtp}.try_ssl`, socketTypes[outgoing.security]],
    [`${smtp}.type`, 'smtp'],
    [`${smtp}.username`, box.userName],
  ]
}

/** The account model as Thunderbird 153 writes it: one account a mailbox, then Local Folders; no first-run pages. */
export function prefsJs(boxes: readonly ProfileMailbox[]): string {
  const numbers = boxes.map((_, index) => index + 1)
  const local = boxes.length + 1
  const prefs: readonly Pref[] = [
    ['app.donation.eoy.version.viewed', 999],
    ['datareporting.policy.dataSubmissionEnabled', false],
    ['datareporting.policy.dataSubmissionPolicyBypassNotification', true],
    [`mail.account.account${local}.server`, `server${local}`],
    ['mail.account.lastKey', local],
    ['mail.accountmanager.accounts', [...numbers, local].map((number) => `account${number}`).join(',')],
    ['mail.accountmanager.defaultaccount', 'account1'],
    ['mail.accountmanager.localfoldersserver', `server${local}`],
    ['mail.provider.suppress_dialog_on_startup', true],
    ['mail.rights.version', 1],
    [`mail.server.server${local}.directory-rel`, '[ProfD]Mail/Local Folders'],
    [`mail.server.server${local}.hostname`, 'Local Folders'],
    [`mail.server.server${local}.name`, 'ローカルフォルダー'],
    [`mail.server.server${local}.storeContractID`, '@mozilla.org/msgstore/berkeleystore;1'],
    [`mail.server.server${local}.type`, 'none'],
    [`mail.server.server${local}.userName`, 'nobody'],
    ['mail.shell.checkDefaultClient', false],
    ['mail.smtp.defaultserver', 'smtp1'],
    ['mail.smtpservers', numbers.map((number) => `smtp${number}`).join(',')],
    ['mail.ui-rdf.version', 61],
    ['mailnews.start_page.enabled', false],
    ...boxes.flatMap((box, index) => mailboxPrefs(box, index + 1)),
  ]
  const sorted = [...prefs].sort(([a], [b]) => (a < b ? -1 : 1))
  return `// Mozilla User Preferences\n\n// 練習用の見本です。\n\n${sorted.map(prefLine).join('\n')}\n`
}

/** One stored login for incoming and one for outgoing of each mailbox, user name and password encrypted by the profile's key. */
export function loginsJson(boxes: readonly ProfileMailbox[], encrypt: (text: string) => string, nowMs: number): string {
  const doors = boxes.flatMap((box) =>
    [box.incoming, box.outgoing].map((door) => ({ box, origin: `${schemes[door.protocol]}://${door.host}` })),
  )
  const logins = doors.map(({ box, origin }, index) => ({
    id: index + 1,
    hostname: origin,
    httpRealm: origin,
    formSubmitURL: null,
    usernameField: '',
    passwordField: '',
    encryptedUsername: encrypt(box.userName),
    encryptedPassword: encrypt(box.password.reveal()),
    guid: `{${randomUUID()}}`,
    encType: 1,
    timeCreated: nowMs,
    timeLastUsed: nowMs,
    timePasswordChanged: nowMs,
    timesUsed: 1,
    syncCounter: 1,
    everSynced: false,
  }))
  return JSON.stringify({ nextId: logins.length + 1, logins, potentiallyVulnerablePasswords: [], version: 3 })
}

/** Number of the installation that uses the sample. A real one is made from the program's path; this one belongs to none. */
const install = '0000000000C0FFEE'

/**
 * `profiles.ini` as a fresh 153 leaves it: the installation names the profile in use, while `Default=1` stands at another that was
 * never used.
 */
export const profilesIni = (used: string, unused: string): string =>
  [
    '[Profile1]',
    'Name=default',
    'IsRelative=1',
    `Path=${unused}`,
    'Default=1',
    '',
    `[Install${install}]`,
    `Default=${used}`,
    'Locked=1',
    '',
    '[Profile0]',
    'Name=default-default',
    'IsRelative=1',
    `Path=${used}`,
    '',
    '[General]',
    'StartWithLastProfile=1',
    'Version=2',
    '',
    '',
  ].join('\n')

export const installsIni = (used: string): string => [`[${install}]`, `Default=${used}`, 'Locked=1', '', ''].join('\n')
