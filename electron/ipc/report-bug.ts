import { randomBytes } from 'node:crypto'
import { fail } from '../../shared/base/result.ts'

/** Where bugs go. `reference`: what the person is told, so that the two can be put together. */
export type Report = (reference: string, error: unknown) => void

/** A stray throw as a problem: `unexpected`, with a reference that `report` got as well. The error's message may quote a value, and stays. */
export function reportBug(report: Report, error: unknown): ReturnType<typeof fail> {
  const reference = randomBytes(4).toString('hex')
  report(reference, error)
  return fail('unexpected', 'never', { reference })
}
