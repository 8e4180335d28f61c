import type { Realm } from '../base/secret.ts'
import type { PasswordRule } from '../mail/password-rule.ts'
import { changesFor, namedChange, opensMailbox } from '../provider/find-change.ts'
import type { Change, Instead, Provider } from '../provider/provider.ts'
import { plainRule } from './plain-rule.ts'
import { tellRecipe } from './tell-recipe.ts'
import type { ToldLine } from './told-line.ts'

/** How a person is led through one change: the lines, where they begin, and the rule for a new password where the manual states one. */
export interface GuidedWay {
  readonly lines: readonly ToldLine[]
  /** In the words of the provider's data; else read off the recipe of `change`. */
  readonly instead: Instead | null
}

const insteadFor = ({ instead }: Provider, realm: Realm): Instead | null =>
  instead.find((one) => one.realm === realm && one.guide.length > 0) ?? null

/**
 * The way by hand for a realm, or null where nobody has described one. The provider's own words come first; they describe the sign-in of the
 * first change for the realm, so for another one (`change`) its recipe is read off instead.
 */
export function guidedWay(provider: Provider, realm: Realm, change: Change | null): GuidedWay | null {
  const [first] = changesFor(provider, realm)
  const instead = insteadFor(provider, realm) ?? (change && insteadFor(provider, change.realm))
  if (instead && (change === null || first === undefined || sameChange(first, change)))
    return { lines: instead.guide.map(({ say, give }) => ({ act: 'as-said', say, give: give && { what: give } })), instead }
  return change && { lines: tellRecipe(change.recipe), instead: null }
}

const sameChange = (a: Change, b: Change): boolean => a.realm === b.realm && a.signIn === b.signIn

/** The lines for a step of a plan, by the edition of the data in use; empty where it no longer describes that way. */
export function guideLines(provider: Provider, realm: Realm, signIn: Realm | null): readonly ToldLine[] {
  const change = signIn && namedChange(provider, realm, signIn)
  // A sign-in the data no longer knows: the words for another one would have the wrong password typed.
  if (signIn !== null && !change) return []
  return guidedWay(provider, realm, change)?.lines ?? []
}

/** Can a person be led through the change of this realm's password, and can a live sign-in tell what came of it? */
export function canBeGuided(provider: Provider, realm: Realm): boolean {
  const [first] = changesFor(provider, realm)
  return first !== undefined || (opensMailbox(provider, realm) && insteadFor(provider, realm) !== null)
}

/**
 * The rule for a new password that only a person can change at its provider: the manual's; where it states none, one for making a password,
 * and none (null) for judging the person's own (`own`).
 */
export function ruleByHand(provider: Provider, realm: Realm, own: boolean): PasswordRule | null {
  return insteadFor(provider, realm)?.rule ?? (own ? null : plainRule)
}
