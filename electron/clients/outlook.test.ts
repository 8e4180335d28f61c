import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { fail, ok, type Result } from '../../shared/base/result.ts'
import { Secret } from '../../shared/base/secret.ts'
import { compareSettings } from '../../shared/client/compare-settings.ts'
import type { AccountEdit, FoundAccount, FoundProfile, WrittenFile } from '../../shared/client/mail-client.ts'
import { matchAccount } from '../../shared/client/match-account.ts'
import { compareTrees } from '../../shared/client/outlook/compare-trees.ts'
import { encodeNumber, encodeText, utf16Text } from '../../shared/client/outlook/decode-value.ts'
import { parseReg } from '../../shared/client/outlook/parse-reg.ts'
import { printReg } from '../../shared/client/outlook/print-reg.ts'
import { foldName, lastPart, regType, type RegistryTree, subtree, valueIn } from '../../shared/client/outlook/registry-tree.ts'
import { valuePlace } from '../../shared/client/outlook/value-names.ts'
import { type Endpoint, endpointUrl, parseEndpoint } from '../../shared/mail/endpoint.ts'
import { outlookWorld, type OutlookWorld, plainTree, regFileOf } from '../../e2e/fakes/outlook-world.ts'
import { clientBackups } from './client-backups.ts'
import { oldPassword, situations } from './fixtures/outlook/situations.ts'
import { outlook } from './outlook.ts'
import { openPassword } from './outlook/stored-passwords.ts'
import { readAccounts } from '../../shared/client/outlook/read-accounts.ts'
import { saidSession } from './windows-session.ts'

// The same suite in memory and in Windows's own registry with its own data protection: what differs is outlookWorld alone.

const rooms: string[] = []
afterEach(() => {
  for (const folder of rooms.splice(0)) rmSync(folder, { recursive: true, force: true })
})
const room = (): string => {
  const folder = mkdtempSync(path.join(tmpdir(), 'outlook-'))
  rooms.push(folder)
  return folder
}

const value = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.problem))
  return result.value
}
const door = (url: string): Endpoint => value(parseEndpoint(url))
const none = { primaryPassword: null }
const newPassword = new Secret('Neu-9 "x\\y" ＃日本𠮷')
const unheard = async (): Promise<Result<void>> => ok()

/** The profile in use with one account of it, and what rewriting takes. */
async function meet(name: string, address = 'taro@example.jp', wish: Partial<AccountEdit> = {}) {
  const world = await outlookWorld(name)
  const client = outlook({ windows: world.parts })
  const backups = clientBackups(world.parts, () => new Date(0))
  const profile = value(await client.find({})).find(({ inUse }) => inUse)!
  const account = value(matchAccount(profile, { address, userName: address }))
  return { world, client, backups, profile, account, edit: { ...editOf(profile, account), ...wish } }
}

const editOf = (profile: FoundProfile, account: FoundAccount): AccountEdit => {
  const wanted = {
    address: account.address,
    userName: account.userName,
    incoming: account.incoming,
    outgoing: account.outgoing?.endpoint ?? null,
  }
  return value(compareSettings(wanted, account, profile))
}

type Met = Awaited<ReturnType<typeof meet>>

async function copy({ client, backups, edit }: Met, into = path.join(room(), 'b')) {
  const names = value(await client.filesToBackUp(edit))
  return { into, manifest: value(await backups.take({ client: 'outlook', folder: edit.folder, names, into })) }
}

/** Values that differ, as `00000002\POP3 Port`. */
const touched = (before: RegistryTree, after: RegistryTree): readonly string[] =>
  compareTrees(before, after).map(({ path: at, name }) => `${lastPart(at)}\\${name}`)

async function passwordsIn(world: OutlookWorld, { folder, key }: AccountEdit): Promise<Readonly<Record<string, unknown>>> {
  const account = readAccounts(await world.now(), folder).accounts.find((one) => one.key === key)!
  const opened: Record<string, unknown> = {}
  for (const name of ['POP3 Password', 'IMAP Password', 'SMTP Password']) {
    if (!valueIn(account.stored, name)) continue
    const stored = await openPassword(world.parts.passwordBox, account, name)
    opened[name] = stored.state === 'known' ? [stored.password.reveal(), stored.description] : stored.state
  }
  return opened
}

