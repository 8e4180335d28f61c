import { fail, type Result } from '../../shared/base/result.ts'
import type { Bridge } from '../../shared/ipc/bridge.ts'
import type { CallName, Input, Output } from '../../shared/ipc/contract.ts'

declare global {
  interface Window {
    readonly migration?: Bridge
  }
}

/** Makes one call of the contract. The only place that touches the bridge; without a bridge the answer is a problem, not a throw. */
export async function call<N extends CallName>(name: N, input: Input<N>): Promise<Result<Output<N>>> {
  if (window.migration === undefined) return fail('unexpected', 'never', { reason: 'no-bridge' })
  return window.migration.call(name, input)
}
