import { describe, expect, test } from 'vitest'
import type { FoundAccount } from '../client/mail-client.ts'
import { type Endpoint, endpointUrl, parseEndpoint } from '../mail/endpoint.ts'
import { chooseDoors, type DoorSources } from './choose-doors.ts'

const door = (url: string): Endpoint => {
  const parsed = parseEndpoint(url)
  if (!parsed.ok) throw new Error(url)
  return parsed.value
}
const found = (incoming: string, outgoing: string | null): FoundAccount => ({
  key: 'account1',
  address: 'taro@example.jp',
  userName: 'taro',
  incoming: door(incoming),
  outgoing: outgoing ? { key: 'smtp1', endpoint: door(outgoing), userName: 'taro', signsIn: true } : null,
  storedPassword: true,
  storedOutgoingPassword: true,
  changeable: true,
  reason: null,
})
const sources = (over: Partial<DoorSources>): DoorSources => ({
  override: { incoming: null, outgoing: null },
  incoming: [{ protocol: 'pop3', host: 'mail.example.jp' }],
  outgoing: [{ protocol: 'smtp', host: 'mail.example.jp', port: 587 }],
  found: null,
  ...over,
})
const chosen = (over: Partial<DoorSources>) => {
  const doors = chooseDoors(sources(over))
  if (!doors.ok) return doors.problem.code
  return [doors.value.incoming, doors.value.outgoing].map((one) => (one ? endpointUrl(one) : null))
}

describe('chooseDoors', () => {
  test('paper without port or security means TLS, and 587 means STARTTLS', () => {
    expect(chosen({})).toEqual(['pop3s://mail.example.jp:995', 'smtp://mail.example.jp:587'])
  })
  test('a protected door that is found stays as it is', () => {
    const stays = found('pop3://MAIL.example.jp:110', 'smtps://mail.example.jp:465')
    expect(chosen({ found: stays, outgoing: [{ protocol: 'smtp', host: 'mail.example.jp' }] })).toEqual([
      'pop3://mail.example.jp:110',
      'smtps://mail.example.jp:465',
    ])
  })
  test('an unprotected door is raised to TLS', () => {
    const bare = found('pop3://mail.example.jp:110?security=none', 'smtp://mail.example.jp:25?security=none')
    expect(chosen({ found: bare })).toEqual(['pop3s://mail.example.jp:995', 'smtp://mail.example.jp:587'])
    expect(chosen({ found: bare, incoming: [], outgoing: [] })).toEqual([
      'pop3s://mail.example.jp:995',
      'smtps://mail.example.jp:465',
    ])
  })
  test('an IMAP account stays IMAP even where the paper names POP3', () => {
    expect(chosen({ found: found('imaps://imap.example.jp', null) })).toEqual([
      'imaps://imap.example.jp:993',
      'smtp://mail.example.jp:587',
    ])
    expect(
      chosen({
        found: found('imaps://imap.example.jp', null),
        override: { incoming: door('pop3s://x.example.jp'), outgoing: null },
      }),
    ).toBe('client-not-changeable')
  })
  test('what the person says wins, but never below what protects the password now', () => {
    const said = { incoming: door('pop3s://other.example.jp:1995'), outgoing: door('smtp://other.example.jp:1587') }
    expect(chosen({ override: said, found: found('pop3s://mail.example.jp', 'smtp://mail.example.jp') })).toEqual([
      'pop3s://other.example.jp:1995',
      'smtp://other.example.jp:1587',
    ])
    const bare = { incoming: door('pop3://mail.example.jp?security=none'), outgoing: null }
    expect(chosen({ override: bare, found: found('pop3s://mail.example.jp', null) })).toBe('plaintext-not-allowed')
    expect(chosen({ override: bare, found: found('pop3://mail.example.jp?security=none', null) })).toEqual([
      'pop3://mail.example.jp:110?security=none',
      'smtp://mail.example.jp:587',
    ])
  })
})

test('STARTTLS is not chosen where the mail program has no way to say it, unless the person said it', () => {
  const outlook = { ...found('pop3://mail.example.jp:110?security=none', null), noStarttls: true as const }
  const paper = [{ protocol: 'pop3' as const, host: 'mail.example.jp', port: 110 }]
  expect(chosen({ found: outlook, incoming: paper })).toEqual(['pop3s://mail.example.jp:995', 'smtp://mail.example.jp:587'])
  const said = { incoming: door('pop3://mail.example.jp'), outgoing: null }
  expect(chosen({ found: outlook, override: said })).toEqual(['pop3://mail.example.jp:110', 'smtp://mail.example.jp:587'])
  const thunderbird = found('pop3://mail.example.jp:110?security=none', null)
  expect(chosen({ found: thunderbird, incoming: paper })).toEqual(['pop3://mail.example.jp:110', 'smtp://mail.example.jp:587'])
})
