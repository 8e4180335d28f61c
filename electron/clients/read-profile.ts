import { readdir, realpath } from 'node:fs/promises'
import path from 'node:path'
import { errnoOf } from '../../shared/base/errno.ts'
import type { Problem } from '../../shared/base/problem.ts'
import { fail, ok, type Result } from '../../shared/base/result.ts'
import { utf8Of, type ByteText } from '../../shared/client/byte-text.ts'
import { emptyLogins, readLogins, type LoginsFile } from '../../shared/client/logins-json.ts'
import { readPrefs } from '../../shared/client/prefs-js.ts'
import { readCompatibility, type LastUse } from '../../shared/client/profiles-ini.ts'
import { readAccounts, type PrefView, type ThunderbirdAccount } from '../../shared/client/thunderbird-accounts.ts'
import { fsProblem } from '../files/fs-problems.ts'
import { readPlainFile, type FileRead } from '../files/safe-write.ts'
import { countMirroredLogins } from './key-database.ts'
import { readLockedPrefs, type LockedPrefs } from './locked-settings.ts'

/** A Thunderbird profile as it stands on disk, read at one moment. `folder` is its real path. */
export interface Profile {
  readonly folder: string
  /** Bytes of every file that is there, of those a rewrite reads or changes, by name below the folder with `/`. */
  readonly files: ReadonlyMap<string, FileRead>
  readonly prefs: PrefView
  readonly lastUse: LastUse | null
  readonly accounts: readonly ThunderbirdAccount[]
  /** What Thunderbird uses: logins.json, or its backup where that is missing. Null: nothing was ever stored. */
  readonly logins: Result<LoginsFile>
  readonly locked: LockedPrefs
  /** Set when the passwords are not (only) in logins.json: then nothing may be changed. */
  readonly mirror: Problem | null
  readonly findings: readonly Problem[]
}

const mainFiles = ['prefs.js', 'user.js', 'logins.json', 'logins-backup.json', 'key4.db', 'virtualFolders.dat']
const onlyRead = ['compatibility.ini', 'logins.db', 'key4.db-journal']

/** Every mail filter file of a profile: one beside each account's mail, `Mail/<host>/` and `ImapMail/<host>/`. */
async function filterFiles(folder: string): Promise<Result<readonly string[]>> {
  const found: string[] = []
  for (const kind of ['Mail', 'ImapMail']) {
    const place = path.join(folder, kind)
    try {
      const entries = await readdir(place, { withFileTypes: true })
      for (const entry of entries.filter((one) => one.isDirectory())) found.push(`${kind}/${entry.name}/msgFilterRules.dat`)
    } catch (error) {
      // An account of the other kind has made no such folder. One that is there and cannot be read may hold filters.
      if (!['ENOENT', 'ENOTDIR'].includes(errnoOf(error) ?? '')) return fsProblem(error, place, 'reading')
    }
  }
  return ok(found)
}

async function readFiles(folder: string): Promise<Result<ReadonlyMap<string, FileRead>>> {
  const files = new Map<string, FileRead>()
  const filters = await filterFiles(folder)
  if (!filters.ok) return filters
  for (const name of [...mainFiles, ...onlyRead, ...filters.value]) {
    const read = await readPlainFile(path.join(folder, ...name.split('/')), folder)
    if (!read.ok) return read
    if (read.value) files.set(name, read.value)
  }
  return ok(files)
}

/** A file as byte text; null where it does not exist. */
export function byteTextIn(files: Profile['files'], name: string): ByteText | null {
  return files.get(name)?.bytes.toString('latin1') ?? null
}

function loginsOf(files: Profile['files']): Result<LoginsFile> {
  const bytes = byteTextIn(files, 'logins.json') ?? byteTextIn(files, 'logins-backup.json')
  if (bytes === null) return readLogins(emptyLogins)
  const text = utf8Of(bytes)
  return text === null
    ? fail('client-unreadable', 'after-person', { file: 'logins.json', reason: 'not-utf-8' })
    : readLogins(text)
}

