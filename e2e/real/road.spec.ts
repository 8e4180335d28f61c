import type { ChildProcess } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, watch, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { dropFolder } from '../canary/drop-folder.ts'
import { registerSecret } from '../canary/register.ts'
import type { Line, Told } from '../journey/journey.ts'
import { mailServersMissing, type LogMark, type MailServers } from './mail-servers.ts'
import { nssMissing, openNss, systemNss, thunderbirdNss, type Nss } from './nss.ts'
import {
  claimed,
  ending,
  hanako,
  onOldestNode,
  openRoad,
  paperHost,
  secretsOf,
  settings,
  startHouseholdServers,
  taro,
  withoutDoor,
  type Road,
} from './road.ts'
import { thunderbirdMissing, visitThunderbird, type ThunderbirdVisit } from './thunderbird.ts'

const missing = [mailServersMissing(), thunderbirdMissing(), nssMissing()].filter((reason) => reason !== null)
if (missing.length > 0) throw new Error(`the road cannot be walked on real programs here: ${missing.join('; ')}`)

let servers: MailServers
let nss: { readonly thunderbird: Nss; readonly system: Nss }
let road: Road
beforeAll(async () => {
  servers = await startHouseholdServers()
  nss = { thunderbird: openNss(thunderbirdNss()!), system: openNss(systemNss) }
})
afterEach(() => road.close())
afterAll(async () => {
  nss.thunderbird.remove()
  nss.system.remove()
  await servers.stop()
})

const explain = (told: Told): string => told.stdout.slice(-2500) + told.stderr.slice(-800)
const done = (...portal: readonly string[]) => ({ code: 0, outcome: 'done', portal, problems: [] })

/** What one mailbox's road costs at the doors: the change judged, the plan's doors, the doors read back from disk. */
const roadOf = (receives: string, user: string): readonly string[] =>
  [receives, receives, receives, 'smtp', 'smtp'].map((protocol) => `${protocol} ${user} new ok tls`)
/** By mailbox and door: where the password is known to be in force both doors are asked side by side, in any order. */
const seenAll = (since: LogMark): readonly string[] =>
  road.seen(since).toSorted((a, b) => a.split(' ')[1]!.localeCompare(b.split(' ')[1]!) || a.localeCompare(b))

/** Runs the real Thunderbird on the customer's profile; a visit that did not meet its end tells what the servers saw. */
async function openThunderbird(visit: Omit<ThunderbirdVisit, 'atMost'>, since: LogMark): Promise<void> {
  const report = await visitThunderbird(road.profile, { atMost: 60, ...visit })
  if (!report.met) throw new Error(JSON.stringify({ ...report, seen: road.seen(since) }, null, 1))
  expect(report.quit).toBe('clean')
}

const signedIn = (since: LogMark, protocol: string, ...users: readonly string[]): boolean =>
  users.every((user) => servers.signIns(since).some((one) => one.ok && one.protocol === protocol && one.user === user))
const delivered = (since: LogMark, address: string): boolean => servers.deliveries(since).some(({ to }) => to === address)

const inProfile = (files: ReadonlyMap<string, Buffer>, name: string): string =>
  files.get(`${path.basename(road.profile)}/${name}`)!.toString('latin1')

const letter = { to: taro.address, subject: 'after the change', body: 'sent by the real program' }
const mailFolders = (): readonly string[] => readdirSync(path.join(road.profile, 'Mail')).filter((name) => !name.includes('.msf'))

/** Names of the files that are not the same in both. */
const differing = (now: ReadonlyMap<string, Buffer>, then: ReadonlyMap<string, Buffer>): readonly string[] =>
  [...new Set([...now.keys(), ...then.keys()])].filter((name) => !now.get(name)?.equals(then.get(name) ?? Buffer.alloc(0)))

