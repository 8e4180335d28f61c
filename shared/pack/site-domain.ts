// Second labels under which anybody can register a name of his own, in country domains (ne.jp, co.uk, com.au …).
const shared: readonly string[] = [
  'ac',
  'ad',
  'co',
  'com',
  'ed',
  'edu',
  'go',
  'gob',
  'gov',
  'gr',
  'id',
  'lg',
  'me',
  'ne',
  'net',
  'nom',
  'or',
  'org',
]
const sharedJp =
  'hokkaido aomori iwate miyagi akita yamagata fukushima ibaraki tochigi gunma saitama chiba tokyo kanagawa niigata toyama ishikawa fukui yamanashi nagano gifu shizuoka aichi mie shiga kyoto osaka hyogo nara wakayama tottori shimane okayama hiroshima yamaguchi tokushima kagawa ehime kochi fukuoka saga nagasaki kumamoto oita miyazaki kagoshima okinawa'.split(
    ' ',
  )

/**
 * The part of a host name that one owner registered (`biz.biglobe.ne.jp` → `biglobe.ne.jp`). Knows Japan's rules and the usual second labels of
 * other countries; it is asked about hosts of installed data only, and where it errs, it errs towards too long a name. A number is its own.
 */
export function siteDomain(host: string): string {
  if (/^[0-9.]+$/.test(host) || host.includes(':')) return host
  const labels = host.split('.')
  const [top = '', second = '', third = ''] = labels.toReversed()
  if (top === 'jp' && sharedJp.includes(second)) return labels.slice(-4).join('.')
  const under = top.length === 2 && (shared.includes(second) || second.length <= 2)
  return labels.slice(under && third !== '' ? -3 : -2).join('.')
}

/** Does a host belong to one of these owners' names? */
export const belongsToSites = (host: string, sites: readonly string[]): boolean =>
  sites.some((site) => host === site || host.endsWith(`.${site}`))
