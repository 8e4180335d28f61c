import { expect, test } from 'vitest'
import { problemCodes, type ProblemCode } from '../base/problem.ts'
import { sayBeforeRun } from './before-run.ts'
import { langs } from './lang.ts'

/** Only a run that has sent something can meet these, or they name the very run that is meant. */
const inRuns: readonly ProblemCode[] = [
  'portal-link-refused',
  'portal-reset-unknown',
  'portal-no-effect',
  'guided-no-effect',
  'password-replaced',
]

test.each(langs)('where there is no run nobody is told to resume one (%s)', (lang) => {
  const told = problemCodes.filter((code) => sayBeforeRun({ code, facts: {} }, lang).text.includes('resume'))
  expect(told.filter((code) => !inRuns.includes(code))).toEqual([])
})