const profilesIn = async (world: OutlookWorld): Promise<readonly string[]> =>
  value(await outlook({ windows: world.parts }).find({})).map(({ folder }) => folder)

/** Our export of a profile is, to the byte, what Windows's own tool makes of it. */
function expectExport(tree: RegistryTree, folder: string): void {
  const file = path.join(room(), 'own.reg')
  expect(spawnSync('reg.exe', ['export', folder, file, '/y']).status).toBe(0)
  expect(utf16Text(printReg(subtree(tree, folder)))).toBe(utf16Text(readFileSync(file)))
}

describe.each(situations)('$name', ({ name, keys }) => {
  it('stands in the registry as its file has it, and is exported to the byte', async () => {
    const world = await outlookWorld(name, true)
    const sealed = new Set(
      keys.flatMap(({ path: at, values }) =>
        Object.entries(values).flatMap(([one, { kind }]) => (kind === 'password' ? [foldName(`${at}\\${one}`)] : [])),
      ),
    )
    const plain = (tree: RegistryTree): Readonly<Record<string, string>> =>
      Object.fromEntries(
        Object.entries(plainTree(tree))
          .filter(([place]) => !sealed.has(foldName(place)))
          // Windows's import gives a text the NUL it lacks.
          .map(([place, text]) => [place, text.startsWith('1:') ? text.replace(/(?:0000)?$/, '') : text]),
      )
    const now = await world.now()
    expect(plain(now)).toMatchObject(plain(value(parseReg(readFileSync(regFileOf(name)), name))))
    const exported = value(parseReg(printReg(now), 'x.reg'))
    expect(compareTrees(exported, now)).toEqual([])
    if (process.platform === 'win32') for (const folder of await profilesIn(world)) expectExport(now, folder)
  })

  it('every account that may be changed gets a new password, nothing else differs by a byte, and undo leaves no trace', async () => {
    const world = await outlookWorld(name)
    const client = outlook({ windows: world.parts })
    const backups = clientBackups(world.parts, () => new Date(0))
    const before = await world.now()
    for (const profile of value(await client.find({}))) {
      for (const account of profile.accounts.filter(({ changeable }) => changeable)) {
        const edit = { ...editOf(profile, account), storeMissingPassword: true }
        const met = { world, client, backups, profile, account, edit }
        const { into, manifest } = await copy(met)
        const report = value(await client.rewrite(edit, newPassword, none, manifest, unheard))
        const after = await world.now()
        expect(touched(before, after).toSorted()).toEqual(
          report.files.map(({ name: file }) => file.split('/').slice(1).join('\\')).toSorted(),
        )
        for (const one of compareTrees(before, after)) if (one.before) expect(one.after?.type).toBe(one.before.type)
        const own = Object.entries(await passwordsIn(world, edit)).filter(([, found]) => Array.isArray(found))
        for (const { name: file } of report.files) {
          const written = file.split('/').at(-1)!
          expect(Object.fromEntries(own)).toMatchObject({ [written]: [newPassword.reveal(), written] })
        }
        const stored = value(await client.readBack(edit, none))
        expect([stored.password?.reveal(), stored.incoming]).toEqual([newPassword.reveal(), account.incoming])
        value(await backups.putBack({ from: into, rewritten: report.files, anyway: false, announce: unheard }))
        expect(touched(before, await world.now())).toEqual([])
      }
    }
  })
})

