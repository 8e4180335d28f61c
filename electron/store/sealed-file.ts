import { copyFile, lstat, readFile, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { errnoOf } from '../../shared/base/errno.ts'
import { fileProblem } from '../../shared/base/file-problem.ts'
import { fail, ok, type Result } from '../../shared/base/result.ts'
import type { Secret } from '../../shared/base/secret.ts'
import { z } from '../../shared/base/zod.ts'
import { nameBeside, replaceFile, syncFolder } from './durable-file.ts'
import { deriveKey, newDerivation, readBox, seal, unseal, type BoxKey, type Derivation, type VaultCost } from './sealed-box.ts'

/** `new`: there is no vault yet, the person chooses. `open`: there is one. Null: none was given. */
export type AskPassphrase = (why: 'new' | 'open') => Promise<Secret | null>

const contents = z.record(z.string(), z.string())
export type Contents = ReadonlyMap<string, string>

/** Named values in one encrypted file. */
export interface SealedFile {
  read(): Promise<Result<Contents>>
  /** Replaces the contents and flushes them. `forget`: no copy of what stood there before is kept. */
  write(next: Contents, forget: boolean): Promise<Result<void>>
}

/** The copy of the file as it was before the last change, for a disk that damages the file itself. */
const previousOf = (file: string): string => `${file}.bak`

const damaged = (file: string) => fail('vault-damaged', 'after-person', { file, previous: previousOf(file) })

/**
 * A sealed file and its passphrase, asked for once and again after a wrong one. A damaged file is reported and never
 * overwritten; so is a missing one whose previous copy still stands.
 */
export function sealedFile(file: string, passphrase: AskPassphrase, cost: VaultCost): SealedFile {
  let known: BoxKey | null = null

  const keyFor = async (why: 'new' | 'open', derivation: Derivation): Promise<Result<BoxKey>> => {
    if (known !== null && (why === 'new' || JSON.stringify(known.derivation) === JSON.stringify(derivation))) return ok(known)
    const given = await passphrase(why)
    if (given === null || given.reveal() === '') return fail('vault-locked', 'after-person', { file, cause: 'no-passphrase' })
    return ok(await deriveKey(given.reveal(), derivation))
  }

  const open = async (): Promise<Result<{ readonly contents: Contents; readonly key: BoxKey }>> => {
    const bytes = await bytesOf(file)
    if (!bytes.ok) return bytes
    const box = bytes.value === null ? null : readBox(bytes.value, cost)
    if (bytes.value !== null && box === null) return damaged(file)
    const key = await (box === null ? keyFor('new', newDerivation(cost)) : keyFor('open', box.derivation))
    if (!key.ok) return key
    const opened = box === null ? { text: '{}' } : unseal(box, key.value)
    known = opened === 'wrong-passphrase' ? null : key.value
    if (opened === 'wrong-passphrase') return fail('vault-locked', 'after-person', { file, cause: 'wrong-passphrase' })
    const found = opened === 'damaged' ? null : contents.safeParse(JSON.parse(opened.text))
    return found?.success ? ok({ contents: new Map(Object.entries(found.data)), key: key.value }) : damaged(file)
  }

  return {
    read: async () => {
      const now = await open()
      return now.ok ? ok(now.value.contents) : now
    },
    write: async (next, forget) => {
      // Opened again, so that a file which somebody else damaged or replaced meanwhile is not overwritten.
      const now = await open()
      if (!now.ok) return now
      try {
        await (forget ? rm(previousOf(file), { force: true }) : keepPrevious(file))
        const text = JSON.stringify(Object.fromEntries(next))
        await replaceFile(file, Buffer.from(`${JSON.stringify(seal(text, now.value.key))}\n`))
        return ok()
      } catch (error) {
        return fileProblem(error, file, 'writing')
      }
    },
  }
}

async function bytesOf(file: string): Promise<Result<Buffer | null>> {
  try {
    if (!(await lstat(file)).isFile()) return fail('file-is-link', 'after-person', { file })
    return ok(await readFile(file))
  } catch (error) {
    if (errnoOf(error) !== 'ENOENT') return fileProblem(error, file, 'reading')
  }
  const previous = await lstat(previousOf(file)).then(
    () => true,
    () => false,
  )
  return previous ? damaged(file) : ok(null)
}

async function keepPrevious(file: string): Promise<void> {
  const beside = nameBeside(file)
  try {
    await copyFile(file, beside)
    await rename(beside, previousOf(file))
    await syncFolder(path.dirname(file))
  } catch (error) {
    await rm(beside, { force: true })
    if (errnoOf(error) !== 'ENOENT') throw error
  }
}
