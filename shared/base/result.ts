import type { Again, Facts, Problem, ProblemCode } from './problem.ts'

/** What every doing that can fail returns. A `throw` means a bug. */
export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: Problem }

export function ok<T>(value: T): Result<T>
export function ok(): Result<void>
export function ok<T>(value?: T): Result<T | undefined> {
  return { ok: true, value }
}

/** A failed result. Facts must hold no secret: server words go through `redact` first. */
export function fail(code: ProblemCode, again: Again, facts: Facts = {}): { readonly ok: false; readonly problem: Problem } {
  return { ok: false, problem: { code, again, facts } }
}
