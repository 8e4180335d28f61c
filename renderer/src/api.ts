import { fail, type Result } from '../../shared/base/result.ts'
import type { Bridge } from '../../shared/ipc/bridge.ts'
import type { CallName, Input, Output } from '../../shared/ipc/contract.ts'
import type { RoadEvent } from '../../shared/ipc/events.ts'

declare global {
  interface Window {
    readonly migration?: Bridge
  }
}

/** Makes one call of the contract. The only file that touches the bridge; without one, or when it breaks, the answer is a problem, not a throw. */
export async function call<N extends CallName>(name: N, input: Input<N>): Promise<Result<Output<N>>> {
  if (window.migration === undefined) return fail('unexpected', 'never', { reason: 'no-bridge' })
  try {
    return await window.migration.call(name, input)
  } catch {
    return fail('unexpected', 'now', { reason: 'bridge-broken' })
  }
}

/** Hears everything the main process tells unasked, in order; answers with what ends it. */
export const onEvent = (listener: (event: RoadEvent) => void): (() => void) => window.migration?.onEvent(listener) ?? (() => {})

/** Where a dropped file lies; empty where it lies nowhere. */
export const pathOf = (file: File): string => window.migration?.pathOf(file) ?? ''

/** Says that the page stands and hears. */
export const ready = (): void => window.migration?.ready()
