import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { memoryPasswordBox } from '../../electron/clients/memory-password-box.ts'
import { sealPassword } from '../../electron/clients/outlook/stored-passwords.ts'
import type { PasswordBox } from '../../electron/clients/password-box.ts'
import { memoryRegistry } from '../../electron/clients/registry/memory-registry.ts'
import type { Registry } from '../../electron/clients/registry/registry.ts'
import type { WindowsParts } from '../../electron/clients/windows-parts.ts'
import { saidSession } from '../../electron/clients/windows-session.ts'
import { situations } from '../../electron/clients/fixtures/outlook/situations.ts'
import type { Result } from '../../shared/base/result.ts'
import { Secret } from '../../shared/base/secret.ts'
import { parseReg } from '../../shared/client/outlook/parse-reg.ts'
import { type RegistryTree, type RegistryValue, subtree, withAncestors } from '../../shared/client/outlook/registry-tree.ts'

const value = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.problem))
  return result.value
}

/** What is asked before each write: to let it pass, to refuse it, or (it throws) to end everything as a power cut does. */
export type Gate = (path: string, name: string) => 'pass' | 'refuse'

/** A user's registry with one situation in it, and all that goes with it: in memory, or the real one of Windows. */
export interface OutlookWorld {
  readonly parts: WindowsParts
  /** Image names of what runs. */
  readonly programs: string[]
  /** Who asks before each write of the program; undisturbed at first. */
  gate: Gate
  /** Everything an Outlook could have stored, as it stands now, past the gate. */
  readonly now: () => Promise<RegistryTree>
  /** Sets a value as another program would. */
  readonly meddle: (path: string, value: RegistryValue) => Promise<void>
  readonly remove: (path: string, name: string) => Promise<void>
}

export const regFileOf = (name: string): string =>
  path.resolve(import.meta.dirname, '..', '..', 'electron', 'clients', 'fixtures', 'outlook', `${name}.reg`)

const microsoft = 'HKEY_CURRENT_USER\\Software\\Microsoft'
const places = ['Office', 'Windows NT\\CurrentVersion\\Windows Messaging Subsystem'] as const

function gated(registry: Registry, gate: () => Gate): Registry {
  const refused = (file: string): Result<void> => ({
    ok: false,
    problem: { code: 'client-not-writable', again: 'after-person', facts: { file } },
  })
  return {
    ...registry,
    setValue: async (at, one) => (gate()(at, one.name) === 'pass' ? registry.setValue(at, one) : refused(one.name)),
    deleteValue: async (at, name) => (gate()(at, name) === 'pass' ? registry.deleteValue(at, name) : refused(name)),
  }
}

/** Seals the passwords of a situation, which its file holds in shape only. */
async function sealAll(name: string, registry: Registry, box: PasswordBox): Promise<void> {
  const { keys } = situations.find((one) => one.name === name)!
  for (const { path: at, values } of keys) {
    for (const [valueName, content] of Object.entries(values)) {
      if (content.kind !== 'password') continue
      value(await registry.setValue(at, value(await sealPassword(box, valueName, new Secret(content.password)))))
    }
  }
}

function worldOf(registry: Registry, box: PasswordBox): OutlookWorld {
  const programs: string[] = []
  const world: OutlookWorld = {
    programs,
    gate: () => 'pass',
    parts: {
      registry: gated(registry, () => world.gate),
      passwordBox: box,
      session: saidSession(() => programs),
      fileExists: async () => false,
    },
    now: async () => {
      const trees: RegistryTree[] = []
      for (const place of places) trees.push(value(await registry.readTree(`${microsoft}\\${place}`)) ?? new Map())
      return new Map(trees.flatMap((tree) => [...tree]))
    },
    meddle: async (at, one) => value(await registry.setValue(at, one)),
    remove: async (at, name) => value(await registry.deleteValue(at, name)),
  }
  return world
}

const fileTree = (name: string): RegistryTree => value(parseReg(readFileSync(regFileOf(name)), name))

async function memoryWorld(name: string): Promise<OutlookWorld> {
  const registry = memoryRegistry(withAncestors(fileTree(name)))
  const box = memoryPasswordBox('taro')
  await sealAll(name, registry, box)
  return worldOf(registry, box)
}

/**
 * The real registry, with Windows's own import and data protection. Everything of Office is taken out of it first: only where it is known to
 * be Wine's, which is made for tests. A developer's own PC has mail in there.
 */
async function windowsWorld(name: string, imported: boolean): Promise<OutlookWorld> {
  const [{ nativeRegistry }, { dpapiBox }, reg] = await Promise.all([
    import('../../electron/clients/registry/native-registry.ts'),
    import('../../electron/clients/dpapi-box.ts'),
    import('native-reg'),
  ])
  if (!value(await nativeRegistry.readKey('HKEY_CURRENT_USER\\Software\\Wine')))
    throw new Error('not in a registry of somebody’s own')
  for (const place of places) {
    const below = `Software\\Microsoft\\${place}`
    const key = reg.openKey(reg.HKCU, below, reg.Access.READ)
    if (!key) continue
    reg.closeKey(key)
    reg.deleteTree(reg.HKCU, below)
  }
  if (imported) {
    const done = spawnSync('reg.exe', ['import', regFileOf(name)])
    if (done.status !== 0) throw new Error(`reg import: ${done.status}`)
  } else {
    for (const { path: at, values } of fileTree(name).values()) {
      const key = reg.createKey(reg.HKCU, at.replace(/^HKEY_CURRENT_USER\\/, ''), reg.Access.WRITE)
      for (const one of values.values()) reg.setValueRaw(key, one.name, one.type, Buffer.from(one.bytes))
      reg.closeKey(key)
    }
  }
  await sealAll(name, nativeRegistry, dpapiBox)
  return worldOf(nativeRegistry, dpapiBox)
}

/**
 * A fresh world with one situation: Windows's own where there is Windows, in memory elsewhere. `imported`: by Windows's own tool, which takes
 * ten times as long.
 */
export const outlookWorld = (name: string, imported = false): Promise<OutlookWorld> =>
  process.platform === 'win32' ? windowsWorld(name, imported) : memoryWorld(name)

/** One part of a tree, as texts that can be compared and read: order means nothing. */
export const plainTree = (tree: RegistryTree, below = 'HKEY_CURRENT_USER'): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...subtree(withAncestors(tree), below).values()].flatMap(({ path: at, values }) => [
      [at, 'key'],
      ...[...values.values()].map(({ name, type, bytes }) => [`${at}\\${name}`, `${type}:${Buffer.from(bytes).toString('hex')}`]),
    ]),
  )
