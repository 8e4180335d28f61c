import { problem } from '../base/problem.ts'
import type { Result } from '../base/result.ts'
import type { Secret } from '../base/secret.ts'
import { z } from '../base/zod.ts'
import { endpoint, type Endpoint } from '../mail/endpoint.ts'

export const clientId = z.enum(['thunderbird', 'outlook'])
export type ClientId = z.infer<typeof clientId>

/**
 * One account as the mail program stores it. `key` is the program's own handle (Thunderbird: `account1`, Outlook: `00000002`).
 * `storedPassword`: for incoming / outgoing; `locked` = cannot be told without the primary password.
 */
export const foundAccount = z.strictObject({
  key: z.string(),
  address: z.string(),
  /** Addresses of further identities of the same account, when there are any. */
  otherAddresses: z.array(z.string()).optional(),
  userName: z.string(),
  incoming: endpoint,
  /** The program has no way to say STARTTLS where this account fetches mail: it is TLS from the start there, or nothing. */
  noStarttls: z.literal(true).optional(),
  outgoing: z
    .strictObject({
      key: z.string(),
      endpoint,
      userName: z.string(),
      signsIn: z.boolean(),
      /** Its stored password equals the incoming one; absent where that cannot be told. */
      sharesPassword: z.boolean().optional(),
      /** User names of other mailboxes that send through the same outgoing server, when there are any. */
      sharedWith: z.array(z.string()).optional(),
    })
    .nullable(),
  storedPassword: z.union([z.boolean(), z.literal('locked')]),
  storedOutgoingPassword: z.union([z.boolean(), z.literal('locked')]),
  /** False with `reason` for accounts this program leaves alone (OAuth, Kerberos, locked settings, unreadable). */
  changeable: z.boolean(),
  reason: problem.nullable(),
})
export type FoundAccount = Readonly<z.infer<typeof foundAccount>>

export const foundProfile = z.strictObject({
  client: clientId,
  /** Name shown to people. */
  name: z.string(),
  /** Absolute folder, or (Outlook) the whole path of a registry key; identifies the profile. */
  folder: z.string(),
  /** True for the profile the program opens by itself. */
  inUse: z.boolean(),
  running: z.boolean(),
  /** Null: none set. True: set, and needed before passwords can be read. */
  primaryPassword: z.boolean(),
  programVersion: z.string().nullable(),
  accounts: z.array(foundAccount),
  /** What a person should know: pref problems, `user.js` overrides, socketType 1, duplicates. */
  findings: z.array(problem),
})
export type FoundProfile = Readonly<z.infer<typeof foundProfile>>

/** One setting, before and after, in words a person can compare (`incoming`, `outgoing`, `userName`, `password`, …). Never a secret's value. */
export const settingChange = z.strictObject({ setting: z.string(), from: z.string(), to: z.string() })
export type SettingChange = Readonly<z.infer<typeof settingChange>>

/** What an account shall become. Only these values; everything else in the profile stays byte for byte. */
export const accountEdit = z.strictObject({
  client: clientId,
  folder: z.string(),
  key: z.string(),
  address: z.string(),
  incoming: endpoint,
  userName: z.string(),
  outgoing: z.strictObject({ key: z.string(), endpoint, userName: z.string() }).nullable(),
  /** Add a password entry where none is stored (the person agreed). Without it a missing entry stays missing. */
  storeMissingPassword: z.boolean(),
  changes: z.array(settingChange),
})
export type AccountEdit = Readonly<z.infer<typeof accountEdit>>

/** What stands on disk after a rewrite, read anew: what the program itself will use. */
export interface StoredAccount {
  readonly incoming: Endpoint
  readonly userName: string
  readonly password: Secret | null
  readonly outgoing: {
    readonly endpoint: Endpoint
    readonly userName: string
    readonly signsIn: boolean
    readonly password: Secret | null
  } | null
}

/** The primary password, when the profile has one; kept in memory only. */
export interface Unlock {
  readonly primaryPassword: Secret | null
}

