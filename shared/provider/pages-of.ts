import type { Provider } from './provider.ts'

const isPlainPage = /^https:\/\/[\w.-]+(?::\d+)?(?:\/[^\s\\]*)?$/

/**
 * Every page of a provider that its data names for people: the only addresses the program opens in a browser of the person's own. Data
 * may come in a pack from outside, so nothing but a plain https address counts: no file, no script, no name before the host.
 */
export function pagesOf(provider: Provider): readonly string[] {
  const { changes, instead, recoveries, guides = [], lost } = provider
  const urls = [
    ...changes.flatMap(({ startUrl, alsoAt }) => [startUrl, ...alsoAt.map((also) => also.startUrl)]),
    ...[...instead, ...guides, ...lost].map(({ url }) => url),
    ...recoveries.map(({ startUrl }) => startUrl),
  ]
  return [...new Set(urls.filter((url) => url !== null).filter((url) => isPlainPage.test(url)))]
}
