import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Ask } from '../shared/base/ask.ts'
import type { RunId } from '../shared/base/ids.ts'
import type { Realm, Vault } from '../shared/base/secret.ts'
import { enoughBytes, makePassword } from '../shared/mail/make-password.ts'
import { z } from '../shared/base/zod.ts'
import type { FoundProfile } from '../shared/client/mail-client.ts'
import type { Plan } from '../shared/plan/plan.ts'
import { changesMade } from '../shared/journal/changes-made.ts'
import type { WrittenEntry } from '../shared/journal/entry.ts'
import { guideLines } from '../shared/guide/guide-lines.ts'
import type { GuideHands } from '../shared/guide/guide-hands.ts'
import type { Catalogue } from '../shared/pack/catalogue.ts'
import type { PlayRecipe } from '../shared/portal/play-recipe.ts'
import { providers } from '../shared/provider/index.ts'
import type { App } from './road/app.ts'
import { clientBackups } from './clients/client-backups.ts'
import { findByHand } from './clients/by-hand/find-by-hand.ts'
import { mailClients, programsHere } from './clients/index.ts'
import { findAllProfiles } from './clients/find-all-profiles.ts'
import { windowsHere } from './clients/windows-here.ts'
import { safeWrite } from './files/safe-write.ts'
import { guideHands } from './guide/guide-hands.ts'
import { hasDisplay } from './guide/surroundings.ts'
import { packStore } from './packs/pack-store.ts'
import { recordPlaces, saveRecord } from './papers/save-record.ts'
import { guessPassword } from './password/guess-password.ts'
import { findBrowser } from './portal/browser.ts'
import { playRecipe } from './portal/play-recipe.ts'
import { probeDoor, reachDoor, roundTrip } from './probe/probe.ts'
import { readSheet, readSheetText } from './sheets/index.ts'
import { makePerformers, type Hands } from './run/make-performers.ts'
import { readOtherRuns } from './run/other-runs.ts'
import { changedElsewhere, passwordsBefore } from './run/passwords-before.ts'
import { preparePlan } from './run/prepare-plan.ts'
import { prepareReset } from './run/prepare-reset.ts'
import { proofOf } from './run/proof-of.ts'
import { deleteRun } from './run/delete-run.ts'
import { noteRevealed, resumeRun, type SessionNeeds, startRun, undoRun } from './run/run-session.ts'
import { requestRecovery } from './run/request-recovery.ts'
import { secretsOfPlan } from './run/secrets-of-plan.ts'
import { checkRoom } from './store/check-room.ts'
import { checkVault } from './store/check-vault.ts'
import { systemDataDir, thisSystem } from './store/data-dir.ts'
import { replaceFile } from './store/durable-file.ts'
import { fileVault } from './store/file-vault.ts'
import type { VaultCost } from './store/sealed-box.ts'
import { JournalUnwritable } from './store/journal-file.ts'
import { memoryVault } from './store/memory-vault.ts'
import { osVault } from './store/os-vault.ts'
import { passphraseFrom } from './store/passphrase.ts'
import { runStore } from './store/run-store.ts'
import { keepWindowSettings, readWindowSettings, type WindowSettings } from './store/window-settings.ts'

import type { Works } from './work/serve-work.ts'

export interface ComposeSettings {
  readonly dataDir: string | null
  /** Which vault was named; null: the one a run was started with, and the system's store for a new one. */
  readonly vault: Plan['manner']['vault'] | null
  readonly ask: Ask
  /** Shows a password on the screen in front of the person; left out where there is none. */
  readonly show?: GuideHands['show']
  readonly environment: Readonly<Record<string, string | undefined>>
  /** Who visits member sites and draws papers; left out: this process itself. */
  readonly work?: Works
  /** Plays the recipes in a browser that is there already; left out: each visit starts its own. */
  readonly play?: PlayRecipe
  /** What a guess at the passphrase of a vault's file shall cost; left out: the product's own. For tests, which derive hundreds of keys. */
  readonly vaultCost?: VaultCost
}

