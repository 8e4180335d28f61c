import path from 'node:path'
import { readdir } from 'node:fs/promises'
import type { FoundByHand, HandAccount, HandProgram } from '../../../shared/client/by-hand/found-by-hand.ts'
import { readBeckyMailbox } from '../../../shared/client/by-hand/read-becky-mailbox.ts'
import { readOeaccount } from '../../../shared/client/by-hand/read-oeaccount.ts'
import type { FoundProfile } from '../../../shared/client/mail-client.ts'
import { keyIn, regType, valueIn } from '../../../shared/client/outlook/registry-tree.ts'
import { readPlainFile } from '../../files/safe-write.ts'
import type { Surroundings } from '../thunderbird-roots.ts'
import type { WindowsSession } from '../windows-session.ts'
import type { Registry } from '../registry/registry.ts'
import { whichOutlook } from './which-outlook.ts'

/** What finding takes of Windows; the rest of it is not touched. */
export interface HandParts {
  readonly registry: Pick<Registry, 'readKey'>
  readonly session: Pick<WindowsSession, 'programs'>
}

export type HandNeeds = Pick<Surroundings, 'env' | 'home'>

const user = 'HKEY_CURRENT_USER\\Software'

/** A folder named in the registry; null where none is. Its `%NAME%` parts are filled in from the environment, as Windows does. */
async function folderIn(parts: HandParts, needs: HandNeeds, key: string, name: string): Promise<string | null> {
  const read = await parts.registry.readKey(key)
  const value = read.ok && read.value ? valueIn(keyIn(read.value, key), name) : null
  if (!value || (value.type !== regType.text && value.type !== regType.expandText)) return null
  const text = Buffer.from(value.bytes)
    .toString('utf16le')
    .replace(/\0[\s\S]*$/, '')
  const known = new Map(Object.entries(needs.env).map(([own, filled]) => [own.toUpperCase(), filled]))
  return text.replace(/%([^%]+)%/g, (whole, own: string) => known.get(own.toUpperCase()) ?? whole)
}

/** Files that fit, in a folder and in the folders right below it; none where there is no such folder. */
async function filesBelow(folder: string, fits: RegExp): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
  const inside = await Promise.all(
    entries
      .filter((entry) => entry.isDirectory())
      .map(async ({ name }) =>
        (await readdir(path.join(folder, name)).catch(() => [])).map((file) => path.join(folder, name, file)),
      ),
  )
  const own = entries.filter((entry) => entry.isFile()).map(({ name }) => path.join(folder, name))
  return [...own, ...inside.flat()].filter((file) => fits.test(path.basename(file))).toSorted()
}

/** As Windows's programs write text: UTF-16 or UTF-8 with its mark, else in the code page of Japan. */
function textOf(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return bytes.toString('utf16le', 2)
  if (bytes[0] === 0xef && bytes[1] === 0xbb) return bytes.toString('utf8', 3)
  // XML without a mark is UTF-8 by its own rules; the same bytes that are not are of the code page.
  const utf8 = bytes.toString('utf8')
  return utf8.includes('\ufffd') ? new TextDecoder('shift_jis').decode(bytes) : utf8
}

async function accountsIn(
  program: HandProgram,
  folders: readonly (string | null)[],
  fits: RegExp,
  read: (text: string) => HandAccount | null,
): Promise<readonly FoundByHand[]> {
  const wanted = new Set(folders.flatMap((folder) => (folder === null ? [] : [path.resolve(folder)])))
  const files = (await Promise.all([...wanted].map((folder) => filesBelow(folder, fits)))).flat()
  const found: FoundByHand[] = []
  for (const place of new Set(files)) {
    const file = await readPlainFile(place)
    // What cannot be read may hold any account: said, never left out.
    if (!file.ok) found.push({ program, place, account: null })
    const account = file.ok && file.value ? read(textOf(file.value.bytes)) : null
    if (account) found.push({ program, place, account: { ...account } })
  }
  return found
}

/**
 * Mail programs on this PC that hold accounts and are not rewritten: Windows Live Mail (and the Windows Mail before it), Becky!, and the new
 * Outlook where it is the one in use (its accounts are with Microsoft, so none is told). `profiles`: what was found of the programs that are
 * rewritten. Changes nothing, looks at no password. Null for `parts`: this is no Windows, and there are none.
 */
export async function findByHand(
  parts: HandParts | null,
  needs: HandNeeds,
  profiles: readonly FoundProfile[],
): Promise<readonly FoundByHand[]> {
  if (!parts) return []
  const classicAccounts = profiles.some(({ client, accounts }) => client === 'outlook' && accounts.length > 0)
  const local = needs.env['LOCALAPPDATA'] ?? path.join(needs.home, 'AppData', 'Local')
  const names = ['Windows Live Mail', 'Windows Mail']
  const said = names.map((name) => folderIn(parts, needs, `${user}\\Microsoft\\${name}`, 'Store Root'))
  const liveMail = [...(await Promise.all(said)), ...names.map((name) => path.join(local, 'Microsoft', name))]
  const becky = await folderIn(parts, needs, `${user}\\RimArts\\B2\\Settings`, 'DataDir')
  const { inUse, by } = await whichOutlook(parts, local, classicAccounts)
  return [
    ...(inUse === 'new' || inUse === 'both' ? [{ program: 'outlook-new' as const, place: by, account: null }] : []),
    ...(await accountsIn('windows-live-mail', liveMail, /^account.*\.oeaccount$/i, readOeaccount)),
    ...(await accountsIn('becky', [becky], /^mailbox\.ini$/i, readBeckyMailbox)),
  ]
}
