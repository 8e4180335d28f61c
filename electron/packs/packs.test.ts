import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { makeSigner } from '../../e2e/fakes/sign-pack.ts'
import type { Question } from '../../shared/base/ask.ts'
import { ok, type Result } from '../../shared/base/result.ts'
import { packText, providerText } from '../../shared/pack/pack.ts'
import type { Line, Recipe } from '../../shared/portal/recipe.ts'
import { providers } from '../../shared/provider/index.ts'
import type { Change, Provider } from '../../shared/provider/provider.ts'
import { guardWords } from '../../shared/words/guards.ts'
import { sayQuestion } from '../../shared/words/questions.ts'
import { sayProblem } from '../../shared/words/say-problem.ts'
import { replaceFile } from '../store/durable-file.ts'
import type { PackNeeds } from './add-pack.ts'
import { packStore, type PackStore } from './pack-store.ts'

const scratch = mkdtempSync(path.join(os.tmpdir(), 'packs-'))
afterAll(() => rmSync(scratch, { recursive: true, force: true }))

const distributor = makeSigner()
const stranger = makeSigner()
const biglobe = providers.find(({ id }) => id === 'biglobe-ef')!
const firstChange = biglobe.changes[0]!

const withChange = (change: Partial<Change>, more: Partial<Provider> = {}): Provider => ({
  ...biglobe,
  edition: '2026-12-01.1',
  changes: [{ ...firstChange, recipe: { ...firstChange.recipe, version: '2026-12-01' }, ...change }],
  ...more,
})
const withRecipe = (recipe: Partial<Recipe>): Provider =>
  withChange({ recipe: { ...firstChange.recipe, version: '2026-12-01', ...recipe } })
/** The second notice: one button is called otherwise. */
const second = withRecipe({ fence: { ...firstChange.recipe.fence, submit: { as: 'press', words: ['次へ進む', '変更する'] } } })

/** Whoever's data guard in this way, with the guard left out of every change. */
function guardedLess(edit: (recipe: Recipe) => Recipe, change: Partial<Change> = {}): Provider {
  const one = providers.find(
    ({ practice, changes }) =>
      !practice &&
      changes.some(
        (old) => Object.keys(change).some((name) => old[name as keyof Change]) || lessLines(edit(old.recipe), old.recipe),
      ),
  )!
  const changes = one.changes.map((old) => ({ ...old, recipe: { ...edit(old.recipe), version: '2026-12-01' }, ...change }))
  return { ...one, edition: '2026-12-01.1', changes }
}
const lessLines = (now: Recipe, old: Recipe): boolean =>
  now.inferred !== old.inferred ||
  old.lines.some((line) => line.do === 'check' && line.otherwise === 'stop' && !now.lines.includes(line))

let folder: string
let asked: Question[]
let answers: Partial<Record<Question['name'], boolean>>
let store: PackStore
const needs = (): PackNeeds => ({
  folder: path.join(folder, 'packs'),
  program: providers,
  locked: (work) => work(),
  replaceFile,
  ask: async (question) => {
    asked.push(question)
    return answers[question.name] ?? null
  },
  now: () => new Date('2026-12-02T00:00:00Z'),
})
beforeEach(() => {
  folder = mkdtempSync(path.join(scratch, 'data-'))
  asked = []
  answers = { 'trust-key': true }
  store = packStore(needs())
})

let count = 0
function file(content: string | Buffer): string {
  const name = path.join(folder, `given-${(count += 1)}.json`)
  writeFileSync(name, content)
  return name
}
const add = (data: unknown, signer = distributor, trust: string | null = null) => store.add(file(signer.file(data)), trust)
const codeOf = (result: Result<unknown>): string =>
  result.ok ? 'ok' : `${result.problem.code} ${String(result.problem.facts['reason'] ?? '')}`.trim()
const inPacks = (): readonly string[] => {
  try {
    return readdirSync(path.join(folder, 'packs')).sort()
  } catch {
    return []
  }
}
const labelOf = (one: Provider | null): readonly string[] | undefined => one?.changes[0]?.recipe.fence['submit']?.words

