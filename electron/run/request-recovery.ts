import type { Ask } from '../../shared/base/ask.ts'
import { fail, ok } from '../../shared/base/result.ts'
import type { StopSignal } from '../../shared/base/stop.ts'
import type { Manner } from '../../shared/plan/plan.ts'
import { showsWindow } from '../../shared/plan/shows-window.ts'
import { plainOrigin } from '../../shared/portal/plain-page.ts'
import type { Played, PlayRecipe } from '../../shared/portal/play-recipe.ts'
import type { Recovery } from '../../shared/provider/provider.ts'

export interface RecoveryNeeds {
  readonly play: PlayRecipe
  /** Is there a screen to show the browser on? */
  readonly screen: boolean
}

export interface RecoveryOrder {
  readonly recovery: Recovery
  readonly portalUrl: string | null
  readonly manner: Omit<Manner, 'vault'>
  readonly ask: Ask
  readonly report: (what: string) => void
  readonly stop: StopSignal
}

/**
 * Sends a request for a user name or a reset, each act asked about before. Changes no password and holds none, so no run is needed; nothing
 * of what the person tells about himself is kept, no picture either.
 */
export const requestRecovery = ({ play, screen }: RecoveryNeeds, order: RecoveryOrder): Promise<Played> =>
  play({
    recipe: order.recovery.recipe,
    startUrl: order.portalUrl ?? order.recovery.startUrl,
    namedOrigin: order.portalUrl === null ? null : plainOrigin(order.portalUrl),
    values: {},
    secrets: {},
    known: [],
    browser: { path: order.manner.browser, headed: showsWindow(order.manner, true, screen) },
    ca: order.manner.ca ?? undefined,
    evidenceFolder: null,
    attended: true,
    ask: order.ask,
    beforeSignIn: async () => fail('recipe-invalid', 'never', { faults: 'a request does not sign in' }),
    beforeCommit: async () => ok(),
    report: order.report,
    stop: order.stop,
  })
