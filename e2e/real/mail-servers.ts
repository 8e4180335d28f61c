import { execFile, spawn, type ChildProcess } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { dropFolder } from '../canary/drop-folder.ts'
import { registerSecret } from '../canary/register.ts'
import { makeAuthority, makeCertificate, type TestAuthority } from '../fakes/certificates.ts'
import { dovecotSettings, dovecotUsers } from './dovecot-settings.ts'
import { endProcess, freePort, isAlive, pidIn, portOpens } from './own-processes.ts'
import { postfixBoxes, postfixMain, postfixMaster } from './postfix-settings.ts'
import { readDeliveries, readSignIns, type Delivery, type SignIn } from './sign-in-log.ts'

const run = promisify(execFile)
const environment = { ...process.env, PATH: `${process.env['PATH'] ?? ''}:/usr/sbin:/sbin` }

export type ServiceName = 'pop3' | 'imap' | 'smtp'
export type MailServerPorts = Readonly<Record<'pop3' | 'pop3s' | 'imap' | 'imaps' | 'submission' | 'submissions', number>>

export interface MailServerOrder {
  /** Login name (`taro` or `taro@example.jp`, the whole string) → password. */
  readonly users: Readonly<Record<string, string>>
  /** Further addresses → the login name whose inbox takes their mail. */
  readonly addresses?: Readonly<Record<string, string>>
  /** Names in the certificate; localhost and the listening address are always in it, unless `onlyHosts`. */
  readonly hosts?: readonly string[]
  /** The certificate speaks for `hosts` and nothing else: a wrong name for whoever asks by localhost or by address. */
  readonly onlyHosts?: boolean
  /** SASL mechanisms, Dovecot's spelling. Default `plain login`; `cram-md5` and `apop` work too. */
  readonly mechs?: string
  /** `required`: no password over an unencrypted connection. Then it listens on 127.0.0.2 by default, since Dovecot takes a client with the server's own address as secured. */
  readonly tls?: 'yes' | 'required'
  /** Days the certificate is still good for; negative: it has ended. */
  readonly days?: number
  /** A loopback address. */
  readonly listen?: string
  /** Certificate authority to sign with; default: a new one. */
  readonly authority?: TestAuthority
  readonly ports?: Partial<MailServerPorts>
  readonly services?: readonly ServiceName[]
  /** Set up for many sign-ins at once, as a provider's server is. */
  readonly crowd?: boolean
}

/** A place in the logs: what came after it can be asked for. */
export interface LogMark {
  readonly dovecot: number
  readonly postfix: number
}

export interface MailServers {
  readonly listen: string
  readonly ports: MailServerPorts
  /** Certificate of the authority that signed the server's. */
  readonly caPem: string
  readonly authority: TestAuthority
  /** Changes (or adds) a password, live; settles once the running server accepts it. */
  setPassword(user: string, password: string): Promise<void>
  mark(): LogMark
  /** Every sign-in attempt since the mark (default: since the start), with the password that was given. */
  signIns(since?: LogMark): readonly SignIn[]
  deliveries(since?: LogMark): readonly Delivery[]
  /** Both servers' own logs since the mark, for a failing test to print. */
  rawLog(since?: LogMark): string
  /** Puts a message (default: a small one) in the user's inbox without any sign-in. */
  deliver(user: string, message?: string): void
  /** Messages now in the user's inbox on the server. */
  count(user: string): number
  /** The raw messages now in the user's inbox. */
  messages(user: string): readonly string[]
  /** Ends both servers by their own process ids and removes their folder. */
  stop(): Promise<void>
}

const portNames = ['pop3', 'pop3s', 'imap', 'imaps', 'submission', 'submissions'] as const
const servedBy: Record<(typeof portNames)[number], ServiceName> = {
  pop3: 'pop3',
  pop3s: 'pop3',
  imap: 'imap',
  imaps: 'imap',
  submission: 'smtp',
  submissions: 'smtp',
}

/** Why the real servers cannot run here, or null when they can. */
export function mailServersMissing(): string | null {
  if (process.getuid?.() !== 0) return 'the mail servers need root (their processes change user)'
  const missing = ['dovecot', 'doveadm', 'postfix', 'postconf'].filter(
    (name) => !['/usr/sbin', '/usr/bin'].some((folder) => existsSync(`${folder}/${name}`)),
  )
  return missing.length > 0 ? `not installed: ${missing.join(', ')}` : null
}

async function choosePorts(listen: string, given: Partial<MailServerPorts>): Promise<MailServerPorts> {
  const taken = new Set(Object.values(given))
  const choose = async (name: keyof MailServerPorts): Promise<number> => {
    const port = given[name] ?? (await freePort(listen, taken))
    taken.add(port)
    return port
  }
  return {
    pop3: await choose('pop3'),
    pop3s: await choose('pop3s'),
    imap: await choose('imap'),
    imaps: await choose('imaps'),
    submission: await choose('submission'),
    submissions: await choose('submissions'),
  }
}

