import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { root, tell, type Told } from '../journey/journey.ts'

const folder = mkdtempSync(path.join(os.tmpdir(), 'contradictions-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const fixture = (provider: string, name: string): string =>
  readFileSync(path.join(root, 'shared', 'provider', provider, 'fixtures', name), 'utf8')
/** A paper whose incoming server is none of the provider's. */
const odd = path.join(folder, 'odd.txt')
writeFileSync(odd, fixture('oshigoto-pikara', 'as-printed.txt').replaceAll('popca.pikara.ne.jp', 'mail.old.example'))

const plan = (answer: (asked: Readonly<Record<string, unknown>>) => unknown, ...more: readonly string[]): Promise<Told> =>
  tell(['plan', odd, '--no-thunderbird', '--data-dir', path.join(folder, 'data'), ...more], { answer })
const planned = (told: Told) => told.lines.find((line) => line['type'] === 'plan')
const incoming = (told: Told): string =>
  planned(told)?.['steps'].find((step: { kind: string }) => step.kind === 'probe-servers').input.incoming.host

describe('a server on the paper that is not the catalogue’s', () => {
  test('is asked about, with both', async () => {
    const told = await plan((asked) => (asked['question'] === 'settle-difference' ? 'popca.pikara.ne.jp' : undefined))
    const asked = told.lines.filter((line) => line['type'] === 'asked')
    expect(asked, told.stderr).toMatchObject([
      {
        question: 'settle-difference',
        kind: 'choice',
        choices: ['mail.old.example', 'popca.pikara.ne.jp'],
        facts: { field: 'incoming', sheet: 'mail.old.example', catalogue: 'popca.pikara.ne.jp' },
      },
    ])
    expect([told.code, incoming(told)]).toEqual([0, 'popca.pikara.ne.jp'])
    expect(planned(told)?.['settled']).toMatchObject([
      { what: 'incoming', chosen: 'popca.pikara.ne.jp', others: ['mail.old.example'] },
    ])
    expect(told.stderr).toContain('popca.pikara.ne.jp（mail.old.example ではなく）')
  })
  test('stays as the paper has it where the person says so', async () => {
    const told = await plan(() => 'mail.old.example')
    expect([told.code, incoming(told)]).toEqual([0, 'mail.old.example'])
  })
  test('stops everything where nobody answers', async () => {
    const told = await plan(() => undefined)
    expect([told.code, told.result['problems'][0].code]).toEqual([3, 'settings-contradict'])
  })
  test('is settled by --incoming, for this provider alone, too', async () => {
    for (const said of ['pop3s://pop.new.example', 'oshigoto-pikara=pop3s://pop.new.example']) {
      const told = await plan(() => undefined, '--incoming', said)
      expect([told.code, incoming(told)], told.stderr).toEqual([0, 'pop.new.example'])
    }
    const other = await plan(() => undefined, '--incoming', 'ocn=pop3s://pop.new.example')
    expect(other.code).toBe(3)
  })
})

test('a paper that cannot be read tells the provider’s own way back to it, and whom to call', async () => {
  const empty = path.join(folder, 'empty.txt')
  writeFileSync(empty, '\n')
  const told = await tell([
    'plan',
    empty,
    '--provider',
    'oshigoto-pikara',
    '--no-thunderbird',
    '--data-dir',
    path.join(folder, 'data'),
  ])
  expect([told.code, told.result['problems'][0].code]).toEqual([2, 'sheet-empty'])
  expect(told.result['lost']).toMatchObject([{ what: 'sheet', help: [{ phone: '0800-777-2100' }] }])
  expect(told.stderr).toContain('0800-777-2100')
})