const packageFile = z.looseObject({ version: z.string() })
/** Read once from the package beside dist (or the checkout): the same file electron-builder ships. */
const { version } = packageFile.parse(JSON.parse(readFileSync(path.join(import.meta.dirname, '..', 'package.json'), 'utf8')))

const bytes = (count: number): Uint8Array => new Uint8Array(randomBytes(count))
const now = (): Date => new Date()

type Store = ReturnType<typeof runStore>
type Vaults = Readonly<Record<Plan['manner']['vault'], Vault>>

function makeVaults(file: string, settings: ComposeSettings): Vaults {
  const passphrase = passphraseFrom(settings.ask, settings.environment)
  return { os: osVault(), file: fileVault(file, passphrase, settings.vaultCost), memory: memoryVault() }
}

type Known = () => Catalogue

/** Where an installed browser is; null where there is none of that name. */
function browserAt(named: string | null): string | null {
  const found = findBrowser(named)
  return found.ok ? found.value : null
}

function guideOf(known: Known, id: string, ...change: readonly [Realm, Realm | null]) {
  const provider = known().find(id)
  return provider ? guideLines(provider, ...change) : []
}

function makeHands(store: Store, known: Known, { environment, show, work, play }: ComposeSettings): Hands {
  const desk = { platform: process.platform, env: environment }
  const system = { ...desk, home: thisSystem().home }
  const windows = windowsHere(process.platform)
  return {
    probe: (order) => probeDoor(order),
    reach: (order) => reachDoor(order),
    roundTrip,
    play: play ?? work?.play ?? playRecipe,
    backups: clientBackups(windows, now),
    clients: mailClients({ ...system, windows, now, random: bytes }),
    changeOf: (id, realm, signIn, recipe) => known().changeOf(id, realm, signIn, recipe),
    screen: hasDisplay(desk),
    guide: guideHands(desk, { findBrowser: browserAt, show: show ?? null }),
    guideOf: (id, realm, signIn) => guideOf(known, id, realm, signIn),
    recoveryOf: (id, recovery) =>
      known()
        .find(id)
        ?.recoveries.find((one) => one.id === recovery) ?? null,
    limitOf: (id) => known().find(id)?.limits.refusedSignIns ?? { most: 2, hours: 1 },
    evidenceOf: (run) => store.evidenceOf(run),
    history: store,
    now: () => Date.now(),
  }
}

const makePacks = ({ folder, locked }: Store, ask: Ask) =>
  packStore({ folder: path.join(folder, 'packs'), program: providers, locked, replaceFile, ask, now })

/** Mail programs of this PC, and what is in them. */
const programsOf = ({ clients }: Hands, { environment }: ComposeSettings) => {
  const windows = windowsHere(process.platform)
  return {
    mailPrograms: programsHere({ windows }),
    findProfiles: (...[where, programs]: Parameters<App['findProfiles']>) => findAllProfiles(clients, where, programs),
    findByHand: (profiles: readonly FoundProfile[]) =>
      findByHand(windows, { home: thisSystem().home, env: environment }, profiles),
  }
}

const changedIn = (store: Store) => ({
  changedSince: (plan: Plan, entries: readonly WrittenEntry[]) => changedElsewhere(store, plan, entries),
})

/** What lies in the data folder: runs, their pictures, what the window remembers. */
const onDisk = (store: Store, session: SessionNeeds, vaultOf: (plan: Plan) => Vault) => ({
  dataDir: store.folder,
  runs: store.runs,
  readRun: store.readRun,
  soundPart: store.soundPart,
  noteRevealed: (run: RunId) => store.brief((lock) => noteRevealed({ ...session, lock }, run)),
  busy: store.busy,
  ...changedIn(store),
  pictureOf: store.pictureOf,
  deleteRun: (run: RunId, sure: boolean) =>
    store.brief((lock) => deleteRun({ ...store, lock, ...changedIn(store), vaultOf, removeRun: store.remove, now }, run, sure)),
  windowSettings: () => readWindowSettings(store.folder),
  keepWindowSettings: (settings: WindowSettings) => keepWindowSettings(store.folder, settings),
})

