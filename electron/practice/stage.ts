import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { fail, ok, type Result } from '../../shared/base/result.ts'
import { parseEndpoint } from '../../shared/mail/endpoint.ts'
import { fault, type Fault } from './faults.ts'
import { type Practice, startPractice } from './practice.ts'
import { writePracticeProfile } from './profile.ts'

/** The practice provider running, and in one folder all a rehearsal needs: the paper, the authority, a Thunderbird profile. */
export interface Stage {
  readonly folder: string
  readonly provider: string
  readonly portalUrl: string
  readonly incoming: string
  readonly outgoing: string
  readonly sheetFile: string
  readonly caFile: string
  readonly thunderbirdRoot: string
  readonly addresses: readonly string[]
  readonly stop: () => Promise<void>
}

/** `slow` or `slow:3` (seconds). Refuses a name that is no fault. */
function readFault(text: string): Result<Fault> {
  const [name, seconds] = text.split(':')
  const read = fault.safeParse({ name, ...(seconds ? { seconds: Number(seconds) } : {}) })
  return read.success
    ? ok(read.data)
    : fail('bad-usage', 'after-person', { given: `--fault ${text.slice(0, 60)}`, reason: 'no-such-value' })
}

/** As an office set it up years ago: the paper's host, unencrypted POP3, passwords stored. What the rehearsal then changes is worth seeing. */
function oldSettings(practice: Practice) {
  const old = { pop3: `pop3://${practice.mailHost}:110?security=none`, smtp: `smtp://${practice.mailHost}:587?security=none` }
  const incoming = parseEndpoint(old.pop3)
  const outgoing = parseEndpoint(old.smtp)
  if (!incoming.ok || !outgoing.ok) throw new Error('the practice host is no host name')
  return { incoming: incoming.value, outgoing: outgoing.value }
}

/** Writes the paper, the authority and a Thunderbird profile for a running practice provider into `folder`. */
export async function furnishStage(folder: string, practice: Practice): Promise<Result<Stage>> {
  const sheetFile = path.join(folder, '会員証.txt')
  const caFile = path.join(folder, 'ca.pem')
  const thunderbirdRoot = path.join(folder, 'thunderbird')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await writeFile(sheetFile, practice.sheetText, { mode: 0o600 })
  await writeFile(caFile, practice.caPem, { mode: 0o600 })
  const settings = oldSettings(practice)
  const mailboxes = practice.accounts.map(({ address, userName, personName }) => ({
    address,
    userName,
    personName,
    ...settings,
    password: practice.currentPasswordOf(userName),
  }))
  const profile = await writePracticeProfile(thunderbirdRoot, mailboxes)
  if (!profile.ok) return profile
  return ok({
    folder,
    provider: 'practice',
    portalUrl: practice.portalUrl,
    incoming: practice.urls.pop3s,
    outgoing: practice.urls.smtp,
    sheetFile,
    caFile,
    thunderbirdRoot,
    addresses: practice.accounts.map((account) => account.address),
    stop: () => practice.stop(),
  })
}

/**
 * Starts the practice provider with the named faults and furnishes `folder`. `provider`: plays that one's member site, and its paper is that one's; null:
 * the practice provider's own. On any refusal nothing is left running.
 */
export async function startStage(folder: string, faults: readonly string[], provider: string | null): Promise<Result<Stage>> {
  const read: Fault[] = []
  for (const text of faults) {
    const one = readFault(text)
    if (!one.ok) return one
    read.push(one.value)
  }
  const practice = await startPractice({ faults: read, ...(provider === null ? {} : { provider }) })
  if (!practice.ok) return practice
  const stage = await furnishStage(folder, practice.value)
  if (!stage.ok) {
    await practice.value.stop()
    return stage
  }
  return provider === null ? stage : ok({ ...stage.value, provider })
}
