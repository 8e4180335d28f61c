import type { Problem } from '../base/problem.ts'
import type { Realm } from '../base/secret.ts'
import { namedChange } from '../provider/find-change.ts'
import type { Change, Provider } from '../provider/provider.ts'
import type { DroppedGuard } from './dropped-guards.ts'
import { compareEditions, newestOf } from './edition.ts'

/** A pack that was added and found sound again. */
export interface InstalledPack {
  readonly provider: Provider
  readonly signer: string
  readonly addedAt: string
}

/** What adding a pack came to. */
export interface PackAdded {
  readonly provider: Provider
  readonly signer: string
  /** The edition in use until now; null for a provider that was not known. */
  readonly replaces: string | null
  /** The signer was not trusted before. */
  readonly newlyTrusted: boolean
  /** Places for passwords that were not used before, and agreed to. */
  readonly hosts: readonly string[]
  /** Guards of the edition before that this one does without, agreed to. */
  readonly guards: readonly DroppedGuard[]
}

/** A signer that is trusted here, and since when. */
export interface TrustedSigner {
  readonly signer: string
  readonly since: string
}

/** A signer that is trusted no longer, the packs that went with him, and the edition of each one's provider in use since (null: none is left). */
export interface SignerDistrusted {
  readonly signer: string
  readonly removed: readonly { readonly provider: string; readonly edition: string; readonly inUse: string | null }[]
}

/** A pack that was added and cannot be used: damaged, changed, or no longer accepted. `edition` as far as it is known. */
export interface BrokenPack {
  readonly id: string
  readonly edition: string | null
  readonly problem: Problem
}

/** Where an edition comes from. */
export type Origin = { readonly from: 'program' } | { readonly from: 'pack'; readonly signer: string; readonly addedAt: string }

/** One edition of one provider. */
export interface Edition {
  readonly edition: string
  readonly provider: Provider
  readonly origin: Origin
}

/** All that is known of the providers here: what is in the program and what packs have brought. */
export interface Catalogue {
  /** The edition in use of each provider. */
  readonly providers: readonly Provider[]
  readonly find: (id: string) => Provider | null
  /** Every edition to be had, the one in use first. */
  readonly editions: (id: string) => readonly Edition[]
  /** Why this provider must not be used now: a pack was added to it and is not sound. Null: it may. */
  readonly held: (id: string) => Problem | null
  /** Every pack that cannot be used. */
  readonly broken: readonly BrokenPack[]
  /**
   * What a step of a plan does on the member site. With `recipe` it has to be that very one, from whichever edition still has it (null:
   * none has); without, the edition in use.
   */
  readonly changeOf: (id: string, realm: Realm, signIn: Realm, recipe?: PlannedRecipe) => Change | null
}

interface PlannedRecipe {
  readonly id: string
  readonly version: string
}

const fromProgram = (provider: Provider): Edition => ({ edition: provider.edition, provider, origin: { from: 'program' } })
const fromPack = ({ provider, signer, addedAt }: InstalledPack): Edition => ({
  edition: provider.edition,
  provider,
  origin: { from: 'pack', signer, addedAt },
})

/**
 * The newest edition of each provider is the one in use; where the program has caught up with a pack, the program's. A provider whose newest pack is
 * broken is held: going back to older data without a word would do what the pack was sent to prevent.
 */
export function makeCatalogue(
  program: readonly Provider[],
  packs: readonly InstalledPack[],
  broken: readonly BrokenPack[] = [],
): Catalogue {
  const all = [...program.map(fromProgram), ...packs.map(fromPack)]
  const ids = [...new Set(all.map(({ provider }) => provider.id))]
  const editions = (id: string): readonly Edition[] => {
    const own = all.filter(({ provider }) => provider.id === id)
    const first = newestOf(own)
    return first ? [first, ...own.filter((one) => one !== first)] : []
  }
  const inUse = new Map(ids.flatMap((id) => editions(id).slice(0, 1)).map((one) => [one.provider.id, one.provider]))
  const find = (id: string): Provider | null => inUse.get(id) ?? null
  const isNewer = (one: BrokenPack): boolean => {
    const used = find(one.id)
    return used === null || one.edition === null || compareEditions(one.edition, used.edition) > 0
  }
  return {
    providers: [...inUse.values()],
    find,
    editions,
    held: (id) => broken.find((one) => one.id === id && isNewer(one))?.problem ?? null,
    broken,
    changeOf: (id, realm, signIn, recipe) => {
      const changes = editions(id).flatMap(({ provider }) => namedChange(provider, realm, signIn) ?? [])
      if (!recipe) return changes[0] ?? null
      return changes.find((change) => change.recipe.id === recipe.id && change.recipe.version === recipe.version) ?? null
    },
  }
}
