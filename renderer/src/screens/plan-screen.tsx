import type { SheetView } from '../../../shared/ipc/sheet-calls.ts'

/** Placeholder. */
export const PlanScreen = ({ sheets }: { readonly sheets: readonly SheetView[] }) => <h1>計画 {sheets.length}</h1>
