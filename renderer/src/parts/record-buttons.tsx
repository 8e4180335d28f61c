import { useState } from 'react'
import type { RunId } from '../../../shared/base/ids.ts'
import { doneWords } from '../../../shared/words/window/done.ts'
import { useCall } from '../use-call.ts'
import { useWindow } from '../window-state.ts'
import { Button } from './button.tsx'
import { ProblemBox } from './problem-box.tsx'

/** The record on paper: opened to be printed, or saved where the person says. */
export function RecordButtons({ run }: { readonly run: RunId }) {
  const { say } = useWindow()
  const save = useCall('saveRecord')
  const open = useCall('openRecord')
  const [saved, setSaved] = useState<string | null>(null)
  const onSave = async (): Promise<void> => {
    const result = await save.run({ run, where: 'ask' })
    setSaved(result?.pdf ?? null)
  }
  const onOpen = async (): Promise<void> => {
    // What is opened has to be written before; that it lies in the data folder is no decision anybody is asked for.
    if ((await save.run({ run, where: 'data-folder' })) !== null) await open.run({ run })
  }
  const problem = save.problem ?? open.problem
  return (
    <>
      <Button busy={open.busy} onPress={() => void onOpen()}>
        {say(doneWords.open)}
      </Button>
      <Button busy={save.busy} onPress={() => void onSave()}>
        {say(doneWords.save)}
      </Button>
      <p role="status" className="w-full empty:hidden">
        {saved === null ? '' : say(doneWords.saved, { file: saved })}
      </p>
      {problem && <ProblemBox problem={problem} />}
    </>
  )
}
