import { execFile, spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { mailServersMissing, startMailServers, type MailServers } from '../real/mail-servers.ts'
import { curlMissing, writeCurlConfig } from './curl.ts'
import { startRelay } from './delay-relay.ts'
import { hold, type BenchOptions, type Figure, type Section, type SectionResult } from './section.ts'

const run = promisify(execFile)
const added = 20
const bars = [
  { atOnce: 8, least: 1.25 },
  { atOnce: 32, least: 2 },
] as const
const memoryBar = 200

interface Ours {
  readonly seconds: number
  readonly reported: number
  readonly distinct: number
  readonly good: number
  readonly maxRssKiB: number
}

const password = (index: number): string => `Bench-pass-${index}`
const name = (index: number): string => `user${index}@example.jp`

/** The list as both see it: a CSV for ours, two curl configurations a mailbox for curl. */
function writeLists(folder: string, mailboxes: number, ports: { readonly pop3s: number; readonly smtps: number }): void {
  const rows = ['address,userName,incoming,outgoing,password']
  for (let index = 0; index < mailboxes; index++) {
    rows.push(
      `${name(index)},${name(index)},pop3s://localhost:${ports.pop3s},smtps://localhost:${ports.smtps},${password(index)}`,
    )
    const common = {
      security: 'tls',
      userName: name(index),
      password: password(index),
      caFile: path.join(folder, 'ca.pem'),
    } as const
    writeCurlConfig(path.join(folder, `${index}-pop3`), { ...common, protocol: 'pop3', port: ports.pop3s })
    writeCurlConfig(path.join(folder, `${index}-smtp`), { ...common, protocol: 'smtp', port: ports.smtps })
  }
  writeFileSync(path.join(folder, 'list.csv'), `${rows.join('\n')}\n`)
}

/** curl as people do it: xargs, two curls a mailbox side by side. Seconds, and how many failed. */
function curlList(folder: string, mailboxes: number, atOnce: number): Promise<number> {
  const began = performance.now()
  const script = 'curl -K "$0-pop3" & a=$!; curl -K "$0-smtp" & b=$!; wait $a || exit 1; wait $b || exit 1'
  const child = spawn('xargs', ['-P', String(atOnce), '-n', '1', 'sh', '-c', script], {
    cwd: folder,
    stdio: ['pipe', 'ignore', 'pipe'],
  })
  let trouble = ''
  child.stderr.on('data', (chunk: Buffer) => (trouble += chunk.toString()))
  child.stdin.end(Array.from({ length: mailboxes }, (_, index) => `${index}\n`).join(''))
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) =>
      code === 0 ? resolve((performance.now() - began) / 1000) : reject(new Error(`curl under xargs: ${trouble.slice(0, 500)}`)),
    )
  })
}

async function ourList(folder: string, atOnce: number): Promise<Ours> {
  const { stdout } = await run(process.execPath, [
    path.join(import.meta.dirname, 'list-run.ts'),
    path.join(folder, 'list.csv'),
    path.join(folder, 'ca.pem'),
    String(atOnce),
  ])
  const ours: Ours = JSON.parse(stdout)
  return ours
}

async function compare(servers: MailServers, folder: string, options: BenchOptions, mailboxes: number): Promise<SectionResult> {
  const relays = await Promise.all([
    startRelay(servers.ports.pop3s, servers.listen, added),
    startRelay(servers.ports.submissions, servers.listen, added),
  ])
  const table: string[][] = [['variant', 'at once', 'seconds', 'mailboxes/s', 'peak MiB', 'signed in']]
  const figures: Figure[] = []
  try {
    writeFileSync(path.join(folder, 'ca.pem'), servers.caPem)
    writeLists(folder, mailboxes, { pop3s: relays[0].port, smtps: relays[1].port })
    for (const { atOnce, least } of bars) {
      const ours = await ourList(folder, atOnce)
      const curl = await curlList(folder, mailboxes, atOnce)
      const memory = ours.maxRssKiB / 1024
      const row = (who: string, seconds: number, peak: string, good: string): string[] => [
        who,
        String(atOnce),
        seconds.toFixed(1),
        (mailboxes / seconds).toFixed(1),
        peak,
        good,
      ]
      table.push(
        row('ours', ours.seconds, memory.toFixed(0), `${ours.good}/${mailboxes}`),
        row('curl, xargs', curl, '–', `${mailboxes}/${mailboxes}`),
      )
      figures.push(hold(`list, ${atOnce} at once`, curl / ours.seconds, '≥', least, 'curl'))
      figures.push({
        name: `list, ${atOnce} at once: memory`,
        shown: `${memory.toFixed(0)} MiB`,
        bar: `≤ ${memoryBar} MiB`,
        met: memory <= memoryBar,
      })
      const whole = ours.reported === mailboxes && ours.distinct === mailboxes && ours.good === mailboxes
      figures.push({
        name: `list, ${atOnce} at once: each once, all signed in`,
        shown: `${ours.distinct}/${mailboxes}`,
        bar: 'all',
        met: whole,
      })
      options.say(`  … ${atOnce} at once done`)
    }
  } finally {
    await Promise.all(relays.map((relay) => relay.stop()))
  }
  return {
    table,
    figures,
    notes: [
      `${mailboxes} mailboxes, POP3S and SMTPS each, ${added} ms added; server, relay and client share this machine.`,
      'Dovecot keeps its login processes (its "high-performance mode"): otherwise it starts one a sign-in, some 75 a second here, and is what is measured.',
    ],
  }
}

async function measure(options: BenchOptions): Promise<SectionResult> {
  const mailboxes = options.quick ? 400 : 1000
  const folder = mkdtempSync(path.join(tmpdir(), 'bench-'))
  const servers = await startMailServers({
    users: Object.fromEntries(Array.from({ length: mailboxes }, (_, index) => [name(index), password(index)])),
    services: ['pop3', 'smtp'],
    crowd: true,
  })
  try {
    return await compare(servers, folder, options, mailboxes)
  } finally {
    await servers.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Many mailboxes, against curl under xargs. */
export const wholeList: Section = { title: 'A whole list', missing: () => mailServersMissing() ?? curlMissing(), run: measure }
