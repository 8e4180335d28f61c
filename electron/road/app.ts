import type { Ask } from '../../shared/base/ask.ts'
import type { RunId } from '../../shared/base/ids.ts'
import type { Result } from '../../shared/base/result.ts'
import type { Realm, Secret, SecretRef } from '../../shared/base/secret.ts'
import type { FoundByHand } from '../../shared/client/by-hand/found-by-hand.ts'
import type { ClientId, FoundProfile, WhereToLook } from '../../shared/client/mail-client.ts'
import type { ChangedSince } from '../../shared/journal/changed-since.ts'
import type { WrittenEntry } from '../../shared/journal/entry.ts'
import type { RunState } from '../../shared/journal/fold-run.ts'
import type { PasswordWarning } from '../../shared/mail/check-password.ts'
import type { OwnWords } from '../../shared/mail/spell-words.ts'
import type { PasswordRule } from '../../shared/mail/password-rule.ts'
import type { Manner, Plan, RefusedPaper, SettledDifference } from '../../shared/plan/plan.ts'
import type { Said } from '../../shared/plan/plan-wish.ts'
import type { Step } from '../../shared/plan/step.ts'
import type { Catalogue, PackAdded, SignerDistrusted, TrustedSigner } from '../../shared/pack/catalogue.ts'
import type { Played } from '../../shared/portal/play-recipe.ts'
import type { Probe } from '../../shared/probe/probe.ts'
import type { Proof } from '../../shared/proof/proof.ts'
import type { Provider, Recovery } from '../../shared/provider/provider.ts'
import type { SheetAccounts, SheetMailbox } from '../../shared/sheet/sheet-accounts.ts'
import type { Lang } from '../../shared/words/lang.ts'

/** How a run is to be carried out; the vault is the program's own choice. */
export type RunManner = Omit<Manner, 'vault'>

export interface RunHooks {
  readonly ask: Ask
  readonly onEntry: (entry: WrittenEntry) => void
  readonly onProgress: (step: Step, what: string, facts?: Readonly<Record<string, string | number | boolean | null>>) => void
  readonly stop: AbortSignal
}

export interface RunEnd {
  readonly plan: Plan
  readonly state: RunState
  readonly entries: readonly WrittenEntry[]
}

/** One sheet with its questions settled, whose it is, and the mailboxes of it that are meant. */
export interface PaperOrder {
  readonly provider: Provider
  readonly sheet: SheetAccounts
  readonly sha256: string
  readonly mailboxes: readonly SheetMailbox[]
}

/** A paper that the run goes on without, and the mailboxes of it that were meant. */
export interface LeftOut extends RefusedPaper {
  readonly addresses: readonly string[]
}

export interface PlanOrder {
  readonly realm: Realm
  readonly papers: readonly PaperOrder[]
  readonly refused: readonly LeftOut[]
  readonly newPassword: Secret | null
  /** The password in force, where it is known to be another than the paper's; `run` and `which` of the reference mean nothing. */
  readonly kept: (ref: SecretRef) => Secret | null
  readonly skipPortal: boolean
  /** The person acts on the member site, the program tells and verifies. */
  readonly guided: boolean
  readonly said: Said
  readonly settled: readonly SettledDifference[]
  readonly roundTrip: boolean
  readonly proveOldDead: boolean
  readonly profiles: readonly FoundProfile[]
  /** Accounts in mail programs that are not rewritten. */
  readonly byHand?: readonly FoundByHand[]
  readonly clientExpected: boolean
  readonly manner: RunManner
  /** Where its passwords shall be kept; null: the program's own choice. */
  readonly vault: Manner['vault'] | null
}

export interface PreparedRun {
  readonly plan: Plan
  readonly given: (ref: SecretRef) => Secret | null
}

/**
 * What earlier runs know of a password that a plan is about to sign in with: which of them changed it last, and when; `resume`: a run that has sent
 * a change of which nothing has told yet what came of it. `replaced`: it is known not to be in force; `untold`: it could not be compared. `kept`: the one in force, where it is known.
 */
