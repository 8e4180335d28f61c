import type { Practice } from '../../electron/practice/practice.ts'
import type { Fault, portalFaults } from '../../electron/practice/faults.ts'
import type { Answer, Question } from '../../shared/base/ask.ts'
import type { ProblemCode } from '../../shared/base/problem.ts'
import type { PasswordRule } from '../../shared/mail/password-rule.ts'
import type { Played } from '../../shared/portal/play-recipe.ts'
import type { Recipe } from '../../shared/portal/recipe.ts'

/** What a play under a fault has to come to: the truth about the commit, the problem (null: none), and whether the site has changed the password. */
export interface FaultPlay {
  readonly fault: Fault
  readonly commit: Played['commit']
  readonly code: ProblemCode | null
  readonly changed: boolean
  /** `completed` where it is not simply "no problem". */
  readonly completed?: boolean
  /** Begin anew is part of it (an expired session met once): so many sign-ins at most; default 1. */
  readonly signIns?: number
}

/** One recipe played for one mailbox or login of the practice household. */
export interface RecipePlay {
  /** Tells this play from the provider's others. */
  readonly name: string
  readonly recipe: Recipe
  /** Another start page of the same practice site than its usual one (a path). */
  readonly startPath?: string
  /** `loginName`, `address`, … as the recipe names them. */
  readonly values: Readonly<Record<string, string>>
  /** The user name of the practice household whose password is `loginPassword`; null where the recipe does not sign in. */
  readonly signsIn: string | null
  /** The user name whose password is `currentPassword` and gets changed; null where nothing is (a sign-in alone, a request). */
  readonly changes: string | null
  /** For making `newPassword`; null where the recipe takes none. */
  readonly rule: PasswordRule | null
  /** Answers to what it asks; `confirm-step` is always agreed to. May look into the practice site for a code that was sent. */
  readonly answer?: (question: Question, practice: Practice) => Answer
  /** What a play without a fault must have read, by name. */
  readonly reads?: Readonly<Record<string, RegExp>>
  /** Names of the differences a play without a fault must report. */
  readonly differs?: readonly string[]
  /** What a play without a fault uses on the site, in order, as the site notes it (`visit.touch`). */
  readonly touches: readonly string[]
  readonly faults: readonly FaultPlay[]
  /** Rebuilt pages: each must end before the commit, with `portal-changed` or `portal-ambiguous`. At least one where there is a commit. */
  readonly drifts: readonly Fault[]
}

/** All plays of one provider: `e2e/portal/recipes/<isp>.ts` exports this as `plays`. */
export interface RecipePlays {
  readonly provider: string
  readonly plays: readonly RecipePlay[]
  /** Faults of the member site that can mean nothing here, with the reason. Every other one must stand in some play. */
  readonly notHere: Partial<Readonly<Record<(typeof portalFaults)[number], string>>>
}
