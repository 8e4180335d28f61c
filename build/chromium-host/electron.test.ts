import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { sourcesBelow } from '../check-layers.mjs'

const root = path.resolve(import.meta.dirname, '..', '..')
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8')
const names = (list: string): readonly string[] =>
  list
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '' && !one.startsWith('type '))

// A name that is missing stops the program when it is loaded: here it is told before any browser stands.
it('the stand-in has every name that the main process takes from Electron', () => {
  const provided = [...read('build/chromium-host/electron.ts').matchAll(/export \{([^}]*)\}/g)].flatMap(([, list]) =>
    names(list!),
  )
  const main = sourcesBelow(root, 'electron').filter((file) => !file.endsWith('.test.ts') && file !== 'electron/preload.ts')
  const taken = main.flatMap((file) =>
    [...read(file).matchAll(/^import \{([^}]*)\} from 'electron'/gm)].flatMap(([, list]) => names(list!)),
  )
  expect(taken.length).toBeGreaterThan(6)
  expect(taken.filter((name) => !provided.includes(name))).toEqual([])
})
