import { expect, test } from 'vitest'
import { checklistFor } from './checklist.ts'

test('each realm has its own machines; one password for several has them all, once', () => {
  expect(checklistFor(['mail'])).toEqual(['change-phones', 'change-other-pcs', 'change-webmail', 'change-copier'])
  expect(checklistFor(['portal', 'connection'])).toEqual(['change-router', 'change-backup-line', 'change-browsers'])
  expect(checklistFor(['account', 'mail'])).toEqual([...checklistFor(['mail']), 'change-browsers'])
  expect(checklistFor([])).toEqual([])
})

test('a program of this PC that is not rewritten comes first, where a mail password is changed', () => {
  const becky = { program: 'becky', place: 'C:\\Becky', account: null } as const
  const live = { ...becky, program: 'windows-live-mail' } as const
  expect(checklistFor(['mail'], [becky, live, becky])).toEqual([
    'change-windows-live-mail',
    'change-becky',
    ...checklistFor(['mail']),
  ])
  expect(checklistFor(['portal'], [becky])).toEqual(checklistFor(['portal']))
})
