import type { Ask } from '../../shared/base/ask.ts'
import type { Problem } from '../../shared/base/problem.ts'
import { fail, ok, type Result } from '../../shared/base/result.ts'
import type { Realm } from '../../shared/base/secret.ts'
import { canBeGuided } from '../../shared/guide/guide-lines.ts'
import { checkSaid } from '../../shared/plan/check-said.ts'
import { refusedChange } from '../../shared/plan/plan-change.ts'
import { changesFor, opensMailbox } from '../../shared/provider/find-change.ts'
import type { Provider } from '../../shared/provider/provider.ts'
import { settlePapers } from './settle-papers.ts'
import type { MeantPaper } from '../../shared/sheet/compare-papers.ts'
import { chooseMailboxes } from '../../shared/sheet/choose-mailboxes.ts'
import { loginsFor, neededSignIn } from '../../shared/sheet/site-login.ts'
import type { App, LeftOut, PaperOrder, ReadSheet } from './app.ts'
import { unknownProvider } from './unknown-provider.ts'
import type { Wish } from './wish.ts'
import { settleSheet } from './settle-sheet.ts'

/** The problem with whose paper it is about: then the provider's own way back to a lost paper can be told. */
const about = (provider: Provider | null, problem: Problem): { readonly ok: false; readonly problem: Problem } => ({
  ok: false,
  problem: provider ? { ...problem, facts: { provider: provider.id, ...problem.facts } } : problem,
})

export interface RecognisedSheet extends ReadSheet {
  readonly provider: Provider
}

/** Whose a sheet is that was read: as the person said (`named`), else as the sheet shows. Refuses one that can be worked with in no way. */
export function recogniseSheet(app: App, named: Provider | null, read: ReadSheet): Result<RecognisedSheet> {
  const { accounts } = read
  const provider = named ?? app.findProvider(accounts.provider ?? '')
  // What is missing may stand in another mailbox than the wanted one, or the person may know it: that is asked, field by field.
  if (accounts.problem && accounts.problem.code !== 'sheet-incomplete') return about(provider, accounts.problem)
  if (!provider) return unknownProvider(app, accounts.provider)
  const held = app.catalogue().held(provider.id)
  return held ? { ok: false, problem: held } : ok({ ...read, provider })
}

/** The reason why nothing here changes the asked password of this provider: not the program, and (where wished) not the person led by it either. */
function refusedFor({ way, realm }: Wish, provider: Provider) {
  if (way === 'skip' || (way === 'guided' && canBeGuided(provider, realm))) return null
  return refusedChange(provider, realm)
}

/** Named mailboxes are looked for on every paper; one that stands on none is refused. */
function absentMailbox(sheets: readonly RecognisedSheet[], named: readonly string[]): Result<void> {
  for (const name of named) {
    const results = sheets.map(({ accounts }) => chooseMailboxes(accounts, [name]))
    const [first] = results
    if (first && !first.ok && results.every((result) => !result.ok)) return first
  }
  return ok()
}

/** A settled paper, and the realms whose sign-ins it was asked for. */
type MeantOrder = PaperOrder & MeantPaper

async function settlePaper(sheet: RecognisedSheet, wish: Wish, ask: Ask): Promise<Result<MeantOrder | null>> {
  const { provider, accounts, sha256 } = sheet
  const { addresses, way, realm } = wish
  const mailboxes = opensMailbox(provider, realm)
  const named = addresses.filter((name) => chooseMailboxes(accounts, [name]).ok)
  if (mailboxes && named.length === 0 && addresses.length > 0) return ok(null)
  const changes = way === 'skip' ? [] : changesFor(provider, realm)
  const opening = neededSignIn(
    accounts,
    changes.map(({ signIn }) => signIn),
    way === 'guided',
  )
  const signIns = mailboxes ? opening : [...opening, ...changes.map((change) => change.realm)]
  const settled = await settleSheet(accounts, { addresses: named, mailboxes, signIns }, ask)
  if (!settled.ok) return about(provider, settled.problem)
  const chosen = mailboxes ? chooseMailboxes(settled.value, named) : ok([])
  return chosen.ok ? ok({ provider, sheet: settled.value, sha256, mailboxes: chosen.value, signIns }) : chosen
}

/**
 * Papers without any mailbox, where a mailbox's password is meant: says so, and which other password they would do for. Null where one of them
 * holds a mailbox.
 */
function withoutMailbox(papers: readonly PaperOrder[], realm: Realm): Result<never> | null {
  const [first] = papers
  if (!first || papers.some(({ provider, mailboxes }) => mailboxes.length > 0 || !opensMailbox(provider, realm))) return null
  const others = papers.flatMap(({ provider, sheet }) =>
    provider.changes.flatMap((change) =>
      !opensMailbox(provider, change.realm) && loginsFor(sheet, change.realm).length > 0 ? [change.realm] : [],
    ),
  )
  const change = [...new Set(others)].join(', ')
  return about(first.provider, fail('sheet-incomplete', 'after-person', { missing: 'mailboxes', realm: change, change }).problem)
}