describe('what is found', () => {
  it('accounts with their doors, in the order Outlook shows them; other kinds are not ours', async () => {
    const { profile } = await meet('many-kinds')
    expect(profile).toMatchObject({ client: 'outlook', name: 'Outlook', programVersion: '16.0', running: false, findings: [] })
    expect(profile.accounts.map(({ key, address, incoming }) => `${key} ${address} ${endpointUrl(incoming)}`)).toEqual([
      '00000004 hanako@example.jp imaps://imap.example.jp:993',
      '00000002 taro@example.jp pop3s://pop.example.jp:995',
      '0000000A info@example.jp pop3s://pop.example.jp:995',
    ])
    expect(profile.accounts[1]).toMatchObject({ noStarttls: true, storedPassword: true, storedOutgoingPassword: true })
  })

  it('whether sending has the same password is known from what is stored', async () => {
    const { profile } = await meet('own-smtp-login')
    expect(profile.accounts.map(({ outgoing }) => [outgoing?.userName, outgoing?.sharesPassword])).toEqual([
      ['taro@example.jp', true],
      ['relay77', false],
    ])
  })

  it('passwords that cannot be read count as not stored, and are said; an empty one is none', async () => {
    const world = await outlookWorld('old-password-kinds')
    const [profile] = value(await outlook({ windows: world.parts }).find({}))
    expect(profile!.accounts.map(({ storedPassword }) => storedPassword)).toEqual([false, false, false, false])
    expect(profile!.findings.map(({ code, facts }) => `${code} ${String(facts['file'])} ${String(facts['reason'])}`)).toEqual([
      'client-no-key 00000002\\POP3 Password other-kind',
      'client-no-key 00000004\\POP3 Password other-user',
      'client-no-key 00000005\\POP3 Password other-kind',
    ])
  })

  it('where several Outlooks left profiles and nothing tells which lives, that is said; where it is told, it is not', async () => {
    const world = await outlookWorld('upgraded-15-and-16')
    const findings = async (parts: OutlookWorld['parts']) =>
      value(await outlook({ windows: parts }).find({})).map(({ programVersion, findings }) => [programVersion, findings.length])
    expect(await findings(world.parts)).toEqual([['16.0', 1]])
    const at = 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Office\\15.0\\Outlook\\InstallRoot'
    const folder = { name: 'Path', type: regType.text, bytes: encodeText('C:\\Office15\\') }
    const installed = new Map([[foldName(at), { path: at, values: new Map([[foldName('Path'), folder]]) }]])
    const { registry } = world.parts
    const parts = {
      ...world.parts,
      registry: { ...registry, readKey: async (one: string) => (one === at ? ok(installed) : registry.readKey(one)) },
    }
    // The place alone proves nothing: the program has to be there.
    expect(await findings(parts)).toEqual([['16.0', 1]])
    expect(await findings({ ...parts, fileExists: async (file) => file === 'C:\\Office15\\OUTLOOK.EXE' })).toEqual([['15.0', 0]])
  })

  it('a file from another PC is read everywhere, and nothing is written for it', async () => {
    const client = outlook({ windows: null })
    const [profile] = value(await client.find({ regFile: regFileOf('2013-binary-text') }))
    expect(profile).toMatchObject({ programVersion: '15.0', accounts: [{ address: 'taro@example.jp', storedPassword: true }] })
    const edit = editOf(profile!, profile!.accounts[0]!)
    const notHere = { ok: false, problem: { code: 'client-not-found', facts: { reason: 'windows-only' } } }
    expect(await client.rehearse(edit, none)).toMatchObject(notHere)
    expect(await client.readBack(edit, none)).toMatchObject(notHere)
    expect(await client.filesToBackUp(edit)).toMatchObject(notHere)
  })

  it('a file another user exported for one person is that person’s; one of several people is refused', async () => {
    const text = utf16Text(readFileSync(regFileOf('365-pop3-tls')))
    const file = path.join(room(), 'x.reg')
    const client = outlook({ windows: null })
    const [sid, other] = ['HKEY_USERS\\S-1-5-21-1-2-3-1001', 'HKEY_USERS\\S-1-5-21-1-2-3-1002']
    writeFileSync(file, Buffer.from(text.replaceAll('HKEY_CURRENT_USER', sid), 'utf16le'))
    expect(value(await client.find({ regFile: file }))).toMatchObject([{ accounts: [{ address: 'taro@example.jp' }] }])
    writeFileSync(file, Buffer.from(text.replace('HKEY_CURRENT_USER', other).replaceAll('HKEY_CURRENT_USER', sid), 'utf16le'))
    expect(await client.find({ regFile: file })).toMatchObject({ problem: { facts: { reason: 'several-users' } } })
  })
})

