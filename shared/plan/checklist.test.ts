import { expect, test } from 'vitest'
import { checklistFor } from './checklist.ts'

test('each realm has its own machines; one password for several has them all, once', () => {
  expect(checklistFor(['mail'])).toEqual(['change-phones', 'change-other-pcs', 'change-webmail', 'change-copier'])
  expect(checklistFor(['portal', 'connection'])).toEqual(['change-router', 'change-backup-line', 'change-browsers'])
  expect(checklistFor(['account', 'mail'])).toEqual([...checklistFor(['mail']), 'change-browsers'])
  expect(checklistFor([])).toEqual([])
})
