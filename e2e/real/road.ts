import { execFileSync } from 'node:child_process'
import { appendFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { PracticeAccount } from '../../electron/practice/accounts.ts'
import type { Fault } from '../../electron/practice/faults.ts'
import { startPractice, type Practice } from '../../electron/practice/practice.ts'
import { loginsJson, type ProfileMailbox } from '../../electron/practice/profile-files.ts'
import { writePracticeProfile } from '../../electron/practice/profile.ts'
import type { Result } from '../../shared/base/result.ts'
import { parseEndpoint, type Endpoint } from '../../shared/mail/endpoint.ts'
import { dropFolder } from '../canary/drop-folder.ts'
import { registerPasswordsOf, tell, type Line, type RunOptions, type Told } from '../journey/journey.ts'
import { startMailServers, type LogMark, type MailServerOrder, type MailServers } from './mail-servers.ts'
import type { Nss } from './nss.ts'
import type { SignIn } from './sign-in-log.ts'
import { quietPrefs } from './thunderbird.ts'

/** The mail server as the paper names it: known to the test's Thunderbird only, never to the name service. */
export const paperHost = 'mail.renshu.example'
export const taro = { userName: 'abc23456', address: 'taro@renshu.example' } as const
export const hanako = { userName: 'abc23457', address: 'hanako@renshu.example' } as const

/** Real mail servers with the household's mailboxes; each test sets the passwords. */
export const startHouseholdServers = (order: Partial<MailServerOrder> = {}): Promise<MailServers> =>
  startMailServers({
    users: { [taro.userName]: 'not-yet', [hanako.userName]: 'not-yet' },
    addresses: { [taro.address]: taro.userName, [hanako.address]: hanako.userName },
    hosts: [paperHost],
    ...order,
  })

export interface RoadOrder {
  readonly servers: readonly MailServers[]
  /** Whose change at the member site reaches the servers, before the site answers. Default: everybody's. */
  readonly follow?: readonly string[]
  /** How many mailboxes of the household stand on the paper and in Thunderbird. Default 1. */
  readonly mailboxes?: 1 | 2
  /** What Thunderbird receives with. Default `pop3`. */
  readonly kind?: 'pop3' | 'imap'
  /** Doors the settings shall have, by the name of their port. Default `pop3s` (`imaps`) and `submission`. */
  readonly incoming?: 'pop3' | 'pop3s' | 'imap' | 'imaps'
  readonly outgoing?: 'submission' | 'submissions'
  /** An NSS library makes the profile's 3DES key and its stored passwords; without one it is an AES profile of ours. */
  readonly tripleDesBy?: Nss
  /** False: the profile has a key and no stored password. Default true. */
  readonly stored?: boolean
  readonly faults?: readonly Fault[]
  /** Where the program keeps its passwords. Default `file`. */
  readonly vault?: 'os' | 'file'
}

/** One customer on real servers: the member site, the paper, a Thunderbird root, an empty data folder. */
export interface Road {
  readonly practice: Practice
  readonly folder: string
  readonly thunderbirdRoot: string
  readonly profile: string
  /** The options that make `run` trust the servers' certificates; what `run` gets where nothing else is said. */
  readonly trusting: readonly string[]
  readonly dataDir: string
  /** The password on the paper. */
  readonly oldOf: (userName: string) => string
  /** The password in force at the member site. */
  readonly currentOf: (userName: string) => string
  /** How often the one irreversible click arrived. */
  readonly commits: () => number
  readonly run: (more?: readonly string[], options?: RunOptions) => Promise<Told>
  /** A later command on the same run: `resume`, `undo`, `status`. */
  readonly later: (command: string, run: string, more?: readonly string[], options?: RunOptions) => Promise<Told>
  /** Every sign-in the servers saw since, as `protocol user old|new|other ok|refused tls|clear`. */
  readonly seen: (since: LogMark) => readonly string[]
  readonly close: () => Promise<void>
}

export const value = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.problem))
  return result.value
}
const door = (url: string): Endpoint => value(parseEndpoint(url))

