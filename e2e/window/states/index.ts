import type { Place } from '../../../renderer/src/flow.ts'
import { done } from './done.ts'
import { history } from './history.ts'
import { plan } from './plan.ts'
import { run } from './run.ts'
import { sheets } from './sheets.ts'
import type { Open, States } from './stage.ts'
import { start } from './start.ts'
import { support } from './support.ts'

/** Every screen with every state it can be in. A screen of the flow that is not in here does not compile. */
export const screens: Readonly<Record<Place['at'], States>> = { start, sheets, plan, run, done, history, support }

/** The same as a list: one line a state, in the order of the road. */
export const allStates: readonly { readonly screen: Place['at']; readonly state: string; readonly open: Open }[] = (
  Object.keys(screens) as Place['at'][]
).flatMap((screen) => Object.entries(screens[screen]).map(([state, open]) => ({ screen, state, open })))
