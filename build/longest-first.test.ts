import { existsSync } from 'node:fs'
import { expect, test } from 'vitest'
import { minutes } from './longest-first.ts'

test('every file named as a long one is there', () => {
  expect(minutes.filter((name) => !existsSync(`e2e/${name}.spec.ts`))).toEqual([])
})
