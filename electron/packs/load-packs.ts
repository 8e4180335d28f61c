import { readdirSync } from 'node:fs'
import { errnoOf } from '../../shared/base/errno.ts'
import { fail, ok, type Result } from '../../shared/base/result.ts'
import { type BrokenPack, type Catalogue, type InstalledPack, makeCatalogue } from '../../shared/pack/catalogue.ts'
import { checkPack, type KnownEditions } from '../../shared/pack/check-pack.ts'
import { readPack } from '../../shared/pack/pack.ts'
import type { Provider } from '../../shared/provider/provider.ts'
import { type AddedPack, emptyLedger, type Ledger, packFile, packNamed, readLedger } from './ledger.ts'
import { readPackText } from './read-pack-file.ts'
import { sha256, verifySignature } from './verify-signature.ts'

/** What lies in a folder of packs, every one of them judged anew. `ledger`: what it says; empty where it is damaged. */
export interface LoadedPacks {
  readonly ledger: Ledger
  readonly catalogue: Catalogue
}

type Named = Pick<AddedPack, 'id' | 'edition'>

const damaged = ({ id }: Named, file: string, reason: string, cause: string | null = null) =>
  fail('pack-damaged', 'after-person', { provider: id, file, reason, cause })

function loadOne(folder: string, row: AddedPack, ledger: Ledger, known: KnownEditions): Result<InstalledPack> {
  const file = packFile(folder, row)
  const text = readPackText(file)
  if (!text.ok)
    return damaged(row, file, text.problem.code === 'file-missing' ? 'pack-missing' : 'pack-altered', text.problem.code)
  if (sha256(text.value) !== row.sha256) return damaged(row, file, 'pack-altered')
  const pack = readPack(text.value, file)
  const trusted =
    pack.ok && ledger.keys.some((key) => key.fingerprint === row.signer && key.publicKey === pack.value.signature.publicKey)
  if (!pack.ok || !trusted || !verifySignature(pack.value)) return damaged(row, file, 'pack-altered')
  const provider = checkPack(pack.value.provider, known)
  if (!provider.ok) return damaged(row, file, 'pack-outdated', provider.problem.code)
  const named = provider.value.id === row.id && provider.value.edition === row.edition
  return named ? ok({ provider: provider.value, signer: row.signer, addedAt: row.addedAt }) : damaged(row, file, 'pack-altered')
}

function packFilesIn(folder: string): readonly Named[] {
  try {
    return readdirSync(folder).flatMap((name) => packNamed(name) ?? [])
  } catch (error) {
    if (errnoOf(error) === null) throw error
    // No folder: no pack. One that cannot be read is met again, by name, in the ledger's rows.
    return []
  }
}

const sameName = (one: Named, other: Named): boolean => one.id === other.id && one.edition === other.edition

/**
 * Reads the packs that were added and judges each anew: listed, unchanged, signed by a key the person trusts, and still accepted by this program.
 * What fails is not used, and its provider is held until the person has decided.
 */
export function loadPacks(folder: string, program: readonly Provider[]): LoadedPacks {
  const read = readLedger(folder)
  const ledger = read.ok ? read.value : emptyLedger
  const packs: InstalledPack[] = []
  const broken: BrokenPack[] = []
  const reject = (named: Named, result: Result<unknown>): void => {
    if (!result.ok) broken.push({ id: named.id, edition: named.edition, problem: result.problem })
  }
  for (const row of ledger.packs) {
    const editions = [...program, ...packs.map(({ provider }) => provider)].filter(({ id }) => id === row.id)
    const others = packs
      .map(({ provider }) => provider)
      .filter(({ id }) => !program.some((own) => own.id === id) && id !== row.id)
    const one = loadOne(folder, row, ledger, { providers: [...program, ...others], editionsOf: () => editions })
    if (one.ok) packs.push(one.value)
    else reject(row, one)
  }
  for (const named of packFilesIn(folder)) {
    if (ledger.packs.some((row) => sameName(row, named))) continue
    reject(named, damaged(named, packFile(folder, named), read.ok ? 'pack-not-added' : 'pack-list-damaged'))
  }
  return { ledger, catalogue: makeCatalogue(program, packs, broken) }
}
