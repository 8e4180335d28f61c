import path from 'node:path'
import { fail, ok, type Result } from '../../shared/base/result.ts'
import { z } from '../../shared/base/zod.ts'
import { parseJson } from '../../shared/pack/pack.ts'
import { readPackText } from './read-pack-file.ts'

const editionForm = '[0-9]{4}-[0-9]{2}-[0-9]{2}\\.[0-9]+'

/** A signer the person trusts, by his key. */
const trustedKey = z.strictObject({ fingerprint: z.string(), publicKey: z.string(), since: z.iso.datetime() })
export type TrustedKey = Readonly<z.infer<typeof trustedKey>>

/** A pack that was added with the person's consent. `sha256`: of its file; `hosts`: new places the person agreed to then. */
const addedPack = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  edition: z.string().regex(new RegExp(`^${editionForm}$`)),
  sha256: z.string(),
  signer: z.string(),
  addedAt: z.iso.datetime(),
  hosts: z.array(z.string()),
})
export type AddedPack = Readonly<z.infer<typeof addedPack>>

/** What was added here and whom the person trusts: a pack that does not stand in it is not used, however it came into the folder. */
const ledger = z.strictObject({ version: z.literal(1), keys: z.array(trustedKey), packs: z.array(addedPack) })
export type Ledger = Readonly<z.infer<typeof ledger>>

export const emptyLedger: Ledger = { version: 1, keys: [], packs: [] }

export const ledgerFile = (folder: string): string => path.join(folder, 'added.json')
export const packFile = (folder: string, { id, edition }: Pick<AddedPack, 'id' | 'edition'>): string =>
  path.join(folder, `pack-${id}@${edition}.json`)

/** Whose pack a file of the folder is, by its name; null for files that are none. */
export function packNamed(name: string): Pick<AddedPack, 'id' | 'edition'> | null {
  const found = new RegExp(`^pack-([a-z0-9-]+)@(${editionForm})\\.json$`).exec(name)
  return found ? { id: found[1]!, edition: found[2]! } : null
}

export const ledgerBytes = (content: Ledger): Uint8Array => Buffer.from(`${JSON.stringify(content, null, 2)}\n`)

/** The ledger of a folder; empty where there is none. A damaged one is a problem, never an empty one. */
export function readLedger(folder: string): Result<Ledger> {
  const file = ledgerFile(folder)
  const text = readPackText(file)
  if (!text.ok) return text.problem.code === 'file-missing' ? ok(emptyLedger) : text
  const read = ledger.safeParse(parseJson(text.value))
  return read.success ? ok(read.data) : fail('pack-damaged', 'after-person', { file, reason: 'pack-list-damaged' })
}
