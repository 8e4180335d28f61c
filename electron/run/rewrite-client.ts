import path from 'node:path'
import { fail, ok, type Result } from '../../shared/base/result.ts'
import type { Vault } from '../../shared/base/secret.ts'
import type { MailClient, RewriteReport, Unlock, WrittenFile } from '../../shared/client/mail-client.ts'
import { stepState, type StepState } from '../../shared/journal/fold-run.ts'
import type { Evidence } from '../../shared/plan/evidence.ts'
import type { StepOf } from '../../shared/plan/step.ts'
import { type ClientNeeds, freshFolder } from './back-up-client.ts'
import { clientClosed, clientUnlocked } from './open-client.ts'
import { failed, type Looked, type Performed, type Performer, performed, type StepContext } from './performer.ts'

export interface RewriteNeeds extends ClientNeeds {
  readonly vault: Vault
}
type RewriteStep = StepOf<'rewrite-client'>
type Backup = NonNullable<Evidence['backup']>

/** What every earlier try has written, or was about to: a file that is one of these was changed by nobody else since. */
const ownFiles = (state: StepState): readonly WrittenFile[] => [
  ...state.acts.flatMap((act) => (act.kind === 'rewrite' ? act.files : [])),
  ...(state.evidence?.rewrite?.files ?? []),
]

/**
 * The copy to go back to, and whether our own work may stand on the disk beside it: after a crash behind the announced rewrite, or where
 * a failed one could not put the files back.
 */
function standing(step: RewriteStep, { state, runState }: StepContext): Result<{ backup: Backup; begun: boolean }> {
  const taken = stepState(runState, step.input.backup).evidence?.backup
  // A put-back that was begun and has no ending changes nothing about which copy is the one to go back to.
  const last = state.at === 'intended' ? state.acts.findLast((act) => act.kind !== 'undo') : undefined
  if (taken && last?.kind === 'rewrite')
    return ok({ backup: { ...taken, folder: last.from, ...(last.before ? { before: last.before } : {}) }, begun: true })
  const kept = state.evidence?.backup
  const backup = kept ?? taken
  return backup ? ok({ backup, begun: kept !== undefined }) : fail('file-missing', 'after-person', { what: 'backup' })
}

/** Changes nothing. A rewrite that was begun and has no ending leaves a note of the copy it was begun from. */
async function look(step: RewriteStep, context: StepContext): Promise<Looked> {
  const stands = standing(step, context)
  const begun = stands.ok && stands.value.begun && !context.state.evidence?.rewrite
  return { verdict: 'to-do', problem: null, evidence: begun ? { backup: stands.value.backup } : null }
}

/** One try at a rewrite from a copy: what came of it, and what then stands on the disk. */
interface Attempt {
  readonly backup: Backup
  readonly report: Result<RewriteReport>
  /** The rewrite was announced, so the disk was seen to be as copied. */
  readonly announced: boolean
}

interface Hands {
  readonly needs: RewriteNeeds
  readonly client: MailClient
  readonly unlock: Unlock
  readonly step: RewriteStep
  readonly context: StepContext
}

async function rewriteFrom({ needs, client, unlock, step, context }: Hands, backup: Backup): Promise<Attempt> {
  const before = backup.before ? { before: backup.before } : {}
  let announced = false
  const announce = async (files: readonly WrittenFile[]): Promise<Result<void>> => {
    const noted = await context.note({ kind: 'rewrite', from: backup.folder, ...before, files: [...files] })
    announced = noted.ok
    return noted
  }
  const manifest = await needs.backups.manifestOf(path.join(context.folder, backup.folder))
  if (!manifest.ok) return { backup, report: manifest, announced }
  const password = await needs.vault.get(step.input.password)
  if (!password.ok) return { backup, report: password, announced }
  // Whether a missing password may be added was asked when the first copy was taken.
  const edit = { ...step.input.edit, storeMissingPassword: backup.storeMissingPassword }
  const report = await client.rewrite(edit, password.value, unlock, manifest.value, announce)
  return { backup, report, announced }
}

/** A copy of the files as they stand now. Where our own half-done work may be among them the older copy is remembered, too. */
async function copiedAnew({ needs, client, step, context }: Hands, older: Backup, begun: boolean): Promise<Result<Backup>> {
  const { edit } = step.input
  const names = await client.filesToBackUp(edit)
  if (!names.ok) return names
  const into = await freshFolder(needs.backups, context.folder, step.id)
  const taken = await needs.backups.take({ client: edit.client, folder: edit.folder, names: names.value, into })
  if (!taken.ok) return taken
  const before = older.before ?? (begun ? older.folder : undefined)
  return ok({ ...older, folder: path.relative(context.folder, into), ...(before ? { before } : {}) })
}

