import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { providers } from '../shared/provider/index.ts'

/** Where a provider may be called by its name: its own data, and its own practice site. */
const own = /^(?:shared\/provider\/|electron\/practice\/portals\/)/

const known: readonly string[] = [
  // The rehearsal knows itself by name, and the one site it plays when nobody names another.
  'electron/practice/practice.ts biglobe-ef',
  'electron/practice/stage.ts practice',
  'shared/pack/check-pack.ts practice',
  // How an option is spelled, told by an example.
  'shared/words/cli-help.ts ocn',
]

const withoutComments = (source: string): string => source.replace(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm, '')
const camel = (id: string): string => id.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())
// A command, a folder and a part of the data bear the rehearsal's name, too: only where it is asked for as a provider's.
const rehearsal = /\b(?:id|provider)\b[^\n]{0,30}['"`]practice['"`/]|\bcase ['"`]practice['"`/]|['"`]practice\/(?!.*\.ts')/

/** Does code call a provider by its name: as a text, in a recipe's id (`ocn/…`), in a template, as a key, or by what its data are imported as? */
function names(source: string, id: string): boolean {
  const code = withoutComments(source)
  if (id === 'practice') return rehearsal.test(code)
  const spellings = [...new Set([id, camel(id)])].join('|')
  return new RegExp(`(?<![A-Za-z0-9])(?:${spellings})(?![A-Za-z0-9])`).test(code)
}

test('no code asks which provider it is about: what differs is data', () => {
  const files = ['shared', 'electron', 'renderer'].flatMap((top) =>
    readdirSync(top, { recursive: true, encoding: 'utf8' }).map((file) => path.posix.join(top, file.replaceAll('\\', '/'))),
  )
  const sources = files.filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$|\/fixtures\//.test(file) && !own.test(file))
  const named = sources.flatMap((file) => {
    const text = readFileSync(file, 'utf8')
    return providers.flatMap(({ id }) => (names(text, id) ? [`${file} ${id}`] : []))
  })
  expect(named.toSorted()).toEqual(known)
})

test.each([
  ["if (provider.id === 'ocn') return", 'ocn'],
  ['if (provider.id === "ocn") return', 'ocn'],
  ["if (recipe.id.startsWith('ocn/')) return", 'ocn'],
  ["if (recipe.id === 'my-pikara/portal-password') return", 'my-pikara'],
  ['const at = `ocn/${realm}`', 'ocn'],
  ['const at = `${base}/biglobe-ef`', 'biglobe-ef'],
  ['return /^(?:ucom|nobody)$/.test(provider.id)', 'ucom'],
  ['const waits = { ocn: 60 }', 'ocn'],
  ["switch (id) {\n  case 'oshigoto-pikara':", 'oshigoto-pikara'],
  ["import { myPikara } from '../provider/my-pikara/facts.ts'", 'my-pikara'],
  ['if (provider === myPikara) return', 'my-pikara'],
  ["if (provider.id === 'practice') return", 'practice'],
  ["if (recipe.id.startsWith('practice/')) return", 'practice'],
  ["switch (id) {\n  case 'practice':", 'practice'],
])('a name planted in code is found: %s', (code, id) => {
  expect(providers.filter((provider) => names(code, provider.id)).map((provider) => provider.id)).toEqual([id])
})

test('comments and words that only hold a name are none', () => {
  const code =
    "/** As seen at ocn. */\n// ucom, too\nconst a = 'docno' + `${ocnaLike}`\nconst url = 'https://host.example/' // ocn\n"
  expect(providers.filter(({ id }) => names(code, id))).toEqual([])
})
