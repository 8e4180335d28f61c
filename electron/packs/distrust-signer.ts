import { rmSync } from 'node:fs'
import { fileProblem } from '../../shared/base/file-problem.ts'
import { fail, ok, type Result } from '../../shared/base/result.ts'
import type { SignerDistrusted } from '../../shared/pack/catalogue.ts'
import type { PackNeeds } from './add-pack.ts'
import { ledgerBytes, ledgerFile, packFile, readLedger } from './ledger.ts'
import { loadPacks } from './load-packs.ts'

/**
 * Trusts a signer no longer, and takes away every pack of his: each provider then goes by the newest data left, another signer's or the program's
 * own. `pack-signer-not-trusted` where nobody trusts him; a damaged list of what was added stays as it is.
 */
export async function distrustSigner(
  needs: Omit<PackNeeds, 'ask' | 'now'>,
  fingerprint: string,
): Promise<Result<SignerDistrusted>> {
  return needs.locked(async () => {
    const { folder, program } = needs
    const read = readLedger(folder)
    if (!read.ok) return read
    const { keys, packs } = read.value
    if (!keys.some((key) => key.fingerprint === fingerprint)) return fail('pack-signer-not-trusted', 'never', { fingerprint })
    const gone = packs.filter(({ signer }) => signer === fingerprint)
    const next = {
      ...read.value,
      keys: keys.filter((key) => key.fingerprint !== fingerprint),
      packs: packs.filter(({ signer }) => signer !== fingerprint),
    }
    try {
      await needs.replaceFile(ledgerFile(folder), ledgerBytes(next))
      for (const row of gone) rmSync(packFile(folder, row), { force: true })
    } catch (error) {
      return fileProblem(error, folder, 'writing')
    }
    const { catalogue } = loadPacks(folder, program)
    const removed = gone.map(({ id, edition }) => ({ provider: id, edition, inUse: catalogue.find(id)?.edition ?? null }))
    return ok({ signer: fingerprint, removed })
  })
}
