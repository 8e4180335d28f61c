#!/usr/bin/env node
// The table of who may use whom, as data. Reads import lines as text (TypeScript 7 has no compiler API).
// Test files may import anything; only they may import from e2e/. A folder without a row is an error.
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

const shared = (...names) => names.map((name) => `shared/${name}`)
const doers = [
  'files',
  'os',
  'sheets',
  'portal',
  'probe',
  'store',
  'run',
  'papers',
  'practice',
  'password',
  'packs',
  'guide',
  'work',
]

/** folder → folders it may take values from (its own is always allowed). '*' = all of that tree. */
export const rows = {
  'shared/base': [],
  'shared/mail': shared('base'),
  'shared/sheet': shared('base', 'mail'),
  'shared/portal': shared('base', 'mail'),
  'shared/probe': shared('base', 'mail'),
  'shared/client': shared('base', 'mail'),
  'shared/provider': shared('base', 'mail', 'sheet', 'portal'),
  'shared/pack': shared('base', 'mail', 'sheet', 'portal', 'provider'),
  'shared/guide': shared('base', 'mail', 'portal', 'provider'),
  'shared/plan': shared('base', 'mail', 'portal', 'probe', 'client', 'provider', 'sheet', 'guide'),
  'shared/journal': shared('base', 'provider', 'plan'),
  'shared/proof': shared('base', 'mail', 'journal', 'plan', 'probe'),
  'shared/campaign': shared('base', 'journal'),
  'shared/words': ['shared/*'],
  'shared/screen': shared('base', 'mail', 'client', 'plan', 'probe', 'journal', 'proof', 'ipc'),
  'shared/ipc': ['shared/*'],
  ...Object.fromEntries(doers.map((room) => [`electron/${room}`, ['shared/*']])),
  'electron/road': ['shared/*'],
  'electron/cli': ['shared/*', 'electron/road'],
  'electron/ipc': ['shared/*', 'electron/road'],
  'electron/clients': ['shared/*', 'electron/files', 'electron/os'],
  'electron/': ['shared/*', 'electron/*'],
  // What stands beside the folders (api, flow, the window's state) is used from both; parts never name a screen.
  'renderer/src': ['shared/*', 'renderer/src/*'],
  'renderer/src/screens': ['shared/*', 'renderer/src', 'renderer/src/parts'],
  'renderer/src/parts': ['shared/*', 'renderer/src'],
  'renderer/': [],
}

/** outside package → the only places that may import it (a file, or a folder ending in /). */
export const doors = {
  imapflow: ['electron/probe/imap.ts'],
  nodemailer: ['electron/probe/smtp.ts', 'electron/probe/send-message.ts'],
  'playwright-core': ['electron/portal/'],
  keytar: ['electron/store/keyring-process.ts'],
  koffi: [
    'electron/files/windows-attributes.ts',
    'electron/os/toolhelp.ts',
    'electron/store/windows-process-start.ts',
    'electron/clients/dpapi-box.ts',
    'electron/clients/native-session.ts',
  ],
  'native-reg': ['electron/clients/registry/native-registry.ts'],
  electron: ['electron/main.ts', 'electron/window.ts', 'electron/preload.ts', 'electron/ipc/'],
  'smtp-server': ['electron/practice/'],
  selfsigned: ['electron/practice/'],
  'sql.js': ['electron/clients/', 'electron/practice/'],
  pdfkit: ['electron/papers/'],
  '@zxcvbn-ts/core': ['electron/password/'],
  'csv-parse': ['electron/'],
  'react-aria-components': ['renderer/src/app.tsx', 'renderer/src/parts/'],
}
const onlyComposers = { 'electron/compose.ts': ['electron/main.ts', 'electron/cli.ts'] }

const importLine =
  /(?:^|\n)\s*(?:import|export)\b[^'"]*?from\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]|(?:^|\n)\s*import\s*['"]([^'"]+)['"]/g

export const rowOf = (file) => {
  const [top, second, ...rest] = file.split('/')
  if (top === 'renderer' && rest.length > 1) return `${top}/${second}/${rest[0]}`
  return rest.length > 0 ? `${top}/${second}` : `${top}/`
}
const allowed = (list, target) =>
  list.some((entry) => (entry.endsWith('/*') ? target.startsWith(entry.slice(0, -1)) : target === entry))

/** What is wrong with one file's imports: sentences, empty when all is well. `file` is relative to the root, with '/'. */
export function faultsOf(file, text) {
  const faults = []
  const row = rowOf(file)
  if (!(row in rows)) return [`${file}: no row for ${row} in build/check-layers.mjs`]
  const test = /\.test\.tsx?$/.test(file)
  for (const found of text.matchAll(importLine)) {
    const specifier = found[1] ?? found[2] ?? found[3]
    if (specifier.startsWith('.')) {
      const target = path.posix.join(path.posix.dirname(file), specifier)
      if (test) continue
      if (target.startsWith('e2e/')) faults.push(`${file}: only tests may import ${target}`)
      const door = onlyComposers[target]
      if (door && !door.includes(file)) faults.push(`${file}: ${target} is imported by ${door.join(' and ')} only`)
      const from = rowOf(target)
      if (from !== row && !allowed(rows[row], from)) faults.push(`${file}: ${row} may not use ${from} (${specifier})`)
    } else if (!test) {
      const name = specifier.startsWith('@') ? specifier.split('/').slice(0, 2).join('/') : specifier.split('/')[0]
      if (doors[name] && !doors[name].some((place) => file === place || (place.endsWith('/') && file.startsWith(place)))) {
        faults.push(`${file}: ${name} is imported in ${doors[name].join(', ')} only`)
      }
      if (file.startsWith('shared/') && name !== 'zod') faults.push(`${file}: shared/ takes zod and nothing else (${specifier})`)
      if (file.startsWith('renderer/') && specifier.startsWith('node:'))
        faults.push(`${file}: no Node in the window (${specifier})`)
    }
  }
  return faults
}

export function sourcesBelow(root, top) {
  return readdirSync(path.join(root, top), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:ts|tsx|mts)$/.test(entry.name) && !entry.parentPath.includes('fixtures'))
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const root = path.resolve(import.meta.dirname, '..')
  const files = ['shared', 'electron', 'renderer'].flatMap((top) => sourcesBelow(root, top))
  if (files.length === 0) throw new Error('check-layers found no source file: it would check nothing')
  const faults = files.flatMap((file) => faultsOf(file, readFileSync(path.join(root, file), 'utf8')))
  for (const fault of faults) console.error(fault)
  console.log(`layers: ${files.length} files, ${faults.length} faults`)
  process.exitCode = faults.length > 0 ? 1 : 0
}
