import type { Ask } from '../../shared/base/ask.ts'
import { fail, ok, type Result } from '../../shared/base/result.ts'
import { type Realm, Secret } from '../../shared/base/secret.ts'
import { isSecretField, mayLeaveOut } from '../../shared/sheet/field-kinds.ts'
import { knownName } from '../../shared/sheet/join-accounts.ts'
import { settleDoubts } from '../../shared/sheet/settle-doubts.ts'
import type { Candidate, Doubt, SheetAccounts } from '../../shared/sheet/sheet-accounts.ts'

/**
 * `as-written`, `other-place (line 12)` where the same reading stands in several places, `other-place (line 12, no. 2)` where two of them are in
 * one line. Never the value of a secret.
 */
function choiceOf(candidate: Candidate, all: readonly Candidate[]): string {
  const alike = all.filter(({ label }) => label === candidate.label)
  const beside = alike.filter(({ place }) => place.line === candidate.place.line)
  const { line } = candidate.place
  if (alike.length === 1) return candidate.label
  return `${candidate.label} (line ${line}${beside.length > 1 ? `, no. ${beside.indexOf(candidate) + 1}` : ''})`
}

const nothingThere: readonly Doubt['reason'][] = ['missing', 'instruction', 'masked', 'placeholder']

/** Nothing usable stands on the paper (incomplete), or the characters remain in doubt. */
const noAnswer = (field: string, { reason }: Doubt) =>
  nothingThere.includes(reason)
    ? fail('sheet-incomplete', 'after-person', { missing: field, reason })
    : fail('sheet-doubtful', 'after-person', { field, reason })

async function askDoubt(doubt: Doubt, sheet: SheetAccounts, ask: Ask): Promise<Result<Secret | string>> {
  const field = knownName(sheet, doubt.field)
  const secret = isSecretField(doubt.field)
  const values = doubt.candidates.flatMap(({ value }) => (typeof value === 'string' ? [value] : []))
  const facts = {
    field,
    reason: doubt.reason,
    line: doubt.candidates[0]?.place.line ?? null,
    read: secret ? null : values.join(' / '),
    ...(mayLeaveOut(doubt, sheet) ? { leaveOut: true } : {}),
  }
  const unanswered = noAnswer(field, doubt)
  const choices = doubt.candidates.map((candidate) => choiceOf(candidate, doubt.candidates))
  const kind = choices.length > 0 ? 'choice' : secret ? 'secret' : 'text'
  const answer = await ask({ name: 'sheet-doubt', kind, facts, ...(choices.length > 0 ? { choices } : {}) })
  if (typeof answer !== 'string' || (answer === '' && !mayLeaveOut(doubt, sheet))) return unanswered
  if (kind !== 'choice') return ok(secret ? new Secret(answer) : answer)
  const chosen = doubt.candidates[choices.indexOf(answer)]
  return chosen ? ok(chosen.value) : unanswered
}

/** What of a sheet is to be worked on: its mailboxes (all, or those named), and the sign-ins that open or mean one of these realms. */
export interface WantedParts {
  readonly mailboxes: boolean
  readonly addresses: readonly string[]
  readonly signIns: readonly Realm[]
}

/** Does this doubt matter for what is to be worked on? */
function matters(doubt: Doubt, sheet: SheetAccounts, wanted: WantedParts): boolean {
  const [, list, index] = /^(mailboxes|signIns)\[(\d+)\]/.exec(doubt.field) ?? []
  if (list === 'signIns') return sheet.signIns[Number(index)]?.realms.some((realm) => wanted.signIns.includes(realm)) ?? false
  if (list === undefined || !wanted.mailboxes) return false
  const read = sheet.mailboxes[Number(index)]?.address?.value
  const possible = read === undefined ? doubt.candidates.map(({ value }) => value) : [read]
  const named = wanted.addresses.map((name) => name.toLowerCase())
  return named.length === 0 || possible.some((value) => typeof value === 'string' && named.includes(value.toLowerCase()))
}

/**
 * Puts every open doubt about the wanted parts to the person, one by one. Nothing proceeds with an unanswered one
 * (`sheet-doubtful`).
 */
export async function settleSheet(sheet: SheetAccounts, wanted: WantedParts, ask: Ask): Promise<Result<SheetAccounts>> {
  let settled = sheet
  for (;;) {
    const doubt = settled.doubts.find((candidate) => matters(candidate, settled, wanted))
    if (!doubt) return ok(settled)
    const answer = await askDoubt(doubt, settled, ask)
    if (!answer.ok) return answer
    const next = settleDoubts(settled, { [doubt.field]: answer.value })
    if (next.doubts.length >= settled.doubts.length)
      return fail('sheet-doubtful', 'after-person', { field: knownName(settled, doubt.field), reason: doubt.reason })
    settled = next
  }
}
