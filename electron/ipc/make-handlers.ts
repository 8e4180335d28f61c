import type { Handlers } from '../../shared/ipc/contract.ts'
import { heldDrafts } from './held-drafts.ts'
import { heldSheets } from './held-sheets.ts'
import { planHandlers } from './plan-handlers.ts'
import { recordHandlers } from './record-handlers.ts'
import { runHandlers } from './run-handlers.ts'
import { sheetHandlers } from './sheet-handlers.ts'
import { supportHandlers } from './support-handlers.ts'
import type { WindowNeeds } from './window-needs.ts'

/** A handler for every call of the contract. Sheets and drafts live as long as these do: with the program. */
export function makeHandlers(needs: WindowNeeds): Handlers {
  const sheets = heldSheets()
  const drafts = heldDrafts()
  return {
    ...supportHandlers(needs, sheets, drafts),
    ...sheetHandlers(needs, sheets),
    ...planHandlers(needs, sheets, drafts),
    ...runHandlers(needs, drafts),
    ...recordHandlers(needs),
  }
}
