import { X509Certificate } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { errnoOf } from '../../shared/base/errno.ts'
import { fail, ok, type Result } from '../../shared/base/result.ts'
import { realm, type Realm, Secret } from '../../shared/base/secret.ts'
import { parseEndpoint } from '../../shared/mail/endpoint.ts'
import type { Doors } from '../../shared/plan/choose-doors.ts'
import { sayCli } from '../../shared/words/cli.ts'
import type { CommandContext } from './command-context.ts'
import { badUsage, type Options } from './arguments.ts'
import type { LineSource } from './line-source.ts'

const largest = 1 << 20

/** At most one byte more than is allowed: a device or a pipe may never end. */
async function readBounded(file: string): Promise<Buffer> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of createReadStream(file, { end: largest })) {
    if (!Buffer.isBuffer(chunk)) throw new Error('a stream without encoding gives bytes')
    chunks.push(chunk)
    length += chunk.length
    if (length > largest) break
  }
  return Buffer.concat(chunks)
}

/** A small text file named on the command line (UTF-8, a byte order mark is no part of it). Its content is never part of a problem. */
export async function readSmallFile(file: string): Promise<Result<string>> {
  try {
    const bytes = await readBounded(file)
    if (bytes.length > largest) return fail('file-unreadable', 'after-person', { file, reason: 'too-large' })
    return ok(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch (error) {
    const errno = errnoOf(error)
    const missing = errno === 'ENOENT' || errno === 'ENOTDIR'
    const reason = errno === 'EISDIR' ? 'folder' : errno === null ? 'not-utf-8' : errno
    return missing ? fail('file-missing', 'after-person', { file }) : fail('file-unreadable', 'after-person', { file, reason })
  }
}

/** A password file holds one line: its end is cut off, everything else is the password as it stands. */
export async function readPasswordFile(file: string): Promise<Result<Secret>> {
  const text = await readSmallFile(file)
  if (!text.ok) return text
  const line = text.value.replace(/\r?\n$/, '')
  return line === '' ? fail('password-empty', 'after-person', { file }) : ok(new Secret(line))
}

/** The password from `--password-file`, or one line of standard input; at a terminal it is asked for and not shown. */
export async function readPassword(
  options: Options,
  lines: LineSource,
  context: Pick<CommandContext, 'output' | 'stop'>,
): Promise<Result<Secret>> {
  const file = options.text('password-file')
  if (file !== undefined) return readPasswordFile(file)
  // Some shells put a byte order mark before what they pipe.
  if (lines.typed) process.stderr.write(`${sayCli('typePassword', context.output.lang)} `)
  lines.echo(false)
  const typed = await lines.next(context.stop)
  lines.echo(true)
  if (lines.typed) process.stderr.write('\n')
  const line = typed?.replace(/^\ufeff/, '') ?? ''
  return line === '' ? fail('password-empty', 'after-person') : ok(new Secret(line))
}

/** The two doors of one live check. */
export function readDoors(options: Options): Result<Doors> {
  const incoming = options.text('incoming')
  const outgoing = options.text('outgoing')
  for (const name of ['incoming', 'outgoing'] as const)
    if (new Set(options.list(name)).size > 1) return badUsage(`--${name}`, 'given-twice')
  const receives = incoming === undefined ? ok(null) : parseEndpoint(incoming, ['pop3', 'imap'])
  if (!receives.ok) return receives
  const sends = outgoing === undefined ? ok(null) : parseEndpoint(outgoing, ['smtp'])
  return sends.ok ? ok({ incoming: receives.value, outgoing: sends.value }) : sends
}

export function readRealm(options: Options): Result<Realm> {
  const found = realm.safeParse(options.text('change') ?? 'mail')
  return found.success ? ok(found.data) : badUsage('--change', 'no-such-value', { choices: 'mail, portal, account, contract' })
}

const pemCertificate = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g

function isCertificate(pem: string): boolean {
  try {
    return new X509Certificate(pem).subject !== null
  } catch {
    // Not one that can be read: that is the answer.
    return false
  }
}

/** The certificates of `--ca` as PEM text; refuses a file that holds none, or one that cannot be read. */
export async function readCa(options: Options): Promise<Result<string | undefined>> {
  const file = options.text('ca')
  if (file === undefined) return ok(undefined)
  const text = await readSmallFile(file)
  if (!text.ok) return text
  const certificates = text.value.match(pemCertificate) ?? []
  return certificates.length > 0 && certificates.every(isCertificate)
    ? ok(`${certificates.join('\n')}\n`)
    : fail('file-unreadable', 'after-person', { file, reason: 'no-certificate' })
}

/** A portal's other start page: http or https only, without a name or password in it (it is written down). */
export function readPortalAddress(text: string): Result<string> {
  const url = URL.canParse(text) ? new URL(text) : null
  const plain = url !== null && /^https?:$/.test(url.protocol) && url.username === '' && url.password === ''
  return plain ? ok(url.href) : badUsage('--portal-url', 'no-such-value', { choices: 'https://…' })
}
