import type { SheetView } from '../../../shared/ipc/sheet-calls.ts'

/** Placeholder. */
export const SheetsScreen = ({ sheets }: { readonly sheets: readonly SheetView[] }) => <h1>登録票の確認 {sheets.length}</h1>
