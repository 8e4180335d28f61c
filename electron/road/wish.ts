import type { Realm, Secret } from '../../shared/base/secret.ts'
import type { ClientId } from '../../shared/client/mail-client.ts'
import type { Said } from '../../shared/plan/plan-wish.ts'
import type { Provider } from '../../shared/provider/provider.ts'
import type { Manner } from '../../shared/plan/plan.ts'
import type { RunManner } from './app.ts'

/** Which mail programs shall be rewritten. */
export interface WishedPrograms {
  /** Only profiles below this folder; left out: wherever the system has them. */
  readonly root: string | undefined
  /** Outlook's accounts are looked up in this exported .reg file, and nothing else is looked at for it. For looking only: a run never has one. */
  readonly regFile?: string | undefined
  readonly wanted: readonly ClientId[]
  /** Asked for by name: one that is not supported, or that holds none of the mailboxes, is a problem then. */
  readonly named: readonly ClientId[]
  readonly expected: boolean
}

/** What a person wishes of a run, read and judged, whichever way it was said (command line, window). */
export interface Wish {
  /** Whose the papers are, where the person said so. */
  readonly provider: Provider | null
  readonly realm: Realm
  /** Mailboxes meant; none named: all of the papers. */
  readonly addresses: readonly string[]
  /** How the password is changed: by the recipe, by the person with guidance, or not (it was changed already). */
  readonly way: 'recipe' | 'guided' | 'skip'
  readonly said: Said
  readonly newPassword: Secret | null
  readonly roundTrip: boolean
  readonly proveOldDead: boolean
  readonly programs: WishedPrograms
  readonly manner: RunManner
  /** Where the run's passwords shall be kept; null: the program's own choice. */
  readonly vault: Manner['vault'] | null
}
