import type { Provider } from './provider.ts'

const textsIn = (data: unknown): readonly string[] => {
  if (typeof data === 'string') return [data]
  return typeof data === 'object' && data !== null ? Object.values(data).flatMap(textsIn) : []
}

/**
 * The addresses that stand, whole, in a provider's data. Nothing else is opened in the person's own browser at the window's word:
 * an address that merely begins like one of these, or is on the same host, is not among them.
 */
export const ownPages = (provider: Provider): ReadonlySet<string> =>
  new Set(textsIn(provider).filter((text) => /^https:\/\/[^\s/@\\]+(?:\/\S*)?$/.test(text)))
