import { access } from 'node:fs/promises'
import path from 'node:path'
import { chooseOutlook, type OutlookChoice } from '../../../shared/client/by-hand/choose-outlook.ts'
import { keyIn, regType, valueIn } from '../../../shared/client/outlook/registry-tree.ts'
import type { HandParts } from './find-by-hand.ts'

const preferences = ['Software\\Policies\\Microsoft\\office\\16.0\\outlook', 'Software\\Microsoft\\Office\\16.0\\Outlook'].map(
  (key) => `HKEY_CURRENT_USER\\${key}\\Preferences`,
)

/** The switch “New Outlook”: an administrator's comes before the person's own; null where neither is set. */
async function switchOf({ registry }: HandParts): Promise<boolean | null> {
  for (const key of preferences) {
    const read = await registry.readKey(key)
    const value = read.ok && read.value ? valueIn(keyIn(read.value, key), 'UseNewOutlook') : null
    if (value?.type === regType.dword && value.bytes.length === 4) return value.bytes.some((byte) => byte !== 0)
  }
  return null
}

const exists = (folder: string): Promise<boolean> =>
  access(folder).then(
    () => true,
    () => false,
  )

/** Which Outlook is in use on this PC. `local`: the user's own folder for programs of this PC. What cannot be asked tells nothing. */
export async function whichOutlook(parts: HandParts, local: string, classicAccounts: boolean): Promise<OutlookChoice> {
  const programs = await parts.session.programs()
  return chooseOutlook({
    programs: programs.ok ? programs.value : [],
    useNew: await switchOf(parts),
    classicAccounts,
    newFolder: await exists(path.join(local, 'Microsoft', 'Olk')),
  })
}
