/** One profile of a `profiles.ini`. `path` is as written there, with `/`; relative to the folder of the file unless `absolute`. */
export interface ListedProfile {
  readonly name: string
  readonly path: string
  readonly absolute: boolean
  /** Thunderbird opens it by itself: an install names it, else it is marked `Default=1`, else it is the only one. */
  readonly inUse: boolean
}

interface Section {
  readonly name: string
  readonly values: ReadonlyMap<string, string>
}

/** Splits an INI text into sections; of a key that stands twice the last counts. Comments, BOM and CRLF are taken as Mozilla's own reader does. */
export function readIni(text: string): readonly Section[] {
  const sections: { name: string; values: Map<string, string> }[] = []
  for (const line of text.replace(/^\ufeff/, '').split(/\r\n|\r|\n/)) {
    const header = /^\s*\[([^\]]*)\]/.exec(line)
    if (header) sections.push({ name: header[1]!, values: new Map() })
    const pair = header ? null : /^\s*([^#;=\s][^=]*?)\s*=(.*)$/.exec(line)
    if (pair) sections.at(-1)?.values.set(pair[1]!, pair[2]!)
  }
  return sections
}

const installDefaults = (text: string, plain: boolean): readonly string[] =>
  readIni(text)
    .filter(({ name }) => plain || name.startsWith('Install'))
    .flatMap(({ values }) => values.get('Default') ?? [])

/**
 * Reads `profiles.ini` (and `installs.ini`, which repeats the installs and counts only where the first names none). The profile
 * in use is the one an install names; `Default=1` is a leftover of older versions and differs from it on fresh profiles (seen with 153).
 */
export function readProfilesIni(text: string, installsIni: string | null): readonly ListedProfile[] {
  const sections = readIni(text).filter(({ name, values }) => /^Profile[0-9]+$/.test(name) && values.get('Path'))
  const own = installDefaults(text, false)
  const installs = new Set(own.length > 0 || installsIni === null ? own : installDefaults(installsIni, true))
  const named = sections.some(({ values }) => installs.has(values.get('Path')!))
  const marked = sections.some(({ values }) => values.get('Default') === '1')
  return sections.map(({ values }) => {
    const path = values.get('Path')!
    const inUse = named ? installs.has(path) : marked ? values.get('Default') === '1' : sections.length === 1
    return { name: values.get('Name') ?? path, path, absolute: values.get('IsRelative') !== '1', inUse }
  })
}

/** What `compatibility.ini` tells: the version last used, its major number, and the folder the program was installed in. */
export interface LastUse {
  readonly version: string
  readonly major: number
  readonly installFolder: string | null
}

/** Reads `LastVersion=153.7.0_<build>/<build>`. Null when it is not there: such a profile was never used, or by something else. */
export function readCompatibility(text: string): LastUse | null {
  const values = readIni(text).find(({ name }) => name === 'Compatibility')?.values
  const version = /^([0-9]+)[0-9.a-z]*/.exec(values?.get('LastVersion') ?? '')
  if (!version) return null
  return { version: version[0], major: Number(version[1]), installFolder: values?.get('LastPlatformDir') || null }
}
