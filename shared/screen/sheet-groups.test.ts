import { describe, expect, test } from 'vitest'
import type { SheetFieldView } from '../ipc/sheet-calls.ts'
import { fieldPart, groupFields, whoseField } from './sheet-groups.ts'

const field = (name: string, value: string | null = name): SheetFieldView => ({
  field: name,
  term: null,
  realms: [],
  secret: false,
  present: true,
  value,
  confidence: 'certain',
  place: null,
  snippet: null,
})

describe('the fields of a sheet', () => {
  const fields = [
    field('signIns[0].password'),
    field('mailboxes[1].password', null),
    field('mailboxes[0].password', null),
    field('memberNumber'),
    field('mailboxes[0].address', 'taro@renshu.example'),
    field('signIns[0].userName', 'ren00001'),
    field('customerName'),
    field('mailboxes[10].address', 'last@renshu.example'),
  ]
  const groups = groupFields({ fields })
  test('stand by what they belong to: contract, mailboxes in their order, other sign-ins', () => {
    expect(groups.map(({ key }) => key)).toEqual(['contract', 'mailboxes[0]', 'mailboxes[1]', 'mailboxes[10]', 'signIns[0]'])
    expect(groups.map(({ whose }) => whose)).toEqual([null, 'taro@renshu.example', null, 'last@renshu.example', 'ren00001'])
  })
  test('keep one order within, whatever the paper’s', () => {
    expect(groups[0]?.fields.map((one) => one.field)).toEqual(['customerName', 'memberNumber'])
    expect(groups[1]?.fields.map((one) => fieldPart(one.field).part)).toEqual(['address', 'password'])
  })
  test('lose none', () => {
    expect(groups.flatMap((group) => group.fields)).toHaveLength(fields.length)
  })
  test('say whose they are, but an address is nobody’s', () => {
    expect(whoseField({ fields }, 'mailboxes[0].password')).toBe('taro@renshu.example')
    expect(whoseField({ fields }, 'mailboxes[0].address')).toBeNull()
    expect(whoseField({ fields }, 'mailboxes[1].password')).toBeNull()
  })
})
