import { createHash } from 'node:crypto'
import { request } from 'node:http'
import { isIP, type Socket } from 'node:net'
import { connect } from 'node:tls'
import type { Duplex } from 'node:stream'
import { plainHost } from './known-hosts.ts'
import type { OneShotProxy } from './one-shot-proxy.ts'

const patienceMs = 10_000

/** A tunnel to the host over the browser's own way out (an office's proxy included); null: nobody is there. */
function openTunnel(proxy: OneShotProxy, host: string, port: number): Promise<Duplex | null> {
  const { hostname, port: proxyPort } = new URL(proxy.server)
  const authority = `${isIP(host) === 6 ? `[${host}]` : host}:${port}`
  const key = Buffer.from(`${proxy.userName}:${proxy.password}`).toString('base64')
  proxy.announce(host)
  return new Promise((resolve) => {
    const asking = request({
      host: hostname,
      port: proxyPort,
      method: 'CONNECT',
      path: authority,
      agent: false,
      headers: { host: authority, 'proxy-authorization': `Basic ${key}` },
    })
    asking.setTimeout(patienceMs, () => asking.destroy())
    asking.on('connect', (answer, socket: Socket) => resolve(answer.statusCode === 200 ? socket : (socket.destroy(), null)))
    asking.on('error', () => resolve(null))
    asking.on('close', () => resolve(null))
    asking.end()
  })
}

/**
 * The key a site answers with, as Chromium's switch for trusted keys wants it (SHA-256 of the public key, base64), if its certificate is
 * good for this host by the given authority and by nobody else. Chromium takes no further authority for one visit; a key that was proved
 * here, and only that, it does. Pinning the authority's own key would not do: its certificate is public, and anybody can send it along.
 * Null: not proved, and the browser judges the site by what the system trusts.
 */
async function proveSiteKey(startUrl: string, ca: string, proxy: OneShotProxy): Promise<string | null> {
  const url = URL.canParse(startUrl) ? new URL(startUrl) : null
  if (url?.protocol !== 'https:') return null
  const host = plainHost(url.hostname)
  const tunnel = await openTunnel(proxy, host, url.port === '' ? 443 : Number(url.port))
  if (!tunnel) return null
  return new Promise((resolve) => {
    const secured = connect({ socket: tunnel, host, ca, ...(isIP(host) ? {} : { servername: host }) })
    const finish = (key: string | null): void => {
      clearTimeout(late)
      resolve(key)
      secured.destroy()
      tunnel.destroy()
    }
    const late = setTimeout(() => finish(null), patienceMs)
    // Node has checked chain, dates and name before it says so.
    secured.on('secureConnect', () => {
      const shown = secured.getPeerX509Certificate()
      const key = shown?.publicKey.export({ type: 'spki', format: 'der' })
      finish(key ? createHash('sha256').update(key).digest('base64') : null)
    })
    secured.on('error', () => finish(null))
    secured.on('close', () => finish(null))
  })
}

/**
 * The proved keys of several pages' hosts, each host asked once. A page over plain http proves nothing by itself: where it leads is for whoever
 * starts the visit to name beside it, since following it would send what stands in it before the visit has begun.
 */
export async function proveSiteKeys(
  urls: readonly string[],
  ca: string | undefined,
  proxy: OneShotProxy,
): Promise<readonly string[]> {
  if (ca === undefined) return []
  const origins = new Set(urls.flatMap((url) => (URL.canParse(url) ? [new URL(url).origin] : [])))
  const keys = await Promise.all([...origins].map((origin) => proveSiteKey(origin, ca, proxy)))
  return [...new Set(keys)].filter((key) => key !== null)
}
