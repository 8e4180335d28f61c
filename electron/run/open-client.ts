import { fail, ok, type Result } from '../../shared/base/result.ts'
import { Secret } from '../../shared/base/secret.ts'
import type { AccountEdit, MailClient, Unlock } from '../../shared/client/mail-client.ts'
import type { StepContext } from './performer.ts'

/** Primary passwords typed in this session, by profile folder: in memory only. */
export type Unlocks = Map<string, Unlock>

const mostQuestions = 5
const mostPrimaryPasswords = 3

/** Makes sure the mail program is closed: asks, looks again, and gives up as `client-running` when the person says no. */
export async function clientClosed(client: MailClient, folder: string, context: StepContext): Promise<Result<void>> {
  for (let asked = 0; ; asked += 1) {
    const running = await client.running(folder)
    if (!running.ok) return running
    if (!running.value) return ok()
    if (asked >= mostQuestions || context.stop.aborted) break
    if ((await context.ask({ name: 'close-thunderbird', kind: 'yes-no', facts: { client: client.id, folder } })) !== true) break
  }
  return fail('client-running', 'after-person', { client: client.id, folder })
}

/** The profile's primary password, asked once a session and checked; an empty one where none is set. */
export async function clientUnlocked(
  client: MailClient,
  folder: string,
  context: StepContext,
  unlocks: Unlocks,
): Promise<Result<Unlock>> {
  const known = unlocks.get(folder)
  if (known) return ok(known)
  const open: Unlock = { primaryPassword: null }
  const free = await client.unlocks(folder, open)
  if (!free.ok) return free
  if (free.value) {
    unlocks.set(folder, open)
    return ok(open)
  }
  for (let asked = 0; asked < mostPrimaryPasswords; asked += 1) {
    const answer = await context.ask({
      name: 'primary-password',
      kind: 'secret',
      facts: { client: client.id, folder, wrong: asked > 0 },
    })
    if (typeof answer !== 'string') break
    const unlock: Unlock = { primaryPassword: new Secret(answer) }
    const right = await client.unlocks(folder, unlock)
    if (!right.ok) return right
    if (!right.value) continue
    unlocks.set(folder, unlock)
    return ok(unlock)
  }
  return fail('client-primary-password', 'after-person', { client: client.id, folder })
}

/** Is a password stored where one is needed? Asks before one would be added: it changes the person's habit. */
export async function storeMissing(
  client: MailClient,
  edit: AccountEdit,
  unlock: Unlock,
  context: StepContext,
): Promise<Result<boolean>> {
  const stored = await client.readBack(edit, unlock)
  if (!stored.ok) return stored
  const outgoing = stored.value.outgoing
  const complete = stored.value.password !== null && (!edit.outgoing || !outgoing?.signsIn || outgoing.password !== null)
  if (complete) return ok(false)
  const answer = await context.ask({
    name: 'store-password',
    kind: 'yes-no',
    facts: { client: client.id, address: edit.address },
  })
  return ok(answer === true)
}
