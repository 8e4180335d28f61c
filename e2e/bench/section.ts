/** One measured figure and, where there is one, the bar it has to meet. */
export interface Figure {
  readonly name: string
  /** As it is shown: `0.66 × curl`. */
  readonly shown: string
  /** Null: reported only. */
  readonly met: boolean | null
  readonly bar: string | null
}

/** What one part of the bench measured: a table to print, and the figures that are held against bars. */
export interface SectionResult {
  readonly table: readonly (readonly string[])[]
  readonly notes: readonly string[]
  readonly figures: readonly Figure[]
}

export interface BenchOptions {
  /** Fewer runs and a shorter list: for a look, not for a verdict on a small difference. */
  readonly quick: boolean
  readonly say: (line: string) => void
}

/** One part of the bench. `missing`: why it cannot run on this machine, or null. */
export interface Section {
  readonly title: string
  missing(): string | null
  run(options: BenchOptions): Promise<SectionResult>
}

/** The middle value; the mean of the two middle ones for an even count. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length / 2
  return sorted.length % 2 === 1 ? sorted[Math.floor(middle)]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}

/** A ratio held against a bar: at most, or at least. */
export function hold(name: string, ratio: number, kind: '≤' | '≥', bar: number, of: string): Figure {
  return {
    name,
    shown: `${ratio.toFixed(2)} × ${of}`,
    bar: `${kind} ${bar.toFixed(2)} ×`,
    met: kind === '≤' ? ratio <= bar : ratio >= bar,
  }
}

/** Columns padded to one width; the first column to the left, the others to the right. */
export function printTable(table: readonly (readonly string[])[], say: (line: string) => void): void {
  const widths = table[0]?.map((_, column) => Math.max(...table.map((row) => (row[column] ?? '').length))) ?? []
  for (const row of table)
    say(row.map((cell, column) => (column === 0 ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!))).join('  '))
}
