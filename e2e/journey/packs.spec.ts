import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { biglobeEf } from '../../shared/provider/biglobe-ef/facts.ts'
import type { Provider } from '../../shared/provider/provider.ts'
import { makeSigner } from '../fakes/sign-pack.ts'
import { filesBelow, openWorld, root, tell, type World } from './journey.ts'
import { tellHere } from './tell-here.ts'

let world: World
let desk: string
beforeEach(async () => {
  world = await openWorld()
  desk = path.join(world.folder, 'desk')
  mkdirSync(desk)
})
afterEach(() => world.close())

const inData = (...more: readonly string[]): string[] => ['--data-dir', world.dataDir, '--vault', 'file', ...more]
/** The real provider's data on the practice site: its pages, and nothing that could leave this machine. */
const road = (): string[] => [
  ...['--provider', 'biglobe-ef', '--portal-url', world.stage.portalUrl],
  ...['--incoming', world.stage.incoming, '--outgoing', world.stage.outgoing, '--ca', world.stage.caFile],
  ...['--thunderbird-root', world.stage.thunderbirdRoot, '--mailbox', world.stage.addresses[0]!, '--yes'],
]
const run = () => tellHere(['run', world.stage.sheetFile, ...road(), ...inData()])
const resume = (id: string) => tellHere(['resume', id, ...inData('--yes')])
const providersTold = (more: readonly string[]) => tellHere(['providers', ...more, ...inData()])
const codes = (told: Awaited<ReturnType<typeof run>>): readonly unknown[] => [
  told.code,
  told.result['problems']?.[0]?.code ?? null,
]
const commits = (): number => world.practice.events().filter((event) => event.what === 'post' && event.page === 'commit').length
const decoys = (): unknown[] => world.practice.events().filter((event) => event.what === 'control' && event.decoy)

const doc = readFileSync(path.join(root, 'docs', 'provider-packs.md'), 'utf8')
const example = doc.slice(doc.indexOf('## A worked example'))
const fences = (kind: string): readonly string[] =>
  Array.from(example.matchAll(new RegExp(`^\`\`\`${kind}\\n([^\`]*)\`\`\`$`, 'gm')), ([, body]) => body!.trimEnd())

/** Applies the document's edit: lines that begin with `-` give way to the `+` lines behind them, each at its one place. */
function edited(text: string, diff: string): string {
  const hunks = diff.split(/\n(?=-)/).map((hunk) => hunk.split('\n'))
  return hunks.reduce((before, hunk) => {
    const old = hunk.filter((line) => line.startsWith('-')).map((line) => line.slice(1))
    const fresh = hunk.filter((line) => line.startsWith('+')).map((line) => line.slice(1))
    expect(before.split(old.join('\n')), old.join('\n')).toHaveLength(2)
    return before.replace(old.join('\n'), () => fresh.join('\n'))
  }, text)
}

const signing = (command: string): string => {
  const [node, ...args] = command.split(' ')
  expect([node, args[0]]).toEqual(['node', 'build/sign-pack.mjs'])
  return execFileSync(process.execPath, [path.join(root, 'build', 'sign-pack.mjs'), ...args.slice(1)], {
    cwd: desk,
    encoding: 'utf8',
  })
}

const signer = makeSigner()
const [change] = biglobeEf.changes
const newWords = ['次へ進む', '変更する']
function pack(more: Partial<Provider> = {}): string {
  const recipe = { ...change!.recipe, version: '2026-12-01' }
  const submit = { ...recipe.fence['submit']!, words: newWords }
  const data = {
    ...biglobeEf,
    edition: '2026-12-01.1',
    changes: [{ ...change!, recipe: { ...recipe, fence: { ...recipe.fence, submit } } }],
  }
  const file = path.join(desk, `${Object.keys(more).join('-') || 'pack'}.json`)
  writeFileSync(file, signer.file({ ...data, ...more }))
  return file
}
const addPack = (file = pack()) => providersTold(['--add', file, '--trust', signer.fingerprint])
const installed = (): string => path.join(world.dataDir, 'packs', 'pack-biglobe-ef@2026-12-01.1.json')