/** Sockets need a short path, and every mail process must be able to enter: a folder of its own straight under the temp folder. */
function makeFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'mailsrv-'))
  chmodSync(folder, 0o711)
  for (const name of ['run', 'mail', 'tls', 'log', 'spool', 'postfix', 'postfix-data']) mkdirSync(path.join(folder, name))
  for (const name of ['dovecot', 'postfix']) writeFileSync(path.join(folder, 'log', `${name}.log`), '')
  return folder
}

async function userId(name: string): Promise<{ readonly uid: number; readonly gid: number }> {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${name}:`))
  const [, , uid, gid] = line?.split(':') ?? []
  if (!uid || !gid) throw new Error(`no system user ${name}`)
  return { uid: Number(uid), gid: Number(gid) }
}

/** Dovecot sees a change of its users by the file's whole-second time: no two versions may share one. */
function replaceUsers(folder: string, text: string): void {
  const file = path.join(folder, 'passwd')
  writeFileSync(`${file}.new`, text, { mode: 0o644 })
  if (existsSync(file)) {
    const next = Math.max(Math.floor(statSync(file).mtimeMs / 1000) + 1, Math.floor(Date.now() / 1000))
    utimesSync(`${file}.new`, next, next)
  }
  renameSync(`${file}.new`, file)
}

const logText = (folder: string, name: 'dovecot' | 'postfix', from: number): string =>
  readFileSync(path.join(folder, 'log', `${name}.log`))
    .subarray(from)
    .toString('utf8')

async function startDovecot(folder: string): Promise<ChildProcess> {
  const child = spawn('dovecot', ['-F', '-c', path.join(folder, 'dovecot.conf')], {
    env: environment,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let said = ''
  child.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()))
  await sleep(50)
  if (child.exitCode !== null) throw new Error(`dovecot did not start: ${said}`)
  return child
}

/**
 * Starts a real Dovecot (POP3, IMAP) and a real Postfix (submission) on loopback, in a folder of their own, touching
 * nothing of the system's own mail servers. Throws where they cannot run (see `mailServersMissing`).
 */
export async function startMailServers(order: MailServerOrder): Promise<MailServers> {
  const missing = mailServersMissing()
  if (missing) throw new Error(missing)
  const tlsRequired = order.tls === 'required'
  const listen = order.listen ?? (tlsRequired ? '127.0.0.2' : '127.0.0.1')
  if (!listen.startsWith('127.')) throw new Error('the mail servers listen on loopback only')
  if (tlsRequired && listen === '127.0.0.1') throw new Error('tls required needs another address than 127.0.0.1')
  const services = order.services ?? ['pop3', 'imap', 'smtp']
  const [folder, ports, authority, owner] = [
    makeFolder(),
    await choosePorts(listen, order.ports ?? {}),
    order.authority ?? (await makeAuthority('rsa')),
    await userId('mail'),
  ]
  const host = order.hosts?.find((name) => !name.startsWith('*') && !/^[0-9.]+$/.test(name)) ?? 'mail.localhost'
  const users = new Map(Object.entries(order.users))
  for (const [user, password] of users) registerSecret(`a password of ${user}`, password)
  const names = [...(order.onlyHosts ? [] : ['localhost', listen]), ...(order.hosts ?? [])]
  const certificate = await makeCertificate({ names, ...(order.days === undefined ? {} : { days: order.days }) }, authority)
  writeFileSync(path.join(folder, 'tls/server.pem'), certificate.cert)
  writeFileSync(path.join(folder, 'tls/server.key'), certificate.key, { mode: 0o600 })

  const box = (user: string): string => path.join(folder, 'mail', user, 'Maildir')
  const own = (place: string): void => chownSync(place, owner.uid, owner.gid)
  const writeUsers = (): void => {
    own(path.join(folder, 'mail'))
    for (const user of users.keys()) {
      mkdirSync(path.join(folder, 'mail', user), { recursive: true })
      own(path.join(folder, 'mail', user))
    }
    replaceUsers(folder, dovecotUsers(folder, users))
    writeFileSync(path.join(folder, 'postfix/boxes'), postfixBoxes(host, users.keys(), order.addresses))
  }
  writeUsers()
  writeFileSync(
    path.join(folder, 'dovecot.conf'),
    dovecotSettings({
      folder,
      listen,
      ports,
      services,
      mechs: order.mechs ?? 'plain login',
      tlsRequired,
      crowd: order.crowd ?? false,
    }),
  )
  const dovecot = await startDovecot(folder)
  if (services.includes('smtp')) {
    chownSync(path.join(folder, 'postfix-data'), (await userId('postfix')).uid, 0)
    const programs = existsSync('/usr/lib/postfix/sbin')
      ? '/usr/lib/postfix/sbin'
      : (await run('postconf', ['-h', 'daemon_directory'], { env: environment })).stdout.trim()
    const place = { folder, listen, ports, host, tlsRequired, programs, ...owner }
    writeFileSync(path.join(folder, 'postfix/main.cf'), postfixMain(place))
    writeFileSync(path.join(folder, 'postfix/master.cf'), postfixMaster(place))
    writeFileSync(path.join(folder, 'postfix/anydomain'), '/./ OK\n')
    await run('postfix', ['-c', path.join(folder, 'postfix'), 'start'], { env: environment }).catch(
      async (error: Error & { stderr?: string }) => {
        await endProcess(dovecot.pid!)
        throw new Error(`postfix did not start: ${error.stderr ?? error.message}\n${logText(folder, 'postfix', 0)}`)
      },
    )
  }

  let stopped = false
  const pids = (): readonly number[] =>
    [dovecot.pid, pidIn(path.join(folder, 'spool/pid/master.pid'))].filter((pid) => pid !== undefined && pid !== null)
  const lastWill = (): void => {
    for (const pid of stopped ? [] : pids()) if (isAlive(pid)) process.kill(pid, 'SIGTERM')
  }
  process.once('exit', lastWill)
  const stop = async (): Promise<void> => {
    if (stopped) return
    await Promise.all(pids().map((pid) => endProcess(pid)))
    stopped = true
    process.removeListener('exit', lastWill)
    await sleep(100)
    dropFolder(folder)
  }
  for (const name of portNames.filter((port) => services.includes(servedBy[port]))) {
    if (await portOpens(listen, ports[name])) continue
    const logs = logText(folder, 'dovecot', 0) + logText(folder, 'postfix', 0)
    await stop()
    throw new Error(`${name} never opened\n${logs}`)
  }

  const mark = (): LogMark => ({
    dovecot: statSync(path.join(folder, 'log/dovecot.log')).size,
    postfix: statSync(path.join(folder, 'log/postfix.log')).size,
  })
  const start: LogMark = { dovecot: 0, postfix: 0 }
  const files = (user: string): readonly string[] =>
    ['new', 'cur'].flatMap((part) =>
      existsSync(path.join(box(user), part))
        ? readdirSync(path.join(box(user), part)).map((name) => path.join(box(user), part, name))
        : [],
    )
  let delivered = 0
  return {
    listen,
    ports,
    caPem: authority.cert,
    authority,
    stop,
    mark,
    async setPassword(user, password) {
      users.set(user, password)
      registerSecret(`a password of ${user}`, password)
      writeUsers()
      // Proof that the running server knows it. The service name keeps these tries out of `signIns`.
      for (const end = Date.now() + 5000; Date.now() < end; await sleep(100)) {
        const asked = spawn('doveadm', ['-c', path.join(folder, 'dovecot.conf'), 'auth', 'test', '-x', 'service=check', user], {
          env: environment,
          stdio: ['pipe', 'ignore', 'ignore'],
        })
        // Ended before it read anything, where the server is down.
        asked.stdin.on('error', () => undefined)
        asked.stdin.end(`${password}\n`)
        if ((await new Promise((resolve) => asked.once('close', resolve))) === 0) return
      }
      throw new Error(`the running server does not accept the new password of ${user}`)
    },
    signIns: (since = start) => readSignIns(logText(folder, 'dovecot', since.dovecot)),
    deliveries: (since = start) => readDeliveries(logText(folder, 'postfix', since.postfix)),
    rawLog: (since = start) => logText(folder, 'dovecot', since.dovecot) + logText(folder, 'postfix', since.postfix),
    deliver(user, message) {
      for (const part of ['', 'new', 'cur', 'tmp']) {
        mkdirSync(path.join(box(user), part), { recursive: true })
        own(path.join(box(user), part))
      }
      const name = `${Math.floor(Date.now() / 1000)}.${process.pid}_${++delivered}.test`
      const text =
        message ??
        `From: sender@example.test\nTo: ${user}\nSubject: test ${delivered}\nMessage-ID: <${name}@example.test>\n\nA test message.\n`
      writeFileSync(path.join(box(user), 'tmp', name), text)
      own(path.join(box(user), 'tmp', name))
      renameSync(path.join(box(user), 'tmp', name), path.join(box(user), 'new', name))
    },
    count: (user) => files(user).length,
    messages: (user) => files(user).map((file) => readFileSync(file, 'latin1')),
  }
}
