import type { RunRow } from '../../../shared/ipc/run-calls.ts'
import { historyWords, outcomeTags, undoTags } from '../../../shared/words/window/history.ts'
import { useWindow } from '../window-state.ts'

const looks: Readonly<Record<RunRow['outcome'], { readonly sign: string; readonly look: string }>> = {
  done: { sign: '○', look: 'border-success-2 text-success-2' },
  stopped: { sign: '－', look: 'border-solid-gray-600 text-solid-gray-700' },
  unfinished: { sign: '△', look: 'border-yellow-1000 text-yellow-1000' },
  unknown: { sign: '△', look: 'border-error-2 text-error-2' },
}

/** How a run stands, in a sign, a colour and a word; a rehearsal is called one. */
export function OutcomeTag({ row }: { readonly row: RunRow }) {
  const { say } = useWindow()
  const { sign, look } = looks[row.outcome]
  const said = row.undo === 'none' || row.outcome === 'unknown' ? outcomeTags[row.outcome] : undoTags[row.undo]
  const words = row.busy ? historyWords.busy : row.problem ? historyWords.unreadable : said
  return (
    <>
      {row.practice && (
        <span className="mr-2 inline-block rounded-4 border border-yellow-900 bg-yellow-50 px-2 text-[0.875rem] font-bold whitespace-nowrap">
          {say(historyWords.practice)}
        </span>
      )}
      <span
        className={`inline-block whitespace-nowrap rounded-4 border bg-white px-2 text-[0.875rem] font-bold ${row.problem ? 'border-error-2 text-error-2' : look}`}
      >
        <span aria-hidden>{sign} </span>
        {say(words)}
      </span>
    </>
  )
}