export interface PasswordBefore {
  readonly ref: SecretRef
  readonly run: RunId
  readonly at: string
  readonly resume: RunId | null
  readonly standing: 'replaced' | 'current' | 'untold'
  readonly kept: Secret | null
}

export interface ReadSheet {
  readonly accounts: SheetAccounts
  readonly sha256: string
  /** The lines it was read from, passwords and all: for showing a value where it stands, never stored. */
  readonly lines: readonly string[]
}

export interface ResetOrder {
  readonly provider: Provider
  readonly recovery: Recovery
  readonly link: NonNullable<Recovery['link']>
  readonly login: string
  readonly portalUrl: string | null
  readonly manner: RunManner
}

export interface RecoveryOrder {
  readonly recovery: Recovery
  readonly portalUrl: string | null
  readonly manner: RunManner
  readonly ask: Ask
  readonly report: (what: string) => void
  readonly stop: AbortSignal
}

/** One row of a list of mailboxes to check, and what came of it. */
export interface ListRow {
  readonly line: number
  readonly address: string
  readonly probes: readonly Awaited<ReturnType<Probe>>[]
  readonly problem: Proof['problems'][number] | null
}

/** The practice provider, running on this machine, with everything a rehearsal needs in one folder. */
export interface PracticeStage {
  readonly folder: string
  readonly provider: string
  readonly portalUrl: string
  readonly incoming: string
  readonly outgoing: string
  readonly sheetFile: string
  readonly caFile: string
  readonly thunderbirdRoot: string
  readonly addresses: readonly string[]
  readonly stop: () => Promise<void>
}