async function mirrorOf(files: Profile['files'], prefs: PrefView): Promise<Problem | null> {
  const mirror = files.get('logins.db')
  const rows = mirror ? await countMirroredLogins(mirror.bytes) : 0
  if (prefs.get('signon.rustMirror.enabled') !== true && rows === 0) return null
  return fail('client-not-changeable', 'after-person', { reason: 'logins.db', file: 'logins.db' }).problem
}

const doubtful = (facts: Problem['facts']): Problem => ({ code: 'client-setting-doubtful', again: 'never', facts })

/** Thunderbird takes a prefs.js without one statement for a new profile. To a person who has mail in it, it is a damaged one. */
function emptyPrefs(files: Profile['files'], prefs: ReturnType<typeof readPrefs>): readonly Problem[] {
  const written = /\S/.test(byteTextIn(files, 'prefs.js') ?? '')
  return written && prefs.values.size === 0
    ? [fail('client-unreadable', 'after-person', { file: 'prefs.js', reason: 'no-settings' }).problem]
    : []
}

function findingsOf(prefs: ReturnType<typeof readPrefs>, user: ReturnType<typeof readPrefs>): readonly Problem[] {
  const overridden = [...user.values.keys()].filter((name) =>
    /^mail\.(?:server|smtpserver|identity|account|accountmanager|smtp)\b/.test(name),
  )
  return [
    ...(prefs.damaged > 0 ? [doubtful({ setting: 'prefs.js', found: `${prefs.damaged} damaged` })] : []),
    ...(user.damaged > 0 ? [doubtful({ setting: 'user.js', found: `${user.damaged} damaged` })] : []),
    ...overridden.map((name) => doubtful({ setting: name, found: 'user.js' })),
  ]
}

/** The real path of a profile's folder: the folder may be reached through a link (a moved home), its files may not be links. */
export async function realFolder(folder: string): Promise<Result<string>> {
  try {
    return ok(await realpath(folder))
  } catch (error) {
    return fsProblem(error, folder, 'reading')
  }
}

/** Understands a profile from its files' bytes alone: as they stand on disk, or as they would stand after a rewrite. */
export async function profileFrom(folder: string, files: Profile['files']): Promise<Profile> {
  const prefs = readPrefs(byteTextIn(files, 'prefs.js') ?? '')
  const user = readPrefs(byteTextIn(files, 'user.js') ?? '')
  const view = new Map([...prefs.values, ...user.values])
  const compatibility = byteTextIn(files, 'compatibility.ini') ?? ''
  const lastUse = readCompatibility(utf8Of(compatibility) ?? compatibility)
  const model = readAccounts(view, lastUse?.major ?? null)
  return {
    folder,
    files,
    prefs: view,
    lastUse,
    accounts: model.accounts,
    logins: loginsOf(files),
    locked: await readLockedPrefs(lastUse?.installFolder ?? null),
    mirror: await mirrorOf(files, view),
    findings: [...emptyPrefs(files, prefs), ...findingsOf(prefs, user), ...model.findings],
  }
}

/**
 * Reads a profile without changing anything: user.js lies over prefs.js, references are followed, and what cannot be read is a
 * problem, not an empty profile. A link among the profile's files is refused (`file-is-link`).
 */
export async function readProfile(given: string): Promise<Result<Profile>> {
  const folder = await realFolder(given)
  if (!folder.ok) return folder
  const read = await readFiles(folder.value)
  return read.ok ? ok(await profileFrom(folder.value, read.value)) : read
}

/** The files a rewrite may touch, or undo may need: those that are there, and the two that a rewrite could have to create. */
export function backedUpNames(profile: Profile): readonly string[] {
  const names = [...profile.files.keys()].filter((name) => !onlyRead.includes(name))
  return [...new Set(['prefs.js', 'logins.json', ...names])].sort()
}
