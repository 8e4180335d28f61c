import type { Proof, ProofMailbox, ProofProgram } from '../proof/proof.ts'

/** yes: seen to be so, everywhere · no: seen not to be so somewhere · unclear: cannot be told · none: not done, or nobody's business here. */
export type LineMark = 'yes' | 'no' | 'unclear' | 'none'

/** One of the three lines a person takes home: password, servers, mail program. */
export interface ProofLine {
  readonly what: 'site' | 'servers' | 'programs'
  readonly mark: LineMark
}

/** The lines of one mailbox or login; `of` null: they hold for all `count` of them alike. A login that is no mailbox has the first line only. */
export interface ProofLines {
  readonly of: string | null
  readonly count: number
  readonly lines: readonly ProofLine[]
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

/** Several mail programs of one mailbox are as good as the worst of them. */
function programsMark({ programs }: ProofMailbox): LineMark {
  const marks = programs.map(programMark)
  return (['no', 'unclear', 'none', 'yes'] as const).find((mark) => marks.includes(mark)) ?? 'none'
}

const mailboxLines = (mailbox: ProofMailbox): readonly ProofLine[] => [
  { what: 'site', mark: portalMarks[mailbox.portal] },
  { what: 'servers', mark: serverMark(mailbox) },
  { what: 'programs', mark: programsMark(mailbox) },
]

const alike = (one: ProofLines, other: ProofLines): boolean =>
  one.lines.length === other.lines.length && one.lines.every(({ mark }, at) => mark === other.lines[at]!.mark)

/**
 * A run in three lines: was the password changed, do the servers take it, do the rewritten settings sign in. Only what was seen; said once
 * where it is the same for all, and of each by its name where it is not: a half of it must never be taken for the whole.
 */
export function threeLines({ mailboxes, logins }: Proof): readonly ProofLines[] {
  const all: readonly ProofLines[] = [
    ...mailboxes.map((mailbox) => ({ of: mailbox.address, count: 1, lines: mailboxLines(mailbox) })),
    ...logins.map(({ login, portal }) => ({
      of: login,
      count: 1,
      lines: [{ what: 'site' as const, mark: portalMarks[portal] }],
    })),
  ]
  const [first] = all
  if (first === undefined || !all.every((one) => alike(one, first))) return all
  return [{ of: null, count: all.length, lines: first.lines }]
}
