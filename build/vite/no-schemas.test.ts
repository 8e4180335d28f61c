import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { security } from '../../shared/mail/endpoint.ts'
import { z as checked } from '../../shared/base/zod.ts'
import { z as stands } from './no-schemas.ts'

// The same type as what it stands for, as the page's modules see it.
// oxlint-disable-next-line typescript/no-unsafe-type-assertion
const z = stands as typeof checked

describe('what stands for zod in the page', () => {
  it('lets every schema be made, and answers nothing about one', () => {
    const name = z.string().min(1).regex(/x/).brand<'name'>()
    const thing = z.strictObject({ name, more: z.record(z.string(), z.union([z.number(), z.null()])).default({}) })
    expect(() => thing.shape.name.parse('x')).toThrow(/has no schemas: \.parse/)
    expect(() => thing.extend({ other: z.array(name).nullable() }).safeParse({})).toThrow(/has no schemas: \.safeParse/)
    expect(() =>
      z
        .lazy(() => thing)
        .optional()
        .parse({}),
    ).toThrow(/has no schemas/)
  })

  it('knows the words of a closed list as zod does', () => {
    const words = z.enum(security.options)
    expect(words.options).toEqual(security.options)
    for (const word of [...security.options, 'x', '', null, 1])
      expect(words.safeParse(word).success, String(word)).toBe(security.safeParse(word).success)
    expect(words.safeParse('tls').data).toBe('tls')
    expect(() => words.nullable().safeParse('tls')).toThrow(/has no schemas/)
  })
})

const root = path.resolve(import.meta.dirname, '..', '..')

/** Every file the page is made of, as its imports name them. */
function pageFiles(file = path.join(root, 'renderer', 'src', 'main.tsx'), seen = new Set<string>()): ReadonlySet<string> {
  if (seen.has(file) || !/\.tsx?$/.test(file)) return seen
  seen.add(file)
  for (const [, from] of readFileSync(file, 'utf8').matchAll(/^(?:import|export)\s(?!type\b)[^'"]*?from '(\.[^']+)'/gms))
    pageFiles(path.resolve(path.dirname(file), from!), seen)
  return seen
}

// What is refused aloud would still be a broken screen: here it is told before anybody opens one.
it('nothing in the page asks a schema but a closed list', () => {
  const files = [...pageFiles()].map((file) => readFileSync(file, 'utf8'))
  expect(files.length).toBeGreaterThan(100)
  // A name, or the end of a call whose schema has none.
  const asked = files.flatMap((text) =>
    [...text.matchAll(/(\w+|\W)\.(?:(?:safeParse|parse)(?:Async)?|options)\b/g)].map(([, name]) => name!),
  )
  const schemas = new Set(asked.filter((name) => !['Date', 'JSON', 'URL'].includes(name)))
  expect(schemas.size).toBeGreaterThan(2)
  const lists = files.flatMap((text) => [...text.matchAll(/\bconst (\w+) = z\s*\.enum\(/g)].map(([, name]) => name!))
  expect([...schemas].filter((name) => !lists.includes(name))).toEqual([])
})