/** Message-IDs in the inbox of a POP3 account, as often as they stand there. */
function fetchedIds(folder: string): readonly string[] {
  const inbox = path.join(road.profile, 'Mail', folder, 'Inbox')
  if (!existsSync(inbox)) return []
  return [...readFileSync(inbox, 'latin1').matchAll(/^Message-ID: (\S+)/gm)].map((found) => found[1]!)
}

describe('the road on real servers, and the real Thunderbird at its end', () => {
  test('two mailboxes over POP3S: claims and logs agree; Thunderbird signs in, sends, and fetches nothing twice', async () => {
    road = await openRoad({ servers: [servers], mailboxes: 2 })
    for (const { userName } of [taro, taro, hanako]) servers.deliver(userName)
    const opened = servers.mark()
    const [first, second] = [paperHost, `${paperHost}-1`]
    await openThunderbird({ until: () => fetchedIds(first).length >= 2 && fetchedIds(second).length > 0 }, opened)
    expect(road.seen(opened)).toEqual(expect.arrayContaining([`pop3 ${taro.userName} old ok clear`]))
    const [fetched, folders] = [fetchedIds(first), mailFolders()]

    const [since, found] = [servers.mark(), settings(road)]
    const told = await road.run()
    expect(ending(told), explain(told)).toEqual(done('changed', 'changed'))
    expect(road.commits()).toBe(2)
    expect(seenAll(since)).toEqual([...roadOf('pop3', taro.userName), ...roadOf('pop3', hanako.userName)])
    expect(claimed(told)).toEqual(withoutDoor(road.seen(since)))

    const after = servers.mark()
    await openThunderbird(
      { until: () => signedIn(after, 'pop3', taro.userName, hanako.userName) && delivered(after, taro.address), send: letter },
      after,
    )
    expect(road.seen(after).filter((one) => !one.endsWith(' new ok tls'))).toEqual([])
    // The message just sent may have been fetched already; none of the earlier ones may stand there twice.
    expect(fetchedIds(first).slice(0, fetched.length)).toEqual(fetched)
    expect(new Set(fetchedIds(first)).size).toBe(fetchedIds(first).length)
    expect(mailFolders()).toEqual(folders)

    // Thunderbird has saved its settings since: undo says so, and puts back only what the person still wants back.
    const [used, questions] = [settings(road), [] as string[]]
    const asked = (wish: boolean) => ({ answer: (line: Line) => (questions.push(line['question']), wish) })
    const declined = await road.later('undo', told.result['run'], [], asked(false))
    expect([declined.code, ending(declined).problems], explain(declined)).toEqual([3, ['file-changed-since']])
    expect(settings(road)).toEqual(used)
    const undone = await road.later('undo', told.result['run'], [], asked(true))
    expect(undone.code, explain(undone)).toBe(0)
    expect(new Set(questions)).toEqual(new Set(['restore-anyway']))
    for (const name of ['prefs.js', 'logins.json', 'logins-backup.json']) {
      expect(inProfile(settings(road), name), name).toEqual(inProfile(found, name))
    }
  })

  test('IMAP over STARTTLS with a 3DES key of NSS: undo is byte-identical; the hand-changed password is stored by --skip-portal', async () => {
    road = await openRoad({
      servers: [servers],
      kind: 'imap',
      incoming: 'imap',
      outgoing: 'submissions',
      tripleDesBy: nss.system,
    })
    const before = settings(road)
    const folders = readdirSync(path.join(road.profile, 'ImapMail'))
    const since = servers.mark()
    const told = await road.run()
    expect(ending(told), explain(told)).toEqual(done('changed'))
    expect(seenAll(since)).toEqual(roadOf('imap', taro.userName))
    expect(claimed(told)).toEqual(withoutDoor(road.seen(since)))
    expect(settings(road)).not.toEqual(before)
    expect(told.result['mailboxes'][0].clients[0].changed.map((change: Line) => change['setting'])).toEqual(
      expect.arrayContaining(['incoming.host', 'incoming.security', 'outgoing.port', 'password', 'outgoing.password']),
    )
    const [old, fresh] = [road.oldOf(taro.userName), road.currentOf(taro.userName)]
    expect(await secretsOf(road, told)).toEqual({ old, new: fresh })
    expect(told.stdout + told.stderr).not.toContain(fresh)

    const undone = await road.later('undo', told.result['run'])
    expect(undone.code, explain(undone)).toBe(0)
    expect(settings(road)).toEqual(before)

    const file = path.join(road.folder, 'new password.txt')
    writeFileSync(file, `${fresh}\r\n`)
    const again = servers.mark()
    const byHand = await road.run([...road.trusting, '--skip-portal', '--new-password-file', file])
    expect(ending(byHand), explain(byHand)).toEqual(done('skipped'))
    expect(seenAll(again)).toEqual(roadOf('imap', taro.userName).slice(1))
    expect(road.commits()).toBe(1)

    const after = servers.mark()
    await openThunderbird(
      { until: () => signedIn(after, 'imap', taro.userName) && delivered(after, taro.address), send: letter },
      after,
    )
    expect(road.seen(after).filter((one) => !one.endsWith(' new ok tls'))).toEqual([])
    expect(readdirSync(path.join(road.profile, 'ImapMail')).filter((name) => !name.endsWith('.msf'))).toEqual(folders)
  })

  test('POP3 over STLS under a primary password, with both proofs, on the oldest Node here: asked for once, told when wrong, the old password tried once', async () => {
    road = await openRoad({ servers: [servers], incoming: 'pop3' })
    const primary = 'primary7pass'
    registerSecret('a primary password', primary)
    nss.thunderbird.setPrimaryPassword(road.profile, '', primary)
    const untouched = settings(road)
    const nobody = await road.run()
    expect(ending(nobody), explain(nobody)).toEqual({
      ...done('unchanged'),
      code: 3,
      outcome: 'stopped',
      problems: ['client-primary-password'],
    })
    expect([road.practice.events(), settings(road)]).toEqual([[], untouched])

    const typed = ['not this one', primary]
    const asked: Line[] = []
    const answer = (line: Line): unknown => (asked.push(line), typed[asked.length - 1])
    const since = servers.mark()
    const told = await road.run([...road.trusting, '--prove-old-dead', '--round-trip'], { answer, within: onOldestNode() })
    expect(ending(told), explain(told)).toEqual(done('changed'))
    expect(asked.map(({ question, kind, facts }) => [question, kind, facts.wrong])).toEqual([
      ['primary-password', 'secret', false],
      ['primary-password', 'secret', true],
    ])
    expect(told.stdout).not.toContain(primary)
    const seen = road.seen(since)
    expect(seen.filter((one) => !one.endsWith(' new ok tls'))).toEqual([`pop3 ${taro.userName} old refused tls`])
    expect(claimed(told).filter((one) => one.includes(' old '))).toEqual([`${taro.userName} old refused`])
    expect(seen.at(-1)).toBe(`pop3 ${taro.userName} old refused tls`)
    expect(delivered(since, taro.address)).toBe(true)

    const after = servers.mark()
    await openThunderbird({ until: () => signedIn(after, 'pop3', taro.userName), primaryPassword: primary }, after)
    expect(road.seen(after).filter((one) => !one.endsWith(' new ok tls'))).toEqual([])
  })

  test('killed between the click and the page: both passwords at hand, one commit, and resume proves the rest', async () => {
    road = await openRoad({ servers: [servers] })
    let kill = (): void => undefined
    road.practice.watch((event) => event.what === 'password-changed' && kill())
    const since = servers.mark()
    const first = await road.run(undefined, { onLine: (_, child) => (kill = () => void child.kill('SIGKILL')) })
    expect(first.signal).toBe('SIGKILL')
    const run = first.lines.find((line) => line['type'] === 'plan')!['run'] as string
    const [old, fresh] = [road.oldOf(taro.userName), road.currentOf(taro.userName)]
    expect(await secretsOf(road, run)).toEqual({ old, new: fresh })
    expect(road.seen(since)).toEqual([])
    const stands = await road.later('status', run)
    expect(ending(stands)).toMatchObject({ code: 0, outcome: 'unknown', portal: ['unknown'] })
    const told = await road.later('resume', run)
    expect(ending(told), explain(told)).toEqual(done('changed'))
    expect(seenAll(since)).toEqual(roadOf('pop3', taro.userName))
    expect(claimed(told)).toEqual(withoutDoor(road.seen(since)))
    expect(road.commits()).toBe(1)
  })

  test('killed while the settings are being written: resume ends it, and undo still goes back to what was found', async () => {
    road = await openRoad({ servers: [servers] })
    const before = settings(road)
    const logins = path.join(road.profile, 'logins.json')
    const stored = readFileSync(logins)
    let child: ChildProcess | undefined
    const watcher = watch(road.profile, () => {
      if (existsSync(logins) && !readFileSync(logins).equals(stored)) child?.kill('SIGKILL')
    })
    const first = await road.run(undefined, { onLine: (_, running) => (child = running) })
    watcher.close()
    expect([first.signal, first.lines.at(-1)!['entry'].kind], explain(first)).toEqual(['SIGKILL', 'intended'])
    const told = await road.later('resume', first.lines.find((line) => line['type'] === 'plan')!['run'])
    expect(ending(told), explain(told)).toEqual(done('changed'))
    expect(settings(road)).not.toEqual(before)
    const undone = await road.later('undo', told.result['run'])
    expect(undone.code, explain(undone)).toBe(0)
    expect(differing(settings(road), before)).toEqual([])
  })

  test('one mailbox of two is settled later: undo takes back the later one first and ends with what was found', async () => {
    road = await openRoad({ servers: [servers], mailboxes: 2, follow: [hanako.userName] })
    await servers.setPassword(taro.userName, 'Neither-of-them-1')
    const before = settings(road)
    const told = await road.run()
    expect(ending(told), explain(told)).toEqual({
      code: 5,
      outcome: 'unknown',
      portal: ['unknown', 'changed'],
      problems: ['portal-outcome-unknown'],
    })
    await servers.setPassword(taro.userName, road.currentOf(taro.userName))
    const resumed = await road.later('resume', told.result['run'])
    expect(ending(resumed), explain(resumed)).toEqual(done('changed', 'changed'))
    const undone = await road.later('undo', told.result['run'])
    expect(undone.code, explain(undone)).toBe(0)
    expect(differing(settings(road), before)).toEqual([])
  })

  test('--vault os: the passwords lie in the real Secret Service, and nothing of them in the data folder', async () => {
    road = await openRoad({ servers: [servers], vault: 'os' })
    const home = mkdtempSync(path.join(tmpdir(), 'road-home-'))
    const unlock = 'printf keyring-password | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1; exec "$@"'
    const session = {
      within: ['dbus-run-session', '--', 'bash', '-c', unlock, 'session'],
      env: { HOME: home, XDG_RUNTIME_DIR: home },
    }
    try {
      const told = await road.run(undefined, session)
      expect(ending(told), explain(told)).toEqual(done('changed'))
      expect(existsSync(path.join(road.dataDir, 'vault.json'))).toBe(false)
      const secrets = await road.later('status', told.result['run'], ['--secrets'], session)
      const values = secrets.result['secrets'].map(({ which, value }: Line) => [which, value])
      expect(Object.fromEntries(values)).toEqual({ old: road.oldOf(taro.userName), new: road.currentOf(taro.userName) })
      const outside = await road.run(['--vault', 'os'], {
        env: { DBUS_SESSION_BUS_ADDRESS: '', XDG_RUNTIME_DIR: '/nonexistent' },
      })
      expect(outside.code, explain(outside)).toBe(3)
      expect(ending(outside).problems).toEqual(['vault-unavailable'])
    } finally {
      dropFolder(home)
    }
  })
})
