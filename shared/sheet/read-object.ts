import type { Facts, Problem } from '../base/problem.ts'
import { Secret } from '../base/secret.ts'
import { hintUrl, type EndpointHint } from '../mail/endpoint.ts'
import { knownName } from './join-accounts.ts'
import type { SheetAccounts, SheetField } from './sheet-accounts.ts'

/** One sheet in the form `read --json` prints it. Passwords stand in clear: showing them is what `read` is asked for. */
export interface ReadObject {
  readonly file: string
  readonly provider: string | null
  readonly fields: {
    readonly customerName: string | null
    readonly memberNumber: string | null
    readonly portalUser: string | null
    readonly portalPassword: string | null
  }
  readonly mailboxes: readonly {
    readonly address: string | null
    readonly userName: string | null
    readonly password: string | null
    readonly incoming: string | null
    readonly outgoing: string | null
  }[]
  readonly doubts: readonly { readonly field: string; readonly reason: string; readonly candidates: readonly string[] }[]
  readonly problem: { readonly code: string; readonly text: string; readonly facts: Facts } | null
}

const text = (field: SheetField<string> | null): string | null => field?.value ?? null
const secret = (field: SheetField<Secret> | null): string | null => field?.value.reveal() ?? null
const url = (field: SheetField<EndpointHint> | null): string | null => (field ? hintUrl(field.value) : null)

/** Builds the `read --json` object. `say` gives a problem its sentence. Nothing but `read` may print the result. */
export function readObject(accounts: SheetAccounts, say: (problem: Problem) => string): ReadObject {
  const { problem } = accounts
  return {
    file: accounts.file,
    provider: accounts.provider,
    fields: {
      customerName: text(accounts.customerName),
      memberNumber: text(accounts.memberNumber),
      portalUser: text(accounts.portalUser),
      portalPassword: secret(accounts.portalPassword),
    },
    mailboxes: accounts.mailboxes.map((mailbox) => ({
      address: text(mailbox.address),
      userName: text(mailbox.userName),
      password: secret(mailbox.password),
      incoming: url(mailbox.incoming),
      outgoing: url(mailbox.outgoing),
    })),
    doubts: accounts.doubts.map(({ field, reason, candidates }) => ({
      field: knownName(accounts, field),
      reason,
      candidates: candidates.map(({ value }) => (value instanceof Secret ? value.reveal() : value)),
    })),
    problem: problem && { code: problem.code, text: say(problem), facts: problem.facts },
  }
}
