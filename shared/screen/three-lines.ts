import type { Proof, ProofMailbox, ProofProgram } from '../proof/proof.ts'

/** yes: seen to be so, everywhere · no: seen not to be so somewhere · unclear: cannot be told · none: not done, or nobody's business here. */
export type LineMark = 'yes' | 'no' | 'unclear' | 'none'

/** One of the three lines a person takes home: password, servers, mail program. */
export interface ProofLine {
  readonly what: 'site' | 'servers' | 'programs'
  readonly mark: LineMark
  /** How a mail program's files stand where they are not simply as the run wrote them: said instead of the mark's own sentence. */
  readonly files?: ProofProgram['files'] | 'put-back-partly'
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

/** Proved is what was read back from disk and signed in. Whatever is half done is uncertain, whatever came before it. */
function programMark({ problem, changed, fromDisk, files }: ProofProgram): LineMark {
  if (files === 'put-back') return 'none'
  if (files !== undefined) return 'unclear'
  if (fromDisk.length > 0 && fromDisk.every(({ ok }) => ok) && problem === null) return 'yes'
  if (changed.length > 0) return 'unclear'
  return problem === null ? 'none' : 'no'
}

/** Several mail programs of one mailbox are as good as the worst of them; one whose files may be half old and half new is the worst. */
function programsLine({ programs }: ProofMailbox): ProofLine {
  const half = programs.find(({ files }) => files === 'undo-cut') ?? programs.find(({ files }) => files === 'rewrite-cut')
  if (half) return { what: 'programs', mark: 'unclear', files: half.files }
  const marks = programs.map(programMark)
  const mark = (['no', 'unclear', 'none', 'yes'] as const).find((one) => marks.includes(one)) ?? 'none'
  const back = programs.filter(({ files }) => files === 'put-back').length
  if (back === 0) return { what: 'programs', mark }
  // Of two mail programs one may be back and the other not: a half of it is not taken for the whole.
  if (back < programs.length) return { what: 'programs', mark: 'unclear', files: 'put-back-partly' }
  return { what: 'programs', mark, files: 'put-back' }
}

const mailboxLines = (mailbox: ProofMailbox): readonly ProofLine[] => [
  { what: 'site', mark: portalMarks[mailbox.portal] },
  { what: 'servers', mark: serverMark(mailbox) },
  programsLine(mailbox),
]

const alike = (one: ProofLines, other: ProofLines): boolean =>
  one.lines.length === other.lines.length &&
  one.lines.every(({ mark, files }, at) => mark === other.lines[at]!.mark && files === other.lines[at]!.files)

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