describe('a signer who is trusted no longer', () => {
  const codeOfDistrust = async (fingerprint: string): Promise<string> => codeOf(await store.distrust(fingerprint))

  test('goes with his packs: the program’s own data are in use, and he is asked about anew', async () => {
    await add(second)
    expect(store.signers()).toEqual([{ signer: distributor.fingerprint, since: '2026-12-02T00:00:00.000Z' }])
    expect(await store.distrust(distributor.fingerprint)).toEqual(
      ok({
        signer: distributor.fingerprint,
        removed: [{ provider: 'biglobe-ef', edition: '2026-12-01.1', inUse: biglobe.edition }],
      }),
    )
    expect([store.signers(), inPacks()]).toEqual([[], ['added.json']])
    const { catalogue } = store
    expect([catalogue().find('biglobe-ef')?.edition, catalogue().held('biglobe-ef')]).toEqual([biglobe.edition, null])
    answers = {}
    expect(codeOf(await add(second))).toBe('pack-signer-unknown trust-declined')
  })

  test('leaves another signer’s packs of the same provider in use', async () => {
    await add(second)
    await add({ ...second, edition: '2026-12-05.1' }, stranger)
    expect(await store.distrust(stranger.fingerprint)).toMatchObject({
      ok: true,
      value: { removed: [{ edition: '2026-12-05.1', inUse: '2026-12-01.1' }] },
    })
    expect(store.catalogue().find('biglobe-ef')?.edition).toBe('2026-12-01.1')
    expect(store.signers().map(({ signer }) => signer)).toEqual([distributor.fingerprint])
  })

  test('whom nobody trusts: said, and nothing is made', async () => {
    expect(await codeOfDistrust(distributor.fingerprint)).toBe('pack-signer-not-trusted')
    expect(inPacks()).toEqual([])
    await add(second)
    expect(await codeOfDistrust(stranger.fingerprint)).toBe('pack-signer-not-trusted')
    expect(store.signers()).toHaveLength(1)
  })

  test('a damaged list is left as it is', async () => {
    await add(second)
    writeFileSync(path.join(folder, 'packs', 'added.json'), '{')
    expect(await codeOfDistrust(distributor.fingerprint)).toBe('pack-damaged pack-list-damaged')
    expect(readFileSync(path.join(folder, 'packs', 'added.json'), 'utf8')).toBe('{')
  })
})

