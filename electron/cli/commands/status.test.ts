import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listenTo } from '../../../e2e/fakes/cli-context.ts'
import { ok } from '../../../shared/base/result.ts'
import { Secret } from '../../../shared/base/secret.ts'
import { mailbox, wish } from '../../../shared/plan/fixtures/site-wishes.ts'
import { makePlan } from '../../../shared/plan/make-plan.ts'
import { readArguments } from '../arguments.ts'
import { clientsCommand } from './facts.ts'
import { providersCommand } from './providers.ts'
import { resumeCommand, undoCommand } from './resume.ts'
import { statusCommand } from './status.ts'

let folder: string
beforeAll(() => (folder = mkdtempSync(path.join(os.tmpdir(), 'status-'))))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const run = '20261120-061503-k3f9'

test('--secrets: the same user name at two providers is told apart, for machines and for people', async () => {
  const of = (provider: string, value: string) => ({
    ref: { run, provider, for: 'suzuki01', realms: ['portal' as const], which: 'old' as const },
    value: new Secret(value),
  })
  const plan = makePlan(wish())
  if (!plan.ok) throw new Error('the test has its plan wrong')
  const entries = [{ kind: 'planned' as const, plan: plan.value, seq: 1, at: '2026-11-20T06:15:04.000Z' }]
  const args = readArguments(['status', run, '--secrets'])
  if (!args.ok) throw new Error('the test has its arguments wrong')
  const { context, lines, said } = listenTo(path.join(folder, 'data'), {
    readRun: async () => ok(entries),
    secretsOf: async () => ok([of('oshigoto-pikara', 'First999'), of('my-pikara', 'Pk3Abcd9')]),
  })
  expect(await statusCommand(context, args.value)).toBe(0)
  expect(lines.at(-1)).toMatchObject({
    secrets: [
      { for: 'suzuki01', provider: 'oshigoto-pikara', realms: ['portal'], value: 'First999' },
      { for: 'suzuki01', provider: 'my-pikara', realms: ['portal'], value: 'Pk3Abcd9' },
    ],
  })
  await statusCommand({ ...context, output: { ...context.output, json: false } }, args.value)
  expect(
    said()
      .split('\n')
      .filter((line) => /First999|Pk3Abcd9/.test(line)),
  ).toEqual([
    expect.stringMatching(/^suzuki01 \(.*お仕事ピカラ.*\) .*First999$/),
    expect.stringMatching(/^suzuki01 \(.*Myピカラ.*\) .*Pk3Abcd9$/),
  ])
})

const secretsOf = (values: readonly (readonly ['old' | 'new', string])[]) =>
  ok(
    values.map(([which, value]) => ({
      ref: { run, provider: 'site', for: 'taro@ca.site.example', realms: ['mail' as const], which },
      value: new Secret(value),
    })),
  )

test('--secrets says which password is in force: a made one that nobody has heard of is not', async () => {
  const box = mailbox('taro@ca.site.example')
  const password = { ...box.account.password, provider: 'site' }
  const plan = makePlan(wish({ mailboxes: [{ ...box, account: { ...box.account, password } }], logins: [] }))
  if (!plan.ok) throw new Error('the test has its plan wrong')
  const step = plan.value.steps.find(({ kind }) => kind === 'change-portal')!.id
  const at = '2026-11-20T06:15:04.000Z'
  const portal = { commit: 'sent' as const, completed: true, receipt: null, read: {}, pages: [], differences: [] }
  const told = async (outcome: 'changed' | 'unknown' | null) => {
    const sent = { kind: 'intended' as const, step, act: { kind: 'commit' as const } }
    const done = { kind: 'done' as const, step, evidence: { portal: { ...portal, outcome: outcome ?? 'unknown' } } }
    const entries = [{ kind: 'planned' as const, plan: plan.value }, ...(outcome === null ? [] : [sent, done])]
    const args = readArguments(['status', run, '--secrets'])
    if (!args.ok) throw new Error('the test has its arguments wrong')
    const { context, lines, said } = listenTo(path.join(folder, 'data'), {
      readRun: async () => ok(entries.map((entry, seq) => ({ ...entry, seq: seq + 1, at }))),
      secretsOf: async () =>
        secretsOf([
          ['old', 'First999'],
          ['new', 'Pk3Abcd9'],
        ]),
    })
    await statusCommand({ ...context, output: { ...context.output, json: false } }, args.value)
    const { secrets } = lines.at(-1) as { secrets: readonly { inForce: unknown }[] }
    return [said(), secrets.map(({ inForce }) => inForce)]
  }
  expect(await told(null)).toEqual([
    expect.stringMatching(/old password \(not changed\)[^]*made, and not in force/),
    [null, false],
  ])
  expect(await told('changed')).toEqual([expect.stringMatching(/old password \(not in force\)[^]*\(in force\)/), [false, true]])
  expect(await told('unknown')).toEqual([expect.stringMatching(/not known whether[^]*not known whether/), [null, null]])
})

test.each([
  [['status'], statusCommand, 0],
  [['status', run], statusCommand, 2],
  [['status', run, '--secrets'], statusCommand, 2],
  [['resume', run], resumeCommand, 2],
  [['undo', run], undoCommand, 2],
  [['clients', '--thunderbird-root', os.tmpdir()], clientsCommand, 2],
  [['providers'], providersCommand, 0],
] as const)('%j in a data folder that is not there makes none, and says where it looked', async (words, command, code) => {
  const args = readArguments(words)
  if (!args.ok) throw new Error('the test has its arguments wrong')
  const mistyped = path.join(folder, 'no', 'such', 'folder')
  const { context, said } = listenTo(mistyped)
  expect(await command(context, args.value)).toBe(code)
  expect(readdirSync(folder)).toEqual([])
  if (words.length === 1 && words[0] === 'status') expect(said()).toContain(mistyped)
})
