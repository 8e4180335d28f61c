import path from 'node:path'
import { fail, ok, type Result } from '../../../shared/base/result.ts'
import { z } from '../../../shared/base/zod.ts'
import type { BackupManifest, Backups } from '../../../shared/client/mail-client.ts'
import { valueAt } from '../../../shared/client/outlook/compare-trees.ts'
import { printReg } from '../../../shared/client/outlook/print-reg.ts'
import { type RegistryTree, type RegistryValue, sameValue, subtree } from '../../../shared/client/outlook/registry-tree.ts'
import { type ValuePlace, valuePlace } from '../../../shared/client/outlook/value-names.ts'
import { makePrivateFolder, sha256 } from '../../files/backups.ts'
import { readPlainFile, safeWrite } from '../../files/safe-write.ts'
import type { Registry } from '../registry/registry.ts'
import { readOutlookProfile } from './read-outlook.ts'
import { valueHash } from './value-hash.ts'

type Entry = BackupManifest['files'][number]
type TakeOrder = Parameters<Backups['take']>[0]
type PutBackOrder = Parameters<Backups['putBack']>[0]

const dumpFile = (folder: string): string => path.join(folder, 'values.json')

/** The values as they were, raw: what undo writes. */
const dump = z.strictObject({
  version: z.literal(1),
  values: z.array(z.strictObject({ name: z.string(), spelling: z.string(), type: z.int().nonnegative(), base64: z.string() })),
})

const refused = (name: string): ReturnType<typeof fail> =>
  fail('file-unreadable', 'after-person', { file: name, reason: 'copy-damaged' })

function placed(folder: string, name: string): ValuePlace {
  const place = valuePlace(folder, name)
  if (!place) throw new Error(`no value that may be rewritten: ${name}`)
  return place
}

const valueNow = (tree: RegistryTree, { path: key, name }: ValuePlace): RegistryValue | null => valueAt(tree, key, name)

function entryOf(name: string, value: RegistryValue | null): Entry {
  return value
    ? { name, existed: true, size: value.bytes.length, sha256: valueHash(value), mode: 0 }
    : { name, existed: false, size: 0, sha256: '', mode: 0 }
}

/** Writes a file for the user alone and holds what then stands there against it. */
async function keepFile(file: string, bytes: Uint8Array): Promise<Result<void>> {
  const written = await safeWrite(file, bytes, 0o600)
  if (!written.ok) return written
  const copy = await readPlainFile(file)
  if (!copy.ok) return copy
  return copy.value && sha256(copy.value.bytes) === sha256(bytes)
    ? ok()
    : fail('file-unreadable', 'now', { file, reason: 'copy-differs' })
}

const text = (json: unknown): Buffer => Buffer.from(`${JSON.stringify(json, null, 2)}\n`)

async function take(registry: Registry, now: () => Date, order: TakeOrder): Promise<Result<BackupManifest>> {
  const profile = await readOutlookProfile(registry, order.folder)
  if (!profile.ok) return profile
  const made = await makePrivateFolder(order.into)
  if (!made.ok) return made
  const values = order.names.map((name) => ({ name, value: valueNow(profile.value.tree, placed(order.folder, name)) }))
  const raw = values.flatMap(({ name, value }) =>
    value ? [{ name, spelling: value.name, type: value.type, base64: Buffer.from(value.bytes).toString('base64') }] : [],
  )
  const manifest: BackupManifest = {
    version: 1,
    client: order.client,
    folder: order.folder,
    takenAt: now().toISOString(),
    files: values.map(({ name, value }) => entryOf(name, value)),
  }
  const files: readonly (readonly [string, Uint8Array])[] = [
    ['profile.reg', printReg(subtree(profile.value.tree, order.folder))],
    ['values.json', text({ version: 1, values: raw })],
    // Last: a folder without it is no copy.
    ['manifest.json', text(manifest)],
  ]
  for (const [name, bytes] of files) {
    const kept = await keepFile(path.join(order.into, name), bytes)
    if (!kept.ok) return kept
  }
  return ok(manifest)
}

