import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { z } from '../shared/base/zod.ts'

const names = z.record(z.string(), z.string()).default({})
const locked = z.looseObject({
  name: z.string().optional(),
  version: z.string().optional(),
  resolved: z.string().optional(),
  integrity: z.string().optional(),
  inBundle: z.boolean().optional(),
  hasInstallScript: z.boolean().optional(),
  optionalDependencies: names,
})
const lockfile = z.looseObject({ lockfileVersion: z.literal(3), packages: z.record(z.string(), locked) })
const packageFile = z.looseObject({ dependencies: names, devDependencies: names, optionalDependencies: names })

const root = path.resolve(import.meta.dirname, '..')
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8')
const { packages } = lockfile.parse(JSON.parse(read('package-lock.json')))
const ours = packageFile.parse(JSON.parse(read('package.json')))
const direct = { ...ours.dependencies, ...ours.devDependencies, ...ours.optionalDependencies }
const installed = Object.entries(packages).filter(([place]) => place !== '')

it('names no host: any registry serves it', () => {
  expect(installed.filter(([, one]) => one.resolved !== undefined).map(([place]) => place)).toEqual([])
  expect(read('package-lock.json')).not.toMatch(/https?:\/\/[^"]*\.tgz/)
})

it('proves every package by its hash', () => {
  expect(installed.filter(([, one]) => one.integrity === undefined && one.inBundle !== true).map(([place]) => place)).toEqual([])
})

it('has the packages of the card, each at one exact version, and the one that is locked', () => {
  expect(Object.keys(direct)).toEqual(
    expect.arrayContaining([
      'electron',
      'electron-builder',
      'react',
      'vite',
      'imapflow',
      'nodemailer',
      'keytar',
      'vitest',
      'playwright',
    ]),
  )
  for (const [name, wanted] of Object.entries(direct)) {
    const [, alias, version] = /^(?:npm:(.+)@)?(\d+\.\d+\.\d+)$/.exec(wanted) ?? []
    expect({ name, wanted: version }).toEqual({ name, wanted: packages[`node_modules/${name}`]?.version })
    expect(packages[`node_modules/${name}`]?.name).toBe(alias)
  }
})

// Newest versions that install everywhere: newer ones name companions of an exact version that not every registry has, and then
// `npm ci` refuses on every platform. keytar is the maintained fork that carries its binaries.
it('keeps the pins', () => {
  expect(direct).toMatchObject({
    imapflow: '2.1.2',
    oxlint: '1.89.0',
    'oxlint-tsgolint': '7.0.2004',
    keytar: 'npm:@github/keytar@7.10.6',
  })
})

it('locks every platform of a package that comes in several, or npm ci refuses', () => {
  const missing = installed.flatMap(([place, one]) =>
    Object.keys(one.optionalDependencies).filter((name) => {
      const nested = `${place}/node_modules/${name}`
      return !(nested in packages) && !installed.some(([other]) => other.endsWith(`node_modules/${name}`))
    }),
  )
  expect(missing).toEqual([])
})

it('needs no install script', () => {
  expect(read('.npmrc')).toMatch(/^ignore-scripts=true$/m)
  // These carry one that builds what is already there; the checks run without any.
  const known = new Set(
    ['keytar', 'koffi', 'native-reg', 'electron-winstaller', 'fsevents'].map((name) => `node_modules/${name}`),
  )
  expect(installed.filter(([place, one]) => one.hasInstallScript === true && !known.has(place)).map(([place]) => place)).toEqual(
    [],
  )
})

it('locks what a Windows under Wine takes from it', () => {
  for (const name of ['@rolldown/binding-win32-x64-msvc', '@koromix/koffi-win32-x64']) {
    const owner = name.startsWith('@rolldown') ? 'rolldown' : 'koffi'
    expect(packages[`node_modules/${name}`]).toMatchObject({ version: packages[`node_modules/${owner}`]?.version })
    expect(read('package-lock.json')).toMatch(
      new RegExp(`"node_modules/${name}": \\{\\s*"version": "[^"]+",\\s*"integrity": "sha512-`),
    )
  }
})
