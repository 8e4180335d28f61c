import type { Result } from '../base/result.ts'
import type { CallName, Input, Output } from './contract.ts'
import type { RoadEvent } from './events.ts'

/** The one channel from window to main process; the call's name travels as data and is checked against the contract. */
export const callChannel = 'call'

/** The channel on which the main process tells the window what happens. */
export const eventChannel = 'event'

/** The channel on which the preload, and never the page, says where a dropped file lies. */
export const droppedChannel = 'dropped'

/** The channel on which a page says that it stands and hears. */
export const readyChannel = 'ready'

/**
 * What the preload puts into the page as `window.migration`, frozen: four functions, and everything the page gets from outside comes
 * through them. Stands apart from the contract so that the preload carries no schemas: it checks nothing, the router does.
 */
export interface Bridge {
  readonly call: <N extends CallName>(name: N, input: Input<N>) => Promise<Result<Output<N>>>
  /** Everything the main process tells unasked, in order; answers with what ends it. */
  readonly onEvent: (listener: (event: RoadEvent) => void) => () => void
  /** Where a file that was dropped onto the window lies; empty for one that lies nowhere. The main process is told as well: it opens no other. */
  readonly pathOf: (file: unknown) => string
  /** Says that the page stands and hears: events that came earlier are told now. */
  readonly ready: () => void
}
