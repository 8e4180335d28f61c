import { useEffect, useState } from 'react'
import type { RunRow } from '../../../shared/ipc/run-calls.ts'
import { sayTime } from '../../../shared/words/say-time.ts'
import { historyWords } from '../../../shared/words/window/history.ts'
import { startWords } from '../../../shared/words/window/start.ts'
import { wayNames } from '../../../shared/words/window/way-names.ts'
import { call } from '../api.ts'
import { useWindow } from '../window-state.ts'
import { Box } from './box.tsx'
import { Button } from './button.tsx'

/** As many as one takes in at a glance; the history has them all. */
const most = 3

/** Runs that were left unfinished, offered before anything new is begun. Nothing where there are none; the history tells of problems. */
export function OpenRuns() {
  const { say, lang, go } = useWindow()
  const [rows, setRows] = useState<readonly RunRow[]>([])
  useEffect(() => {
    let here = true
    const load = async (): Promise<void> => {
      const listed = await call('listRuns', {})
      if (here && listed.ok) setRows(listed.value.runs.filter(({ open, busy }) => open || busy))
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
        {rows.slice(0, most).map(({ run, addresses, createdAt, busy, practice }) => {
          const what = say(startWords.openRow, {
            addresses: addresses.join('、') || run,
            at: sayTime(createdAt, lang) ?? createdAt,
          })
          return (
            <li key={run} className="flex flex-wrap items-center gap-x-4 gap-y-1">
              <span>
                {practice && <strong>{say(historyWords.practice)}: </strong>}
                {what} {busy && <strong>{say(startWords.openBusy)}</strong>}
              </span>
              <Button
                small
                label={`${say(busy ? startWords.openWatch : wayNames.resume)}: ${what}`}
                onPress={() => go({ at: 'run', task: { how: busy ? 'watch' : 'resume', run } })}
              >
                {say(busy ? startWords.openWatch : wayNames.resume)}
              </Button>
            </li>
          )
        })}
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