describe('a move to other servers', () => {
  const moved = {
    incoming: door('pop3s://mail.example.net'),
    userName: 'taro@example.jp',
    outgoing: { key: 'smtp', endpoint: door('smtp://mail.example.net'), userName: 'taro@example.jp' },
  }

  it('makes what was absent, and undo takes it away again', async () => {
    const met = await meet('365-pop3-defaults', 'taro@example.jp', moved)
    const before = await met.world.now()
    const { into, manifest } = await copy(met)
    const announced: WrittenFile[] = []
    const report = value(
      await met.client.rewrite(met.edit, newPassword, none, manifest, async (files) => (announced.push(...files), ok())),
    )
    expect(announced).toEqual(report.files)
    expect(
      touched(before, await met.world.now())
        .map((one) => one.replace('00000002\\', ''))
        .toSorted(),
    ).toEqual([
      'POP3 Password',
      'POP3 Port',
      'POP3 Server',
      'POP3 Use SSL',
      'POP3 User',
      'SMTP Port',
      'SMTP Secure Connection',
      'SMTP Server',
      'SMTP Use Auth',
      'SMTP Use SSL',
    ])
    const stored = value(await met.client.readBack(met.edit, none))
    expect(stored).toMatchObject({ incoming: moved.incoming, userName: moved.userName })
    expect(stored.outgoing).toMatchObject({ endpoint: moved.outgoing.endpoint, userName: 'taro@example.jp', signsIn: true })
    expect(stored.outgoing?.password?.reveal()).toBe(newPassword.reveal())
    value(await met.backups.putBack({ from: into, rewritten: report.files, anyway: false, announce: unheard }))
    expect(touched(before, await met.world.now())).toEqual([])
  })

  it('leaves Exchange with the same address, and every other account, exactly as they are', async () => {
    const met = await meet('many-kinds', 'taro@example.jp', { ...moved })
    const before = await met.world.now()
    const { manifest } = await copy(met)
    value(await met.client.rewrite(met.edit, newPassword, none, manifest, unheard))
    expect(new Set(touched(before, await met.world.now()).map((one) => one.split('\\')[0]))).toEqual(new Set(['00000002']))
  })

  it('shows the same when rehearsed, and then writes nothing', async () => {
    const met = await meet('365-pop3-defaults', 'taro@example.jp', moved)
    const before = await met.world.now()
    const rehearsed = value(await met.client.rehearse(met.edit, none))
    expect(touched(before, await met.world.now())).toEqual([])
    const { manifest } = await copy(met)
    const report = value(await met.client.rewrite(met.edit, newPassword, none, manifest, unheard))
    expect(report.changed).toEqual(rehearsed)
  })
})

describe('what stands in the way', () => {
  it('two accounts of one address: never a guess', async () => {
    const world = await outlookWorld('same-address-twice')
    const [profile] = value(await outlook({ windows: world.parts }).find({}))
    const match = (userName: string) => matchAccount(profile!, { address: 'taro@example.jp', userName })
    expect(match('somebody')).toMatchObject({ problem: { code: 'client-account-ambiguous' } })
    expect(match('taro')).toMatchObject({ value: { key: '00000002' } })
    expect(profile!.findings).toMatchObject([{ code: 'client-account-ambiguous', facts: { address: 'taro@example.jp' } }])
  })

  it('another Windows user at the screen: nothing is found, shown or written', async () => {
    const met = await meet('365-pop3-tls')
    const { manifest } = await copy(met)
    const before = await met.world.now()
    const session = saidSession(() => [], { name: 'kanri', elevated: true, desktopUser: 'taro' })
    const client = outlook({ windows: { ...met.world.parts, session } })
    const refused = { ok: false, problem: { code: 'client-other-user', facts: { user: 'kanri', wanted: 'taro' } } }
    expect(await client.find({})).toMatchObject(refused)
    expect(await client.rehearse(met.edit, none)).toMatchObject(refused)
    expect(await client.rewrite(met.edit, newPassword, none, manifest, unheard)).toMatchObject(refused)
    expect(touched(before, await met.world.now())).toEqual([])
  })

  it('an Outlook that is opened while the change is announced', async () => {
    const met = await meet('365-pop3-tls')
    const { manifest } = await copy(met)
    const before = await met.world.now()
    const announce = async () => (met.world.programs.push('Outlook.exe'), ok())
    expect(await met.client.rewrite(met.edit, newPassword, none, manifest, announce)).toMatchObject({
      ok: false,
      problem: { code: 'client-running' },
    })
    expect(touched(before, await met.world.now())).toEqual([])
  })

  it('anything in any profile that changes between reading and writing', async () => {
    const met = await meet('several-profiles')
    const { manifest } = await copy(met)
    const other = met.edit.folder.replace('会社用', 'Outlook')
    const announce = async () => {
      await met.world.meddle(`${other}\\0a0d020000000000c000000000000046`, {
        name: 'new',
        type: regType.binary,
        bytes: Uint8Array.from([1]),
      })
      return ok()
    }
    expect(await met.client.rewrite(met.edit, newPassword, none, manifest, announce)).toMatchObject({
      ok: false,
      problem: { code: 'file-changed-since', facts: { file: '0a0d020000000000c000000000000046\\new' } },
    })
  })

  it('an account, a profile or an outgoing server that is gone', async () => {
    const met = await meet('365-pop3-tls')
    const missing = { ok: false, problem: { code: 'client-account-missing' } }
    for (const wish of [
      { key: '00000007' },
      { folder: `${met.edit.folder}2` },
      { outgoing: { ...met.edit.outgoing!, key: 'smtp9' } },
    ])
      expect(await met.client.rehearse({ ...met.edit, ...wish }, none)).toMatchObject(missing)
    expect(await met.client.readBack({ folder: met.edit.folder, key: '00000007' }, none)).toMatchObject(missing)
  })
})

