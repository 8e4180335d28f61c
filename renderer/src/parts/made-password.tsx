import type { Realm } from '../../../shared/base/secret.ts'
import { kitWords } from '../../../shared/words/window/kit.ts'
import { planWords } from '../../../shared/words/window/plan.ts'
import { useCall } from '../use-call.ts'
import { useShown } from '../use-shown.ts'
import { useWindow } from '../window-state.ts'
import { Button } from './button.tsx'
import { Dictation } from './dictation.tsx'
import { ProblemBox } from './problem-box.tsx'

interface MadePasswordProps {
  readonly provider: string
  readonly realm: Realm
  /** The one that was made, by its name in the main process; null: none yet, the program makes one when the plan is made. */
  readonly made: string | null
  readonly onMade: (made: string) => void
}

/** A made password, shown only for whom wants to see it before, and for a minute; whoever does not never has it on the screen. */
export function MadePassword({ provider, realm, made, onMade }: MadePasswordProps) {
  const { say } = useWindow()
  const make = useCall('makePassword')
  const reveal = useCall('revealMade')
  const [shown, setShown] = useShown<string>()
  const next = async (): Promise<void> => {
    const one = await make.run({ provider, realm })
    if (one === null) return
    onMade(one.made)
    setShown(one.value)
  }
  const toggle = async (id: string): Promise<void> => {
    if (shown !== null) return setShown(null)
    setShown((await reveal.run({ made: id }))?.value ?? null)
  }
  const name = say(planWords.madeValue)
  const problem = make.problem ?? reveal.problem
  return (
    <div className="ml-8">
      {made === null && <p className="mb-2 text-solid-gray-700">{say(planWords.madeLater)}</p>}
      <div aria-live="polite">
        {made !== null && (
          <p>
            {name}:{' '}
            {shown === null ? (
              <span className="tracking-widest text-solid-gray-700" aria-label={say(kitWords.hidden)} role="img">
                ●●●●●●●●
              </span>
            ) : (
              <span className="rounded-4 bg-yellow-50 px-2 py-1 font-mono text-[1.25rem] font-bold break-all text-solid-gray-900 select-all">
                {shown}
              </span>
            )}
          </p>
        )}
        {shown !== null && <Dictation value={shown} />}
      </div>
      <div className="mt-3 flex flex-wrap gap-3">
        {made !== null && (
          <Button
            small
            busy={reveal.busy}
            label={say(shown === null ? kitWords.showWhat : kitWords.hideWhat, { name })}
            onPress={() => void toggle(made)}
          >
            {say(shown === null ? kitWords.show : kitWords.hide)}
          </Button>
        )}
        <Button small busy={make.busy} onPress={() => void next()}>
          {say(made === null ? planWords.madeShow : planWords.madeAgain)}
        </Button>
      </div>
      {problem && <ProblemBox problem={problem} provider={provider} />}
    </div>
  )
}
