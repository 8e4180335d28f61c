import { createHash } from 'node:crypto'
import { ok, type Result } from '../../shared/base/result.ts'
import type { StopSignal } from '../../shared/base/stop.ts'
import type { SheetAccounts, SheetProvider } from '../../shared/sheet/sheet-accounts.ts'
import type { SheetReader } from '../../shared/sheet/sheet-text.ts'
import { toAccounts } from '../../shared/sheet/to-account.ts'
import { loadSheet } from './load-sheet.ts'
import { textReader } from './text-reader.ts'

/** Every kind of sheet file. The first that accepts reads it. */
export const sheetReaders: readonly SheetReader[] = [textReader]

/** A file's accounts, the SHA-256 of its bytes, and the lines it was read from: passwords are in those, so they are never stored. */
export interface SheetRead {
  readonly accounts: SheetAccounts
  readonly sha256: string
  readonly lines: readonly string[]
}

/**
 * Reads one sheet file into accounts. A file that cannot be read at all fails; a file that is no sheet, or an incomplete one, comes back with
 * its `accounts.problem`. `chosen`: the provider the person named.
 */
export async function readSheet(
  file: string,
  providers: readonly SheetProvider[],
  chosen: string | null,
  stop: StopSignal,
): Promise<Result<SheetRead>> {
  const text = await loadSheet(file, sheetReaders, stop)
  if (!text.ok) return text
  const { sha256, lines } = text.value
  return ok({ accounts: toAccounts(text.value, providers, chosen), sha256, lines })
}

/** The same from text that was typed or pasted; `file` is the name it goes by. */
export function readSheetText(file: string, text: string, providers: readonly SheetProvider[], chosen: string | null): SheetRead {
  const sha256 = createHash('sha256').update(text).digest('hex')
  const lines = text.split(/\r\n|\n|\r/)
  return { accounts: toAccounts({ file, sha256, origin: 'text', encoding: 'utf-8', lines }, providers, chosen), sha256, lines }
}