describe('第2報, as the document tells it', () => {
  test('a renamed button stops the run; the distributor’s pack lets it through', async () => {
    world.practice.setFault({ name: 'changed-button' })
    const before = filesBelow(world.stage.thunderbirdRoot)
    const stopped = await run()
    expect(codes(stopped), stopped.stdout.slice(-1500)).toEqual([3, 'portal-changed'])
    expect([commits(), decoys(), filesBelow(world.stage.thunderbirdRoot)]).toEqual([0, [], before])

    const [makeKey, exportData, sign, add] = fences('sh')
    const [, fingerprint] = /fingerprint: ([0-9A-F ]+)/.exec(signing(makeKey!))!
    signing(exportData!)
    const data = path.join(desk, 'biglobe-ef.json')
    writeFileSync(data, edited(readFileSync(data, 'utf8'), fences('diff')[0]!))
    expect(signing(sign!)).toContain(fingerprint!.trim())
    expect(add).toBe('mail-migrate providers --add 第2報.json --trust "$FINGERPRINT"')
    const file = path.join(desk, '第2報.json')

    // Nobody there to say that the signer is known; --yes does not say it either.
    const unknown = await providersTold(['--add', file, '--yes'])
    expect(codes(unknown)).toEqual([3, 'pack-signer-unknown'])
    expect(unknown.result['problems'][0].facts.fingerprint).toBe(fingerprint!.trim())
    const added = await providersTold(['--add', file, '--trust', fingerprint!.trim()])
    expect(added.result, added.stderr).toMatchObject({
      outcome: 'done',
      provider: 'biglobe-ef',
      edition: '2026-12-01.1',
      newlyTrusted: true,
    })
    const listed = (await providersTold([])).result['providers'].find((one: { id: string }) => one.id === 'biglobe-ef')
    expect(listed).toMatchObject({
      edition: '2026-12-01.1',
      origin: { from: 'pack', signer: fingerprint!.trim() },
      problem: null,
    })

    // The stopped run was planned with the old recipe, and keeps to it.
    expect(codes(await resume(stopped.result['run']))).toEqual([3, 'portal-changed'])
    const done = await run()
    expect([done.code, done.result['mailboxes'][0].portal], done.stdout.slice(-1500)).toEqual([0, 'changed'])
    expect([commits(), decoys()]).toEqual([1, []])

    expect((await providersTold(['--remove', 'biglobe-ef'])).result).toMatchObject({
      outcome: 'done',
      edition: biglobeEf.edition,
    })
    expect(codes(await providersTold(['--remove', 'biglobe-ef']))).toEqual([2, 'pack-not-installed'])
  }, 300_000)
})

describe('a pack on the command line', () => {
  test('the signer is asked about, and remembered', async () => {
    const questions: string[] = []
    const answer = (asked: { readonly [name: string]: unknown }) => {
      questions.push(String(asked['question']))
      return true
    }
    const added = await tellHere(['providers', '--add', pack(), ...inData()], { answer })
    expect([added.code, questions], added.stderr).toEqual([0, ['trust-key']])
    const next = await tellHere(['providers', '--add', pack({ edition: '2026-12-02.1' }), ...inData()], { answer })
    expect([next.code, questions, next.result['newlyTrusted']]).toEqual([0, ['trust-key'], false])
  })

  test('a signer is trusted no longer: his pack goes, and he is asked about anew', async () => {
    await addPack()
    expect((await providersTold([])).result['signers']).toMatchObject([{ signer: signer.fingerprint }])
    const gone = await providersTold(['--distrust', signer.fingerprint.toLowerCase()])
    expect([gone.code, gone.result['removed']], gone.stderr).toEqual([
      0,
      [{ provider: 'biglobe-ef', edition: '2026-12-01.1', inUse: biglobeEf.edition }],
    ])
    expect((await providersTold([])).result['signers']).toEqual([])
    expect(codes(await providersTold(['--distrust', signer.fingerprint]))).toEqual([2, 'pack-signer-not-trusted'])
    expect(codes(await providersTold(['--add', pack()]))).toEqual([3, 'pack-signer-unknown'])
  })

  test('less care than before is told and agreed to, or nothing is added; --yes is no answer', async () => {
    const file = pack({ limits: { refusedSignIns: { most: 9, hours: 1 } } })
    const add = (yes: boolean | undefined) =>
      tellHere(['providers', '--add', file, '--trust', signer.fingerprint, '--yes', ...inData()], {
        answer: (asked) => (asked['question'] === 'fewer-guards' ? yes : undefined),
      })
    expect(codes(await add(undefined))).toEqual([3, 'pack-guards-fewer'])
    const agreed = await add(true)
    expect([agreed.code, agreed.result['guards']]).toEqual([0, [{ kind: 'sign-in-limit', words: '' }]])
  })

  test('another owner’s host is told and agreed to, or nothing is added', async () => {
    const file = pack({
      changes: [
        { ...change!, startUrl: 'https://member.biglobe-net.example/', recipe: { ...change!.recipe, version: '2026-12-01' } },
      ],
    })
    const told: unknown[] = []
    const add = (yes: boolean) =>
      tellHere(['providers', '--add', file, '--trust', signer.fingerprint, '--yes', ...inData()], {
        answer: (asked) => (told.push([asked['question'], asked['facts'].hosts]), yes),
      })
    expect(codes(await add(false))).toEqual([3, 'pack-hosts-new'])
    const agreed = await add(true)
    expect([agreed.code, agreed.result['hosts']]).toEqual([0, ['member.biglobe-net.example']])
    expect(told).toEqual(Array.from({ length: 2 }, () => ['new-hosts', 'member.biglobe-net.example']))
  })

  test.each<readonly [string, () => readonly string[], string]>([
    ['a fingerprint that is none', () => ['--add', pack(), '--trust', 'ABCD'], 'bad-usage'],
    ['trust without a pack', () => ['--trust', signer.fingerprint], 'bad-usage'],
    ['distrust of a fingerprint that is none', () => ['--distrust', 'ABCD'], 'bad-usage'],
    ['trust and distrust', () => ['--add', pack(), '--distrust', signer.fingerprint], 'bad-usage'],
    ['both at once', () => ['--add', pack(), '--remove', 'biglobe-ef'], 'bad-usage'],
    ['a file that is not there', () => ['--add', path.join(desk, 'missing')], 'file-missing'],
    ['a provider nobody knows', () => ['--remove', 'nobody'], 'pack-not-installed'],
    ['a path for a name', () => ['--remove', '../../etc'], 'pack-not-installed'],
    ['the paper', () => ['--add', world.stage.sheetFile], 'pack-unreadable'],
  ])('%s', async (_name, args, code) => {
    const told = await providersTold(args())
    expect(codes(told), told.stderr).toEqual([2, code])
  })

  test('while a run is on, nothing is added under its hands', async () => {
    world.practice.setFault({ name: 'slow', seconds: 3 })
    const during: ReturnType<typeof addPack>[] = []
    const done = await tell(['run', world.stage.sheetFile, ...road(), ...inData()], {
      onLine: (line) => {
        if (line['type'] === 'entry' && during.length === 0) during.push(addPack())
      },
    })
    expect(done.code, done.stdout.slice(-1500)).toBe(0)
    expect((await Promise.all(during)).map(codes)).toEqual([[3, 'run-busy']])
  })
})