describe('a write that goes wrong', () => {
  const wish = {
    incoming: door('pop3s://mail.example.net'),
    outgoing: { key: 'smtp', endpoint: door('smtps://mail.example.net'), userName: 'taro' },
  }

  it('refused at any value: everything is put back, values that were absent are gone again', async () => {
    for (let at = 0; ; at += 1) {
      const met = await meet('365-pop3-defaults', 'taro@example.jp', wish)
      const { manifest } = await copy(met)
      const before = await met.world.now()
      let writes = 0
      met.world.gate = () => ((writes += 1) === at + 1 ? 'refuse' : 'pass')
      const done = await met.client.rewrite(met.edit, newPassword, none, manifest, unheard)
      if (done.ok) {
        expect(at).toBe(done.value.files.length)
        break
      }
      expect(done.problem).toMatchObject({ code: 'client-not-writable', facts: { restored: true } })
      expect(touched(before, await met.world.now())).toEqual([])
    }
  })

  it('and cannot be put back either: that is said, for the copy is needed then', async () => {
    const met = await meet('365-pop3-defaults', 'taro@example.jp', wish)
    const { into, manifest } = await copy(met)
    const before = await met.world.now()
    let writes = 0
    met.world.gate = () => ((writes += 1) > 2 ? 'refuse' : 'pass')
    const announced: WrittenFile[] = []
    const hear = async (files: readonly WrittenFile[]) => (announced.push(...files), ok())
    expect(await met.client.rewrite(met.edit, newPassword, none, manifest, hear)).toMatchObject({
      problem: { code: 'client-not-writable', facts: { restored: false } },
    })
    expect(touched(before, await met.world.now()).length).toBe(2)
    met.world.gate = () => 'pass'
    value(await met.backups.putBack({ from: into, rewritten: announced, anyway: false, announce: unheard }))
    expect(touched(before, await met.world.now())).toEqual([])
  })

  it.each([
    ['the very account', (folder: string) => `${folder}\\9375CFF0413111d3B88A00104B2A6676\\00000002`, 'Leave on Server'],
    ['another section', (folder: string) => `${folder}\\13dbb0c8aa05101a9bb000aa002fc45a`, '01020fff'],
  ])('somebody writes into %s at the same moment: our values are put back, theirs is not touched', async (_what, at, name) => {
    const met = await meet('365-pop3-tls')
    const { manifest } = await copy(met)
    const before = await met.world.now()
    const disturbed: Promise<void>[] = []
    met.world.gate = () => {
      if (disturbed.length === 0)
        disturbed.push(met.world.meddle(at(met.edit.folder), { name, type: regType.dword, bytes: encodeNumber(77) }))
      return 'pass'
    }
    const done = await met.client.rewrite(met.edit, newPassword, none, manifest, unheard)
    await Promise.all(disturbed)
    expect(done).toMatchObject({ ok: false, problem: { code: 'client-read-back-differs', facts: { restored: true } } })
    expect(touched(before, await met.world.now()).map((one) => one.split('\\').at(-1))).toEqual([name])
  })

  it('a value that stands otherwise than it was written is seen', async () => {
    const met = await meet('365-pop3-tls')
    const { manifest } = await copy(met)
    const before = await met.world.now()
    const { registry } = met.world.parts
    let lies = 1
    const lying = {
      ...registry,
      setValue: (at: string, one: Parameters<typeof registry.setValue>[1]) =>
        registry.setValue(at, one.name === 'POP3 Password' && lies-- > 0 ? { ...one, type: regType.none } : one),
    }
    const client = outlook({ windows: { ...met.world.parts, registry: lying } })
    expect(await client.rewrite(met.edit, newPassword, none, manifest, unheard)).toMatchObject({
      problem: { code: 'client-read-back-differs', facts: { file: '00000002\\POP3 Password', restored: true } },
    })
    expect(touched(before, await met.world.now())).toEqual([])
  })
})

