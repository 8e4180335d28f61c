import type { RunView } from '../../../shared/ipc/run-calls.ts'
import type { Proof } from '../../../shared/proof/proof.ts'
import { leftOver, waysOn } from '../../../shared/screen/ways-on.ts'
import { doneWords } from '../../../shared/words/window/done.ts'
import { historyWords } from '../../../shared/words/window/history.ts'
import { wayNames } from '../../../shared/words/window/way-names.ts'
import { useWindow } from '../window-state.ts'
import { Button, ButtonRow } from './button.tsx'
import { PasswordCard } from './password-card.tsx'
import { RecordButtons } from './record-buttons.tsx'
import { UndoButton } from './undo-button.tsx'

const isChanged = ({ mailboxes, logins }: Proof): boolean => [...mailboxes, ...logins].some(({ portal }) => portal === 'changed')

interface RunWaysProps {
  readonly view: RunView
}

/** The ways on that most people want, the likeliest first: while a run is carried out, to it; a put-back that was begun is finished before anything else. */
export function RunWays({ view }: RunWaysProps) {
  const { say, go } = useWindow()
  const { plan, entries, row, proof } = view
  const { run } = row
  const ways = waysOn(plan, entries)
  const half = ways.undone === 'cut' || ways.undone === 'partly'
  const resume = row.open && !row.busy
  const again = ways.undone === 'whole' && row.outcome === 'unfinished'
  const first = row.busy ? 'watch' : half ? 'undo' : resume && leftOver(row) === 'open' ? 'resume' : 'passwords'
  return (
    <ButtonRow>
      {row.busy && (
        <Button look="primary" onPress={() => go({ at: 'run', task: { how: 'watch', run } })}>
          {say(historyWords.watch)}
        </Button>
      )}
      {first === 'undo' && (
        <UndoButton
          begun
          changed={proof !== null && isChanged(proof)}
          onUndo={() => go({ at: 'run', task: { how: 'undo', run } })}
        />
      )}
      {resume && (
        <Button
          look={first === 'resume' ? 'primary' : 'secondary'}
          onPress={() => go({ at: 'run', task: { how: 'resume', run } })}
        >
          {say(again ? doneWords.settingsAgain : wayNames.resume)}
        </Button>
      )}
      {ways.passwords && <PasswordCard key={run} run={run} primary={first === 'passwords'} />}
      {proof && <RecordButtons run={run} />}
    </ButtonRow>
  )
}

/** The last of the ways: back to the first screen, and settings put back that nobody has asked to have put back yet. */
export function LastWays({ view }: RunWaysProps) {
  const { say, go } = useWindow()
  const { plan, entries, row, proof } = view
  const ways = waysOn(plan, entries)
  return (
    <ButtonRow>
      <Button onPress={() => go({ at: 'start' })}>{say(doneWords.toStart)}</Button>
      {ways.undo && ways.undone === 'none' && !row.busy && proof && (
        <UndoButton changed={isChanged(proof)} onUndo={() => go({ at: 'run', task: { how: 'undo', run: row.run } })} />
      )}
    </ButtonRow>
  )
}
