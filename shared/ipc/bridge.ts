import type { Result } from '../base/result.ts'
import type { CallName, Input, Output } from './contract.ts'

/** The one channel between window and main process; the call's name travels as data and is checked against the contract. */
export const callChannel = 'call'

/**
 * What the preload puts into the page as `window.migration`, frozen. Everything the page gets from outside comes through it.
 * Stands apart from the contract so that the preload carries no schemas: it checks nothing, the router does.
 */
export interface Bridge {
  readonly call: <N extends CallName>(name: N, input: Input<N>) => Promise<Result<Output<N>>>
}