describe('copies', () => {
  it('hold the values raw and the whole profile as an export, for this user alone, and no password in clear', async () => {
    const met = await meet('own-smtp-login')
    const { into } = await copy(met)
    expect(readdirSync(into).toSorted()).toEqual(['manifest.json', 'profile.reg', 'values.json'])
    if (process.platform !== 'win32') {
      expect([into, ...readdirSync(into).map((name) => path.join(into, name))].map((one) => statSync(one).mode & 0o777)).toEqual([
        0o700, 0o600, 0o600, 0o600,
      ])
    }
    const exported = value(parseReg(readFileSync(path.join(into, 'profile.reg')), 'profile.reg'))
    expect(compareTrees(exported, subtree(await met.world.now(), met.edit.folder))).toEqual([])
    for (const name of readdirSync(into)) {
      const bytes = readFileSync(path.join(into, name))
      for (const form of [Buffer.from(oldPassword), Buffer.from(oldPassword, 'utf16le')]) expect(bytes.includes(form)).toBe(false)
    }
  })

  it('are refused where they were damaged or lead elsewhere', async () => {
    const met = await meet('365-pop3-tls')
    const { into, manifest } = await copy(met)
    const report = value(await met.client.rewrite(met.edit, newPassword, none, manifest, unheard))
    const after = await met.world.now()
    const back = () => met.backups.putBack({ from: into, rewritten: report.files, anyway: true, announce: unheard })
    const [dump, list] = [path.join(into, 'values.json'), path.join(into, 'manifest.json')]
    const [values, whole] = [readFileSync(dump, 'utf8'), readFileSync(list, 'utf8')]
    for (const damaged of [
      values.replace(/(POP3 Password"[^}]*"base64": ")A/, '$1B'),
      '{',
      '{"version":1}',
      values.replace('POP3 Password', 'POP3 Passwort'),
    ]) {
      writeFileSync(dump, damaged)
      expect(await back(), damaged.slice(0, 20)).toMatchObject({ ok: false, problem: { code: 'file-unreadable' } })
    }
    writeFileSync(dump, values)
    writeFileSync(list, whole.replace('00000002/POP3 Password', '00000002/clsid'))
    expect(await back()).toMatchObject({ ok: false, problem: { code: 'file-unreadable' } })
    writeFileSync(list, whole)
    expect(touched(after, await met.world.now())).toEqual([])
    value(await back())
  })

  it('go back over what others wrote since only where the person says so', async () => {
    const met = await meet('365-pop3-tls')
    const before = await met.world.now()
    const { into, manifest } = await copy(met)
    const report = value(await met.client.rewrite(met.edit, newPassword, none, manifest, unheard))
    const place = valuePlace(met.edit.folder, report.files.find(({ name }) => name.endsWith('POP3 Password'))!.name)!
    await met.world.meddle(place.path, { name: place.name, type: regType.binary, bytes: Uint8Array.from([2, 1]) })
    const heard: string[] = []
    const order = (anyway: boolean) => ({
      from: into,
      rewritten: report.files,
      anyway,
      announce: async () => (heard.push('announced'), ok()),
    })
    expect(await met.backups.putBack(order(false))).toMatchObject({ problem: { code: 'file-changed-since' } })
    expect(heard).toEqual([])
    value(await met.backups.putBack(order(true)))
    expect(touched(before, await met.world.now())).toEqual([])
    value(await met.backups.putBack(order(false)))
    expect(heard).toEqual(['announced'])
  })

  it('nothing is put back where the announcement is refused', async () => {
    const met = await meet('365-pop3-tls')
    const { into, manifest } = await copy(met)
    const report = value(await met.client.rewrite(met.edit, newPassword, none, manifest, unheard))
    const after = await met.world.now()
    const announce = async () => fail('cancelled', 'later')
    expect(await met.backups.putBack({ from: into, rewritten: report.files, anyway: false, announce })).toMatchObject({
      ok: false,
    })
    expect(touched(after, await met.world.now())).toEqual([])
  })
})
