import { useState } from 'react'
import { startWords } from '../../../shared/words/window/start.ts'
import { useCall } from '../use-call.ts'
import { useWindow } from '../window-state.ts'
import { Box, Folded } from './box.tsx'
import { Button, ButtonRow } from './button.tsx'
import { ProblemBox } from './problem-box.tsx'
import { ProviderSelect } from './provider-select.tsx'

interface PracticeOfferProps {
  readonly busy: boolean
  readonly onSheet: (file: string) => void
}

/** The rehearsal: starts the practice provider and takes its paper as if it had been brought. */
export function PracticeOffer({ busy, onSheet }: PracticeOfferProps) {
  const { say, practice, setPractice } = useWindow()
  const start = useCall('startPractice')
  const [provider, setProvider] = useState('')
  const begin = async (): Promise<void> => {
    if (practice !== null) return onSheet(practice.sheetFile)
    const stage = await start.run({ provider: provider === '' ? null : provider, faults: [] })
    if (stage === null) return
    setPractice(stage)
    onSheet(stage.sheetFile)
  }
  return (
    <Box look="notice" title={say(startWords.practice)}>
      <p className="mt-1">{say(startWords.practiceText)}</p>
      <ButtonRow>
        <Button busy={busy || start.busy} onPress={() => void begin()}>
          {say(practice === null ? startWords.practiceStart : startWords.practiceRead)}
        </Button>
      </ButtonRow>
      {practice === null && (
        <Folded title={say(startWords.practiceOther)}>
          <ProviderSelect value={provider} onChange={setProvider} none={say(startWords.practiceUsual)} />
        </Folded>
      )}
      {start.problem && <ProblemBox problem={start.problem} />}
    </Box>
  )
}