/** Written beside the copies: what was copied, so that undo is byte-identical and a foreign change is noticed. */
export const backupManifest = z.strictObject({
  version: z.literal(1),
  client: clientId,
  folder: z.string(),
  takenAt: z.string(),
  files: z.array(
    z.strictObject({
      /** Path below `folder`, with `/`. */
      name: z.string(),
      /** False: the file did not exist, and undo removes it. */
      existed: z.boolean(),
      size: z.int().nonnegative(),
      sha256: z.string(),
      mode: z.int().nonnegative(),
    }),
  ),
})
export type BackupManifest = Readonly<z.infer<typeof backupManifest>>

/** A file as a rewrite leaves it: its path below the profile's folder with `/`, and its hash. */
export const writtenFile = z.strictObject({ name: z.string(), sha256: z.string() })
export type WrittenFile = Readonly<z.infer<typeof writtenFile>>

/** What a rewrite promises back: the settings that changed, and the hash of each file as it now stands (for undo). */
export const rewriteReport = z.strictObject({
  changed: z.array(settingChange),
  files: z.array(writtenFile),
  /** Things seen and left alone that the person should hear of (same password stored for CalDAV, …). */
  notes: z.array(problem),
})
export type RewriteReport = Readonly<z.infer<typeof rewriteReport>>

/** Where to look, if not wherever the system has a program's profiles. What is another program's is passed over. */
export interface WhereToLook {
  /** Thunderbird: only below this folder, which holds `profiles.ini`. */
  readonly root?: string | undefined
  /** Outlook: in this exported .reg file, and nowhere else. What is found so is for looking at; its folder means nothing here. */
  readonly regFile?: string | undefined
}

/** One kind of mail program on this PC. Adapters live in electron/clients, one file each, listed in its index. */
export interface MailClient {
  readonly id: ClientId
  /** All profiles and their accounts. Changes nothing. */
  find(where: WhereToLook): Promise<Result<readonly FoundProfile[]>>
  /** Is the program using this profile now? Asked before reading and again right before writing. */
  running(folder: string): Promise<Result<boolean>>
  /** Checks a primary password. ok(true) when right or none is set. */
  unlocks(folder: string, unlock: Unlock): Promise<Result<boolean>>
  /** Files a rewrite of this account may touch, relative to the profile: what a backup has to hold. (Outlook's are values of the registry, named as files.) */
  filesToBackUp(edit: Pick<AccountEdit, 'folder' | 'key'>): Promise<Result<readonly string[]>>
  /**
   * Computes the whole change in memory without writing: proves that keys unlock, entries are found, no locked setting
   * stands in the way. Returns the changes a person will be shown.
   */
  rehearse(edit: AccountEdit, unlock: Unlock): Promise<Result<readonly SettingChange[]>>
  /**
   * Rewrites. Refuses while the program runs, when a file is no longer the one in the manifest, through a symbolic link.
   * On any failure after the first write every file is put back. `announce` hears what every file is about to become, when all
   * has been checked and nothing written yet: where it refuses, nothing is.
   */
  rewrite(
    edit: AccountEdit,
    password: Secret,
    unlock: Unlock,
    manifest: BackupManifest,
    announce: (files: readonly WrittenFile[]) => Promise<Result<void>>,
  ): Promise<Result<RewriteReport>>
  /** Reads the account back from disk, decrypting what is stored. */
  readBack(edit: Pick<AccountEdit, 'folder' | 'key'>, unlock: Unlock): Promise<Result<StoredAccount>>
}

/** Copies with a manifest, outside the profile, readable by the user only. */
export interface Backups {
  /** Takes and verifies the copy (by hash). `into` is a folder of its own. */
  take(order: { client: ClientId; folder: string; names: readonly string[]; into: string }): Promise<Result<BackupManifest>>
  /** Reads a manifest back. */
  manifestOf(from: string): Promise<Result<BackupManifest>>
  /**
   * Puts every file back byte for byte. Where a file is neither as backed up nor as `rewritten` (someone changed it since)
   * it refuses with `file-changed-since`, unless `anyway`. `announce` is heard once every file has been checked and before the first is
   * written (not at all where nothing differs); its refusal stops it there.
   */
  putBack(order: {
    from: string
    rewritten: readonly WrittenFile[]
    anyway: boolean
    announce: () => Promise<Result<void>>
  }): Promise<Result<void>>
}