const wide = (text: string): string =>
  text.replace(/[!-~]/g, (letter) => String.fromCodePoint(letter.codePointAt(0)! + 0xfee0)).replaceAll(' ', '\u3000')

/** A 会員証 as it comes out of an old mail program: full-width, uneven, values beside and below their labels. Passwords as they are. */
function memberCard(account: PracticeAccount, password: string): readonly string[] {
  return [
    '\t\u3000\u3000Ｅ Ｆ ネット\u3000会員証\u3000\u3000\u3000\u3000\u3000（お客様控え）',
    '',
    '１．会員登録日\u3000\u3000：\u3000２０２５年１０月\u3000１日',
    `２．会員番号：${wide(account.memberNumber)}`,
    '３.\u3000登録者名\u3000\u3000\u3000\u3000\u3000株式会社\u3000みほん商店',
    '４．登録者住所\u3000\u3000〒１０１－００００\u3000東京都千代田区見本町１－２－３',
    `５．ユーザーＩＤ\u3000\u3000：\u3000\u3000${wide(account.userName)}`,
    ` ６．パスワード\u3000：${password}`,
    '７．メールアドレス',
    `\u3000\u3000\u3000\u3000\u3000${wide(account.address)}`,
    '８．メールサーバー名',
    `\u3000\u3000\u3000受信メール（ＰＯＰ３）サーバー\u3000：\u3000${paperHost}`,
    `   送信メール（ＳＭＴＰ）サーバー\u3000：\u3000${wide(paperHost)}`,
    '',
  ]
}

function extraList(main: PracticeAccount, account: PracticeAccount, password: string): readonly string[] {
  const servers = [
    `３．受信メール（ＰＯＰ３）サーバー：${paperHost}`,
    `\u3000\u3000送信メール（ＳＭＴＰ）サーバー：${paperHost}`,
    '４．ポート番号（ＳＭＴＰ）：５８７',
    '',
  ]
  return [
    '\u3000ＥＦネット追加メールアドレスリスト',
    `１．ＥＦネット会員番号：${wide(main.memberNumber)}`,
    '２．会員名\u3000株式会社\u3000みほん商店',
    `３．会員ＩＤ\u3000\u3000\u3000${wide(main.userName)}`,
    '',
    '追加メールアドレス１\u3000\u3000\u3000\u3000\u3000メールアドレス発行日：２０２５／１１／６',
    `１．メールアドレス\u3000\u3000\u3000\u3000\u3000\u3000\u3000${account.address.replace('@', '＠')}`,
    `２．パスワード：${password}\u3000\u3000\u3000\u3000ＩＤ：${wide(account.userName)}`,
    ...servers,
    '追加メールアドレス２\u3000\u3000\u3000\u3000\u3000メールアドレス発行日：',
    '１．メールアドレス',
    '２．パスワード：\u3000\u3000\u3000\u3000\u3000\u3000\u3000ＩＤ：',
    ...servers,
  ]
}

/** The paper as a Japanese mail program on Windows saves it: CP932 with CR LF. */
function writeSheet(file: string, practice: Practice, mailboxes: number): void {
  const [main, extra] = practice.accounts
  const password = (account: PracticeAccount): string => practice.currentPasswordOf(account.userName).reveal()
  const lines = [...memberCard(main!, password(main!)), ...(mailboxes > 1 ? extraList(main!, extra!, password(extra!)) : [])]
  writeFileSync(file, execFileSync('iconv', ['-f', 'UTF-8', '-t', 'CP932'], { input: `${lines.join('\r\n')}\r\n` }))
}

