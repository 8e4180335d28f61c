/** The office's own proxy for one destination, from the usual environment variables; null: go there directly. */
export interface UpstreamProxy {
  readonly host: string
  readonly port: number
  /** Value of the Proxy-Authorization header, where the address carried a name and a password. */
  readonly authorization: string | null
}

const isLoopback = (host: string): boolean =>
  host === 'localhost' || host.endsWith('.localhost') || host.startsWith('127.') || host === '::1' || host === '[::1]'

function isExempt(host: string, port: number, list: string): boolean {
  return list
    .split(/[\s,]+/)
    .filter((entry) => entry !== '')
    .some((entry) => {
      if (entry === '*') return true
      const [, name = '', only] = /^(.*?)(?::(\d+))?$/.exec(entry.toLowerCase())!
      if (only !== undefined && Number(only) !== port) return false
      const bare = name.replace(/^\*?\./, '')
      return host === bare || host.endsWith(`.${bare}`)
    })
}

/**
 * Reads HTTPS_PROXY, HTTP_PROXY, ALL_PROXY and NO_PROXY (either case). This machine itself is never reached through a proxy.
 * Only plain `http://` proxies are understood; another kind is passed over. Proxies set in the system's dialogs are not seen.
 */
export function systemProxy(
  scheme: 'http' | 'https',
  host: string,
  port: number,
  env: Readonly<Record<string, string | undefined>>,
): UpstreamProxy | null {
  const read = (name: string): string => env[name.toLowerCase()] ?? env[name] ?? ''
  const name = host.toLowerCase()
  if (isLoopback(name) || isExempt(name, port, read('NO_PROXY'))) return null
  const address = read(scheme === 'https' ? 'HTTPS_PROXY' : 'HTTP_PROXY') || read('ALL_PROXY')
  const text = address === '' || address.includes('://') ? address : `http://${address}`
  if (!URL.canParse(text)) return null
  const url = new URL(text)
  if (url.protocol !== 'http:') return null
  const pair = `${decodeURIComponent(url.username)}:${decodeURIComponent(url.password)}`
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port === '' ? 80 : Number(url.port),
    authorization: url.username === '' ? null : `Basic ${Buffer.from(pair).toString('base64')}`,
  }
}
