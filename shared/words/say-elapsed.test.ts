import { expect, test } from 'vitest'
import { sayElapsed } from './say-elapsed.ts'

test.each([
  [0, '0秒', '0 s'],
  [12_999, '12秒', '12 s'],
  [80_000, '1分20秒', '1 min 20 s'],
  [3_600_000 + 300_000, '1時間5分', '1 h 5 min'],
  [-5_000, '0秒', '0 s'],
])('%i ms', (ms, ja, en) => {
  expect(sayElapsed(ms, 'ja')).toBe(ja)
  expect(sayElapsed(ms, 'en')).toBe(en)
})
