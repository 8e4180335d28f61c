import { decodeText } from './decode-value.ts'
import { joinPath, keyIn, type RegistryTree, valueIn } from './registry-tree.ts'

const machine = 'HKEY_LOCAL_MACHINE\\SOFTWARE'
const versions = ['16.0', '15.0', '14.0'] as const

/** The class that names the registered Outlook. */
const currentClass = 'HKEY_CLASSES_ROOT\\Outlook.Application\\CurVer'

const roots = [machine, joinPath(machine, 'WOW6432Node')].flatMap((root) =>
  versions.map((version) => ({ version, path: joinPath(root, 'Microsoft', 'Office', version, 'Outlook', 'InstallRoot') })),
)
const clickToRun = [
  { version: '16.0', path: joinPath(machine, 'Microsoft', 'Office', 'ClickToRun', 'Configuration'), folder: 'root\\Office16' },
  {
    version: '15.0',
    path: joinPath(machine, 'Microsoft', 'Office', '15.0', 'ClickToRun', 'Configuration'),
    folder: 'root\\Office15',
  },
] as const

/** The keys that tell which Outlook is installed: each to be read by itself, without what is below it. */
export const installKeys: readonly string[] = [...roots, ...clickToRun].map(({ path }) => path).concat(currentClass)

const textIn = (tree: RegistryTree, path: string, name: string): string | null => {
  const value = valueIn(keyIn(tree, path), name)
  return value && decodeText(value)
}

/** Where an OUTLOOK.EXE should be, and which generation it would be. A place alone proves nothing: uninstalled Offices leave theirs. */
export function installPlaces(tree: RegistryTree): readonly { readonly version: string; readonly folder: string }[] {
  return [
    ...roots.flatMap(({ version, path }) => {
      const folder = textIn(tree, path, 'Path')
      return folder ? [{ version, folder }] : []
    }),
    ...clickToRun.flatMap(({ version, path, folder }) => {
      const root = textIn(tree, path, 'InstallationPath')
      return root ? [{ version, folder: joinPath(root.replace(/\\+$/, ''), folder) }] : []
    }),
  ]
}

/** The generation that Windows would start by class (`Outlook.Application.16`); null where none is registered. 2010 (14) keeps its profiles in the old place. */
export function registeredVersion(tree: RegistryTree): string | null {
  const number = /^Outlook\.Application\.(\d{1,2})$/i.exec(textIn(tree, currentClass, '') ?? '')?.[1]
  return number ? `${number}.0` : null
}

/** Where the profiles of an installed generation may be: 14.0 and before keep them in the old place. */
export const profilesVersions = (installed: Iterable<string>): readonly string[] => [
  ...new Set([...installed].flatMap((version) => (Number.parseInt(version, 10) <= 14 ? [version, 'old'] : [version]))),
]
