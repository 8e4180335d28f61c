/** Digits of a fingerprint: 160 bits of the key's SHA-256, as many as nobody can hit a second time, and few enough to be read out on the telephone. */
const digits = 40

/** A key's fingerprint as people compare it: ten groups of four capital digits. `sha256`: of the key's 32 bytes, hex. */
export const sayFingerprint = (sha256: string): string => (sha256.slice(0, digits).toUpperCase().match(/.{4}/g) ?? []).join(' ')

/** A fingerprint as somebody typed it → the same form; null where it is none. Blanks, colons and dashes between its digits do not count. */
export function readFingerprint(typed: string): string | null {
  const bare = typed.normalize('NFKC').replace(/[\s:‐-]/g, '')
  return /^[0-9a-f]{40}$/i.test(bare) ? sayFingerprint(bare) : null
}
