import { expect, test } from 'vitest'
import type { RunManner } from '../road/app.ts'
import { readArguments } from './arguments.ts'
import { mannerAnew } from './manner-anew.ts'

const started: RunManner = { browser: 'edge', headed: true, attended: true, ca: 'PEM' }
const said = (...words: readonly string[]): RunManner | null => {
  const read = readArguments(['resume', 'RUN', ...words])
  if (!read.ok) throw new Error(read.problem.code)
  return mannerAnew(started, read.value.options, words.includes('--ca') ? 'OTHER' : undefined)
}

test('nothing said anew: nothing is changed', () => {
  expect(said()).toBeNull()
  expect(said('--yes')).toBeNull()
})

test.each<[readonly string[], Partial<RunManner>]>([
  [['--browser', 'chrome'], { browser: 'chrome' }],
  [['--headless'], { headed: false, headless: true }],
  [['--headed'], {}],
  [['--attended'], {}],
  [['--ca', 'x.pem'], { ca: 'OTHER' }],
])('%s: what is not said stays', (words, change) => {
  expect(said(...words)).toEqual({ ...started, ...change })
})

test('a window after all: the wish to have none is forgotten', () => {
  const read = readArguments(['resume', 'RUN', '--headed'])
  const manner = read.ok ? mannerAnew({ ...started, headed: false, headless: true }, read.value.options, undefined) : null
  expect(manner).toEqual({ ...started, headed: true })
})