/** What only a mailbox can have, by the name the command line has for it. */
const mailboxOnly = ({ addresses, way, roundTrip, proveOldDead }: Wish): readonly (readonly [string, boolean])[] => [
  ['mailbox', addresses.length > 0],
  ['skip-portal', way === 'skip'],
  ['round-trip', roundTrip],
  ['prove-old-dead', proveOldDead],
]

/** What only a mailbox can have, said where no mailbox is meant. */
function misplaced(sheets: readonly RecognisedSheet[], wish: Wish): Result<void> {
  const { realm } = wish
  if (sheets.some(({ provider }) => opensMailbox(provider, realm))) return ok()
  const wrong = mailboxOnly(wish).find(([, said]) => said)
  return wrong === undefined
    ? ok()
    : fail('bad-usage', 'after-person', { given: `--change ${realm} --${wrong[0]}`, reason: 'contradicting' })
}

/** The paper as one the run goes on without; none where no mailbox of it is meant. */
function leftOut({ provider, accounts }: RecognisedSheet, wish: Wish, problem: Problem): readonly LeftOut[] {
  const named = wish.addresses.map((name) => name.toLowerCase())
  const all = accounts.mailboxes.flatMap(({ address }) => (address ? [address.value] : []))
  const addresses = all.filter((address) => named.length === 0 || named.includes(address.toLowerCase()))
  const { file } = accounts
  if (named.length > 0 && addresses.length === 0) return []
  const whose: Problem['facts'] =
    opensMailbox(provider, wish.realm) && addresses.length > 0 ? { address: addresses.join(', ') } : { file }
  return [{ provider: provider.id, file, problem: { ...problem, facts: { ...problem.facts, ...whose } }, addresses }]
}

/** What the papers come to: those to work with, and those the run goes on without. */
export interface ReadPapers {
  readonly papers: readonly PaperOrder[]
  readonly refused: readonly LeftOut[]
}

function judgeSheets(sheets: readonly RecognisedSheet[], wish: Wish): Result<void> {
  const fits = misplaced(sheets, wish)
  if (!fits.ok) return fits
  const providers = sheets.map(({ provider }) => provider.id)
  const whose = checkSaid(wish.said, providers)
  return whose.ok ? absentMailbox(sheets, wish.addresses) : whose
}

/** Settles the papers that can be worked with. Nobody is asked about one whose password cannot be changed here anyhow. */
async function settleAll(sheets: readonly RecognisedSheet[], wish: Wish, ask: Ask): Promise<Result<ReadPapers>> {
  const judged = judgeSheets(sheets, wish)
  if (!judged.ok) return judged
  const papers: MeantOrder[] = []
  const refused: LeftOut[] = []
  for (const sheet of sheets) {
    const cannot = refusedFor(wish, sheet.provider)
    if (cannot) {
      refused.push(...leftOut(sheet, wish, cannot.problem))
      continue
    }
    const paper = await settlePaper(sheet, wish, ask)
    if (!paper.ok) return paper
    if (paper.value) papers.push(paper.value)
  }
  const [first] = refused
  if (first && papers.length === 0) return { ok: false, problem: first.problem }
  const settled = withoutMailbox(papers, wish.realm) ?? (await settlePapers(papers, ask))
  return settled.ok ? ok({ papers: settled.value, refused }) : settled
}

/** The papers in these files, each recognised. */
export async function readSheets(
  app: App,
  named: Provider | null,
  files: readonly string[],
  stop: AbortSignal,
): Promise<Result<readonly RecognisedSheet[]>> {
  const sheets: RecognisedSheet[] = []
  for (const file of files) {
    const read = await app.readSheet(file, named?.id ?? null, stop)
    if (!read.ok) return about(named, read.problem)
    const sheet = recogniseSheet(app, named, read.value)
    if (!sheet.ok) return sheet
    sheets.push(sheet.value)
  }
  return ok(sheets)
}

/**
 * Recognised papers settled, what contradicts in them put to the person. Refuses where nothing here changes the asked password of any of them; where that
 * is so of some, they are left out and named.
 */
export async function readPapers(sheets: readonly RecognisedSheet[], wish: Wish, ask: Ask): Promise<Result<ReadPapers>> {
  const reasons = sheets.map(({ provider }) => refusedFor(wish, provider))
  const [none] = reasons
  return none && reasons.every((reason) => reason !== null) ? none : settleAll(sheets, wish, ask)
}
