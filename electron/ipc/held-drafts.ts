import { fail, ok, type Result } from '../../shared/base/result.ts'
import type { PlannedRun } from '../road/prepare-plan.ts'
import { held, type Held } from './held.ts'

/** A plan that was shown, with the passwords behind its references. `root`: where the mail programs are, if not where the system has them. */
export interface Draft extends PlannedRun {
  readonly draft: string
  readonly root: string | undefined
  /** Leads to the practice provider: gone with it. */
  readonly rehearsal: boolean
}

export type HeldDrafts = Held<Draft>

export const heldDrafts = (): HeldDrafts => held<Draft>('draft')

/** The draft of this name; refused where it was dropped, carried out, or is of an earlier window. */
export function findDraft(drafts: HeldDrafts, name: string): Result<Draft> {
  const found = drafts.find(name)
  return found ? ok(found) : fail('draft-gone', 'after-person', { draft: name })
}
