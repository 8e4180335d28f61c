import { useEffect, useState } from 'react'
import type { RunId } from '../../../shared/base/ids.ts'
import type { Output } from '../../../shared/ipc/contract.ts'
import { dictatePassword } from '../../../shared/words/dictate-password.ts'
import { sayRealms } from '../../../shared/words/settings.ts'
import { doneWords } from '../../../shared/words/window/done.ts'
import { wayNames } from '../../../shared/words/window/way-names.ts'
import { useCall } from '../use-call.ts'
import { useWindow } from '../window-state.ts'
import { Button } from './button.tsx'
import { ProblemBox } from './problem-box.tsx'

type Passwords = Output<'revealPasswords'>['passwords']

/** As long as it takes to write one down; then they are let go of. */
const shownMs = 60_000

/** One password in large letters of equal width, and how it is read out on the telephone. */
function OnePassword({ password }: { readonly password: Passwords[number] }) {
  const { say, lang } = useWindow()
  const { value, which } = password
  const said = dictatePassword(value, lang).map((part) => part.said)
  return (
    <li className="border-t border-solid-gray-420 py-3">
      <p>
        <span className="font-bold">{say(which === 'new' ? doneWords.newOne : doneWords.oldOne)}</span>
        <span className="ml-3 text-solid-gray-700">
          {password.for} {sayRealms(password.realms, lang)}
        </span>
      </p>
      <p className="font-mono text-[1.5rem] tracking-wider break-all select-all">{value}</p>
      <p className="text-[0.875rem] text-solid-gray-700">
        {say(doneWords.dictation)}
        {said.join(lang === 'ja' ? '、' : ', ')}
      </p>
    </li>
  )
}

interface PasswordCardProps {
  readonly run: RunId
  /** New ones before old ones where only these are needed; false: it is not known which one holds, so both count alike. */
  readonly certain: boolean
  readonly primary?: boolean
}

/** Every password that may be in force, shown on request for a minute at most and let go of when it is hidden, or the window is left. */
export function PasswordCard({ run, certain, primary = false }: PasswordCardProps) {
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
      {passwords !== null && (
        <div className="w-full rounded-8 border border-yellow-800 bg-yellow-50 px-5 py-3">
          <p>{say(certain ? doneWords.passwordsWhy : doneWords.passwordsBoth)}</p>
          <p>{say(doneWords.passwordsShown)}</p>
          <ul className="mt-2">
            {passwords.map((password) => (
              <OnePassword key={`${password.which} ${password.for} ${password.realms.join()}`} password={password} />
            ))}
          </ul>
        </div>
      )}
    </>
  )
}