describe('a sound pack', () => {
  test('is used from then on, by every start of the program, with its signer asked about once', async () => {
    const added = await add(second)
    expect(added).toMatchObject({
      ok: true,
      value: { replaces: biglobe.edition, signer: distributor.fingerprint, newlyTrusted: true, hosts: [] },
    })
    expect(asked.map(({ name, facts }) => [name, facts['fingerprint']])).toEqual([['trust-key', distributor.fingerprint]])
    for (const one of [store, packStore(needs())]) {
      expect(labelOf(one.catalogue().find('biglobe-ef'))).toEqual(['次へ進む', '変更する'])
      expect(
        one
          .catalogue()
          .editions('biglobe-ef')
          .map(({ edition, origin }) => [edition, origin.from]),
      ).toEqual([
        ['2026-12-01.1', 'pack'],
        [biglobe.edition, 'program'],
      ])
      expect(one.catalogue().broken).toEqual([])
      expect(one.catalogue().providers.map(({ id }) => id)).toEqual(providers.map(({ id }) => id))
    }
    asked = []
    expect((await add({ ...second, edition: '2026-12-01.2' })).ok).toBe(true)
    expect(asked).toEqual([])
  })

  test('a plan keeps the recipe it was made for: from the program, from an older pack, or from nowhere', async () => {
    await add(second)
    const third = withRecipe({ version: '2027-01-15' })
    await add({ ...third, edition: '2027-01-15.1' })
    const { changeOf } = store.catalogue()
    const id = firstChange.recipe.id
    const versions = [firstChange.recipe.version, '2026-12-01', '2027-01-15', '2031-01-01']
    expect(versions.map((version) => changeOf('biglobe-ef', 'mail', 'mail', { id, version })?.recipe.version ?? null)).toEqual([
      ...versions.slice(0, 3),
      null,
    ])
    expect(changeOf('biglobe-ef', 'mail', 'mail')?.recipe.version).toBe('2027-01-15')
    expect((await store.remove('biglobe-ef')).ok).toBe(true)
    expect(store.catalogue().changeOf('biglobe-ef', 'mail', 'mail', { id, version: '2026-12-01' })).toBeNull()
  })

  test('a signer named beforehand is not asked about, however the fingerprint is written', async () => {
    answers = {}
    expect(codeOf(await add(second, distributor, distributor.fingerprint))).toBe('ok')
    expect(asked).toEqual([])
  })

  test('a provider nobody knew may be added, and its places are told', async () => {
    answers = { 'trust-key': true, 'new-hosts': true }
    const fresh: Provider = {
      ...withChange({ startUrl: 'https://member.shinki.example/', recipe: { ...firstChange.recipe, id: 'shinki/change' } }),
      id: 'shinki',
      domains: ['shinki.example'],
      incoming: [{ protocol: 'pop3', host: 'pop.shinki.example' }],
      outgoing: [],
      layouts: [],
    }
    expect(await add(fresh)).toMatchObject({ ok: true, value: { replaces: null } })
    expect(asked.find(({ name }) => name === 'new-hosts')?.facts['hosts']).toBe('member.shinki.example, pop.shinki.example')
    expect(store.catalogue().find('shinki')?.edition).toBe('2026-12-01.1')
    await store.remove('shinki')
    expect(store.catalogue().find('shinki')).toBeNull()
  })

  test('removed: the program’s own again, and nothing is left but whom one trusts', async () => {
    await add(second)
    expect(await store.remove('biglobe-ef')).toEqual(ok({ edition: biglobe.edition }))
    expect(labelOf(store.catalogue().find('biglobe-ef'))).toEqual(['変更する'])
    expect(inPacks()).toEqual(['added.json'])
    expect(codeOf(await store.remove('biglobe-ef'))).toBe('pack-not-installed')
    asked = []
    expect(codeOf(await add(second))).toBe('ok')
    expect(asked).toEqual([])
  })

  test('a program that has caught up is used again', async () => {
    await add(second)
    const newer = providers.map((one) => (one.id === 'biglobe-ef' ? { ...one, edition: '2027-02-01.1' } : one))
    const { catalogue } = packStore({ ...needs(), program: newer })
    expect([catalogue().find('biglobe-ef')?.edition, catalogue().held('biglobe-ef')]).toEqual(['2027-02-01.1', null])
  })
})