/** Everything the commands can ask for; composed in one place and the same for the window. */
export interface App {
  readonly version: string
  /** Where runs, records and the vault lie, absolute. */
  readonly dataDir: string
  readonly providers: readonly Provider[]
  readonly findProvider: (id: string) => Provider | null
  /** All editions of the providers' data, and which of them must not be used. */
  readonly catalogue: () => Catalogue
  /** `trust`: a signer's fingerprint named beforehand. */
  readonly addPack: (file: string, trust: string | null) => Promise<Result<PackAdded>>
  readonly trustedSigners: () => readonly TrustedSigner[]
  /** Takes a signer’s packs away with the trust in him. */
  readonly distrustSigner: (fingerprint: string) => Promise<Result<SignerDistrusted>>
  readonly removePack: (id: string) => Promise<Result<{ readonly edition: string | null }>>
  readonly readSheet: (file: string, provider: string | null, stop: AbortSignal) => Promise<Result<ReadSheet>>
  /** The same from text that was typed or pasted; `file` is the name it goes by. */
  readonly readSheetText: (file: string, text: string, provider: string | null) => ReadSheet
  /** Mail programs this one can rewrite on this system. */
  readonly mailPrograms: readonly ClientId[]
  /** Profiles of these mail programs, where it is said or wherever the system has them. */
  readonly findProfiles: (where: WhereToLook, programs: readonly ClientId[]) => Promise<Result<readonly FoundProfile[]>>
  /** Accounts of mail programs of this PC that are not rewritten: told of, with what to type. `profiles`: what was found of the others. */
  readonly findByHand: (profiles: readonly FoundProfile[]) => Promise<readonly FoundByHand[]>
  readonly preparePlan: (order: PlanOrder) => Promise<Result<PreparedRun>>
  /** `compare`: with what the vault holds (it is opened for that); else the journals alone are asked. */
  readonly passwordsBefore: (prepared: PreparedRun, compare: boolean) => Promise<readonly PasswordBefore[]>
  /** Passwords of a run that another run has sent a change of since. */
  readonly changedSince: (plan: Plan, entries: readonly WrittenEntry[]) => Promise<readonly ChangedSince[]>
  /** Plan and new password for setting a forgotten one anew behind the link that comes. */
  readonly prepareReset: (order: ResetOrder) => PreparedRun
  /** Sends a request for a user name or a reset on the member site, each act asked about before. */
  readonly requestRecovery: (order: RecoveryOrder) => Promise<Played>
  /** Where the passwords of a new run are kept, unless it says otherwise; `vaultNamed`: because the person said so. */
  readonly vault: Manner['vault']
  readonly vaultNamed: boolean
  /** Says whether passwords can be kept safely here: asked before anything else of a run. */
  readonly vaultReady: (plan: Plan | null) => Promise<Result<void>>
  /** Says whether the disk has room for what a new run writes. */
  readonly roomReady: () => Promise<Result<void>>
  readonly startRun: (prepared: PreparedRun, hooks: RunHooks) => Promise<Result<RunEnd>>
  /** `manner`: what is said anew; null takes what the run was started with. */
  readonly resumeRun: (plan: Plan, manner: RunManner | null, hooks: RunHooks) => Promise<Result<RunEnd>>
  readonly undoRun: (
    plan: Plan,
    hooks: RunHooks,
  ) => Promise<Result<RunEnd & { readonly undone: readonly Step[]; readonly problem: Proof['problems'][number] | null }>>
  readonly runs: () => Promise<Result<readonly RunId[]>>
  readonly readRun: (run: RunId) => Promise<Result<readonly WrittenEntry[]>>
  /** Of a damaged journal: the entries before the damage. */
  readonly soundPart: (run: RunId) => Promise<Result<readonly WrittenEntry[]>>
  /** `kept`: the journal says the vault has them all; then one that is missing is a problem. */
  readonly secretsOf: (
    plan: Plan,
    kept: boolean,
  ) => Promise<Result<readonly { readonly ref: SecretRef; readonly value: Secret }[]>>
  /** Writes down that a run's passwords were shown. */
  readonly noteRevealed: (run: RunId) => Promise<Result<void>>
  /** Is a run on in this data folder, here or in another process? */
  readonly busy: () => Promise<boolean>
  /** A masked picture taken in a run, by the name its journal has for it. */
  readonly pictureOf: (run: RunId, name: string) => Promise<Result<Uint8Array>>
  /** Takes a run away with its passwords, pictures, copies and papers; without `sure` not one that is still needed. */
  readonly deleteRun: (run: RunId, sure: boolean) => Promise<Result<void>>
  readonly windowSettings: () => Promise<{ readonly lang: Lang }>
  readonly keepWindowSettings: (settings: { readonly lang: Lang }) => Promise<Result<void>>
  readonly proofOf: (plan: Plan, entries: readonly WrittenEntry[], profiles: readonly FoundProfile[]) => Promise<Proof>
  /** Writes a text where the person said, in place of what was there. Refuses what no plain file can be put in place of. */
  readonly writeText: (file: string, text: string) => Promise<Result<void>>
  /** The files a record named so consists of. */
  readonly recordPlaces: (file: string) => { readonly pdf: string; readonly json: string }
  /** Writes the A4 record and the JSON proof beside it; answers with both paths. */
  readonly writeRecord: (
    proof: Proof,
    file: string | null,
    lang: Lang,
  ) => Promise<Result<{ readonly pdf: string; readonly json: string }>>
  readonly probe: Probe
  /** Rows as they come; bad lines of the file first. */
  readonly probeList: (
    file: string,
    options: { readonly atOnce: number; readonly ca: string | undefined; readonly stop: AbortSignal },
  ) => Promise<Result<AsyncIterable<ListRow>>>
  /**
   * Starts it with the named faults (`slow`, `maintenance`, …) in force; its papers and profile are written into `folder`. `provider`: whose member
   * site is played; null: the practice provider's own.
   */
  readonly startPractice: (folder: string, faults: readonly string[], provider: string | null) => Promise<Result<PracticeStage>>
  /** Null where the random bytes ran out first: there is no password then, and no empty one either. */
  readonly makePassword: (rule: PasswordRule) => Secret | null
  readonly guess: (
    password: Secret,
    own?: OwnWords,
  ) => Promise<{ readonly score: number; readonly warning: PasswordWarning | null }>
}
