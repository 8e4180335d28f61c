import type { Secret } from '../base/secret.ts'
import type { GiveName } from './told-line.ts'

/** Empties the clipboard, if it still holds the value that was put there. Asked twice it does nothing more. */
export type TakeBack = () => Promise<void>

/** What the program does at the person's own desk while the person acts. */
export interface GuideHands {
  /**
   * Opens a page in the person's own browser, for the person to use; true once it was handed over. False where there is no display or nothing
   * to open it with, and for anything that is no plain http or https address. `browser`: the one that was named.
   */
  readonly openPage: (url: string, browser: string | null) => Promise<boolean>
  /** Puts a value on the clipboard, for a minute at most; null where there is none. */
  readonly copy: (value: Secret) => Promise<TakeBack | null>
  /** Shows a password on the screen in front of the person; null where nothing shown would be seen by the person alone. */
  readonly show: ((what: GiveName, value: Secret) => void) | null
}
