import { Secret } from '../base/secret.ts'
import type { EndpointHint } from '../mail/endpoint.ts'
import { hintFrom } from './collect-endpoint.ts'
import { joinAccounts } from './join-accounts.ts'
import { judgeValue } from './judge-value.ts'
import { loginAfter } from './login-after.ts'
import type { Doubt, SheetAccounts, SheetField, SheetMailbox } from './sheet-accounts.ts'
import type { Place } from './sheet-text.ts'

/** A person's answers by the doubt's field. An empty answer to a mailbox's address leaves that mailbox out. */
export type Answers = Readonly<Record<string, Secret | string>>

type Settled = SheetField<string> | SheetField<Secret> | SheetField<EndpointHint>

const path = /^(?:(mailboxes|signIns)\[([0-9]+)\]\.)?([a-zA-Z]+)$/

/**
 * Applies a person's answers and gives back the sheet with the questions that remain. An answer that cannot be a value of its field
 * (an address without @, an empty password) settles nothing. Answered fields are certain.
 */
export function settleDoubts(accounts: SheetAccounts, answers: Answers): SheetAccounts {
  let next = accounts
  const left: Doubt[] = []
  const dropped = new Set<number>()
  for (const doubt of accounts.doubts) {
    const answer = Object.hasOwn(answers, doubt.field) ? answers[doubt.field]! : null
    const [, list, index, name = ''] = path.exec(doubt.field) ?? []
    if (answer !== null && list === 'mailboxes' && name === 'address' && plain(answer).trim() === '') {
      dropped.add(Number(index))
      continue
    }
    const settled = answer === null ? null : settle(doubt, name, answer)
    const isAddress = settled && list === 'mailboxes' && name === 'address' && typeof settled.value === 'string'
    const derived = isAddress ? userNameAfter(next, Number(index), { ...settled, value: settled.value }) : null
    if (settled) next = place(next, list, Number(index), name, settled)
    else left.push(doubt)
    if (derived) next = place(next, list, Number(index), 'userName', derived)
  }
  return joinAccounts(dropMailboxes({ ...next, doubts: left }, dropped))
}

/** The mail login that follows its address, taken from the settled one; null where the paper prints a login of its own. */
function userNameAfter(accounts: SheetAccounts, index: number, address: SheetField<string>): SheetMailbox['userName'] {
  const how = accounts.mailboxes[index]?.userNameFrom
  return how ? { ...address, value: loginAfter(address.value, how) } : null
}

const plain = (answer: Secret | string): string => (answer instanceof Secret ? answer.reveal() : answer)
const nowhere: Place = { line: 1, column: 1, length: 0 }

function settle(doubt: Doubt, name: string, answer: Secret | string): Settled | null {
  const text = plain(answer)
  const from = doubt.candidates.find(({ value }) => plain(value) === text)?.place ?? doubt.candidates[0]?.place ?? nowhere
  const field = <T>(value: T, raw: string): SheetField<T> => ({ value, raw, place: from, confidence: 'certain' })
  if (name === 'password') return text === '' ? null : field(answer instanceof Secret ? answer : new Secret(text), '')
  if (name === 'incoming' || name === 'outgoing') {
    const hint = hintFrom(text, name === 'incoming' ? ['pop3', 'imap'] : ['smtp'])
    return hint && field(hint, text)
  }
  const kind = name === 'address' ? 'address' : name === 'userName' ? 'user' : name === 'memberNumber' ? 'code' : 'text'
  // What a person chose from the paper stands, odd characters and all; only what cannot be a value at all is refused.
  if (text.trim() === '') return null
  const judged = judgeValue(text, kind, [])
  if (kind === 'address' && (judged.worth !== 'certain' || judged.value.toLowerCase() !== text.trim().toLowerCase())) return null
  return field(text.trim(), text)
}

function place(accounts: SheetAccounts, list: string | undefined, index: number, name: string, value: Settled): SheetAccounts {
  const put = <T extends object>(items: readonly T[]): readonly T[] =>
    items.map((item, at) => (at === index ? { ...item, [name]: value } : item))
  if (list === 'mailboxes') return { ...accounts, mailboxes: put(accounts.mailboxes) }
  if (list === 'signIns') return { ...accounts, signIns: put(accounts.signIns) }
  return { ...accounts, [name]: value }
}

function dropMailboxes(accounts: SheetAccounts, dropped: ReadonlySet<number>): SheetAccounts {
  if (dropped.size === 0) return accounts
  const kept = accounts.mailboxes.flatMap((_, at) => (dropped.has(at) ? [] : [at]))
  const doubts = accounts.doubts.flatMap((doubt) => {
    const found = /^mailboxes\[([0-9]+)\](.*)$/.exec(doubt.field)
    if (!found) return [doubt]
    const at = kept.indexOf(Number(found[1]))
    return at < 0 ? [] : [{ ...doubt, field: `mailboxes[${at}]${found[2]}` }]
  })
  const portal = accounts.portalMailbox === null ? -1 : kept.indexOf(accounts.portalMailbox)
  return { ...accounts, doubts, mailboxes: kept.map((at) => accounts.mailboxes[at]!), portalMailbox: portal < 0 ? null : portal }
}
