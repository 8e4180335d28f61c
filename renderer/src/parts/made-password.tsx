import { useState } from 'react'
import type { Realm } from '../../../shared/base/secret.ts'
import type { Output } from '../../../shared/ipc/contract.ts'
import { planWords } from '../../../shared/words/window/plan.ts'
import { useCall } from '../use-call.ts'
import { useWindow } from '../window-state.ts'
import { Button } from './button.tsx'
import { Dictation } from './dictation.tsx'
import { ProblemBox } from './problem-box.tsx'

interface MadePasswordProps {
  readonly provider: string
  readonly realm: Realm
  /** What was made and is shown; null: nothing yet, the program makes one when the plan is made. */
  readonly made: Output<'makePassword'> | null
  readonly onMade: (made: Output<'makePassword'>) => void
}

/** A made password, shown only for whom wants to see it before; whoever does not never has it on the screen. */
export function MadePassword({ provider, realm, made, onMade }: MadePasswordProps) {
  const { say } = useWindow()
  const make = useCall('makePassword')
  const [asked, setAsked] = useState(false)
  const next = async (): Promise<void> => {
    setAsked(true)
    const one = await make.run({ provider, realm })
    if (one) onMade(one)
  }
  return (
    <div className="ml-8">
      {made === null && <p className="mb-2 text-solid-gray-700">{say(planWords.madeLater)}</p>}
      <div aria-live="polite">
        {made !== null && (
          <>
            <p>
              {say(planWords.madeValue)}:{' '}
              <span className="rounded-4 bg-yellow-50 px-2 py-1 font-mono text-[1.25rem] font-bold break-all text-solid-gray-900 select-all">
                {made.value}
              </span>
            </p>
            <Dictation parts={made.dictation} />
          </>
        )}
      </div>
      <div className="mt-3">
        <Button small busy={make.busy} onPress={() => void next()}>
          {say(asked || made !== null ? planWords.madeAgain : planWords.madeShow)}
        </Button>
      </div>
      {make.problem && <ProblemBox problem={make.problem} provider={provider} />}
    </div>
  )
}