/** Where papers lie, and a text written where the person said. */
const papers: Pick<App, 'recordPlaces' | 'writeText'> = {
  recordPlaces,
  writeText: (file, text) => safeWrite(file, Buffer.from(text)),
}

/** Joins the parts. Names everything, decides nothing. */
export function compose(settings: ComposeSettings): App {
  const store = runStore(settings.dataDir ?? systemDataDir(thisSystem()), now)
  const vaults = makeVaults(path.join(store.folder, 'vault.json'), settings)
  const packs = makePacks(store, settings.ask)
  const known = packs.catalogue
  const hands = makeHands(store, known, settings)
  // A rehearsal's passwords stand in no store, whichever was named.
  const kindFor = ({ manner: { vault } }: Plan): keyof Vaults => (vault === 'memory' ? vault : (settings.vault ?? vault))
  const chosen: keyof Vaults = settings.vault ?? 'os'
  const session: SessionNeeds = {
    lock: store.lock,
    openJournal: store.openJournal,
    folderOf: store.folderOf,
    standing: new Map(),
    unwritable: (error) => (error instanceof JournalUnwritable ? error.problem : null),
    performers: (started) => makePerformers(hands, vaults[kindFor(started.plan)], started),
  }
  const surroundings = { program: version, now, randomBytes: bytes }
  return {
    version,
    ...onDisk(store, session, (plan) => vaults[kindFor(plan)]),
    get providers() {
      return known().providers
    },
    findProvider: (id) => known().find(id),
    catalogue: known,
    addPack: packs.add,
    removePack: packs.remove,
    trustedSigners: packs.signers,
    distrustSigner: packs.distrust,
    readSheet: (file, provider, stop) => readSheet(file, known().providers, provider, stop),
    readSheetText: (file, text, provider) => readSheetText(file, text, known().providers, provider),
    ...programsOf(hands, settings),
    preparePlan: async (order) => {
      const past = await readOtherRuns(store, null, changesMade)
      return preparePlan({ ...order, past, manner: { ...order.manner, vault: order.vault ?? chosen } }, surroundings)
    },
    passwordsBefore: ({ plan, given }, compare) => passwordsBefore(store, compare ? vaults[kindFor(plan)] : null, plan, given),
    prepareReset: (order) => prepareReset({ ...order, manner: { ...order.manner, vault: chosen } }, surroundings),
    requestRecovery: (order) => requestRecovery(hands, order),
    vault: chosen,
    vaultNamed: settings.vault !== null,
    vaultReady: (plan) => store.locked(() => checkVault(vaults[plan ? kindFor(plan) : chosen])),
    roomReady: () => store.locked(() => checkRoom(store.folder)),
    startRun: (prepared, hooks) => startRun(session, prepared.plan, prepared.given, hooks),
    resumeRun: (plan, manner, hooks) => resumeRun(session, plan.run, manner, hooks),
    undoRun: (plan, hooks) => undoRun(session, plan.run, hooks),
    secretsOf: (plan, kept) => secretsOfPlan(vaults[kindFor(plan)], plan, kept),
    proofOf: async (plan, entries, profiles) =>
      proofOf(version, known().find, plan, entries, profiles, await store.lastHash(plan.run)),
    ...papers,
    writeRecord: (proof, file, lang) =>
      saveRecord(proof, file ?? path.join(store.folder, 'records', `${proof.run}.pdf`), lang, replaceFile, settings.work?.draw),
    probe: (order) => probeDoor(order),
    probeList: async (file, options) => (await import('./probe/probe-file.ts')).probeFile(file, options),
    // Loaded when it is asked for: its servers and certificates would slow down every other start.
    startPractice: async (folder, faults, provider) => (await import('./practice/stage.ts')).startStage(folder, faults, provider),
    makePassword: (rule) => makePassword(rule, bytes(enoughBytes(rule))),
    guess: guessPassword,
  }
}
