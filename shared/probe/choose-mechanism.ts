/** The ways to prove a password that this program speaks. `USER/PASS` is POP3's own, `LOGIN command` IMAP's own. */
export type Mechanism = 'PLAIN' | 'LOGIN' | 'CRAM-MD5'

/**
 * Picks a SASL mechanism from what a server offers; null when none is spoken here. PLAIN before LOGIN (one step less), and
 * both before CRAM-MD5: servers that keep only hashes offer it and then refuse every right password.
 */
export function chooseMechanism(offered: readonly string[]): Mechanism | null {
  const names = new Set(offered.map((name) => name.toUpperCase()))
  return (['PLAIN', 'LOGIN', 'CRAM-MD5'] as const).find((name) => names.has(name)) ?? null
}

/** Mechanism names in an EHLO reply; the old form `AUTH=LOGIN` counts too. Null when AUTH is not offered at all. */
export function smtpMechanisms(ehlo: string): readonly string[] | null {
  const lines = ehlo.split(/\r?\n/).map((line) => line.replace(/^[0-9]{3}[ -]/, '').trim())
  const named = lines.filter((line) => /^AUTH(?:[ =]|$)/i.test(line))
  if (named.length === 0) return null
  return named
    .flatMap((line) => line.slice(4).split(/[\s=]+/))
    .filter((name) => name !== '')
    .map((name) => name.toUpperCase())
}

/** What a POP3 server says it can, by the words of its CAPA list. */
export interface Pop3Abilities {
  readonly sasl: readonly string[]
  readonly user: boolean
  readonly stls: boolean
}

/** Reads the lines of a CAPA answer (RFC 2449 §6). */
export function readCapa(lines: readonly string[]): Pop3Abilities {
  const words = lines.map((line) => line.trim().toUpperCase().split(/\s+/))
  return {
    sasl: words.filter(([name]) => name === 'SASL').flatMap(([, ...rest]) => rest),
    user: words.some(([name]) => name === 'USER'),
    stls: words.some(([name]) => name === 'STLS'),
  }
}
