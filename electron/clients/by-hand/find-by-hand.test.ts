import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { madeRegistry, type MadeKey } from '../../../e2e/fakes/made-registry.ts'
import type { FoundProfile } from '../../../shared/client/mail-client.ts'
import { regType } from '../../../shared/client/outlook/registry-tree.ts'
import { saidSession } from '../windows-session.ts'
import { findByHand } from './find-by-hand.ts'

let room: string
beforeEach(() => {
  room = mkdtempSync(path.join(tmpdir(), '手で-'))
})
afterEach(() => rmSync(room, { recursive: true, force: true }))

const text = (name: string, value: string, type: number = regType.text) => ({
  name,
  type,
  bytes: Uint8Array.from(Buffer.from(`${value}\0`, 'utf16le')),
})
const number = (name: string, byte: number) => ({ name, type: regType.dword, bytes: Uint8Array.from([byte, 0, 0, 0]) })
const user = 'HKEY_CURRENT_USER\\Software'
const own = [
  'Microsoft\\Windows Live Mail',
  'Microsoft\\Windows Mail',
  'RimArts',
  'Microsoft\\Office',
  'Policies\\Microsoft\\office',
].map((below) => `${user}\\${below}`)

function put(name: string, bytes: Uint8Array): string {
  const file = path.join(room, ...name.split('/'))
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, bytes)
  return file
}
const utf16 = (content: string): Uint8Array => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(content, 'utf16le')])
const oeaccount = (address: string): string =>
  `<?xml version="1.0" encoding="utf-16" ?><MessageAccount><POP3_Server type="SZ">pop.example.jp</POP3_Server><POP3_User_Name type="SZ">taro</POP3_User_Name><SMTP_Email_Address type="SZ">${address}</SMTP_Email_Address></MessageAccount>`

async function find(keys: readonly MadeKey[], programs: readonly string[] = [], profiles: readonly FoundProfile[] = []) {
  const parts = { registry: await madeRegistry(keys, own), session: saidSession(() => programs) }
  const env = { localappdata: undefined, LOCALAPPDATA: path.join(room, 'Local'), UserProfile: room }
  return findByHand(parts, { env, home: room }, profiles)
}
const brief = (found: Awaited<ReturnType<typeof find>>) =>
  found.map(({ program, account }) => [program, account && [account.address, account.userName, account.incoming]])

it('finds the accounts of Windows Live Mail where its registry says, and where it usually is', async () => {
  const root = path.join(room, 'メール')
  const first = put(
    'メール/Example (taro)/account{8A5968F1-E503-4D9F-B5AD-9152275B4FF8}.oeaccount',
    utf16(oeaccount('taro@example.jp')),
  )
  put('メール/Example (taro)/Inbox.eml', Buffer.from('x'))
  put('メール/account{dir}.oeaccount', utf16('<MessageAccount><LDAP_Server type="SZ">x</LDAP_Server></MessageAccount>'))
  const old = put('Local/Microsoft/Windows Mail/Local Folders/account{2}.oeaccount', Buffer.from(oeaccount('hanako@example.jp')))
  const found = await find([
    {
      path: `${user}\\Microsoft\\Windows Live Mail`,
      values: [text('Store Root', `%USERPROFILE%${path.sep}メール`, regType.expandText)],
    },
  ])
  expect(found.map(({ place }) => place)).toEqual([first, old])
  expect(path.dirname(path.dirname(first))).toBe(root)
  expect(brief(found)).toEqual([
    ['windows-live-mail', ['taro@example.jp', 'taro', 'pop.example.jp']],
    ['windows-live-mail', ['hanako@example.jp', 'taro', 'pop.example.jp']],
  ])
})

it('finds the mailboxes of Becky!, in the code page of Japan', async () => {
  const shiftJis = Buffer.concat([
    Buffer.from('[Account]\r\nName='),
    Buffer.from([0x8e, 0x52, 0x93, 0x63]),
    Buffer.from('\r\nMailAddress=taro@example.jp\r\nUserID=taro\r\nMailServer=pop.example.jp\r\n'),
  ])
  const file = put('Becky/4a3b2c1d.mb/Mailbox.ini', shiftJis)
  put('Becky/4a3b2c1d.mb/!!!!Inbox/Folder.ini', Buffer.from('[Account]\r\nUserID=no\r\n'))
  const found = await find([
    { path: `${user}\\RimArts\\B2\\Settings`, values: [text('DataDir', path.join(room, 'Becky') + path.sep)] },
  ])
  expect(found.map(({ place }) => place)).toEqual([file])
  expect(brief(found)).toEqual([['becky', ['taro@example.jp', 'taro', 'pop.example.jp']]])
})

it('a file that cannot be read may hold any account, and is told', async () => {
  mkdirSync(path.join(room, 'Becky', 'x.mb', 'Mailbox.ini'), { recursive: true })
  const found = await find([{ path: `${user}\\RimArts\\B2\\Settings`, values: [text('DataDir', path.join(room, 'Becky'))] }])
  expect(brief(found)).toEqual([['becky', null]])
})

it('tells of the new Outlook where it runs, where it is switched on, and where it is the only one', async () => {
  const profile = { client: 'outlook', accounts: [{}] } as unknown as FoundProfile
  const preferences = { path: `${user}\\Microsoft\\Office\\16.0\\Outlook\\Preferences`, values: [number('UseNewOutlook', 1)] }
  const policy = {
    path: `${user}\\Policies\\Microsoft\\office\\16.0\\outlook\\preferences`,
    values: [number('UseNewOutlook', 0)],
  }
  const fresh = { program: 'outlook-new', account: null }
  expect(await find([], ['OUTLOOK.EXE', 'olk.exe'], [profile])).toEqual([{ ...fresh, place: 'running' }])
  expect(await find([preferences], [], [profile])).toEqual([{ ...fresh, place: 'switch' }])
  expect(await find([preferences, policy], [], [profile])).toEqual([])
  expect(await find([preferences], ['outlook.exe'], [])).toEqual([])
  mkdirSync(path.join(room, 'Local', 'Microsoft', 'Olk'), { recursive: true })
  expect(await find([], [], [profile])).toEqual([])
  expect(await find([], [], [])).toEqual([{ ...fresh, place: 'folder' }])
})

it('finds nothing on a PC without them, and nothing where there is no Windows', async () => {
  expect(await find([])).toEqual([])
  expect(await findByHand(null, { env: {}, home: room }, [])).toEqual([])
})
