import { writeFileSync } from 'node:fs'
import path from 'node:path'
import type { PracticeEvent } from '../../electron/practice/events.ts'
import type { Fault } from '../../electron/practice/faults.ts'
import { findProvider } from '../../shared/provider/index.ts'
import { makeSigner } from '../fakes/sign-pack.ts'
import { filesBelow, inData, openWorld, roadTo, type Told, type World } from './journey.ts'
import type { Road, RoadRow } from './road.ts'
import { signInAsStored } from './sign-in-as-stored.ts'
import { tellHere } from './tell-here.ts'

/** What a walk under a fault came to, in the words of its row, and what was seen beside it. */
export interface Walked {
  readonly told: Told
  readonly seen: Pick<RoadRow, 'code' | 'portal' | 'problem' | 'thunderbird'> & { readonly commits: number }
  /** What a person reads from the result on. */
  readonly ending: string
  /** By whom the site was told another password. */
  readonly changed: readonly string[]
  readonly decoys: readonly string[]
  /** Passwords of the household before and after, and whatever the vault holds for the run. */
  readonly passwords: readonly string[]
  readonly kept: readonly string[]
  /** The changed user's password before and now, and the one that opens the site. */
  readonly maybeInForce: readonly string[]
  /** Where the mail program was rewritten: what its settings come to at the servers. */
  readonly signedIn: readonly string[]
}

const signer = makeSigner()

/** Adds the provider's own data, allowing a change only so long to take effect. */
async function addPack(world: World, { provider }: Road, effectSeconds: number): Promise<void> {
  const data = findProvider(provider)
  if (!data) throw new Error(`no provider ${provider}`)
  const changes = data.changes.map((change) => ({ ...change, effectSeconds }))
  const file = path.join(world.folder, 'pack.json')
  writeFileSync(file, signer.file({ ...data, edition: '2026-11-20.9', changes }))
  const added = await tellHere(['providers', '--add', file, '--trust', signer.fingerprint, ...inData(world)])
  if (added.code !== 0) throw new Error(added.stdout + added.stderr)
}

/** From now on, or from the moment the site has changed a password. */
function bringAbout({ practice }: World, fault: Fault, begins: RoadRow['begins']): void {
  if (!begins) return practice.setFault(fault)
  practice.watch((event) => {
    if (event.what === 'password-changed') practice.setFault(fault)
  })
}

const sameFiles = (a: ReadonlyMap<string, Buffer>, b: ReadonlyMap<string, Buffer>): boolean =>
  a.size === b.size && [...a].every(([name, bytes]) => b.get(name)?.equals(bytes))

const portalOf = ({ result }: Told, { address, user }: Road): RoadRow['portal'] =>
  address === null
    ? result['logins']?.find((one: { login: string }) => one.login === user)?.portal
    : result['mailboxes']?.find((one: { address: string }) => one.address === address)?.portal

const passwordsOf = ({ practice }: World, road: Road): readonly string[] =>
  [...new Set([...practice.accounts.map(({ userName }) => userName), road.user, road.signsIn])].map((user) =>
    practice.currentPasswordOf(user).reveal(),
  )

const seenOf = (events: readonly PracticeEvent[], { commitPage }: Road) => ({
  commits: events.filter((event) => event.what === 'post' && event.page === commitPage).length,
  changed: events.flatMap((event) => (event.what === 'password-changed' ? [event.user] : [])),
  decoys: events.flatMap((event) => (event.what === 'control' && event.decoy ? [event.control] : [])),
})

/** One `run` of the command line on a road's practice site under the row's fault, then one look at what its vault holds. */
export async function walkRoad(
  world: World,
  road: Road,
  { fault, begins, effectSeconds }: RoadRow,
  pictures: boolean,
): Promise<Walked> {
  const { practice, stage } = world
  if (effectSeconds !== undefined) await addPack(world, road, effectSeconds)
  bringAbout(world, fault, begins)
  const settings = filesBelow(stage.thunderbirdRoot)
  const before = passwordsOf(world, road)
  const old = practice.currentPasswordOf(road.user).reveal()
  const opens = practice.currentPasswordOf(road.signsIn).reveal()
  const options = roadTo(world, ...road.options).map((word) => (word === 'practice' ? road.provider : word))
  const told = await tellHere(['run', stage.sheetFile, ...options], { pictures })
  const { commits, changed, decoys } = seenOf(practice.events(), road)
  const untouched = sameFiles(filesBelow(stage.thunderbirdRoot), settings)
  const vault = await tellHere(['status', told.result['run'], '--secrets', ...inData(world)])
  const kept: readonly string[] = (vault.result['secrets'] ?? []).map(({ value }: { value: string }) => value)
  return {
    told,
    seen: {
      code: told.code as RoadRow['code'],
      portal: portalOf(told, road),
      problem: told.result['problems']?.[0]?.code ?? null,
      commits,
      thunderbird: untouched ? 'untouched' : 'rewritten',
    },
    ending: told.stderr.slice(told.stderr.lastIndexOf('■ 結果')),
    changed,
    decoys,
    passwords: [...before, ...passwordsOf(world, road), ...kept],
    kept,
    maybeInForce: [old, opens, practice.currentPasswordOf(road.user).reveal()],
    signedIn: untouched || road.address === null ? [] : await signInAsStored(world, road.address),
  }
}

/** A walk in a world of its own, which is gone afterwards. Of a road's first walk pictures are taken as of every visit, of the others none. */
export async function walkAlone(road: Road, row: RoadRow, look: (walked: Walked) => void): Promise<void> {
  const world = await openWorld({ provider: road.provider })
  try {
    look(await walkRoad(world, road, row, row === road.rows[0]))
  } finally {
    await world.close()
  }
}
