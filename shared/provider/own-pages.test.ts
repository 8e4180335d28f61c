import { describe, expect, it } from 'vitest'
import { providers } from './index.ts'
import { ownPages } from './own-pages.ts'
import type { Provider } from './provider.ts'

const [first] = providers.filter(({ id }) => id !== 'practice')

describe('ownPages', () => {
  it.each(providers.map((provider) => [provider.id, provider] as const))('are addresses and nothing else: %s', (_, provider) => {
    for (const page of ownPages(provider)) expect(page).toMatch(/^https:\/\/[\w.-]+\.[\w-]+(?::\d+)?(?:\/\S*)?$/)
    const starts = provider.changes.map(({ startUrl }) => startUrl).filter((url) => url.startsWith('https:'))
    for (const start of starts) expect(ownPages(provider)).toContain(start)
  })

  it('has none that merely looks alike', () => {
    const data: Provider = {
      ...first!,
      inferred: ['see https://elsewhere.example/ for more'],
      name: { ja: 'http://plain.example/', en: 'https://user@host.example/' },
      domains: ['javascript:alert(1)', 'file:///etc/passwd', 'https://a.example\\@b.example/'],
    }
    const more = [...ownPages(data)].filter((page) => !ownPages(first!).has(page))
    expect(more).toEqual([])
    const [own] = ownPages(first!)
    for (const page of [`${own}x`, `${own}?next=https://elsewhere.example`, own!.replace('https:', 'http:')])
      expect(ownPages(first!).has(page)).toBe(false)
  })
})
