import type { Handlers } from '../../shared/ipc/contract.ts'
import { heldDrafts } from './held-drafts.ts'
import { heldPasswords } from './held-passwords.ts'
import { heldSheets } from './held-sheets.ts'
import { listHandlers } from './list-handlers.ts'
import { planHandlers } from './plan-handlers.ts'
import { practiceHandlers } from './practice-handlers.ts'
import { recordHandlers } from './record-handlers.ts'
import { runHandlers } from './run-handlers.ts'
import { sheetHandlers } from './sheet-handlers.ts'
import { supportHandlers } from './support-handlers.ts'
import type { WindowNeeds } from './window-needs.ts'

/** A handler for every call of the contract, and what lets go of all that the page had in hand. */
export interface MadeHandlers {
  readonly handlers: Handlers
  /** Papers and plans go with the page that knew their names; what was still being made for it is ended. */
  readonly forget: () => Promise<void>
}

/** Sheets and drafts live until they are put away, or their page goes. */
export function makeHandlers(needs: WindowNeeds): MadeHandlers {
  const sheets = heldSheets()
  const drafts = heldDrafts()
  const passwords = heldPasswords()
  const clear = (): void => {
    sheets.clear()
    drafts.clear()
    passwords.clear()
  }
  return {
    handlers: {
      ...supportHandlers(needs),
      ...listHandlers(needs),
      ...practiceHandlers(needs, sheets, drafts),
      ...sheetHandlers(needs, sheets),
      ...planHandlers(needs, sheets, drafts, passwords),
      ...runHandlers(needs, drafts),
      ...recordHandlers(needs),
    },
    forget: async () => {
      clear()
      // A run goes on: it is the journal's. A plan or a list has nobody left to be told of it.
      if (needs.underWay.run() !== null) return
      await needs.underWay.stop()
      clear()
    },
  }
}
