import { describe, expect, test } from 'vitest'
import { providers } from '../provider/index.ts'
import { pagesOf } from '../provider/pages-of.ts'
import { providerView, viewProvider } from './provider-view.ts'

describe.each(providers)('$id as the window is told it', (provider) => {
  const view = viewProvider(provider)
  test('fits its schema and holds every password of the contract once', () => {
    expect(providerView.parse(view)).toEqual(view)
    expect(new Set(view.goals.map(({ realm }) => realm)).size).toBe(view.goals.length)
    expect(view.goals.length).toBeGreaterThan(0)
  })
  test('names no page that could not be opened', () => {
    for (const { url } of view.goals) if (url !== null) expect(pagesOf(provider)).toContain(url)
  })
  test('has a way, or tells what to do instead, for each', () => {
    for (const goal of view.goals) expect(goal.ways.length > 0 || goal.instead !== null, goal.realm).toBe(true)
  })
})