async function readDump(from: string): Promise<Result<ReadonlyMap<string, RegistryValue>>> {
  const file = dumpFile(from)
  const read = await readPlainFile(file, from)
  if (!read.ok) return read
  if (!read.value) return fail('file-missing', 'after-person', { file })
  try {
    const parsed = dump.safeParse(JSON.parse(read.value.bytes.toString('utf8')))
    if (!parsed.success) return refused(file)
    return ok(
      new Map(
        parsed.data.values.map(({ name, spelling, type, base64 }) => [
          name,
          { name: spelling, type, bytes: new Uint8Array(Buffer.from(base64, 'base64')) },
        ]),
      ),
    )
  } catch (error) {
    if (error instanceof SyntaxError) return refused(file)
    throw error
  }
}

interface Restore {
  readonly place: ValuePlace
  readonly value: RegistryValue | null
}

/** What has to be written to put one value back: null when it stands as it was. Refuses a damaged copy and a value changed by someone else. */
function restoreOf(
  order: PutBackOrder,
  { folder, tree }: { readonly folder: string; readonly tree: RegistryTree },
  copies: ReadonlyMap<string, RegistryValue>,
  entry: Entry,
): Result<Restore | null> {
  const place = valuePlace(folder, entry.name)
  if (!place) return refused(entry.name)
  const value = valueNow(tree, place)
  const current = value ? valueHash(value) : null
  if (current === (entry.existed ? entry.sha256 : null)) return ok(null)
  const ours = order.rewritten.some(({ name, sha256: hash }) => name === entry.name && hash === current)
  if (!ours && !order.anyway) return fail('file-changed-since', 'after-person', { file: entry.name })
  if (!entry.existed) return ok({ place, value: null })
  const copy = copies.get(entry.name)
  return copy && valueHash(copy) === entry.sha256 ? ok({ place, value: copy }) : refused(entry.name)
}

async function putBack(registry: Registry, manifest: BackupManifest, order: PutBackOrder): Promise<Result<void>> {
  const copies = await readDump(order.from)
  if (!copies.ok) return copies
  const profile = await readOutlookProfile(registry, manifest.folder)
  if (!profile.ok) return profile
  const restores: Restore[] = []
  for (const entry of manifest.files) {
    const restore = restoreOf(order, profile.value, copies.value, entry)
    if (!restore.ok) return restore
    if (restore.value) restores.push(restore.value)
  }
  const heard = restores.length > 0 ? await order.announce() : ok()
  if (!heard.ok) return heard
  for (const { place, value } of restores) {
    const done = value ? await registry.setValue(place.path, value) : await registry.deleteValue(place.path, place.name)
    if (!done.ok) return done
  }
  const after = await readOutlookProfile(registry, manifest.folder)
  if (!after.ok) return after
  const wrong = restores.find(({ place, value }) => !sameValue(valueNow(after.value.tree, place), value))
  return wrong ? fail('client-read-back-differs', 'now', { file: wrong.place.name }) : ok()
}

/**
 * Copies of an account's values: raw in `values.json` (undo writes them back byte for byte and takes away what was not there), and the whole
 * profile as `profile.reg` for a person with regedit. Both are for the user alone: they hold sealed passwords. The manifest names values as
 * if they were files. A name that leads elsewhere than to a value a rewrite may set is refused.
 */
export const outlookBackups = (registry: Registry, files: Pick<Backups, 'manifestOf'>, now: () => Date): Backups => ({
  take: (order) => take(registry, now, order),
  manifestOf: (from) => files.manifestOf(from),
  putBack: async (order) => {
    const manifest = await files.manifestOf(order.from)
    return manifest.ok ? putBack(registry, manifest.value, order) : manifest
  },
})
