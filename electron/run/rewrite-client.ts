import path from 'node:path'
import type { StepId } from '../../shared/base/ids.ts'
import { fail, ok, type Result } from '../../shared/base/result.ts'
import type { AccountEdit, MailClient, RewriteReport, Unlock } from '../../shared/client/mail-client.ts'
import type { Vault } from '../../shared/base/secret.ts'
import { stepState } from '../../shared/journal/fold-run.ts'
import type { Evidence } from '../../shared/plan/evidence.ts'
import type { StepOf } from '../../shared/plan/step.ts'
import { type ClientNeeds, freshFolder } from './back-up-client.ts'
import { clientClosed, clientUnlocked } from './open-client.ts'
import { failed, type Looked, type Performed, type Performer, performed, type StepContext } from './performer.ts'

export interface RewriteNeeds extends ClientNeeds {
  readonly vault: Vault
}
type Backup = NonNullable<Evidence['backup']>

const backupOf = (context: StepContext, id: StepId): Result<Backup> => {
  const backup = stepState(context.runState, id).evidence?.backup
  return backup ? ok(backup) : fail('file-missing', 'after-person', { what: 'backup' })
}

/** The edit as agreed: whether a missing password may be added was asked when the copy was taken. */
const agreed = (edit: AccountEdit, backup: Backup): AccountEdit => ({
  ...edit,
  storeMissingPassword: backup.storeMissingPassword,
})

interface Rewritten {
  readonly report: RewriteReport
  readonly folder: string
}

async function rewriteFrom(
  needs: RewriteNeeds,
  client: MailClient,
  edit: AccountEdit,
  unlock: Unlock,
  step: StepOf<'rewrite-client'>,
  folder: string,
): Promise<Result<Rewritten>> {
  const manifest = await needs.backups.manifestOf(folder)
  if (!manifest.ok) return manifest
  const password = await needs.vault.get(step.input.password)
  if (!password.ok) return password
  const report = await client.rewrite(edit, password.value, unlock, manifest.value)
  return report.ok ? ok({ report: report.value, folder }) : report
}

/** A copy of the files as they stand now, where the mail program (or a crash in the middle of a rewrite) has changed them since the first one. */
async function copiedAnew(
  needs: RewriteNeeds,
  client: MailClient,
  edit: AccountEdit,
  context: StepContext,
  step: string,
): Promise<Result<string>> {
  const names = await client.filesToBackUp(edit.folder)
  if (!names.ok) return names
  const into = await freshFolder(needs.backups, context.folder, step)
  const taken = await needs.backups.take({ client: edit.client, folder: edit.folder, names: names.value, into })
  return taken.ok ? ok(into) : taken
}

/** The copy to go back to where a crash broke into this very step: what differs from it may be our own half-done work. */
const halfDone = ({ state }: StepContext): Backup | null => (state.evidence?.rewrite ? null : (state.evidence?.backup ?? null))

/** Changes nothing. A step that was begun and has no ending leaves a note of the copy taken before it. */
async function look(step: StepOf<'rewrite-client'>, context: StepContext): Promise<Looked> {
  const backup = backupOf(context, step.input.backup)
  const begun = context.state.at === 'intended' && backup.ok
  return { verdict: 'to-do', problem: null, evidence: begun ? { backup: halfDone(context) ?? backup.value } : null }
}

async function rewrite(
  needs: RewriteNeeds,
  step: StepOf<'rewrite-client'>,
  context: StepContext,
): Promise<Result<{ rewritten: Rewritten; backup: Backup }>> {
  const client = needs.clientOf(step.input.edit.client)
  if (!client) return fail('client-not-found', 'after-person', { client: step.input.edit.client })
  const backup = backupOf(context, step.input.backup)
  if (!backup.ok) return backup
  const edit = agreed(step.input.edit, backup.value)
  const closed = await clientClosed(client, edit.folder, context)
  if (!closed.ok) return closed
  const unlock = await clientUnlocked(client, edit.folder, context, needs.unlocks)
  if (!unlock.ok) return unlock
  const first = path.join(context.folder, backup.value.folder)
  const attempt = await rewriteFrom(needs, client, edit, unlock.value, step, first)
  if (attempt.ok) return ok({ rewritten: attempt.value, backup: backup.value })
  if (attempt.problem.code !== 'file-changed-since') return attempt
  const again = await copiedAnew(needs, client, edit, context, step.id)
  if (!again.ok) return again
  const second = await rewriteFrom(needs, client, edit, unlock.value, step, again.value)
  if (!second.ok) return second
  const now = { ...backup.value, folder: path.relative(context.folder, again.value) }
  return ok({ rewritten: second.value, backup: halfDone(context) ?? now })
}

/**
 * Rewrites the mail program's stored settings and password. Idempotent: an edit carried out twice gives the same files, so after a crash
 * it is simply done again. `undo` puts every file back byte for byte.
 */
export function rewriteClient(needs: RewriteNeeds): Performer<'rewrite-client'> {
  return {
    look,
    perform: async (step, context): Promise<Performed> => {
      const result = await rewrite(needs, step, context)
      if (!result.ok) return failed(result.problem)
      return performed({ rewrite: result.value.rewritten.report, backup: result.value.backup })
    },
    undo: async (step, context) => {
      const client = needs.clientOf(step.input.edit.client)
      if (!client) return fail('client-not-found', 'after-person', { client: step.input.edit.client })
      const closed = await clientClosed(client, step.input.edit.folder, context)
      if (!closed.ok) return closed
      const backup = context.state.evidence?.backup ?? stepState(context.runState, step.input.backup).evidence?.backup
      if (!backup) return fail('nothing-to-undo', 'never')
      const order = { from: path.join(context.folder, backup.folder), rewritten: context.state.evidence?.rewrite?.files ?? [] }
      const back = await needs.backups.putBack({ ...order, anyway: false })
      if (back.ok || back.problem.code !== 'file-changed-since') return back
      const answer = await context.ask({ name: 'restore-anyway', kind: 'yes-no', facts: back.problem.facts })
      return answer === true ? needs.backups.putBack({ ...order, anyway: true }) : back
    },
  }
}
