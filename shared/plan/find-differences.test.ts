import { describe, expect, test } from 'vitest'
import type { EndpointHint } from '../mail/endpoint.ts'
import { findDifferences, type SheetSide } from './find-differences.ts'
import { profileWith, site } from './fixtures/site-wishes.ts'

const address = 'taro@ca.site.example'
const nothing = { incoming: {}, outgoing: {}, portalUrl: {} }
const pop = (host: string): EndpointHint => ({ protocol: 'pop3', host })
const door = { protocol: 'pop3' as const, host: 'x', port: 995, security: 'tls' as const }
const sheet = (over: Partial<SheetSide> = {}): SheetSide => ({
  provider: site,
  address,
  userName: 'taro',
  incoming: null,
  outgoing: null,
  ...over,
})

describe('servers', () => {
  test('another server than the catalogue’s for this domain is a contradiction', () => {
    expect(findDifferences(sheet({ incoming: pop('Mail.Old.example') }), [], nothing)).toEqual([
      {
        address,
        what: 'incoming',
        sides: [
          { from: 'sheet', value: 'mail.old.example' },
          { from: 'catalogue', value: 'popca.site.example' },
        ],
      },
    ])
  })
  test.each([
    ['the very server, in other letters', sheet({ incoming: pop('POPCA.site.example') })],
    ['a server of the provider’s other net', sheet({ incoming: pop('popmd.site.example') })],
    ['none on the sheet', sheet()],
    ['a kind the catalogue does not name', sheet({ incoming: { protocol: 'imap', host: 'imap.old.example' } })],
    ['a catalogue without servers', sheet({ provider: { ...site, incoming: [] }, incoming: pop('mail.old.example') })],
    [
      'a domain for which the catalogue can name none',
      sheet({ address: 'taro@site.example', incoming: pop('mail.old.example') }),
    ],
  ])('%s is none', (_name, mailbox) => {
    expect(findDifferences(mailbox, [], nothing)).toEqual([])
  })
  test('a server the person has named settles it, for this provider or for all', () => {
    const mailbox = sheet({ incoming: pop('mail.old.example') })
    expect(findDifferences(mailbox, [], { ...nothing, incoming: { '': door } })).toEqual([])
    expect(findDifferences(mailbox, [], { ...nothing, incoming: { site: door } })).toEqual([])
    expect(findDifferences(mailbox, [], { ...nothing, incoming: { other: door } })).toHaveLength(1)
    expect(findDifferences(mailbox, [], { ...nothing, outgoing: { '': door } })).toHaveLength(1)
  })
})

describe('user names', () => {
  test('a mail program that signs in by another name is a contradiction', () => {
    expect(findDifferences(sheet(), [profileWith('taro-2')], nothing)).toEqual([
      {
        address,
        what: 'userName',
        sides: [
          { from: 'sheet', value: 'taro' },
          { from: 'mail-program', value: 'taro-2' },
        ],
      },
    ])
  })
  test('old settings that will be raised, another mailbox, and the same name are none', () => {
    expect(findDifferences(sheet(), [profileWith('taro')], nothing)).toEqual([])
    expect(findDifferences(sheet(), [profileWith('hanako', 'hanako@ca.site.example')], nothing)).toEqual([])
  })
  test('of several profiles one with the sheet’s name is enough', () => {
    expect(findDifferences(sheet(), [profileWith('taro-2'), profileWith('taro')], nothing)).toEqual([])
  })
})
