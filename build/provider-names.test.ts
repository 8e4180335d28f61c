import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { providers } from '../shared/provider/index.ts'

/** Where a provider may be called by its name: its own data, and its own practice site. */
const own = /^(?:shared\/provider\/|electron\/practice\/portals\/)/

/** The rehearsal knows itself by name, and the one site it plays when nobody names another. */
const rehearsal: readonly string[] = [
  'electron/practice/practice.ts biglobe-ef',
  'electron/practice/stage.ts practice',
  'shared/pack/check-pack.ts practice',
]

test('no code asks which provider it is about: what differs is data', () => {
  const files = ['shared', 'electron', 'renderer'].flatMap((top) =>
    readdirSync(top, { recursive: true, encoding: 'utf8' }).map((file) => path.posix.join(top, file.replaceAll('\\', '/'))),
  )
  const sources = files.filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$|\/fixtures\//.test(file) && !own.test(file))
  const named = sources.flatMap((file) => {
    const text = readFileSync(file, 'utf8')
    // A command of the command line bears the rehearsal's name, too.
    const ids = providers.filter(({ id }) => id !== 'practice' || /provider: 'practice'|id === 'practice'/.test(text))
    return ids.flatMap(({ id }) => (text.includes(`'${id}'`) ? [`${file} ${id}`] : []))
  })
  expect(named.toSorted()).toEqual(rehearsal)
})
