import { rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'

async function attributesApi() {
  const { default: koffi } = await import('koffi')
  const kernel = koffi.load('kernel32.dll')
  return {
    get: kernel.func('GetFileAttributesW', 'uint32', ['str16']),
    set: kernel.func('SetFileAttributesW', 'bool', ['str16', 'uint32']),
  }
}

/** Which of these a file has by Windows's numbers: read-only, hidden, system, not indexed. The others the file system sets by itself. */
export const fileAttributes = async (file: string): Promise<number> => Number((await attributesApi()).get(file)) & 0x2007

export async function setAttributes(file: string, attributes: number): Promise<void> {
  if (!(await attributesApi()).set(file, attributes)) throw new Error(`attributes of ${file}`)
}

/** Does the place keep attributes at all? Under Wine they need a file system with extended attributes. */
export async function keepsAttributes(folder: string): Promise<boolean> {
  const file = path.join(folder, 'attributes')
  writeFileSync(file, '')
  await setAttributes(file, 0x6)
  const kept = (await fileAttributes(file)) === 0x6
  await setAttributes(file, 0x80)
  rmSync(file)
  return kept
}
