import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { questionName } from '../shared/base/ask.ts'
import { problemCodes } from '../shared/base/problem.ts'
import { nextThing, notProvedStatement } from '../shared/proof/proof.ts'

/** Names nothing uses yet, and what for they wait. A name that is used does not belong here. */
const waiting: Readonly<Record<string, string>> = {
  'pdf-password':
    'a password on the record only where it was asked for: the command line has no option for it, the window will ask',
}

const declared = ['shared/base/problem.ts', 'shared/base/ask.ts', 'shared/proof/proof.ts']
const sources = ['shared', 'electron', 'renderer']
  .flatMap((top) =>
    readdirSync(top, { recursive: true, encoding: 'utf8' }).map((file) => path.posix.join(top, file.replaceAll('\\', '/'))),
  )
  .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$|\/fixtures\/|^shared\/words\//.test(file) && !declared.includes(file))
  .map((file) => readFileSync(file, 'utf8'))
  .join('\n')
const used = (name: string): boolean => sources.includes(`'${name}'`) || new RegExp(`^\\s*${name}: '`, 'm').test(sources)

test.each([
  ['problem codes', problemCodes],
  ['questions', questionName.options],
  ['things left to do', nextThing.options],
  ['statements of what was not proved', notProvedStatement.options],
] as const)('%s: each is used, or is known to wait for something', (_what, names) => {
  const list: readonly string[] = names
  expect(list.filter((name) => !used(name) && !Object.hasOwn(waiting, name))).toEqual([])
  expect(list.filter((name) => used(name) && Object.hasOwn(waiting, name))).toEqual([])
})
