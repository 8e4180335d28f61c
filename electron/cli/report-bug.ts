import { fail } from '../../shared/base/result.ts'
import type { Problem } from '../../shared/base/problem.ts'

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : typeof error)

/** A bug as a problem. Its message stays out: it could quote a value. */
export const bugProblem = (error: unknown): Problem => fail('unexpected', 'never', { name: nameOf(error) }).problem

/** Writes to standard error where a bug happened, without its message. */
export function reportBug(error: unknown): void {
  const frames = error instanceof Error ? (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)) : []
  process.stderr.write(`unexpected: ${nameOf(error)}\n${frames.slice(0, 12).join('\n')}\n`)
}