/** Puts the files of a copy back, and writes it into the journal before the first. */
const backOrder = (context: StepContext, from: string, rewritten: readonly WrittenFile[], anyway = false) => ({
  from: path.join(context.folder, from),
  rewritten,
  anyway,
  announce: () => context.note({ kind: 'undo', from }),
})

/**
 * Rewrites from the copy. Where the files are no longer as copied: what is all our own half-done work is put back first, and what somebody
 * else has changed is copied anew, so that going back loses nothing of his.
 */
async function rewriteWith(hands: Hands, backup: Backup, begun: boolean): Promise<Attempt> {
  const { needs, context } = hands
  const first = await rewriteFrom(hands, backup)
  if (first.report.ok || first.report.problem.code !== 'file-changed-since') return first
  const rewritten = ownFiles(context.state)
  if (begun && rewritten.length > 0) {
    const back = await needs.backups.putBack(backOrder(context, backup.folder, rewritten))
    if (back.ok) return { ...(await rewriteFrom(hands, backup)), announced: true }
    if (back.problem.code !== 'file-changed-since') return { ...first, report: back }
  }
  const anew = await copiedAnew(hands, backup, begun)
  return anew.ok ? rewriteFrom(hands, anew.value) : { ...first, report: anew }
}

/** What a failed try leaves to remember: the copy, as long as work of our own may stand beside it; nothing where all is as copied. */
function leftBehind({ backup, report, announced }: Attempt): Evidence | null {
  if (!announced) return null
  const halfDone = !report.ok && report.problem.facts['restored'] === false
  return halfDone || backup.before ? { backup } : {}
}

async function openHands(needs: RewriteNeeds, step: RewriteStep, context: StepContext): Promise<Result<Hands>> {
  const { edit } = step.input
  const client = needs.clientOf(edit.client)
  if (!client) return fail('client-not-found', 'after-person', { client: edit.client })
  const closed = await clientClosed(client, edit.folder, context)
  if (!closed.ok) return closed
  const unlock = await clientUnlocked(client, edit.folder, context, needs.unlocks)
  return unlock.ok ? ok({ needs, client, unlock: unlock.value, step, context }) : unlock
}

async function perform(needs: RewriteNeeds, step: RewriteStep, context: StepContext): Promise<Performed> {
  const stands = standing(step, context)
  if (!stands.ok) return failed(stands.problem)
  const hands = await openHands(needs, step, context)
  if (!hands.ok) return failed(hands.problem)
  const attempt = await rewriteWith(hands.value, stands.value.backup, stands.value.begun)
  const { report, backup } = attempt
  return report.ok ? performed({ rewrite: report.value, backup }) : failed(report.problem, leftBehind(attempt))
}

/** Puts the copy back. What others have changed since is lost only where the person says so. */
async function undo(needs: RewriteNeeds, step: RewriteStep, context: StepContext): Promise<Result<void>> {
  const { edit } = step.input
  const client = needs.clientOf(edit.client)
  if (!client) return fail('client-not-found', 'after-person', { client: edit.client })
  const closed = await clientClosed(client, edit.folder, context)
  if (!closed.ok) return closed
  const stands = standing(step, context)
  if (!stands.ok) return fail('nothing-to-undo', 'never')
  const { folder, before } = stands.value.backup
  const order = (anyway: boolean) => backOrder(context, before ?? folder, ownFiles(context.state), anyway)
  // Where an older copy is the one without our work, others have written since: that is known without looking.
  const back = before
    ? fail('file-changed-since', 'after-person', { file: edit.folder })
    : await needs.backups.putBack(order(false))
  if (back.ok || back.problem.code !== 'file-changed-since') return back
  const answer = await context.ask({ name: 'restore-anyway', kind: 'yes-no', facts: back.problem.facts })
  return answer === true ? needs.backups.putBack(order(true)) : back
}

/**
 * Rewrites the mail program's stored settings and password. What every file is about to become is in the journal before the first is
 * written: after a crash our own work is known from what others wrote since. `undo` puts every file back byte for byte, announced in the
 * same way: a proof of settings that are about to go must not outlive a crash.
 */
export const rewriteClient = (needs: RewriteNeeds): Performer<'rewrite-client'> => ({
  look,
  perform: (step, context) => perform(needs, step, context),
  undo: (step, context) => undo(needs, step, context),
})
