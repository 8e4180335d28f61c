import type { GuideHands } from '../../shared/guide/guide-hands.ts'
import { findClipboard } from './clipboard.ts'
import { atExit, byTheClock, copyValue } from './copy-value.ts'
import { openPage } from './open-page.ts'
import type { Desk } from './surroundings.ts'

/** What the desk is given from outside: where an installed browser is, by name or path (null: any), and the person's screen, if it is one. */
export interface DeskNeeds {
  readonly findBrowser: (named: string | null) => string | null
  readonly show: GuideHands['show']
}

/** The hands at this desk. */
export function guideHands(desk: Desk, { findBrowser, show }: DeskNeeds): GuideHands {
  return {
    openPage: (url, browser) => openPage(url, browser, findBrowser, desk),
    copy: copyValue(findClipboard(desk), byTheClock, atExit),
    show,
  }
}
