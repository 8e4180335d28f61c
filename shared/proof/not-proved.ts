import type { UndoStanding } from '../journal/undo-standing.ts'
import type { OtherHolder } from '../plan/checklist.ts'
import type { NextThing, NotProvedStatement, Proof, ProofLogin, ProofMailbox, ProofProgram, RunOutcome } from './proof.ts'

type NotProved = Proof['notProved'][number]

const isOutgoing = ({ service }: { readonly service: string }): boolean => service === 'outgoing'

const tested = (mailbox: ProofMailbox, service: 'incoming' | 'outgoing'): boolean =>
  [...mailbox.probes, ...mailbox.programs.flatMap((program) => program.fromDisk)].some(
    (probe) => probe.service === service && probe.ok,
  )

const isProved = (program: ProofProgram): boolean =>
  program.problem === null && program.fromDisk.length > 0 && program.fromDisk.every((probe) => probe.ok)

/** Rewritten, but with no password stored in it: one mail program that asks is enough to be told of, whatever another has stored. */
const asksForPassword = (mailbox: ProofMailbox): boolean =>
  mailbox.programs.some((program) => isProved(program) && !program.changed.some((change) => change.setting === 'password'))

const isChanged = ({ portal }: ProofMailbox): boolean => portal === 'changed' || portal === 'skipped'

/** Each statement that holds for this mailbox: what a reader of the record must not take as proved. */
export function notProved(mailbox: ProofMailbox, outcome: RunOutcome): NotProved[] {
  const hold: readonly (readonly [boolean, NotProvedStatement])[] = [
    [mailbox.portal === 'unknown', 'portal-outcome-unknown'],
    [mailbox.portal === 'skipped', 'portal-changed-by-hand'],
    [!tested(mailbox, 'incoming'), 'incoming-not-tested'],
    [!tested(mailbox, 'outgoing'), 'outgoing-not-tested'],
    [mailbox.roundTrip === null, 'round-trip-not-asked'],
    [mailbox.roundTrip?.ok === false, 'round-trip-not-seen'],
    [mailbox.oldPassword === null, 'old-password-not-tried'],
    [mailbox.oldPassword?.outcome === 'unclear', 'old-password-unclear'],
    [mailbox.programs.length === 0, 'no-mail-program'],
    // Its sending goes over a server that is not this mailbox's own, and was not touched.
    [
      mailbox.programs.some((program) => program.fromDisk.length > 0 && !program.fromDisk.some(isOutgoing)),
      'mail-program-left-alone',
    ],
    [!mailbox.programs.every(isProved), 'settings-not-proved-from-disk'],
    [asksForPassword(mailbox), 'password-not-stored'],
    [outcome !== 'done', 'stopped-before-end'],
  ]
  return hold.flatMap(([holds, what]) => (holds ? [{ what, address: mailbox.address }] : []))
}

/** The same for a login that is no mailbox: the site alone has told what became of it. */
export function loginNotProved(login: ProofLogin, outcome: RunOutcome): NotProved[] {
  const hold: readonly (readonly [boolean, NotProvedStatement])[] = [
    [login.portal === 'unknown', 'portal-outcome-unknown'],
    [outcome !== 'done', 'stopped-before-end'],
  ]
  return hold.flatMap(([holds, what]) => (holds ? [{ what, address: login.login }] : []))
}

export interface LeftToDo {
  readonly mailboxes: readonly ProofMailbox[]
  readonly logins: readonly ProofLogin[]
  readonly outcome: RunOutcome
  readonly undo: UndoStanding
  /** What else may hold a password that was changed. */
  readonly others: readonly OtherHolder[]
}

/** What the person has left to do, in the order in which it matters. */
export function nextThings({ mailboxes, logins, outcome, undo, others }: LeftToDo): NextThing[] {
  const unknown = [...mailboxes, ...logins].some(({ portal }) => portal === 'unknown')
  // A program whose settings were put back has the old password.
  const byHand = mailboxes.some((mailbox) => isChanged(mailbox) && mailbox.programs.every(({ files }) => files === 'put-back'))
  const half = undo === 'cut' || undo === 'partly'
  const typed = mailboxes.some(asksForPassword)
  const before: readonly (readonly [boolean, NextThing])[] = [
    [half, 'finish-undo'],
    // Taking the run up again would rewrite what the person has just had put back.
    [outcome === 'unknown' || (outcome === 'unfinished' && undo === 'none'), 'resume-run'],
    [unknown, 'keep-both-passwords'],
    [unknown || outcome === 'stopped', 'call-provider'],
    [byHand, 'change-mail-program-by-hand'],
    [typed, 'enter-password-in-mail-program'],
    [outcome === 'done' && mailboxes.some((mailbox) => mailbox.programs.length > 0), 'start-mail-program'],
  ]
  const after: readonly (readonly [boolean, NextThing])[] = [
    [outcome === 'done', 'cross-out-old-password'],
    [true, 'keep-this-paper'],
  ]
  const of = (hold: typeof before): NextThing[] => hold.flatMap(([holds, what]) => (holds ? [what] : []))
  return [...of(before), ...others, ...of(after)]
}
