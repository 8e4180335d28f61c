import { expect, test } from 'vitest'
import { serversOf } from './servers-of.ts'

const pikara = {
  domains: ['pikara.example', '{net}.pikara.example'],
  incoming: [{ protocol: 'pop3' as const, host: 'pop{net}.pikara.example' }],
  outgoing: [
    { protocol: 'smtp' as const, host: 'smt{net}.pikara.example', port: 587 },
    { protocol: 'smtp' as const, host: 'relay.pikara.example' },
  ],
}

test('the label of the address stands in the names of the servers', () => {
  expect(serversOf(pikara, 'taro@CA.pikara.example')).toEqual({
    incoming: [{ protocol: 'pop3', host: 'popca.pikara.example' }],
    outgoing: [
      { protocol: 'smtp', host: 'smtca.pikara.example', port: 587 },
      { protocol: 'smtp', host: 'relay.pikara.example' },
    ],
  })
})

test('a name that needs a label is left out where the address has none', () => {
  expect(serversOf(pikara, 'taro@pikara.example')).toEqual({
    incoming: [],
    outgoing: [{ protocol: 'smtp', host: 'relay.pikara.example' }],
  })
  expect(serversOf(pikara, 'taro@elsewhere.example').incoming).toEqual([])
})
