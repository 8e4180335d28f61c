import { readdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { errnoOf } from '../../shared/base/errno.ts'
import { fileProblem } from '../../shared/base/file-problem.ts'
import { fail, ok, type Result } from '../../shared/base/result.ts'
import type { PackNeeds } from './add-pack.ts'
import { ledgerBytes, ledgerFile, packNamed } from './ledger.ts'
import { loadPacks } from './load-packs.ts'

function filesOf(folder: string, id: string): readonly string[] {
  try {
    return readdirSync(folder).filter((name) => packNamed(name)?.id === id)
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return []
    throw error
  }
}

/**
 * Takes every pack of a provider away, damaged ones too: from then on the program's own data is in use (none, for a provider it does not know).
 * Signers stay trusted. `pack-not-installed` where there is none.
 */
export async function removePack(
  needs: Omit<PackNeeds, 'ask' | 'now'>,
  id: string,
): Promise<Result<{ readonly edition: string | null }>> {
  return needs.locked(async () => {
    const { folder, program } = needs
    try {
      const { ledger } = loadPacks(folder, program)
      const files = filesOf(folder, id)
      const packs = ledger.packs.filter((row) => row.id !== id)
      if (files.length === 0 && packs.length === ledger.packs.length) return fail('pack-not-installed', 'never', { provider: id })
      await needs.replaceFile(ledgerFile(folder), ledgerBytes({ ...ledger, packs }))
      for (const name of files) rmSync(path.join(folder, name), { force: true })
      return ok({ edition: program.find((provider) => provider.id === id)?.edition ?? null })
    } catch (error) {
      return fileProblem(error, folder, 'writing')
    }
  })
}
