import type { PasswordBox } from './password-box.ts'
import type { Registry } from './registry/registry.ts'
import type { WindowsSession } from './windows-session.ts'

/** What adapters of mail programs take of Windows. In tests it is made of the parts in memory. */
export interface WindowsParts {
  readonly registry: Registry
  /** Null where there is nothing to open passwords with (an exported file, read elsewhere). */
  readonly passwordBox: PasswordBox | null
  readonly session: WindowsSession
  /** Is there such a file? For what the registry says of installed programs. */
  readonly fileExists: (file: string) => Promise<boolean>
}
