import { describe, expect, it } from 'vitest'
import { providers } from './index.ts'
import { pagesOf } from './pages-of.ts'
import type { Provider } from './provider.ts'

const first = providers.find(({ changes }) => changes.some(({ startUrl }) => startUrl.startsWith('https:')))!

describe('pagesOf', () => {
  it.each(providers.map((provider) => [provider.id, provider] as const))('are addresses and nothing else: %s', (_, provider) => {
    for (const page of pagesOf(provider)) expect(page).toMatch(/^https:\/\/[\w.-]+\.[\w-]+(?::\d+)?(?:\/\S*)?$/)
    const starts = provider.changes.map(({ startUrl }) => startUrl).filter((url) => url.startsWith('https:'))
    for (const start of starts) expect(pagesOf(provider)).toContain(start)
  })

  it.each([
    'http://plain.example/',
    'javascript:alert(1)//https://a.example/',
    'file:///etc/passwd',
    'https://known.example@elsewhere.example/',
    'https://a.example\\@b.example/',
    'data:text/html,hello',
  ])('takes no other address from data of a pack: %s', (startUrl) => {
    const data: Provider = { ...first, changes: first.changes.map((change) => ({ ...change, startUrl, alsoAt: [] })) }
    expect(pagesOf(data)).not.toContain(startUrl)
  })
})
