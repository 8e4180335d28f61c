// Scheme and authority; the host without its port. What is no http address (https, about:, data:) does not match.
const plainForm = /^(http:\/\/(?:[^/?#\\@]*@)?(\[[^\]]*\]|[^/?#\\@:]+)(?::[0-9]+)?)(?:[/?#\\]|$)/i
const loopback = /^(?:localhost|.+\.localhost|127(?:\.[0-9]{1,3}){3}|\[::1\])$/i

/** The origin of an address over plain http (`http://host:port`, in small letters, without the port every such page has); null for any other. */
export function plainOrigin(url: string): string | null {
  const found = plainForm.exec(url)
  return (
    found &&
    found[1]!
      .toLowerCase()
      .replace(/^(http:\/\/)[^@]*@/, '$1')
      .replace(/:80$/, '')
  )
}

const isHere = (origin: string): boolean => loopback.test(plainForm.exec(origin)?.[2] ?? '')

/**
 * The first of these addresses, as an origin, with which a secret would travel readable: over plain http from or to another machine. An origin
 * the person has named by own word is none; what stays on this machine neither. Null where all is well.
 */
export function readableOn(urls: readonly string[], named: string | null): string | null {
  const origins = urls.flatMap((url) => plainOrigin(url) ?? [])
  return origins.find((origin) => !isHere(origin) && origin !== named) ?? null
}
