import type { Result } from '../base/result.ts'
import { z } from '../base/zod.ts'
import { planCalls } from './plan-calls.ts'
import { runCalls } from './run-calls.ts'
import { sheetCalls } from './sheet-calls.ts'
import { supportCalls } from './support-calls.ts'

/**
 * Every call the window may make, in one table: what goes in and what comes out. Input is checked strictly before a handler
 * sees it; a property too many is refused.
 */
export const calls = {
  ...supportCalls,
  ...sheetCalls,
  ...planCalls,
  ...runCalls,
} as const satisfies Readonly<Record<string, { readonly input: z.ZodType; readonly output: z.ZodType }>>

export type CallName = keyof typeof calls
export type Input<N extends CallName> = z.infer<(typeof calls)[N]['input']>
export type Output<N extends CallName> = z.infer<(typeof calls)[N]['output']>

/** One handler a call: a call without one does not compile. */
export type Handlers = { readonly [N in CallName]: (input: Input<N>) => Promise<Result<Output<N>>> }