/** Thunderbird as an office set it up years ago: the paper's host, no TLS, passwords stored; it knows the paper's host and trusts the authority. */
async function writeProfile(root: string, practice: Practice, order: RoadOrder, caFile: string): Promise<string> {
  const { ports } = order.servers[0]!
  const kind = order.kind ?? 'pop3'
  const boxes: readonly ProfileMailbox[] = practice.accounts.slice(0, order.mailboxes ?? 1).map((account) => ({
    address: account.address,
    userName: account.userName,
    personName: account.personName,
    password: practice.currentPasswordOf(account.userName),
    incoming: door(`${kind}://${paperHost}:${ports[kind]}?security=none`),
    outgoing: door(`smtp://${paperHost}:${ports.submission}?security=none`),
  }))
  const { folder } = value(await writePracticeProfile(root, boxes))
  const place = (name: string): string => path.join(folder, name)
  if (order.tripleDesBy) {
    rmSync(place('key4.db'))
    execFileSync('certutil', ['-N', '-d', `sql:${folder}`, '--empty-password'])
    const logins = loginsJson(boxes, (text) => order.tripleDesBy!.encrypt(folder, '', text), Date.now())
    for (const name of ['logins.json', 'logins-backup.json']) writeFileSync(place(name), logins)
  }
  if (order.stored === false) {
    const none = JSON.stringify({ nextId: 1, logins: [], potentiallyVulnerablePasswords: [], version: 3 })
    for (const name of ['logins.json', 'logins-backup.json']) writeFileSync(place(name), none)
  }
  appendFileSync(place('user.js'), quietPrefs([paperHost]))
  execFileSync('certutil', ['-A', '-d', `sql:${folder}`, '-n', 'test authority', '-t', 'C,,', '-i', caFile])
  return folder
}

function readSeen(road: Pick<Road, 'oldOf' | 'currentOf'>, signIns: readonly SignIn[]): readonly string[] {
  return signIns.map(({ protocol, user, given, ok, tls }) => {
    const which = given === road.oldOf(user) ? 'old' : given === road.currentOf(user) ? 'new' : 'other'
    return `${protocol} ${user} ${which} ${ok ? 'ok' : 'refused'} ${tls ? 'tls' : 'clear'}`
  })
}

/** Furnishes one customer's world. The servers are the caller's: they outlive it. */
export async function openRoad(order: RoadOrder): Promise<Road> {
  const folder = mkdtempSync(path.join(tmpdir(), 'road-'))
  const practice = value(await startPractice(order.faults ? { faults: order.faults } : {}))
  registerPasswordsOf(practice)
  const known = new Map(practice.accounts.map(({ userName }) => [userName, practice.currentPasswordOf(userName).reveal()]))
  const currentOf = (userName: string): string => practice.currentPasswordOf(userName).reveal()
  const oldOf = (userName: string): string => known.get(userName) ?? ''
  const follow = (userName: string): Promise<unknown> =>
    Promise.all(order.servers.map((servers) => servers.setPassword(userName, currentOf(userName))))
  const kept = practice.accounts.slice(0, order.mailboxes ?? 1)
  await Promise.all(kept.map(({ userName }) => follow(userName)))
  practice.watch((event) => {
    // The file of users is replaced before this call returns, and the site answers only after it.
    if (event.what === 'password-changed' && (order.follow?.includes(event.user) ?? true))
      follow(event.user).catch(() => undefined)
  })
  const [sheetFile, caFile] = [path.join(folder, '会員証 控え.txt'), path.join(folder, 'ca.pem')]
  const [thunderbirdRoot, dataDir] = [path.join(folder, 'Thunderbird'), path.join(folder, 'data')]
  writeSheet(sheetFile, practice, order.mailboxes ?? 1)
  writeFileSync(caFile, order.servers[0]!.caPem)
  const profile = await writeProfile(thunderbirdRoot, practice, order, caFile)
  const incoming = order.incoming ?? `${order.kind ?? 'pop3'}s`
  const outgoing = order.outgoing ?? 'submission'
  const [receives, sends] = [order.servers[0]!, order.servers.at(-1)!]
  const ways = [
    ...['--provider', 'biglobe-ef', '--portal-url', practice.portalUrl, '--thunderbird-root', thunderbirdRoot],
    ...['--incoming', `${incoming}://localhost:${receives.ports[incoming]}`],
    ...['--outgoing', `${outgoing === 'submission' ? 'smtp' : 'smtps'}://localhost:${sends.ports[outgoing]}`],
  ]
  const trusting = ['--ca', caFile]
  const data = ['--data-dir', dataDir, '--vault', order.vault ?? 'file']
  return {
    practice,
    folder,
    thunderbirdRoot,
    profile,
    trusting,
    dataDir,
    oldOf,
    currentOf,
    commits: () => practice.events().filter((event) => event.what === 'post' && event.page === 'commit').length,
    run: (more = trusting, options = {}) => tell(['run', sheetFile, ...ways, ...data, '--yes', ...more], options),
    later: (command, run, more = [], options = {}) => tell([command, run, ...data, ...more], options),
    seen: (since) => readSeen({ oldOf, currentOf }, receives.signIns(since)),
    close: async () => {
      await practice.stop()
      dropFolder(folder)
    },
  }
}

