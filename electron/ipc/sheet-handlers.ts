import { fail, ok, type Result } from '../../shared/base/result.ts'
import { Secret } from '../../shared/base/secret.ts'
import type { Handlers, Input } from '../../shared/ipc/contract.ts'
import type { SheetView } from '../../shared/ipc/sheet-calls.ts'
import { secretOf, viewSheet } from '../../shared/ipc/view-sheet.ts'
import { isSecretField, mayLeaveOut } from '../../shared/sheet/field-kinds.ts'
import { settleDoubts } from '../../shared/sheet/settle-doubts.ts'
import type { Doubt, SheetAccounts } from '../../shared/sheet/sheet-accounts.ts'
import { unknownProvider } from '../road/unknown-provider.ts'
import { findSheet, type HeldSheets, readAndKeep } from './held-sheets.ts'
import type { WindowNeeds } from './window-needs.ts'

type Settled = Input<'settleDoubt'>['settled']

/** The answer as the sheet takes it; null: no such candidate, or a mailbox that may not be left out. */
function answerOf(settled: Settled, doubt: Doubt, accounts: SheetAccounts): Secret | string | null {
  if (settled.how === 'candidate') return doubt.candidates[settled.index]?.value ?? null
  if (settled.how === 'left-out') return mayLeaveOut(doubt, accounts) ? '' : null
  return isSecretField(doubt.field) ? new Secret(settled.value) : settled.value
}

function settle(sheets: HeldSheets, { sheet, field, settled }: Input<'settleDoubt'>): Result<SheetView> {
  const found = findSheet(sheets, sheet)
  if (!found.ok) return found
  const { accounts } = found.value
  const doubt = accounts.doubts.find((one) => one.field === field)
  // Answered already: another answer would be to another question.
  if (!doubt) return fail('bad-usage', 'never', { reason: 'no-such-doubt', field })
  const answer = answerOf(settled, doubt, accounts)
  const next = answer === null ? accounts : settleDoubts(accounts, { [field]: answer })
  if (next.doubts.length >= accounts.doubts.length) return fail('sheet-doubtful', 'after-person', { field, reason: doubt.reason })
  const kept = { ...found.value, accounts: next }
  sheets.replace(sheet, kept)
  return ok(viewSheet(kept))
}

type SheetCalls = 'chooseSheets' | 'readSheet' | 'nameProvider' | 'settleDoubt' | 'revealField' | 'putSheetAway'

/** Calls about sheets. What was read stays here; the window gets views of it. */
export function sheetHandlers(
  { app, desktop, practice, files }: Pick<WindowNeeds, 'app' | 'desktop' | 'practice' | 'files'>,
  sheets: HeldSheets,
): Pick<Handlers, SheetCalls> {
  return {
    chooseSheets: async () => {
      const chosen = await desktop.chooseFiles()
      for (const file of chosen) files.give(file)
      return ok({ files: [...chosen] })
    },
    readSheet: async ({ source, provider }) => {
      const file = source.kind === 'file' ? files.find(source.file) : null
      if (file && !file.ok) return file
      const kept = await readAndKeep(app, sheets, source, provider, practice.whose)
      return kept.ok ? ok(viewSheet(kept.value)) : kept
    },
    nameProvider: async ({ sheet, provider }) => {
      const found = findSheet(sheets, sheet)
      if (!found.ok) return found
      if (!app.findProvider(provider)) return unknownProvider(app, provider)
      const { accounts } = app.readSheetText(found.value.file, found.value.lines.join('\n'), provider)
      const kept = { ...found.value, provider, accounts }
      sheets.replace(sheet, kept)
      return ok(viewSheet(kept))
    },
    settleDoubt: async (input) => settle(sheets, input),
    revealField: async ({ sheet, field, candidate }) => {
      const found = findSheet(sheets, sheet)
      if (!found.ok) return found
      const secret = secretOf(found.value.accounts, field, candidate)
      return secret ? ok({ value: secret.reveal() }) : fail('secret-missing', 'never', { for: field })
    },
    putSheetAway: async ({ sheet }) => {
      sheets.drop(sheet)
      return ok({})
    },
  }
}
