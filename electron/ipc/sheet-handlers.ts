import { fail, ok, type Result } from '../../shared/base/result.ts'
import { Secret } from '../../shared/base/secret.ts'
import type { Handlers, Input } from '../../shared/ipc/contract.ts'
import type { SheetView } from '../../shared/ipc/sheet-calls.ts'
import { secretOf, viewSheet } from '../../shared/ipc/view-sheet.ts'
import { isSecretField, mayLeaveOut } from '../../shared/sheet/field-kinds.ts'
import { questionField } from '../../shared/sheet/question-field.ts'
import { settleDoubts } from '../../shared/sheet/settle-doubts.ts'
import type { Doubt, SheetAccounts } from '../../shared/sheet/sheet-accounts.ts'
import { unknownProvider } from '../road/unknown-provider.ts'
import { findSheet, type HeldSheets, type KeptSheet, readAndKeep } from './held-sheets.ts'
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
  return ok(stepOn(sheets, found.value, next))
}

/** The sheet as it stands now, with the way back to how it stood. */
function stepOn(sheets: HeldSheets, kept: KeptSheet, accounts: SheetAccounts): SheetView {
  const next = { ...kept, accounts, before: [...kept.before, kept.accounts] }
  sheets.replace(kept.sheet, next)
  return viewSheet(next)
}

/** What this field was asked among before it was answered; none where a mailbox was left out since, which gives the others new numbers. */
const askedBefore = ({ accounts, before }: KeptSheet, field: string): Doubt | null =>
  before
    .filter(({ mailboxes }) => mailboxes.length === accounts.mailboxes.length)
    .flatMap(({ doubts }) => doubts)
    .find((doubt) => doubt.field === field) ?? null

function question(sheets: HeldSheets, { sheet, field }: Input<'questionField'>): Result<SheetView> {
  const found = findSheet(sheets, sheet)
  if (!found.ok) return found
  const next = questionField(found.value.accounts, field, askedBefore(found.value, field))
  return next ? ok(stepOn(sheets, found.value, next)) : fail('bad-usage', 'never', { reason: 'no-such-field', field })
}

function takeBack(sheets: HeldSheets, sheet: string): Result<SheetView> {
  const found = findSheet(sheets, sheet)
  if (!found.ok) return found
  const accounts = found.value.before.at(-1)
  if (!accounts) return fail('bad-usage', 'never', { reason: 'nothing-answered' })
  const next = { ...found.value, accounts, before: found.value.before.slice(0, -1) }
  sheets.replace(sheet, next)
  return ok(viewSheet(next))
}

type SheetCalls =
  | ('chooseSheets' | 'readSheet' | 'nameProvider' | 'putSheetAway')
  | ('settleDoubt' | 'questionField' | 'takeAnswerBack' | 'revealField')

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
      const kept = { ...found.value, provider, accounts, before: [] }
      sheets.replace(sheet, kept)
      return ok(viewSheet(kept))
    },
    settleDoubt: async (input) => settle(sheets, input),
    questionField: async (input) => question(sheets, input),
    takeAnswerBack: async ({ sheet }) => takeBack(sheets, sheet),
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
