/** An address of a page, taken apart. `host` in lower case, without port. */
export interface PlainUrl {
  readonly scheme: 'http' | 'https'
  readonly host: string
  readonly port: string | null
}

const label = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?'
const form = new RegExp(`^(https?)://((?:${label}\\.)*${label})(?::([0-9]{1,5}))?(?:[/?#][!-;=?-\\[\\]_a-z~]*)?$`)

// What ends in a number is an address and no name, and can be written in many ways (`2130706433`, `0x7f.1`): no provider's page stands there.
const numeric = /(?:^|\.)(?:[0-9]+|0x[0-9a-f]*)$/

/**
 * Reads the plain spelling of a page's address and nothing else: small letters, no name or password before the host, no backslash, no blank, no
 * foreign letters. What is spelled in any cleverer way might be understood otherwise by a browser, so it is null.
 */
export function readPlainUrl(text: string): PlainUrl | null {
  const found = form.exec(text)
  if (!found || (numeric.test(found[2]!) && !isLoopback(found[2]!))) return null
  return { scheme: found[1] === 'https' ? 'https' : 'http', host: found[2]!, port: found[3] ?? null }
}

/** Is this host this very machine? */
export const isLoopback = (host: string): boolean => host === 'localhost' || host === '127.0.0.1'
