// Scheme, authority, and what follows. No @ (a name before the host), no backslash (browsers read it as a slash) can stand in the authority.
const linkForm = /^(https?):\/\/([^/?#\\@]+)([/?#].*)?$/i

interface Parts {
  readonly scheme: string
  readonly authority: string
  readonly rest: string
}

function partsOf(link: string): Parts | null {
  // Browsers drop tabs and line breaks inside an address, and fold other scripts into hosts: a plain link has none of that.
  const found = /^[\x21-\x7e]+$/.test(link) ? linkForm.exec(link) : null
  return found && { scheme: found[1]!.toLowerCase(), authority: found[2]!.toLowerCase(), rest: found[3] ?? '' }
}

/** Is this below the known path? With dots in it nobody can say where it ends up. */
const isBelow = (rest: string, known: string): boolean =>
  known === '' || (rest.startsWith(known) && /^(?:$|[/?#])/.test(rest.slice(known.length)) && !/\.\.|%2e/i.test(rest))

/** The host a link names (with its port), to be told to the person; null where it is no link at all. */
export const linkHost = (link: string): string | null => partsOf(link)?.authority ?? null

/**
 * Does a link begin with one of the known addresses, in the sense meant: same scheme, same host and port to the letter, and below the known
 * path? `http://portal.pikara.jp.evil.example`, `http://portal.pikara.jp@evil.example` and whatever a browser would read otherwise do not.
 */
export function isKnownLink(link: string, beginnings: readonly string[]): boolean {
  const given = partsOf(link)
  if (!given) return false
  return beginnings
    .map(partsOf)
    .some(
      (known) =>
        known !== null &&
        known.scheme === given.scheme &&
        known.authority === given.authority &&
        isBelow(given.rest, known.rest.replace(/\/$/, '')),
    )
}
