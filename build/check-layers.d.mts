export const rows: Readonly<Record<string, readonly string[]>>
export const doors: Readonly<Record<string, readonly string[]>>
export function rowOf(file: string): string
export function faultsOf(file: string, text: string): string[]
export function sourcesBelow(root: string, top: string): string[]
