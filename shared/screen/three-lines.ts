import type { Proof, ProofMailbox, ProofProgram } from '../proof/proof.ts'

/** yes: seen to be so, everywhere · no: seen not to be so somewhere · unclear: cannot be told · none: not done, or nobody's business here. */
export type LineMark = 'yes' | 'no' | 'unclear' | 'none'

/** One of the three lines a person takes home: password, servers, mail program. `good` of `all`: on how many it holds. */
export interface ProofLine {
  readonly what: 'site' | 'servers' | 'programs'
  readonly mark: LineMark
  readonly good: number
  readonly all: number
}

/** The worst of several counts; unclear is worse than no, because nobody knows what to do with it alone. */
function lineOf(what: ProofLine['what'], marks: readonly LineMark[]): ProofLine {
  const worst = (['unclear', 'no', 'none', 'yes'] as const).find((mark) => marks.includes(mark)) ?? 'none'
  return { what, mark: worst, good: marks.filter((mark) => mark === 'yes').length, all: marks.length }
}

const portalMarks = { changed: 'yes', skipped: 'none', unchanged: 'no', unknown: 'unclear' } as const

/** Both ways of mail, by the newest sign-in of each. */
function serverMark({ probes, programs }: ProofMailbox): LineMark {
  const all = [...probes, ...programs.flatMap((program) => program.fromDisk)]
  const last = (['incoming', 'outgoing'] as const).map((service) => all.findLast((probe) => probe.service === service))
  if (last.some((probe) => probe?.ok === false)) return 'no'
  return last.every((probe) => probe?.ok) ? 'yes' : 'none'
}

/** Proved is what was read back from disk and signed in. */
function programMark({ problem, changed, fromDisk }: ProofProgram): LineMark {
  if (fromDisk.length > 0 && fromDisk.every(({ ok }) => ok) && problem === null) return 'yes'
  if (changed.length > 0) return 'unclear'
  return problem === null ? 'none' : 'no'
}

/** A whole run in three lines: was the password changed, do the servers take it, do the rewritten settings sign in. Only what was seen. */
export function threeLines({ mailboxes, logins }: Proof): readonly [ProofLine, ProofLine, ProofLine] {
  return [
    lineOf(
      'site',
      [...mailboxes, ...logins].map(({ portal }) => portalMarks[portal]),
    ),
    lineOf('servers', mailboxes.map(serverMark)),
    lineOf(
      'programs',
      mailboxes.flatMap((mailbox) => mailbox.programs.map(programMark)),
    ),
  ]
}
