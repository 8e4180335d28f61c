import { mkdirSync } from 'node:fs'
import type { Ask } from '../../shared/base/ask.ts'
import { errnoOf } from '../../shared/base/errno.ts'
import { fileProblem } from '../../shared/base/file-problem.ts'
import { fail, ok, type Result } from '../../shared/base/result.ts'
import type { Catalogue, PackAdded } from '../../shared/pack/catalogue.ts'
import { checkPack } from '../../shared/pack/check-pack.ts'
import { type DroppedGuard, droppedGuards, guardFacts } from '../../shared/pack/dropped-guards.ts'
import { compareEditions } from '../../shared/pack/edition.ts'
import { newHosts, sitesOf } from '../../shared/pack/hosts.ts'
import { type Pack, packText } from '../../shared/pack/pack.ts'
import type { Provider } from '../../shared/provider/provider.ts'
import { type AddedPack, type Ledger, ledgerBytes, ledgerFile, packFile } from './ledger.ts'
import { loadPacks } from './load-packs.ts'
import { readPackFile } from './read-pack-file.ts'
import { fingerprintOf, sha256, verifySignature } from './verify-signature.ts'

export interface PackNeeds {
  /** Where packs lie; made when the first is added. */
  readonly folder: string
  /** The providers inside the program. */
  readonly program: readonly Provider[]
  /** Does something that writes in the data folder while no run is on. */
  readonly locked: <T>(work: () => Promise<Result<T>>) => Promise<Result<T>>
  /** Replaces a file wholly or not at all. */
  readonly replaceFile: (file: string, bytes: Uint8Array) => Promise<void>
  readonly ask: Ask
  readonly now: () => Date
}

/** Is this signer trusted: known from before, named by the person (`trust`), or agreed to now? The value says whether that is new. */
async function trustOf(needs: PackNeeds, ledger: Ledger, pack: Pack, trust: string | null): Promise<Result<boolean>> {
  const { publicKey } = pack.signature
  const fingerprint = fingerprintOf(publicKey)
  const unknown = (reason: string) => fail('pack-signer-unknown', 'after-person', { fingerprint, reason })
  if (trust !== null && trust !== fingerprint) return unknown('other-fingerprint')
  if (ledger.keys.some((key) => key.publicKey === publicKey)) return ok(false)
  if (trust !== null) return ok(true)
  const yes = await needs.ask({ name: 'trust-key', kind: 'yes-no', facts: { fingerprint } })
  return yes === true ? ok(true) : unknown('trust-declined')
}

function checkNewer({ id, edition }: Provider, catalogue: Catalogue): Result<void> {
  const used = catalogue.find(id)?.edition
  // A damaged pack may be added again as it was, and nothing older in its place.
  const lost = catalogue.broken.flatMap((one) => (one.id === id && one.edition !== null ? [one.edition] : []))
  const older = lost.find((installed) => compareEditions(edition, installed) < 0)
  const installed = used !== undefined && compareEditions(edition, used) <= 0 ? used : older
  return installed === undefined ? ok() : fail('pack-not-newer', 'never', { provider: id, given: edition, installed })
}

/** A pack may lead passwords to another owner's hosts only if the person was told which and said yes. */
async function agreeHosts(needs: PackNeeds, given: Provider, installed: Provider | null): Promise<Result<readonly string[]>> {
  const hosts = given.practice ? [] : newHosts(given, installed)
  if (hosts.length === 0) return ok(hosts)
  const facts = { provider: given.id, hosts: hosts.join(', '), before: installed ? sitesOf(installed).join(', ') : null }
  const yes = await needs.ask({ name: 'new-hosts', kind: 'yes-no', facts })
  return yes === true ? ok(hosts) : fail('pack-hosts-new', 'after-person', { provider: given.id, hosts: facts.hosts })
}

/** A pack may do without a guard of the data in use only if the person was told which and said yes. */
async function agreeGuards(
  needs: PackNeeds,
  given: Provider,
  installed: Provider | null,
): Promise<Result<readonly DroppedGuard[]>> {
  const guards = droppedGuards(given, installed)
  if (guards.length === 0) return ok(guards)
  const facts = { provider: given.id, ...guardFacts(guards) }
  const yes = await needs.ask({ name: 'fewer-guards', kind: 'yes-no', facts })
  return yes === true ? ok(guards) : fail('pack-guards-fewer', 'after-person', facts)
}

async function keep(needs: PackNeeds, pack: Pack, row: AddedPack, newlyTrusted: boolean): Promise<Result<void>> {
  const { folder } = needs
  const { ledger } = loadPacks(folder, needs.program)
  const { publicKey } = pack.signature
  const key = { fingerprint: row.signer, publicKey, since: row.addedAt }
  const next: Ledger = {
    ...ledger,
    keys: newlyTrusted ? [...ledger.keys.filter((one) => one.publicKey !== publicKey), key] : ledger.keys,
    packs: [...ledger.packs.filter((one) => one.id !== row.id || one.edition !== row.edition), row],
  }
  try {
    makeFolder(folder)
    await needs.replaceFile(packFile(folder, row), Buffer.from(packText(pack)))
    await needs.replaceFile(ledgerFile(folder), ledgerBytes(next))
    return ok()
  } catch (error) {
    return fileProblem(error, folder, 'writing')
  }
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { mode: 0o700 })
  } catch (error) {
    if (errnoOf(error) !== 'EEXIST') throw error
  }
}

/**
 * Adds a pack: read, its signature verified, its signer trusted, its data judged, newer than what is here, and its places and
 * what it guards less agreed to. In this order:
 * nothing a stranger wrote is looked into before the person has said that he is none. Nothing is kept unless everything holds.
 */
export async function addPack(needs: PackNeeds, file: string, trust: string | null): Promise<Result<PackAdded>> {
  const pack = readPackFile(file)
  if (!pack.ok) return pack
  if (!verifySignature(pack.value)) return fail('pack-signature-wrong', 'never', { file })
  const { ledger, catalogue } = loadPacks(needs.folder, needs.program)
  const trusted = await trustOf(needs, ledger, pack.value, trust)
  if (!trusted.ok) return trusted
  const editionsOf = (id: string) => catalogue.editions(id).map((one) => one.provider)
  const given = checkPack(pack.value.provider, { providers: catalogue.providers, editionsOf })
  if (!given.ok) return given
  const { id, edition } = given.value
  const installed = catalogue.find(id)
  const newer = checkNewer(given.value, catalogue)
  if (!newer.ok) return newer
  const hosts = await agreeHosts(needs, given.value, installed)
  if (!hosts.ok) return hosts
  const guards = await agreeGuards(needs, given.value, installed)
  if (!guards.ok) return guards
  const signer = fingerprintOf(pack.value.signature.publicKey)
  const row: AddedPack = {
    id,
    edition,
    signer,
    hosts: [...hosts.value],
    sha256: sha256(packText(pack.value)),
    addedAt: needs.now().toISOString(),
  }
  const kept = await needs.locked(async () => {
    // Somebody may have added another meanwhile.
    const still = checkNewer(given.value, loadPacks(needs.folder, needs.program).catalogue)
    return still.ok ? keep(needs, pack.value, row, trusted.value) : still
  })
  if (!kept.ok) return kept
  return ok({
    provider: given.value,
    signer,
    replaces: installed?.edition ?? null,
    newlyTrusted: trusted.value,
    hosts: hosts.value,
    guards: guards.value,
  })
}
