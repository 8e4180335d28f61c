import type { Realm } from '../base/secret.ts'
import { z } from '../base/zod.ts'
import type { Plan } from './plan.ts'

/** What else may hold a password and must be given the new one by hand. */
export const otherHolder = z.enum([
  'change-phones',
  'change-other-pcs',
  'change-webmail',
  'change-copier',
  'change-router',
  'change-backup-line',
  'change-browsers',
])
export type OtherHolder = z.infer<typeof otherHolder>

/** By what a password opens: mail programs elsewhere, the line's own machines, browsers that have kept it. */
const holders: Readonly<Record<Realm, readonly OtherHolder[]>> = {
  mail: ['change-phones', 'change-other-pcs', 'change-webmail', 'change-copier'],
  connection: ['change-router', 'change-backup-line'],
  portal: ['change-browsers'],
  account: ['change-browsers'],
  contract: ['change-browsers'],
}

/** Everything that may hold a password which opens these realms, in the order in which it matters: first what stops working. */
export function checklistFor(realms: readonly Realm[]): readonly OtherHolder[] {
  const held = new Set(realms.flatMap((realm) => holders[realm]))
  return otherHolder.options.filter((thing) => held.has(thing))
}

/** What else must be given the new passwords, when all of the plan is done. */
export const checklistOf = (plan: Pick<Plan, 'mailboxes' | 'logins'>): readonly OtherHolder[] =>
  checklistFor([
    ...plan.mailboxes.flatMap(({ account }) => account.password.realms),
    ...plan.logins.flatMap(({ realms }) => realms),
  ])
