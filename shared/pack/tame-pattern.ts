const longest = 120

/** Length of a quantifier that stands at this place (`*`, `+`, `?`, `{2,}`, each perhaps lazy); 0 where none does. */
const quantifierAt = (pattern: string, at: number): number =>
  /^(?:[*+?]|\{\d*,?\d*\})\??/.exec(pattern.slice(at))?.[0].length ?? 0

/**
 * Is this pattern sound, and quick on every text? Refused is whatever could try a text again and again: a repeated group with a repetition or a
 * choice in it, and references back. Told by its form, on the safe side.
 */
export function isTamePattern(pattern: string): boolean {
  if (pattern.length > longest || /\\[1-9k]/.test(pattern) || !compiles(pattern)) return false
  const groups: { loose: boolean }[] = []
  for (let at = 0; at < pattern.length; at++) {
    const sign = pattern[at]
    if (sign === '\\') at += 1
    else if (sign === '[') at = endOfClass(pattern, at)
    else if (sign === '(') groups.push({ loose: false })
    else if (sign === '|' || quantifierAt(pattern, at) > 0) {
      // The mark behind `(` makes it a group of another kind and repeats nothing.
      const opens = pattern[at - 1] === '(' && sign === '?'
      if (!opens) for (const group of groups) group.loose = true
      if (sign === '{') at += quantifierAt(pattern, at) - 1
    } else if (sign === ')') {
      const group = groups.pop()
      if (group?.loose && quantifierAt(pattern, at + 1) > 0) return false
    }
  }
  return true
}

function compiles(pattern: string): boolean {
  try {
    return new RegExp(`^(?:${pattern})$`, 'u').source !== ''
  } catch {
    return false
  }
}

function endOfClass(pattern: string, from: number): number {
  for (let at = from + 1; at < pattern.length; at++) {
    if (pattern[at] === '\\') at += 1
    else if (pattern[at] === ']') return at
  }
  return pattern.length
}
