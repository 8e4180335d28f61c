import { existsSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { doors, faultsOf, rowOf, rows, sourcesBelow } from './check-layers.mjs'

const root = path.resolve(import.meta.dirname, '..')

describe('faultsOf finds', () => {
  it.each([
    ['a decider that does', 'shared/plan/x.ts', "import { runner } from '../../electron/run/runner.ts'"],
    ['the same by a crooked path', 'shared/plan/x.ts', "import { runner } from './../../electron/run/runner.ts'"],
    ['the same without a space', 'shared/plan/x.ts', "import{runner}from'../../electron/run/runner.ts'"],
    ['the same over several lines', 'shared/plan/x.ts', "import {\n  one,\n  two,\n} from '../../electron/run/runner.ts'"],
    ['the same handed on', 'shared/plan/x.ts', "export * from '../../electron/run/runner.ts'"],
    ['the same as a type', 'shared/plan/x.ts', "import type { Runner } from '../../electron/run/runner.ts'"],
    ['the same by a late import', 'shared/plan/x.ts', "const late = await import('../../electron/run/runner.ts')"],
    [
      'the same by a late import of another line',
      'shared/plan/x.ts',
      "const late = import(\n  '../../electron/run/runner.ts'\n)",
    ],
    ['the same for its effect only, without a space', 'shared/plan/x.ts', "import'../../electron/run/runner.ts'"],
    ['the same for its effect only', 'shared/plan/x.ts', "import '../../electron/run/runner.ts'"],
    ['neighbours that know each other', 'electron/portal/x.ts', "import { imap } from '../probe/imap.ts'"],
    ['a decider that looks upwards', 'shared/mail/x.ts', "import { plan } from '../plan/plan.ts'"],
    ['Node in a decider', 'shared/mail/x.ts', "import path from 'node:path'"],
    ['a package in a decider', 'shared/mail/x.ts', "import { parse } from 'csv-parse/sync'"],
    ['Node in the window', 'renderer/src/x.ts', "import path from 'node:path'"],
    ['a doer in the window', 'renderer/src/x.tsx', "import { router } from '../../electron/ipc/router.ts'"],
    ['a second door for imapflow', 'electron/probe/other.ts', "import { ImapFlow } from 'imapflow'"],
    ['a second door for keytar', 'electron/store/other.ts', "const { default: keytar } = await import('keytar')"],
    ['a package of a scope', 'electron/run/x.ts', "import { ZxcvbnFactory } from '@zxcvbn-ts/core'"],
    ['a part of a package', 'electron/run/x.ts', "import x from 'playwright-core/lib/server'"],
    ['compose used by a room', 'electron/cli/x.ts', "import { compose } from '../compose.ts'"],
    ['the practice of tests in the product', 'electron/run/x.ts', "import { server } from '../../e2e/fakes/scripted-server.ts'"],
    ['a room without a row', 'electron/attic/x.ts', ''],
  ])('%s', (_, file, text) => {
    expect(faultsOf(file, `// first line\n${text}\n`)).not.toEqual([])
  })

  it('each of several', () => {
    const text = "import path from 'node:path'\nimport { a } from '../plan/plan.ts'\nexport { b } from 'imapflow'\n"
    // imapflow is both no package for a decider and behind another door.
    expect(faultsOf('shared/mail/x.ts', text)).toHaveLength(4)
  })
})

describe('faultsOf allows', () => {
  it.each([
    ['its own folder', 'electron/store/x.ts', "import { y } from './y.ts'"],
    [
      'what the table says',
      'electron/clients/x.ts',
      "import { y } from '../files/y.ts'\nimport { z } from '../../shared/base/zod.ts'",
    ],
    ['compose in the command line', 'electron/cli.ts', "import { compose } from './compose.ts'"],
    ['the door itself', 'electron/store/keyring-process.ts', "const { default: keytar } = await import('keytar')"],
    [
      'a test to look anywhere',
      'shared/mail/x.test.ts',
      "import { server } from '../../e2e/fakes/s.ts'\nimport * as fc from 'fast-check'",
    ],
    ['words about imports', 'shared/mail/x.ts', 'const text = "we import mail from \'node:path\' daily"'],
  ])('%s', (_, file, text) => {
    expect(faultsOf(file, `${text}\n`)).toEqual([])
  })
})

describe('the table', () => {
  it('has a row for every folder, and the sources keep to it', () => {
    const files = ['shared', 'electron', 'renderer'].flatMap((top) => sourcesBelow(root, top))
    expect(files.length).toBeGreaterThan(30)
    expect(files.filter((file) => !(rowOf(file) in rows))).toEqual([])
  })

  it('names no file as a door that is not there', () => {
    const places = Object.values(doors).flat()
    const missing = places.filter((place) => place.endsWith('.ts') && !existsSync(path.join(root, place)))
    expect(missing).toEqual([])
  })
})
