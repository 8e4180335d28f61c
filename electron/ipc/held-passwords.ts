import type { Secret } from '../../shared/base/secret.ts'
import { held, type Held } from './held.ts'

/** A password that was made and shown, until a plan is made with it or another one is made. */
export interface MadePassword {
  readonly name: string
  readonly made: Secret
}

export type HeldPasswords = Held<MadePassword>

export const heldPasswords = (): HeldPasswords => held<MadePassword>('made')
