import { fail } from '../../shared/base/result.ts'
import type { Backups, ClientId } from '../../shared/client/mail-client.ts'
import { fileBackups } from '../files/backups.ts'
import { outlookBackups } from './outlook/outlook-backups.ts'
import type { WindowsParts } from './windows-parts.ts'

/**
 * Copies of whatever a mail program keeps its settings in: files, or values of the registry. All go by the same manifest, which names the
 * program, so that what puts a copy back needs to know only where it lies.
 */
export function clientBackups(windows: WindowsParts | null, now: () => Date): Backups {
  const files = fileBackups(now)
  const registry = windows ? outlookBackups(windows.registry, files, now) : null
  const notHere = fail('client-not-found', 'after-person', { client: 'outlook', reason: 'windows-only' })
  const of = (client: ClientId): Backups | null => (client === 'outlook' ? registry : files)
  return {
    take: async (order) => of(order.client)?.take(order) ?? notHere,
    manifestOf: (from) => files.manifestOf(from),
    putBack: async (order) => {
      const manifest = await files.manifestOf(order.from)
      if (!manifest.ok) return manifest
      return of(manifest.value.client)?.putBack(order) ?? notHere
    },
  }
}
