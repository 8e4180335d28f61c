import type { Answer, Question } from '../../shared/base/ask.ts'
import type { Result } from '../../shared/base/result.ts'
import { Secret } from '../../shared/base/secret.ts'
import type { PageSeen, Played, PlayOrder } from '../../shared/portal/play-recipe.ts'
import type { Proof } from '../../shared/proof/proof.ts'
import type { Lang } from '../../shared/words/lang.ts'

type Functions = 'ask' | 'beforeCommit' | 'beforeSignIn' | 'report' | 'pictured' | 'stop' | 'secrets' | 'known'

/** An order as it crosses to another process: no function, and passwords as they are, over the pipe between the two alone. */
export interface CrossingOrder extends Omit<PlayOrder, Functions> {
  readonly secrets: Readonly<Record<string, string>>
  readonly known: readonly string[]
}

/** What the working process is told. `answer`: to what it asked under this number. */
export type ToWork =
  | { readonly type: 'play'; readonly order: CrossingOrder }
  | { readonly type: 'draw'; readonly proof: Proof; readonly lang: Lang }
  | { readonly type: 'stop' }
  | { readonly type: 'answer'; readonly id: number; readonly value: Answer | Result<void> }

/** What it says. `threw`: a bug, by where it happened; its message may quote a value and stays there. */
export type FromWork =
  | { readonly type: 'ask'; readonly id: number; readonly question: Question }
  | { readonly type: 'before'; readonly id: number; readonly what: 'commit' | 'sign-in' }
  | { readonly type: 'report'; readonly what: string; readonly line: number }
  | { readonly type: 'pictured'; readonly page: PageSeen }
  | { readonly type: 'played'; readonly played: Played }
  | { readonly type: 'drawn'; readonly bytes: Uint8Array }
  | { readonly type: 'threw'; readonly stack: string }

/** The order without what cannot cross. */
export function toCrossing(order: PlayOrder): CrossingOrder {
  const {
    ask: _ask,
    beforeCommit: _commit,
    beforeSignIn: _signIn,
    report: _report,
    pictured: _pictured,
    stop: _stop,
    ...rest
  } = order
  const secrets = Object.fromEntries(Object.entries(order.secrets).map(([name, secret]) => [name, secret.reveal()]))
  return { ...rest, secrets, known: order.known.map((secret) => secret.reveal()) }
}

/** The order on the other side; `hands` are the functions there. */
export function fromCrossing(order: CrossingOrder, hands: Omit<Pick<PlayOrder, Functions>, 'secrets' | 'known'>): PlayOrder {
  const secrets = Object.fromEntries(Object.entries(order.secrets).map(([name, value]) => [name, new Secret(value)]))
  return { ...order, ...hands, secrets, known: order.known.map((value) => new Secret(value)) }
}
