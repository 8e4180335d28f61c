import type { Realm } from '../base/secret.ts'
import { z } from '../base/zod.ts'
import type { HandProgram } from '../client/by-hand/found-by-hand.ts'
import type { Plan } from './plan.ts'

/** What else may hold a password and must be given the new one by hand. */
export const otherHolder = z.enum([
  'change-outlook-new',
  'change-windows-live-mail',
  'change-becky',
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

/** What is to be done about a program that was found on this PC and is not rewritten. */
export const otherHolderOf: Readonly<Record<HandProgram, OtherHolder>> = {
  'outlook-new': 'change-outlook-new',
  'windows-live-mail': 'change-windows-live-mail',
  becky: 'change-becky',
}

/**
 * Everything that may hold a password which opens these realms, in the order in which it matters: first what stops working. `here`: mail
 * programs found on this PC that hold the mailboxes and are not rewritten.
 */
export function checklistFor(realms: readonly Realm[], here?: Plan['byHand']): readonly OtherHolder[] {
  const beside = realms.includes('mail') ? (here ?? []).map(({ program }) => otherHolderOf[program]) : []
  const held = new Set([...beside, ...realms.flatMap((realm) => holders[realm])])
  return otherHolder.options.filter((thing) => held.has(thing))
}

/** What else must be given the new passwords, when all of the plan is done. */
export const checklistOf = (plan: Pick<Plan, 'mailboxes' | 'logins' | 'byHand'>): readonly OtherHolder[] =>
  checklistFor(
    [...plan.mailboxes.flatMap(({ account }) => account.password.realms), ...plan.logins.flatMap(({ realms }) => realms)],
    plan.byHand,
  )
