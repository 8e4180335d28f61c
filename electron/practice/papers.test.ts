import { readdirSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { providers } from '../../shared/provider/index.ts'
import { toAccounts } from '../../shared/sheet/to-account.ts'
import { startPractice } from './practice.ts'

// Whatever member site is rehearsed: its paper must be read by the provider's own layout, to the letter and without a question.
const sites = readdirSync(path.join(import.meta.dirname, 'portals'))
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
  .map((name) => name.replace(/\.ts$/, ''))

test.each(sites)('the paper of the practice site %s says what opens each mailbox', async (provider) => {
  const started = await startPractice({ provider })
  if (!started.ok) throw new Error(JSON.stringify(started.problem))
  const practice = started.value
  const lines = practice.sheetText.split(/\r\n|\n/)
  const read = toAccounts({ file: 'paper.txt', sha256: '', origin: 'text', encoding: 'utf-8', lines }, providers)
  // A household may hold more than one contract: what the paper shows of it has to be read.
  const shown = practice.accounts.filter(({ address }) => practice.sheetText.includes(address))
  const printed = shown.map(({ address, userName }) => ({
    address,
    userName,
    password: practice.currentPasswordOf(userName).reveal(),
  }))
  await practice.stop()
  expect({ problem: read.problem, doubts: read.doubts.map(({ field, reason }) => [field, reason]) }).toEqual({
    problem: null,
    doubts: [],
  })
  expect([provider, 'practice']).toContain(read.provider)
  expect(printed.length).toBeGreaterThan(0)
  expect(
    read.mailboxes.map(({ address, userName, password }) => ({
      address: address?.value,
      userName: userName?.value,
      password: password?.value.reveal(),
    })),
  ).toEqual(printed)
})
