import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'

/** Names of prefs an administrator has fixed: prefs.js is overruled for them at every start. */
export type LockedPrefs = ReadonlyMap<string, string>

// Policy files are often links: they are read and never written, so a link is no danger here.
const textOf = (file: string): Promise<string | null> => readFile(file, 'latin1').catch(() => null)

function policyNames(text: string): readonly string[] {
  try {
    const parsed: unknown = JSON.parse(text.replace(/^\xef\xbb\xbf/, ''))
    const policies = parsed instanceof Object && 'policies' in parsed ? parsed.policies : null
    const prefs = policies instanceof Object && 'Preferences' in policies ? policies.Preferences : null
    if (!(prefs instanceof Object)) return []
    // `default` sets what applies where the person set nothing, `clear` removes once: neither overrules.
    return Object.entries(prefs).flatMap(([name, rule]: [string, unknown]) =>
      rule instanceof Object && 'Status' in rule && (rule.Status === 'default' || rule.Status === 'clear') ? [] : [name],
    )
  } catch {
    return []
  }
}

const call = /\b(?:lockPref|pref)\(\s*(["'])([^"']+)\1/g

/** Names an AutoConfig file fixes (`lockPref`) or sets anew at each start (`pref`). Its bytes are by default shifted by 13. */
function autoConfigNames(text: string): readonly string[] {
  const shifted = Array.from(text, (byte) => String.fromCharCode((byte.charCodeAt(0) + 243) % 256)).join('')
  return [text, shifted].flatMap((form) => [...form.matchAll(call)].map((found) => found[2]!))
}

/**
 * The prefs fixed by enterprise policies and AutoConfig files in the install folder the profile was last opened with. What a
 * script computes is not seen; Windows group policies are not read. An unreadable file fixes nothing that could be named.
 */
export async function readLockedPrefs(installFolder: string | null): Promise<LockedPrefs> {
  const locked = new Map<string, string>()
  const places = process.platform === 'linux' ? ['/etc/thunderbird/policies/policies.json'] : []
  if (installFolder) places.push(path.join(installFolder, 'distribution', 'policies.json'))
  for (const file of places) {
    const text = await textOf(file)
    for (const name of text === null ? [] : policyNames(text)) locked.set(name, file)
  }
  const configs = installFolder ? await readdir(installFolder).catch(() => []) : []
  for (const name of configs.filter((entry) => entry.toLowerCase().endsWith('.cfg'))) {
    const file = path.join(installFolder!, name)
    const text = await textOf(file)
    for (const pref of text === null ? [] : autoConfigNames(text)) locked.set(pref, file)
  }
  return locked
}