const fence = firstChange.recipe.fence
const neighbours = firstChange.recipe.neighbours
const rule = firstChange.rule
const text = (data: unknown): string => distributor.file(data)
const raw = (provider: string): string => packText(distributor.pack(provider))
const hostile: readonly (readonly [string, () => string | Buffer, string])[] = [
  ['nothing', () => '', 'pack-unreadable no-json'],
  ['half of it', () => text(second).slice(0, 4000), 'pack-unreadable no-json'],
  ['too large', () => Buffer.alloc((1 << 20) + 1, 32), 'pack-unreadable too-large'],
  ['no UTF-8', () => Buffer.from([0x7b, 0xff, 0x7d]), 'pack-unreadable not-utf-8'],
  ['a byte order mark', () => `\ufeff${text(second)}`, 'pack-unreadable no-json'],
  ['nested without end', () => '['.repeat(500_000), 'pack-unreadable no-json'],
  ['something else', () => '{"hello":1}', 'pack-unreadable no-pack'],
  ['a newer form', () => text(second).replace('pack/1', 'pack/2'), 'pack-unreadable other-pack-format'],
  ['one part more', () => text(second).replace('{"format"', '{"note":"x","format"'), 'pack-unreadable pack-parts-wrong'],
  ['a part twice', () => text(second).replace('{"format"', '{"provider":"{}","format"'), 'pack-unreadable pack-respelled'],
  ['saved anew with a line end', () => `${text(second)}\n`, 'pack-unreadable pack-respelled'],
  ['saved anew with indents', () => JSON.stringify(JSON.parse(text(second)), null, 2), 'pack-unreadable pack-respelled'],
  ['a borrowed name', () => text(second).replace('{"format"', '{"__proto__":{"x":1},"format"'), 'pack-unreadable no-json'],
  ['the bare data', () => providerText(second), 'pack-unsigned'],
  [
    'no signature',
    () => JSON.stringify({ format: 'mail-migrate-provider-pack/1', provider: providerText(second) }),
    'pack-unsigned',
  ],
  ['an empty signature', () => text(second).replace(/"signature":\{.*\}\}$/, '"signature":null}'), 'pack-unsigned'],
  ['another algorithm', () => text(second).replace('"Ed25519"', '"none"'), 'pack-unreadable pack-parts-wrong'],
  ['changed after signing', () => text(second).replace('変更する', '解約する'), 'pack-signature-wrong'],
  [
    'somebody else’s key over this signature',
    () => text(second).replace(distributor.publicKey, stranger.publicKey),
    'pack-signature-wrong',
  ],
  ['the practice provider', () => text({ ...second, id: 'practice' }), 'pack-id-reserved'],
  ['unknown parts in the data', () => text({ ...second, run: 'rm' }), 'pack-invalid data-parts-wrong'],
  ['code in the data', () => text({ ...second, name: { ...second.name, ja: 1 } }), 'pack-invalid data-parts-wrong'],
  [
    'a part of the data twice',
    () => raw(providerText(second).replace('{', '{\n  "practice": true,')),
    'pack-invalid data-respelled',
  ],
  ['data on one line', () => raw(JSON.stringify(second)), 'pack-invalid data-respelled'],
  ['data that is no JSON', () => raw('{}}'), 'pack-invalid no-json'],
  [
    'a borrowed name in the data',
    () => raw(providerText(second).replace('{', '{\n  "__proto__": {"practice": true},')),
    'pack-invalid no-json',
  ],
  [
    'a borrowed name for a control',
    () => raw(providerText(second).replaceAll('"submit"', '"constructor"')),
    'pack-invalid no-json',
  ],
  [
    'a control every object answers to',
    () =>
      text(
        withRecipe({
          lines: firstChange.recipe.lines.map((line) => ('control' in line ? { ...line, control: 'toString' } : line)),
        }),
      ),
    'pack-invalid data-parts-wrong',
  ],
  ['a name no file can have', () => text({ ...second, id: 'con-' }), 'pack-invalid id-unfit'],
  ['a rehearsal in place of the real one', () => text({ ...second, practice: true }), 'pack-invalid practice-changed'],
  [
    'sign-ins until the door locks',
    () => text({ ...second, limits: { refusedSignIns: { most: 1000, hours: 1 } } }),
    'pack-invalid figure-out-of-bounds',
  ],
  ['a wait without end', () => text(withChange({ effectSeconds: 1e9 })), 'pack-invalid figure-out-of-bounds'],
  [
    'a pattern that never ends',
    () =>
      text({
        ...second,
        layouts: second.layouts.map((layout) => ({
          ...layout,
          sections: layout.sections.map((section) => ({
            ...section,
            fields: section.fields.map((field) => ({ ...field, pattern: '(a+)+$' })),
          })),
        })),
      }),
    'pack-invalid pattern-wild',
  ],
  [
    'a forbidden button',
    () => text(withRecipe({ fence: { ...fence, submit: { as: 'press', words: ['解約する'] } } })),
    'pack-recipe-unsafe recipe-unsound',
  ],
  [
    'a forbidden button, hidden by a note',
    () => text(withRecipe({ fence: { ...fence, submit: { as: 'press', words: ['解(※)約する'] } } })),
    'pack-recipe-unsafe recipe-unsound',
  ],
  [
    'a forbidden button, hidden by invisible marks',
    () => text(withRecipe({ fence: { ...fence, submit: { as: 'press', words: ['解\u200b約する'] } } })),
    'pack-recipe-unsafe recipe-unsound',
  ],
  [
    'a neighbour no longer named',
    () => text(withRecipe({ neighbours: neighbours.slice(1) })),
    'pack-recipe-unsafe recipe-guards-less',
  ],
  [
    'a neighbour as a button, under a recipe of another name',
    () =>
      text(
        withRecipe({
          id: 'biglobe-ef/another',
          neighbours: neighbours.slice(1),
          fence: { ...fence, change: { as: 'press', words: [neighbours[0]!] } },
        }),
      ),
    'pack-recipe-unsafe recipe-guards-less',
  ],
  [
    'a forbidden choice',
    () =>
      text(
        withRecipe({
          fence: { ...fence, matter: { as: 'choice', words: ['お手続き'] } },
          pages: {
            ...firstChange.recipe.pages,
            change: { ...firstChange.recipe.pages['change'], controls: ['current', 'fresh', 'again', 'submit', 'matter'] },
          },
          lines: firstChange.recipe.lines.flatMap((line): Line[] =>
            line.do === 'commit' ? [{ do: 'choose', control: 'matter', from: { text: 'ご解約' } }, line] : [line],
          ),
        }),
      ),
    'pack-recipe-unsafe recipe-unsound',
  ],
  [
    'a question that is the program’s own',
    () =>
      text(
        withRecipe({
          lines: firstChange.recipe.lines.map((line) =>
            line.do === 'fill' && line.control === 'loginName'
              ? { do: 'ask', question: 'vault-passphrase', control: 'loginName' }
              : line,
          ),
        }),
      ),
    'pack-recipe-unsafe recipe-unsound',
  ],
  [
    'a password into a field for all to see',
    () => text(withRecipe({ fence: { ...fence, fresh: { as: 'text', words: ['新しいパスワード'] } } })),
    'pack-recipe-unsafe recipe-unplayable',
  ],
  [
    'a value there is not',
    () =>
      text(
        withRecipe({
          lines: firstChange.recipe.lines.map((line) =>
            line.do === 'fill' && line.control === 'loginName' ? { ...line, from: { value: 'birthday' } } : line,
          ),
        }),
      ),
    'pack-recipe-unsafe recipe-unplayable',
  ],
  [
    'a change that changes nothing',
    () =>
      text(
        withRecipe({
          lines: firstChange.recipe.lines.map((line) => (line.do === 'commit' ? { do: 'press', control: line.control } : line)),
        }),
      ),
    'pack-recipe-unsafe recipe-unplayable',
  ],
  [
    'another recipe under the old version',
    () =>
      text({
        ...second,
        changes: [{ ...second.changes[0]!, recipe: { ...second.changes[0]!.recipe, version: firstChange.recipe.version } }],
      }),
    'pack-recipe-unsafe recipe-version-reused',
  ],
  [
    'a recipe in another provider’s name',
    () => text(withRecipe({ id: 'ocn/change-password' })),
    'pack-recipe-unsafe recipe-of-another',
  ],
  [
    'passwords anybody guesses',
    () =>
      text(withChange({ rule: { ...rule, length: { min: 1, max: 16 }, generate: { length: 4, classes: ['digit', 'lower'] } } })),
    'pack-rule-unusable password-too-weak',
  ],
  [
    'passwords without end',
    () =>
      text(
        withChange({ rule: { ...rule, length: { min: 8, max: null }, generate: { length: 1e9, classes: ['digit', 'lower'] } } }),
      ),
    'pack-rule-unusable password-too-long',
  ],
  [
    'symbols the generator does not have',
    () =>
      text(
        withChange({
          rule: {
            ...rule,
            symbols: { policy: 'listed', characters: '"' },
            required: ['symbol'],
            generate: { length: 12, classes: ['digit', 'lower', 'symbol'] },
          },
        }),
      ),
    'pack-rule-unusable password-not-made',
  ],
  ['a page without TLS', () => text(withChange({ startUrl: 'http://biz.biglobe.ne.jp/' })), 'pack-address-refused not-encrypted'],
  [
    'a name before the host',
    () => text(withChange({ startUrl: 'https://biz.biglobe.ne.jp@evil.example/' })),
    'pack-address-refused address-not-plain',
  ],
  [
    'a backslash',
    () => text(withChange({ startUrl: 'https://biz.biglobe.ne.jp\\@evil.example/' })),
    'pack-address-refused address-not-plain',
  ],
  [
    'another port',
    () => text(withChange({ startUrl: 'https://biz.biglobe.ne.jp:8443/' })),
    'pack-address-refused address-not-plain',
  ],
  ['a number as host', () => text(withChange({ startUrl: 'https://2130706433/' })), 'pack-address-refused address-not-plain'],
  ['this PC', () => text(withChange({ startUrl: 'http://127.0.0.1/' })), 'pack-address-refused address-of-this-pc'],
  [
    'a mail server without encryption',
    () => text({ ...second, incoming: [{ protocol: 'pop3', host: 'mail.biglobe.ne.jp', security: 'none' }] }),
    'pack-address-refused mail-not-encrypted',
  ],
  ['everybody’s domain', () => text({ ...second, domains: ['*.jp'] }), 'pack-address-refused domain-of-nobody'],
  [
    'another provider’s domain',
    () => text({ ...second, domains: [...second.domains, 'ocn.ne.jp'] }),
    'pack-address-refused domain-of-another',
  ],
  ['the same edition', () => text({ ...second, edition: biglobe.edition }), 'pack-not-newer'],
  ['an older edition', () => text({ ...second, edition: '2020-01-01.99' }), 'pack-not-newer'],
]

