import { describe, expect, it } from 'vitest'
import { parseEndpoint, type Endpoint } from '../mail/endpoint.ts'
import { prefsOfEdit } from './edit-prefs.ts'
import type { AccountEdit } from './mail-client.ts'
import type { PrefValue } from './prefs-js.ts'
import { readAccounts } from './thunderbird-accounts.ts'

const door = (url: string): Endpoint => {
  const result = parseEndpoint(url)
  if (!result.ok) throw new Error(url)
  return result.value
}
const prefs = new Map<string, PrefValue>(
  Object.entries({
    'mail.accountmanager.accounts': 'account1,account2',
    'mail.account.account1.server': 'server1',
    'mail.account.account1.identities': 'id1',
    'mail.account.account2.server': 'server2',
    'mail.account.account2.identities': 'id2',
    'mail.identity.id1.useremail': 'taro@example.jp',
    'mail.identity.id1.fcc_folder': 'mailbox://taro@pop.example.jp/Sent',
    'mail.identity.id1.draft_folder': 'mailbox://nobody@Local%20Folders/Drafts',
    'mail.identity.id2.useremail': 'x@example.jp',
    'mail.identity.id2.archive_folder': 'mailbox://taro@pop.example.jp/Archives',
    'mail.server.server1.type': 'pop3',
    'mail.server.server1.hostname': 'Pop.example.jp',
    'mail.server.server1.userName': 'taro',
    'mail.server.server1.directory': '/p/Mail/pop.example.jp',
    'mail.server.server1.directory-rel': '[ProfD]Mail/pop.example.jp',
    'mail.server.server1.spamActionTargetFolder': 'mailbox://taro@pop.example.jp/Junk',
    'mail.server.server2.type': 'imap',
    'mail.server.server2.hostname': 'imap.example.jp',
    'mail.server.server2.userName': 'x',
    'mail.smtpservers': 'smtp1',
    'mail.smtpserver.smtp1.hostname': 'smtp.example.jp',
    'mail.smtpserver.smtp1.username': 'taro',
    'mail.smtpserver.smtp1.authMethod': 1,
  }),
)
const account = readAccounts(prefs, 153).accounts[0]!
const same: AccountEdit = {
  client: 'thunderbird',
  folder: '/p',
  key: 'account1',
  address: 'taro@example.jp',
  incoming: door('pop3://pop.example.jp?security=none'),
  userName: 'taro',
  outgoing: { key: 'smtp1', endpoint: door('smtp://smtp.example.jp?security=none'), userName: 'taro' },
  storeMissingPassword: false,
  changes: [],
}
const changed = (edit: Partial<AccountEdit>): Record<string, PrefValue> =>
  Object.fromEntries(prefsOfEdit(account, { ...same, ...edit }, prefs))

describe('prefs of an edit', () => {
  it('none when nothing changes: the case of a host is no change', () => {
    expect(changed({})).toEqual({})
  })

  it('writes TLS as 3 and STARTTLS as 2, never 1, and a port only where the standard one is not meant', () => {
    expect(changed({ incoming: door('pop3s://pop.example.jp') })).toEqual({ 'mail.server.server1.socketType': 3 })
    expect(changed({ incoming: door('pop3://pop.example.jp:4110') })).toEqual({
      'mail.server.server1.socketType': 2,
      'mail.server.server1.port': 4110,
    })
  })

  it('an outgoing server that moves begins to sign in', () => {
    const outgoing = { key: 'smtp1', endpoint: door('smtps://mail.example.jp'), userName: 'taro2' }
    expect(changed({ outgoing })).toEqual({
      'mail.smtpserver.smtp1.hostname': 'mail.example.jp',
      'mail.smtpserver.smtp1.try_ssl': 3,
      'mail.smtpserver.smtp1.username': 'taro2',
      'mail.smtpserver.smtp1.authMethod': 3,
    })
    expect(changed({ outgoing: null })).toEqual({})
  })

  it('another host or user takes every folder address along, of all identities, and never a directory', () => {
    // The prefs name the folders by the lower-case host, the server pref by the mixed-case one.
    expect(changed({ incoming: door('pop3://new.example.jp?security=none'), userName: 'taro2@example.jp' })).toEqual({
      'mail.server.server1.hostname': 'new.example.jp',
      'mail.server.server1.userName': 'taro2@example.jp',
      'mail.identity.id1.fcc_folder': 'mailbox://taro2%40example.jp@new.example.jp/Sent',
      'mail.identity.id2.archive_folder': 'mailbox://taro2%40example.jp@new.example.jp/Archives',
      'mail.server.server1.spamActionTargetFolder': 'mailbox://taro2%40example.jp@new.example.jp/Junk',
    })
  })
})
