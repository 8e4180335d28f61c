import path from 'node:path'
import { fail, ok, type Result } from '../../shared/base/result.ts'
import type { HeldSheet } from '../../shared/ipc/view-sheet.ts'
import type { App, PracticeStage, ReadSheet } from '../road/app.ts'
import { held, type Held } from './held.ts'

/** A sheet that was read, with the answers given so far. `practice`: it is the paper of this rehearsal, which drafts from it lead to. */
export interface KeptSheet extends HeldSheet {
  readonly sha256: string
  readonly practice: PracticeStage | null
}

export type HeldSheets = Held<KeptSheet>

export const heldSheets = (): HeldSheets => held<KeptSheet>('sheet')

/** The sheet of this name. `sheet-gone`: it was put away, or is of an earlier window. */
export function findSheet(sheets: HeldSheets, name: string): Result<KeptSheet> {
  const found = sheets.find(name)
  return found ? ok(found) : fail('sheet-gone', 'after-person', { sheet: name })
}

type Source = { readonly kind: 'file'; readonly file: string } | { readonly kind: 'text'; readonly text: string }

const keep = (
  sheets: HeldSheets,
  provider: string | null,
  practice: PracticeStage | null,
  make: (name: string) => ReadSheet,
): KeptSheet =>
  sheets.keep((sheet) => {
    const { accounts, sha256, lines } = make(sheet)
    return { sheet, file: accounts.file, provider, lines, accounts, before: [], sha256, practice }
  })

/** Reads a sheet and keeps it. The practice paper is the practice provider's, whatever was named. Pasted text goes by the name of its sheet. */
export async function readAndKeep(
  app: Pick<App, 'readSheet' | 'readSheetText'>,
  sheets: HeldSheets,
  source: Source,
  provider: string | null,
  whose: (file: string) => PracticeStage | null,
): Promise<Result<KeptSheet>> {
  if (source.kind === 'text')
    return ok(keep(sheets, provider, null, (sheet) => app.readSheetText(`${sheet}.txt`, source.text, provider)))
  const file = path.resolve(source.file)
  const practice = whose(file)
  const named = practice?.provider ?? provider
  const read = await app.readSheet(file, named, new AbortController().signal)
  return read.ok ? ok(keep(sheets, named, practice, () => read.value)) : read
}
