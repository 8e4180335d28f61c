import { execFileSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { writePracticeProfile } from '../../electron/practice/profile.ts'
import { startPractice, type Practice } from '../../electron/practice/practice.ts'
import { parseEndpoint, type Endpoint } from '../../shared/mail/endpoint.ts'
import { dropFolder } from '../canary/drop-folder.ts'
import { registerPasswordsOf } from '../journey/journey.ts'
import { thunderbirdMissing, visitThunderbird } from './thunderbird.ts'

const door = (url: string): Endpoint => {
  const read = parseEndpoint(url)
  if (!read.ok) throw new Error(url)
  return read.value
}

describe.skipIf(thunderbirdMissing() !== null)('the real Thunderbird on the sample profile', () => {
  let folder = ''
  let practice: Practice
  beforeEach(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'practice-tb-'))
    const started = await startPractice()
    if (!started.ok) throw new Error(JSON.stringify(started.problem))
    practice = started.value
    registerPasswordsOf(practice)
  })
  afterEach(async () => {
    await practice.stop()
    dropFolder(folder)
  })

  test.each(['pop3', 'pop3s', 'imap', 'imaps'] as const)(
    'signs in over %s with the password stored by us, and sends',
    async (incoming) => {
      const account = practice.accounts[0]!
      const written = await writePracticeProfile(path.join(folder, 'root'), [
        {
          address: account.address,
          userName: account.userName,
          personName: account.personName,
          password: practice.currentPasswordOf(account.userName),
          incoming: door(practice.urls[incoming]),
          outgoing: door(practice.urls[incoming.endsWith('s') ? 'smtps' : 'smtp']),
        },
      ])
      if (!written.ok) throw new Error(JSON.stringify(written.problem))
      const ca = path.join(folder, 'ca.pem')
      writeFileSync(ca, practice.caPem)
      execFileSync('certutil', ['-A', '-d', `sql:${written.value.folder}`, '-n', 'practice', '-t', 'C,,', '-i', ca])
      const signIns = (): readonly string[] =>
        practice.events().flatMap((event) => (event.what === 'sign-in' ? [`${event.door} ${event.outcome} ${event.tls}`] : []))
      const seen = await visitThunderbird(written.value.folder, {
        until: () =>
          practice.events().some((event) => event.what === 'delivered') && signIns().some((one) => !one.startsWith('smtp')),
        atMost: 60,
        send: { to: practice.accounts[1]!.address, subject: 'rehearsal', body: 'sent by the real program' },
      })
      expect({ met: seen.met, quit: seen.quit, refused: signIns().filter((one) => !one.endsWith(' ok true')) }).toEqual({
        met: true,
        quit: 'clean',
        refused: [],
      })
      expect(signIns()).toContain(`${incoming.replace(/s$/, '')} ok true`)
      expect(practice.mail.list(practice.accounts[1]!.userName)!.at(-1)!.bytes.toString('latin1')).toContain(
        'sent by the real program',
      )
    },
  )
})
