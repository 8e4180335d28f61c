import { z } from './zod.ts'

/** `20261120-061503-k3f9`: sorts by time, is a safe folder name on every system. */
export const runId = z
  .string()
  .regex(/^[0-9]{8}-[0-9]{6}-[a-z0-9]{4}$/)
  .brand<'run'>()
export type RunId = z.infer<typeof runId>

/** `change-portal:taro@example.jp`: the kind, then what it is about. Unique within a plan. */
export const stepId = z.string().min(1).brand<'step'>()
export type StepId = z.infer<typeof stepId>