describe('a pack that is refused leaves nothing behind', () => {
  test.each(hostile)('%s', async (_name, content, expected) => {
    answers = { 'trust-key': true, 'new-hosts': true }
    const refused = await store.add(file(content()), null)
    expect(codeOf(refused)).toBe(expected)
    expect(inPacks()).toEqual([])
    expect(store.catalogue().find('biglobe-ef')).toEqual(biglobe)
  })

  test('each in words of its own', async () => {
    answers = { 'trust-key': true, 'new-hosts': true }
    const told = new Map<string, string>()
    for (const [, content, expected] of hostile) {
      const refused = await store.add(file(content()), null)
      if (refused.ok) continue
      const { code, facts } = refused.problem
      for (const lang of ['ja', 'en'] as const) {
        const { what } = sayProblem({ code, facts: { reason: facts['reason'] ?? null } }, lang)
        expect(told.get(`${lang} ${what}`) ?? expected).toBe(expected)
        told.set(`${lang} ${what}`, expected)
      }
    }
    expect(told.size).toBe(2 * new Set(hostile.map(([, , expected]) => expected)).size)
  })

  test('a signer nobody trusts: not agreed, the input at its end, or another than was named', async () => {
    for (const answer of [false, null]) {
      answers = answer === null ? {} : { 'trust-key': answer }
      expect(codeOf(await add(second, stranger))).toBe('pack-signer-unknown trust-declined')
    }
    expect(codeOf(await add(second, stranger, distributor.fingerprint))).toBe('pack-signer-unknown other-fingerprint')
    expect(inPacks()).toEqual([])
    await add(second)
    expect(codeOf(await add({ ...second, edition: '2026-12-05.1' }, stranger, distributor.fingerprint))).toBe(
      'pack-signer-unknown other-fingerprint',
    )
  })

  test.each([
    ['the site', withChange({ startUrl: 'https://biz.biglobe.ne.jp.evil.example/' })],
    ['a site of a like name', withChange({ startUrl: 'https://evilbiglobe.ne.jp/' })],
    ['another start page', withChange({ alsoAt: [{ domains: ['biglobe.ne.jp'], startUrl: 'https://biglobe.example/' }] })],
    ['a mail server', withChange({}, { incoming: [{ protocol: 'pop3', host: 'mail.biglobe.example' }] })],
  ])('%s at another owner’s host: told, and refused without a yes', async (_name, data) => {
    expect(codeOf(await add(data))).toBe('pack-hosts-new')
    expect(asked.map(({ name }) => name)).toEqual(['trust-key', 'new-hosts'])
    expect(String(asked[1]?.facts['hosts'])).toMatch(/evil|example/)
    expect(asked[1]?.facts['before']).toBe('biglobe.ne.jp')
    expect(inPacks()).toEqual([])
    answers = { 'trust-key': true, 'new-hosts': true }
    expect(codeOf(await add(data))).toBe('ok')
  })

  test.each<readonly [string, string, Provider]>([
    ['comparing', 'compare', guardedLess((recipe) => ({ ...recipe, lines: recipe.lines.filter((line) => line.do !== 'check') }))],
    ['attended', 'attended', guardedLess((recipe) => ({ ...recipe, inferred: false }))],
    ['limit', 'change-limit', guardedLess((recipe) => recipe, { limit: null })],
    ['the old password', 'prove-old', guardedLess((recipe) => recipe, { proveOldFirst: false })],
  ])('%s done without: told, and refused without a yes, whoever signed it', async (_name, kind, data) => {
    answers = { 'trust-key': true }
    expect(codeOf(await add(data))).toBe('pack-guards-fewer')
    expect(inPacks()).toEqual([])
    expect(codeOf(await add(data, distributor, distributor.fingerprint))).toBe('pack-guards-fewer')
    const question = asked.findLast(({ name }) => name === 'fewer-guards')!
    expect(String(question.facts['guards'])).toContain(kind)
    for (const lang of ['ja', 'en'] as const) expect(sayQuestion(question, lang)).toContain(guardWords[kind]![lang])
    answers = { 'trust-key': true, 'fewer-guards': true }
    const added = await add(data)
    expect(added.ok && added.value.guards.map((guard) => guard.kind)).toContain(kind)
    // Once agreed to, its next edition is held against it.
    asked = []
    expect(codeOf(await add({ ...data, edition: '2026-12-02.1' }))).toBe('ok')
    expect(asked).toEqual([])
  })

  test('another host of the same owner is no other place', async () => {
    expect(codeOf(await add(withChange({ startUrl: 'https://login.sso.biglobe.ne.jp/member' })))).toBe('ok')
    expect(asked.map(({ name }) => name)).toEqual(['trust-key'])
  })

  test('what is no file', async () => {
    const codes = [folder, path.join(folder, 'missing'), ...(process.platform === 'linux' ? ['/dev/zero'] : [])]
    const found = await Promise.all(codes.map(async (name) => codeOf(await store.add(name, null))))
    expect(found).toEqual(['file-unreadable folder', 'file-missing', 'file-unreadable not-a-file'].slice(0, codes.length))
  })

  test('through a link, a pack is read as any file', async () => {
    const link = path.join(folder, 'link')
    symlinkSync(file(text(second)), link)
    expect(codeOf(await store.add(link, null))).toBe('ok')
  })

  test('editions count by day, then by number', async () => {
    expect(codeOf(await add({ ...second, edition: '2026-12-01.9' }))).toBe('ok')
    expect(codeOf(await add({ ...second, edition: '2026-12-01.10' }))).toBe('ok')
    expect(codeOf(await add({ ...second, edition: '2026-12-01.9' }))).toBe('pack-not-newer')
    expect(codeOf(await add({ ...second, edition: '2026-11-30.500' }))).toBe('pack-not-newer')
  })
})

