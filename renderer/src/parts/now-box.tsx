import type { StepGroup } from '../../../shared/screen/step-rows.ts'
import { countSteps, rowInHand } from '../../../shared/screen/step-rows.ts'
import { addressOf } from '../../../shared/plan/address-of-step.ts'
import { sayProgress } from '../../../shared/words/progress.ts'
import { sayElapsed } from '../../../shared/words/say-elapsed.ts'
import { runWords } from '../../../shared/words/window/run.ts'
import type { LiveRun } from '../live-run.ts'
import { useNow } from '../use-now.ts'
import { useWindow } from '../window-state.ts'
import { sayRow } from './run-steps.tsx'

interface NowBoxProps {
  readonly live: LiveRun
  readonly groups: readonly StepGroup[]
  /** Settings are being put back: no step of the plan is ahead. */
  readonly undoing: boolean
}

/** What is being done this moment, in one large sentence, what happens inside it, and how far it is. */
export function NowBox({ live, groups, undoing }: NowBoxProps) {
  const { say, lang } = useWindow()
  const row = rowInHand(groups)
  const now = useNow(row !== null)
  const { done, all } = countSteps(groups)
  const inside = live.progress ? sayProgress(live.progress.what, live.progress.facts, lang) : null
  const address = row ? addressOf(row.step) : ''
  return (
    <div className="mt-4 rounded-8 border border-blue-900 border-l-8 bg-blue-50 px-5 py-4">
      <p className="text-[1.25rem] font-bold">
        {row ? sayRow(row, lang) : say(undoing ? runWords.titleUndo : runWords.begins)}
        {row?.since !== undefined && row.since !== null && (
          <span className="ml-3 whitespace-nowrap text-[1rem] font-normal">
            {say(runWords.elapsed, { time: sayElapsed(now - row.since, lang) })}
          </span>
        )}
      </p>
      {address !== '' && <p className="text-solid-gray-700">{address}</p>}
      {inside !== null && <p>{inside}</p>}
      {live.stopping && <p className="font-bold">{say(runWords.stopsSoon)}</p>}
      {!undoing && all > 0 && (
        <div className="mt-2">
          <progress
            className="block h-3 w-full accent-blue-900"
            value={done}
            max={all}
            aria-label={say(runWords.counted, { done, all })}
          />
          <p className="text-[0.875rem]">{say(runWords.counted, { done, all })}</p>
        </div>
      )}
    </div>
  )
}