/** Starts the command line on the oldest Node of the PATH: behind the one of the scripts stands the one the machine brought. */
export function onOldestNode(): readonly string[] {
  const places = (process.env['PATH'] ?? '').split(path.delimiter).map((folder) => path.join(folder, 'node'))
  const version = (node: string): number => {
    const [, major, minor] = /^v([0-9]+)\.([0-9]+)/.exec(execFileSync(node, ['--version']).toString())!
    return Number(major) * 1000 + Number(minor)
  }
  const oldest = places.filter((node) => existsSync(node)).toSorted((a, b) => version(a) - version(b))[0] ?? process.execPath
  return ['bash', '-c', 'shift; exec "$0" "$@"', oldest]
}

/** What the journal claims of the mail doors' sign-ins, oldest first: `user old|new ok|refused|…`. Those of the member site are left out. */
export const claimed = (told: Told): readonly string[] =>
  told.lines
    .filter((line) => line['type'] === 'entry' && ['looked', 'done', 'failed'].includes(line['entry'].kind))
    .flatMap((line): readonly Line[] => line['entry'].evidence?.signIns ?? [])
    .filter((signIn) => signIn['host'] === 'localhost')
    .map(({ user, which, outcome }) => `${user} ${which} ${outcome === 'accepted' ? 'ok' : outcome}`)

/** The same words for what the servers saw. */
export const withoutDoor = (seen: readonly string[]): readonly string[] => seen.map((one) => one.split(' ').slice(1, 4).join(' '))

/** Everything of an ending that the contract promises to scripts. */
export const ending = (told: Told) => ({
  code: told.code,
  outcome: told.result['outcome'] as string,
  portal: (told.result['mailboxes'] as readonly Line[]).map((mailbox) => mailbox['portal'] as string),
  problems: (told.result['problems'] as readonly Line[]).map((problem) => problem['code'] as string),
})

/** What `status --secrets` gives for a run of one mailbox, by `old` and `new`. */
export async function secretsOf(road: Road, of: Told | string): Promise<Readonly<Record<string, string>>> {
  const told = await road.later('status', typeof of === 'string' ? of : of.result['run'], ['--secrets'])
  return Object.fromEntries((told.result['secrets'] as readonly Line[]).map(({ which, value: password }) => [which, password]))
}

/** Every file of the Thunderbird root, byte for byte. A program that ran leaves a link to nowhere behind (its lock), which is none. */
export function settings(road: Road): ReadonlyMap<string, Buffer> {
  const files = readdirSync(road.thunderbirdRoot, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  const places = files.map((file) => path.join(file.parentPath, file.name)).toSorted()
  return new Map(places.map((place) => [path.relative(road.thunderbirdRoot, place), readFileSync(place)]))
}
