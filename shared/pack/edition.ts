const form = /^([0-9]{4}-[0-9]{2}-[0-9]{2})\.([0-9]+)$/

/** Which of two editions is the newer: above 0 the first, below 0 the second, 0 neither. The day counts first, then the number (`.10` after `.9`). */
export function compareEditions(one: string, other: string): number {
  const [a, b] = [form.exec(one), form.exec(other)]
  if (!a || !b) throw new Error('an edition is a day and a number')
  if (a[1] !== b[1]) return a[1]! < b[1]! ? -1 : 1
  const [n, m] = [BigInt(a[2]!), BigInt(b[2]!)]
  if (n === m) return 0
  return n < m ? -1 : 1
}

/** The newest of several, by their editions; null where there are none. Of equal ones the first stands. */
export function newestOf<T extends { readonly edition: string }>(list: readonly T[]): T | null {
  return list.reduce<T | null>(
    (best, one) => (best === null || compareEditions(one.edition, best.edition) > 0 ? one : best),
    null,
  )
}