describe('a run and the pack it was planned with', () => {
  test('the pack was removed: said, nothing is played; added again: carried on', async () => {
    await addPack()
    world.practice.setFault({ name: 'maintenance' })
    const stopped = await run()
    expect(codes(stopped), stopped.stdout.slice(-1500)).toEqual([3, 'portal-maintenance'])
    world.practice.clearFault()
    await providersTold(['--remove', 'biglobe-ef'])
    const seen = world.practice.events().length
    const gone = await resume(stopped.result['run'])
    expect(codes(gone), gone.stdout.slice(-1500)).toEqual([3, 'recipe-gone'])
    const later = world.practice.events().slice(seen)
    expect(later.filter((event) => event.what === 'control' || event.what === 'post')).toEqual([])
    await addPack()
    const done = await resume(stopped.result['run'])
    expect([done.code, commits()], done.stdout.slice(-1500)).toEqual([0, 1])
  })

  test('the pack was damaged: everything for this provider stops and says so, and nothing older is used', async () => {
    await addPack()
    world.practice.setFault({ name: 'maintenance' })
    const stopped = await run()
    world.practice.clearFault()
    const seen = world.practice.events().length
    const whole = readFileSync(installed())
    writeFileSync(installed(), whole.subarray(0, -1))
    const commandsOf = [
      ['run', world.stage.sheetFile, ...road()],
      ['plan', world.stage.sheetFile, ...road()],
      ['resume', stopped.result['run'], '--yes'],
      ['password', '--provider', 'biglobe-ef'],
    ]
    for (const args of commandsOf) {
      const told = await tellHere([...args, ...inData()])
      expect(codes(told), `${args[0]} ${told.stdout.slice(-800)}`).toEqual([3, 'pack-damaged'])
      expect(told.stderr).toContain('前に追加したプロバイダーのデータ（biglobe-ef）が使えません。')
    }
    expect(world.practice.events()).toHaveLength(seen)
    // Others go on; the list and the reading of a sheet say it.
    expect((await tellHere(['password', '--provider', 'ocn', '--change', 'portal', ...inData()])).code).toBe(0)
    const listed = await providersTold([])
    expect([listed.code, listed.result['problems'][0].code]).toEqual([0, 'pack-damaged'])
    writeFileSync(installed(), whole)
    const done = await resume(stopped.result['run'])
    expect([done.code, commits()], done.stdout.slice(-1500)).toEqual([0, 1])
  })
})