describe('what was added and is no longer sound is not used, and said', () => {
  const installed = (): string => path.join(folder, 'packs', 'pack-biglobe-ef@2026-12-01.1.json')
  const ledger = (): string => path.join(folder, 'packs', 'added.json')
  const heldReason = (): unknown => {
    const problem = packStore(needs()).catalogue().held('biglobe-ef')
    return problem && [problem.code, problem.facts['reason']]
  }
  const cases: readonly (readonly [string, () => void, string])[] = [
    [
      'one byte changed',
      () => writeFileSync(installed(), readFileSync(installed(), 'utf8').replace('次へ', '次ヘ')),
      'pack-altered',
    ],
    ['cut off', () => writeFileSync(installed(), readFileSync(installed()).subarray(0, 100)), 'pack-altered'],
    ['emptied', () => writeFileSync(installed(), ''), 'pack-altered'],
    ['gone', () => rmSync(installed()), 'pack-missing'],
    ['another’s in its place', () => writeFileSync(installed(), stranger.file(second)), 'pack-altered'],
    ['the list emptied', () => writeFileSync(ledger(), ''), 'pack-list-damaged'],
    ['the list gone', () => rmSync(ledger()), 'pack-not-added'],
    [
      'the signer’s key swapped in the list',
      () => writeFileSync(ledger(), readFileSync(ledger(), 'utf8').replace(distributor.publicKey, stranger.publicKey)),
      'pack-altered',
    ],
    [
      'a newer one laid beside it by hand',
      () => writeFileSync(installed().replace('12-01', '12-24'), distributor.file({ ...second, edition: '2026-12-24.1' })),
      'pack-not-added',
    ],
  ]
  test.each(cases)('%s', async (_name, harm, reason) => {
    await add(second)
    harm()
    expect(heldReason()).toEqual(['pack-damaged', reason])
    // It can be put right again, or taken away.
    answers = { 'trust-key': true }
    const again = packStore(needs())
    const put = await again.add(
      file(distributor.file(reason === 'pack-not-added' ? { ...second, edition: '2026-12-24.1' } : second)),
      null,
    )
    expect([codeOf(put), heldReason()]).toEqual(['ok', null])
    harm()
    await again.remove('biglobe-ef')
    expect([heldReason(), inPacks()]).toEqual([null, ['added.json']])
  })

  test('damage is no way back to an older pack', async () => {
    await add({ ...second, edition: '2026-12-20.1' })
    writeFileSync(installed().replace('12-01', '12-20'), '')
    store = packStore(needs())
    expect(codeOf(await add(second))).toBe('pack-not-newer')
  })

  test('an older pack that is damaged holds nobody up', async () => {
    await add(second)
    await add({ ...second, edition: '2026-12-20.1' })
    writeFileSync(installed(), '')
    const { catalogue } = packStore(needs())
    expect(catalogue().held('biglobe-ef')).toBeNull()
    expect(catalogue().broken.map(({ edition }) => edition)).toEqual(['2026-12-01.1'])
    expect(catalogue().find('biglobe-ef')?.edition).toBe('2026-12-20.1')
  })

  test('other providers are not touched by it', async () => {
    await add(second)
    writeFileSync(installed(), '')
    const { catalogue } = packStore(needs())
    expect(providers.filter(({ id }) => catalogue().held(id) !== null).map(({ id }) => id)).toEqual(['biglobe-ef'])
  })
})

test('a disk that fails is told, and what was there stays', async () => {
  await add(second)
  const failing = packStore({
    ...needs(),
    replaceFile: async () => {
      throw Object.assign(new Error('full'), { code: 'ENOSPC' })
    },
  })
  expect(codeOf(await failing.add(file(text({ ...second, edition: '2026-12-09.1' })), null))).toBe('disk-full')
  expect(packStore(needs()).catalogue().find('biglobe-ef')?.edition).toBe('2026-12-01.1')
})
