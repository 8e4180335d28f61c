import { readFile } from 'node:fs/promises'
import { errnoOf } from '../../shared/base/errno.ts'
import { fail, ok, type Result } from '../../shared/base/result.ts'
import { realm, type Realm, Secret } from '../../shared/base/secret.ts'
import { parseEndpoint } from '../../shared/mail/endpoint.ts'
import type { Doors } from '../../shared/plan/choose-doors.ts'
import type { Options } from './arguments.ts'

const largest = 1 << 20

/** A small text file named on the command line. Its content is never part of a problem. */
export async function readSmallFile(file: string): Promise<Result<string>> {
  try {
    const bytes = await readFile(file)
    if (bytes.length > largest) return fail('file-unreadable', 'after-person', { file, cause: 'too large' })
    return ok(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch (error) {
    return fail(errnoOf(error) === 'ENOENT' ? 'file-missing' : 'file-unreadable', 'after-person', { file })
  }
}

/** A password file holds one line: its end is cut off, everything else is the password as it stands. */
export async function readPasswordFile(file: string): Promise<Result<Secret>> {
  const text = await readSmallFile(file)
  if (!text.ok) return text
  const line = text.value.replace(/\r?\n$/, '')
  return line === '' ? fail('password-empty', 'after-person', { file }) : ok(new Secret(line))
}

/** The password from `--password-file`, or one line of standard input. */
export async function readPassword(options: Options, nextLine: () => Promise<string | null>): Promise<Result<Secret>> {
  const file = options.text('password-file')
  if (file !== undefined) return readPasswordFile(file)
  const line = await nextLine()
  return line === null || line === '' ? fail('password-empty', 'after-person') : ok(new Secret(line))
}

export function readDoors(options: Options): Result<Doors> {
  const incoming = options.text('incoming')
  const outgoing = options.text('outgoing')
  const receives = incoming === undefined ? ok(null) : parseEndpoint(incoming, ['pop3', 'imap'])
  if (!receives.ok) return receives
  const sends = outgoing === undefined ? ok(null) : parseEndpoint(outgoing, ['smtp'])
  return sends.ok ? ok({ incoming: receives.value, outgoing: sends.value }) : sends
}

export function readRealm(options: Options): Result<Realm> {
  const found = realm.safeParse(options.text('change') ?? 'mail')
  return found.success ? ok(found.data) : fail('bad-usage', 'after-person', { said: `--change ${realm.options.join(' | ')}` })
}

/** PEM text of `--ca`; refuses a file that holds no certificate. */
export async function readCa(options: Options): Promise<Result<string | undefined>> {
  const file = options.text('ca')
  if (file === undefined) return ok(undefined)
  const text = await readSmallFile(file)
  if (!text.ok) return text
  return text.value.includes('-----BEGIN CERTIFICATE-----')
    ? text
    : fail('file-unreadable', 'after-person', { file, cause: 'PEM' })
}

/** The portal's other start page: http or https only. */
export function readPortalUrl(options: Options): Result<string | null> {
  const text = options.text('portal-url')
  if (text === undefined) return ok(null)
  try {
    const url = new URL(text)
    if (url.protocol === 'http:' || url.protocol === 'https:') return ok(url.href)
  } catch {
    // falls through: what cannot be parsed is refused like any other scheme
  }
  return fail('bad-usage', 'after-person', { said: '--portal-url' })
}
