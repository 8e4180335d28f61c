import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { expect, it } from 'vitest'
import { z } from '../shared/base/zod.ts'

// What electron-builder itself checks its file with; it has no types of its own for this.
const fromBuilder = createRequire(createRequire(import.meta.url).resolve('app-builder-lib'))
const yaml = z.looseObject({ load: z.custom<(text: string) => unknown>() }).parse(fromBuilder('js-yaml'))
const { validateConfiguration } = z
  .looseObject({ validateConfiguration: z.custom<(config: unknown, log: { isEnabled: boolean }) => Promise<void>>() })
  .parse(fromBuilder('app-builder-lib/out/util/config/config.js'))

const text = readFileSync(path.resolve(import.meta.dirname, '..', 'electron-builder.yml'), 'utf8')
const judge = (changed: string) => validateConfiguration(yaml.load(changed), { isEnabled: false })

it('is understood by electron-builder, key by key', async () => {
  await judge(text)
  await expect(judge(text.replace('perMachine:', 'perMachin:'))).rejects.toThrow('configuration.nsis')
  await expect(judge(text.replace('runAsNode: false', 'runAsNode: 7'))).rejects.toThrow('configuration.electronFuses')
})

it('opens no door that a packaged program should keep shut', () => {
  const config = z
    .looseObject({ asar: z.literal(true), npmRebuild: z.literal(false), electronFuses: z.record(z.string(), z.boolean()) })
    .parse(yaml.load(text))
  expect(config.electronFuses).toEqual({
    runAsNode: false,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    grantFileProtocolExtraPrivileges: false,
    enableCookieEncryption: true,
  })
})
