import { useEffect, useState } from 'react'
import type { RunId } from '../../../shared/base/ids.ts'
import type { Output } from '../../../shared/ipc/contract.ts'
import { doneWords } from '../../../shared/words/window/done.ts'
import { wayNames } from '../../../shared/words/window/way-names.ts'
import { useCall } from '../use-call.ts'
import { useWindow } from '../window-state.ts'
import { Button } from './button.tsx'
import { ProblemBox } from './problem-box.tsx'
import { ShownPasswords } from './shown-passwords.tsx'

type Passwords = Output<'revealPasswords'>['passwords']

/** As long as it takes to write one down; then they are let go of. */
const shownMs = 60_000

interface PasswordCardProps {
  readonly run: RunId
  readonly primary?: boolean
  /** They are wanted for acting on the member site, where old and new are both typed. */
  readonly atSite?: boolean
}

/** Every password that may be in force, shown on request for a minute at most and let go of when it is hidden, or the window is left. */
export function PasswordCard({ run, primary = false, atSite = false }: PasswordCardProps) {
  const { say, announce } = useWindow()
  const reveal = useCall('revealPasswords')
  const [passwords, setPasswords] = useState<Passwords | null>(null)
  useEffect(() => {
    if (passwords === null) return
    const hide = (): void => setPasswords(null)
    const hideWhenLeft = (): void => {
      if (document.hidden) hide()
    }
    const timer = setTimeout(hide, shownMs)
    document.addEventListener('visibilitychange', hideWhenLeft)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', hideWhenLeft)
    }
  }, [passwords])
  const show = async (): Promise<void> => {
    const found = await reveal.run({ run })
    if (found === null) return
    setPasswords([...found.passwords].sort((a, b) => a.which.localeCompare(b.which)))
    announce(say(doneWords.passwordsShown))
  }
  return (
    <>
      <Button
        look={primary ? 'primary' : 'secondary'}
        busy={reveal.busy}
        expanded={passwords !== null}
        onPress={() => (passwords === null ? void show() : setPasswords(null))}
      >
        {say(passwords === null ? wayNames.passwords : doneWords.hide)}
      </Button>
      {reveal.problem && <ProblemBox problem={reveal.problem} />}
      {passwords !== null && <ShownPasswords passwords={passwords} atSite={atSite} />}
    </>
  )
}
