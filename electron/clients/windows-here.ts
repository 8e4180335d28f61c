import { access } from 'node:fs/promises'
import { dpapiBox } from './dpapi-box.ts'
import { nativeSession } from './native-session.ts'
import { nativeRegistry } from './registry/native-registry.ts'
import type { WindowsParts } from './windows-parts.ts'

const fileExists = (file: string): Promise<boolean> =>
  access(file).then(
    () => true,
    () => false,
  )

/** Windows's own parts, where this is Windows; null elsewhere. What is native in them is loaded when it is first asked. */
export const windowsHere = (platform: NodeJS.Platform): WindowsParts | null =>
  platform === 'win32' ? { registry: nativeRegistry, passwordBox: dpapiBox, session: nativeSession, fileExists } : null
