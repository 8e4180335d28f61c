import { expect, test } from 'vitest'
import { findChange } from './find-change.ts'
import { biglobeEf } from './biglobe-ef/facts.ts'

test('one password for site and mail is one change, whichever is asked for; the connection password is none of it', () => {
  expect(findChange(biglobeEf, 'mail')?.recipe.id).toBe('biglobe-ef/change-password')
  expect(findChange(biglobeEf, 'portal')).toBe(findChange(biglobeEf, 'mail'))
  expect(findChange(biglobeEf, 'connection')).toBeNull()
  expect(findChange(biglobeEf, 'contract')).toBeNull()
})
