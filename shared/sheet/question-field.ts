import { Secret } from '../base/secret.ts'
import { type EndpointHint, hintUrl } from '../mail/endpoint.ts'
import { joinAccounts } from './join-accounts.ts'
import type { Candidate, Doubt, SheetAccounts, SheetField } from './sheet-accounts.ts'

type Read = SheetField<string | Secret | EndpointHint>

const path = /^(?:(mailboxes|signIns)\[([0-9]+)\]\.)?([a-zA-Z]+)$/

const isRead = (value: unknown): value is Read => typeof value === 'object' && value !== null && 'confidence' in value

/** The field of this name, where there is one and something was read. */
function fieldOf(accounts: SheetAccounts, list: string | undefined, index: number, name: string): Read | null {
  const owner = list === 'mailboxes' || list === 'signIns' ? accounts[list][index] : accounts
  const found = owner && Object.entries(owner).find(([key]) => key === name)?.[1]
  return isRead(found) ? found : null
}

const valueOf = ({ value }: Read): Candidate['value'] =>
  typeof value === 'string' || value instanceof Secret ? value : hintUrl(value)

const plain = (value: Candidate['value']): string => (value instanceof Secret ? value.reveal() : value)

/** The sheet with this field no longer certain. A mail login the person questions does not follow its address any more. */
function unsettled(accounts: SheetAccounts, list: string | undefined, index: number, name: string, read: Read): SheetAccounts {
  const doubtful = { [name]: { ...read, confidence: 'doubtful' } }
  if (list === 'signIns')
    return { ...accounts, signIns: accounts.signIns.map((one, at) => (at === index ? { ...one, ...doubtful } : one)) }
  if (list !== 'mailboxes') return { ...accounts, ...doubtful }
  const mailboxes = accounts.mailboxes.map((one, at) => {
    if (at !== index) return one
    const { userNameFrom, ...rest } = one
    return { ...rest, ...(userNameFrom && name !== 'userName' ? { userNameFrom } : {}), ...doubtful }
  })
  return { ...accounts, mailboxes }
}

/**
 * Makes a question of a field the person says is not right, asked before all others: what stands there now, what else it was once asked among
 * (`earlier`), or typed anew. Null where nothing of that name was read.
 */
export function questionField(accounts: SheetAccounts, field: string, earlier: Doubt | null): SheetAccounts | null {
  const others = accounts.doubts.filter((one) => one.field !== field)
  const open = accounts.doubts.find((one) => one.field === field)
  if (open) return { ...accounts, doubts: [open, ...others] }
  const [, list, index, name = ''] = path.exec(field) ?? []
  const read = fieldOf(accounts, list, Number(index), name)
  if (read === null) return null
  const value = valueOf(read)
  const soFar: Candidate = { label: 'so-far', value, place: read.place }
  const candidates = (earlier?.candidates ?? []).filter((one) => one.label !== 'so-far' && plain(one.value) !== plain(value))
  const doubt: Doubt = { field, term: earlier?.term ?? '', reason: 'by-person', candidates: [soFar, ...candidates] }
  return joinAccounts({ ...unsettled(accounts, list, Number(index), name, read), doubts: [doubt, ...others] })
}
