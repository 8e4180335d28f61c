import type { Result } from '../../shared/base/result.ts'
import type { Catalogue, PackAdded, SignerDistrusted, TrustedSigner } from '../../shared/pack/catalogue.ts'
import { addPack, type PackNeeds } from './add-pack.ts'
import { distrustSigner } from './distrust-signer.ts'
import { loadPacks } from './load-packs.ts'
import { removePack } from './remove-pack.ts'

/** The providers as they are known here: the program's own and what packs of one data folder have brought. */
export interface PackStore {
  /** Read from disk at the first call and again after a change. */
  readonly catalogue: () => Catalogue
  /** `trust`: the fingerprint the person named beforehand, as `readFingerprint` spells it. */
  readonly add: (file: string, trust: string | null) => Promise<Result<PackAdded>>
  /** The value: the edition that is in use from now on, null where the program knows no such provider. */
  readonly remove: (id: string) => Promise<Result<{ readonly edition: string | null }>>
  /** Whom the person trusts, in the order it was said. */
  readonly signers: () => readonly TrustedSigner[]
  /** `fingerprint`: as `readFingerprint` spells it. */
  readonly distrust: (fingerprint: string) => Promise<Result<SignerDistrusted>>
}

/** The packs of one folder. Nothing is made or read before the first call. */
export function packStore(needs: PackNeeds): PackStore {
  let loaded: Catalogue | null = null
  const changed = async <T>(work: Promise<Result<T>>): Promise<Result<T>> => {
    const result = await work
    loaded = null
    return result
  }
  return {
    catalogue: () => (loaded ??= loadPacks(needs.folder, needs.program).catalogue),
    add: (file, trust) => changed(addPack(needs, file, trust)),
    remove: (id) => changed(removePack(needs, id)),
    signers: () =>
      loadPacks(needs.folder, needs.program).ledger.keys.map(({ fingerprint, since }) => ({ signer: fingerprint, since })),
    distrust: (fingerprint) => changed(distrustSigner(needs, fingerprint)),
  }
}
