import { createHash } from 'node:crypto'
import path from 'node:path'
import { fail } from '../../shared/base/result.ts'
import type { Backups, ClientId, MailClient } from '../../shared/client/mail-client.ts'
import { clientClosed, clientUnlocked, storeMissing, type Unlocks } from './open-client.ts'
import { failed, lookToDo, type Performer, performed } from './performer.ts'

export interface ClientNeeds {
  readonly clientOf: (id: ClientId) => MailClient | null
  readonly backups: Backups
  readonly unlocks: Unlocks
}

/** The folder of one copy: short, and without the address or the profile's path in its name. */
export const backupFolder = (runFolder: string, step: string, copy: number): string =>
  path.join(runFolder, 'backups', `${createHash('sha256').update(step).digest('hex').slice(0, 12)}-${copy}`)

/** A folder that no earlier try of this step has used. */
export async function freshFolder(backups: Backups, runFolder: string, step: string): Promise<string> {
  for (let copy = 1; ; copy += 1) {
    const folder = backupFolder(runFolder, step, copy)
    const taken = await backups.manifestOf(folder)
    if (!taken.ok && taken.problem.code === 'file-missing') return folder
    if (copy > 999) throw new Error('a thousand copies of one step')
  }
}

/**
 * Closed, unlocked, rehearsed, copied: everything about the mail program that can go wrong is found here, while nothing has been changed
 * anywhere.
 */
export function backUpClient(needs: ClientNeeds): Performer<'back-up-client'> {
  return {
    look: lookToDo,
    perform: async (step, context) => {
      const { edit } = step.input
      const client = needs.clientOf(edit.client)
      if (!client) return failed(fail('client-not-found', 'after-person', { client: edit.client }).problem)
      const closed = await clientClosed(client, edit.folder, context)
      if (!closed.ok) return failed(closed.problem)
      const unlock = await clientUnlocked(client, edit.folder, context, needs.unlocks)
      if (!unlock.ok) return failed(unlock.problem)
      const add = await storeMissing(client, edit, unlock.value, context)
      if (!add.ok) return failed(add.problem)
      const rehearsed = await client.rehearse({ ...edit, storeMissingPassword: add.value }, unlock.value)
      if (!rehearsed.ok) return failed(rehearsed.problem)
      const names = await client.filesToBackUp(edit)
      if (!names.ok) return failed(names.problem)
      const into = await freshFolder(needs.backups, context.folder, step.id)
      const taken = await needs.backups.take({ client: edit.client, folder: edit.folder, names: names.value, into })
      if (!taken.ok) return failed(taken.problem)
      const backup = {
        folder: path.relative(context.folder, into),
        files: taken.value.files.length,
        storeMissingPassword: add.value,
      }
      return performed({ backup })
    },
  }
}
