/** Do two pieces of plain data say the same? The order of an object's parts does not count, and one that is undefined is not there. */
export function sameData(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((part: unknown, at) => sameData(part, other[at]))
  if (Array.isArray(one) || Array.isArray(other) || !isRecord(one) || !isRecord(other)) return false
  const names = new Set([...Object.keys(one), ...Object.keys(other)])
  return [...names].every((name) => sameData(one[name], other[name]))
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null
