import { describe, expect, it, test } from 'vitest'
import { chooseOutlook, type OutlookSigns } from './choose-outlook.ts'
import { type FoundByHand, mayBeMailbox } from './found-by-hand.ts'
import { readBeckyMailbox } from './read-becky-mailbox.ts'
import { readOeaccount } from './read-oeaccount.ts'

const field = (name: string, type: string, text: string): string => `  <${name} type="${type}">${text}</${name}>\r\n`
const oeaccount = (...fields: readonly string[]): string =>
  `<?xml version="1.0" encoding="utf-16" ?>\r\n<MessageAccount>\r\n${fields.join('')}</MessageAccount>\r\n`

describe('an account file of Windows Live Mail', () => {
  const pop3 = [
    field('Account_Name', 'SZ', 'taro@example.jp (1)'),
    field('Connection_Type', 'DWORD', '00000003'),
    field('POP3_Server', 'SZ', 'pop.example.jp'),
    field('POP3_User_Name', 'SZ', 'taro&amp;hanako@example.jp'),
    field('POP3_Password2', 'BINARY', '01000000d08c9ddf0115d1118c7a00c04fc297eb'),
    field('POP3_Port', 'DWORD', '000003e3'),
    field('SMTP_Server', 'SZ', 'smtp.example.jp'),
    field('SMTP_Email_Address', 'SZ', '&#x5c71;&#30000;@example.jp'),
  ]
  it('tells address, login and servers, and nothing of the password', () => {
    const account = readOeaccount(oeaccount(...pop3))
    expect(account).toEqual({
      address: '山田@example.jp',
      userName: 'taro&hanako@example.jp',
      protocol: 'pop3',
      incoming: 'pop.example.jp',
      outgoing: 'smtp.example.jp',
    })
  })
  it('may be of IMAP', () => {
    const imap = [field('IMAP_Server', 'SZ', 'imap.example.jp'), field('IMAP_User_Name', 'SZ', 'taro')]
    expect(readOeaccount(oeaccount(...imap))).toMatchObject({ protocol: 'imap', userName: 'taro', address: '', outgoing: '' })
  })
  it.each([
    ['a newsgroup server', oeaccount(field('NNTP_Server', 'SZ', 'news.example'))],
    ['a directory', oeaccount(field('LDAP_Server', 'SZ', 'ldap.example'), field('POP3_Server', 'SZ', ''))],
    ['another file', '<html><POP3_Server>pop.example.jp</POP3_Server></html>'],
    ['half a file', '<?xml version="1.0"?><MessageAccount><POP3_Server type="SZ">pop.exam'],
    ['nothing', ''],
  ])('%s is none', (_, xml) => expect(readOeaccount(xml)).toBeNull())
  it('a number that is no letter stays as it stands', () => {
    expect(readOeaccount(oeaccount(field('POP3_Server', 'SZ', 'a&#x110000;&b;')))?.incoming).toBe('a&#x110000;&b;')
  })
})

describe('a Mailbox.ini of Becky!', () => {
  it('tells address, login and servers, in any case, and nothing of the password', () => {
    const ini =
      '; Becky!\r\n[General]\r\nUserID=no\r\n[ACCOUNT]\r\nName=山田\r\nMailAddress = taro@example.jp\r\nuserid=taro\r\nMailServer=pop.example.jp\r\nSMTPServer=smtp.example.jp\r\nPassWd=AbCd\r\n'
    expect(readBeckyMailbox(ini)).toEqual({
      address: 'taro@example.jp',
      userName: 'taro',
      protocol: null,
      incoming: 'pop.example.jp',
      outgoing: 'smtp.example.jp',
    })
  })
  it.each([['[Account]\r\nMailServer=pop.example.jp\r\n'], ['[Other]\r\nUserID=taro\r\n'], ['']])('%j is none', (ini) =>
    expect(readBeckyMailbox(ini)).toBeNull(),
  )
})

test('an account may be the mailbox by its address, by its login where it has none, and where nothing is told', () => {
  const mailbox = { address: 'Taro@example.jp', userName: 'taro' }
  const found = (address: string, userName: string): FoundByHand => ({
    program: 'becky',
    place: 'x',
    account: { address, userName, protocol: null, incoming: '', outgoing: '' },
  })
  const cases = [
    found(' taro@EXAMPLE.jp', 'other'),
    found('', 'taro'),
    found('hanako@example.jp', 'taro'),
    found('', 'Taro'),
    found('', ''),
  ]
  expect(cases.map((one) => mayBeMailbox(one, mailbox))).toEqual([true, true, false, false, false])
  expect(mayBeMailbox({ program: 'outlook-new', place: 'running', account: null }, mailbox)).toBe(true)
})

describe('which Outlook is in use', () => {
  const nothing: OutlookSigns = { programs: [], useNew: null, classicAccounts: false, newFolder: false }
  it.each<[string, Partial<OutlookSigns>, string, string]>([
    ['nothing is there', {}, 'none', 'folder'],
    [
      'the new one runs, against switch and profiles',
      { programs: ['explorer.exe', 'OLK.EXE'], useNew: false, classicAccounts: true },
      'new',
      'running',
    ],
    [
      'the classic one runs, against the switch',
      { programs: ['OUTLOOK.EXE'], useNew: true, newFolder: true },
      'classic',
      'running',
    ],
    ['both run', { programs: ['olk.exe', 'outlook.exe'] }, 'both', 'running'],
    ['a program of a like name runs', { programs: ['olkhelper.exe', 'outlookx.exe'] }, 'none', 'folder'],
    ['switched to the new one', { useNew: true, classicAccounts: true }, 'new', 'switch'],
    ['switched back', { useNew: false, newFolder: true }, 'classic', 'switch'],
    [
      'classic profiles, and the folder Windows’s own trial left',
      { classicAccounts: true, newFolder: true },
      'classic',
      'profiles',
    ],
    ['nothing but the new one’s folder', { newFolder: true }, 'new', 'folder'],
  ])('%s', (_, signs, inUse, by) => expect(chooseOutlook({ ...nothing, ...signs })).toEqual({ inUse, by }))
})
