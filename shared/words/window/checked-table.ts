import type { z } from '../../base/zod.ts'
import type { checkedRow } from '../../ipc/support-calls.ts'
import type { Lang } from '../lang.ts'
import { sayProblemInWindow } from './say-in-window.ts'
import { supportWords } from './support.ts'

type CheckedRow = Readonly<z.infer<typeof checkedRow>>

/** A cell for spreadsheets: what begins like a formula is kept from being one. */
const cell = (text: string): string => `"${text.replace(/^[=+\-@\t\r]/, "'$&").replaceAll('"', '""')}"`

/** Why a row fails: of the row itself, else of the first door that did not let in. */
export const whyFailed = ({ problem, probes }: CheckedRow) =>
  problem ?? probes.find((probe) => probe.problem !== null)?.problem ?? null

/** A checked list as a table for spreadsheets (CSV, with the mark by which Excel knows UTF-8): line, address, whether it works, why not. No password is in it. */
export function checkedCsv(rows: readonly CheckedRow[], lang: Lang): string {
  const head = [supportWords.line, supportWords.address, supportWords.state, supportWords.reason].map((words) => words[lang])
  const lines = rows.map((row) => {
    const why = whyFailed(row)
    const state = (row.ok ? supportWords.works : supportWords.fails)[lang]
    return [String(row.line), row.address, state, why ? sayProblemInWindow(why, lang).text : '']
  })
  return `\uFEFF${[head, ...lines].map((cells) => cells.map(cell).join(',')).join('\r\n')}\r\n`
}
