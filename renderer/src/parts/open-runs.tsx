import { useEffect, useState } from 'react'
import type { RunRow } from '../../../shared/ipc/run-calls.ts'
import { leftOver } from '../../../shared/screen/ways-on.ts'
import { sayTime } from '../../../shared/words/say-time.ts'
import { historyWords, undoTags } from '../../../shared/words/window/history.ts'
import { startWords } from '../../../shared/words/window/start.ts'
import { wayNames } from '../../../shared/words/window/way-names.ts'
import { call } from '../api.ts'
import { useWindow } from '../window-state.ts'
import { Box } from './box.tsx'
import { Button } from './button.tsx'

/** As many as one takes in at a glance; the history has them all. */
const most = 3

/** One of them with its way on: to the run that is on, to the result of one whose put-back is not finished (which way, is decided there), else on with it. */
function OpenRun({ row }: { readonly row: RunRow }) {
  const { say, lang, go } = useWindow()
  const { run, addresses, createdAt, busy, practice } = row
  const half = leftOver(row) === 'half'
  const at = sayTime(createdAt, lang) ?? createdAt
  const what = say(startWords.openRow, { addresses: addresses.join('、') || run, at })
  const way = say(busy ? startWords.openWatch : half ? historyWords.see : wayNames.resume)
  const press = (): void => {
    if (half && !busy) go({ at: 'done', run })
    else go({ at: 'run', task: { how: busy ? 'watch' : 'resume', run } })
  }
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1">
      <span>
        {practice && <strong>{say(historyWords.practice)}: </strong>}
        {what} {busy && <strong>{say(startWords.openBusy)}</strong>}
        {half && !busy && row.undo !== 'none' && <strong>{say(undoTags[row.undo])}</strong>}
      </span>
      <Button small label={`${way}: ${what}`} onPress={press}>
        {way}
      </Button>
    </li>
  )
}

/** Runs that were left unfinished, offered before anything new is begun. Nothing where there are none; the history tells of problems. */
export function OpenRuns() {
  const { say, go } = useWindow()
  const [rows, setRows] = useState<readonly RunRow[]>([])
  useEffect(() => {
    let here = true
    const load = async (): Promise<void> => {
      const listed = await call('listRuns', {})
      if (here && listed.ok) setRows(listed.value.runs.filter((row) => row.busy || leftOver(row) !== 'over'))
    }
    void load()
    return () => {
      here = false
    }
  }, [])
  if (rows.length === 0) return null
  return (
    <Box look="warning" title={say(startWords.open)}>
      <p>{say(startWords.openText)}</p>
      <ul className="mt-2 flex flex-col gap-2">
        {rows.slice(0, most).map((row) => (
          <OpenRun key={row.run} row={row} />
        ))}
      </ul>
      {rows.length > most && (
        <div className="mt-2">
          <Button small look="quiet" onPress={() => go({ at: 'history' })}>
            {say(wayNames.history)}
          </Button>
        </div>
      )}
    </Box>
  )
}
