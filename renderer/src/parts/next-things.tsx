import { useState } from 'react'
import type { Proof } from '../../../shared/proof/proof.ts'
import { doneWords } from '../../../shared/words/window/done.ts'
import { sayNextInWindow } from '../../../shared/words/window/say-in-window.ts'
import { useWindow } from '../window-state.ts'
import { Box } from './box.tsx'
import { Tick } from './choice.tsx'

/** What the person has left to do, to be ticked off while the screen stands; the paper has the same list. */
export function NextThings({ next }: { readonly next: Proof['next'] }) {
  const { say, lang } = useWindow()
  const [ticked, setTicked] = useState<readonly string[]>([])
  if (next.length === 0) return null
  return (
    <Box title={say(doneWords.next)}>
      <p className="text-[0.875rem] text-solid-gray-700">{say(doneWords.tick)}</p>
      <ul>
        {next.map((thing) => (
          <li key={thing}>
            <Tick
              selected={ticked.includes(thing)}
              onChange={(on) => setTicked(on ? [...ticked, thing] : ticked.filter((one) => one !== thing))}
            >
              {sayNextInWindow(thing, lang)}
            </Tick>
          </li>
        ))}
      </ul>
    </Box>
  )
}
