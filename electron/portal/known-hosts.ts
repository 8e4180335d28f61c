/** The hosts pages have asked for. */
export interface KnownHosts {
  announce(host: string): void
  /** Has a page asked for this host, now or within a moment? The request and its connection are told of by different ways. */
  has(host: string): Promise<boolean>
}

export const plainHost = (host: string): string => host.replace(/^\[|\]$/g, '').toLowerCase()

/** `holdMs`: how long a host nobody has asked for yet is waited for. */
export function makeKnownHosts(holdMs: number): KnownHosts {
  const announced = new Set<string>()
  const waiting = new Set<(host: string) => void>()
  return {
    announce: (host) => {
      announced.add(plainHost(host))
      for (const hear of waiting) hear(plainHost(host))
    },
    has: (given) => {
      const host = plainHost(given)
      if (announced.has(host)) return Promise.resolve(true)
      return new Promise((resolve) => {
        const finish = (known: boolean): void => {
          clearTimeout(timer)
          waiting.delete(hear)
          resolve(known)
        }
        const hear = (heard: string): void => {
          if (heard === host) finish(true)
        }
        const timer = setTimeout(() => finish(false), holdMs)
        waiting.add(hear)
      })
    },
  }
}
