import { useEffect, useState } from 'react'
import type { RunId } from '../../../shared/base/ids.ts'
import type { Output } from '../../../shared/ipc/contract.ts'
import type { Proof } from '../../../shared/proof/proof.ts'
import { type PasswordStanding, passwordStanding } from '../../../shared/screen/password-standing.ts'
import { dictatePassword } from '../../../shared/words/dictate-password.ts'
import type { InBoth } from '../../../shared/words/lang.ts'
import { sayRealms } from '../../../shared/words/settings.ts'
import { doneWords } from '../../../shared/words/window/done.ts'
import { wayNames } from '../../../shared/words/window/way-names.ts'
import { useCall } from '../use-call.ts'
import { useWindow } from '../window-state.ts'
import { Folded } from './box.tsx'
import { Button } from './button.tsx'
import { ProblemBox } from './problem-box.tsx'

type Passwords = Output<'revealPasswords'>['passwords']

/** As long as it takes to write one down; then they are let go of. */
const shownMs = 60_000

type Shown = Passwords[number] & { readonly standing: PasswordStanding | null }

/** What a password is to the person now; without a proof only which of the two it is. */
const titleOf = ({ which, standing }: Shown): InBoth => {
  if (standing === 'in-force') return doneWords.inForce
  if (standing === 'before') return doneWords.before
  if (standing === 'not-yet') return doneWords.notYet
  if (standing === 'unclear') return which === 'new' ? doneWords.newUnclear : doneWords.oldUnclear
  return which === 'new' ? doneWords.newOne : doneWords.oldOne
}

/** One password in large letters of equal width, and how it is read out on the telephone. */
function OnePassword({ password }: { readonly password: Shown }) {
  const { say, lang } = useWindow()
  const { value } = password
  const said = dictatePassword(value, lang).map((part) => part.said)
  return (
    <li className="border-t border-solid-gray-420 py-3">
      <p>
        <span className="font-bold">{say(titleOf(password))}</span>
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

const List = ({ passwords }: { readonly passwords: readonly Shown[] }) => (
  <ul className="mt-2">
    {passwords.map((password) => (
      <OnePassword key={`${password.which} ${password.for} ${password.realms.join()}`} password={password} />
    ))}
  </ul>
)

/** What to do with them, in a sentence that holds for all that are shown. */
function whyOf(shown: readonly Shown[], atSite: boolean): InBoth {
  if (atSite) return doneWords.passwordsAtSite
  if (shown.some(({ standing }) => standing === null || standing === 'unclear')) return doneWords.passwordsBoth
  const changed = shown.some(({ which, standing }) => which === 'new' && standing === 'in-force')
  return changed ? doneWords.passwordsWhy : doneWords.passwordsOld
}

interface PasswordCardProps {
  readonly run: RunId
  /** Tells which of them hold; null: nothing tells it, so all count alike. */
  readonly proof: Proof | null
  readonly primary?: boolean
  /** They are wanted for acting on the member site, where old and new are both typed. */
  readonly atSite?: boolean
}

/** Every password that may be in force, shown on request for a minute at most and let go of when it is hidden, or the window is left. */
export function PasswordCard({ run, proof, primary = false, atSite = false }: PasswordCardProps) {
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
  const shown = (passwords ?? []).map((one) => ({ ...one, standing: proof && passwordStanding(proof, one) }))
  const aside = shown.filter(({ standing }) => standing === 'before' || standing === 'not-yet')
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
          <p>{say(whyOf(shown, atSite))}</p>
          <p>{say(doneWords.passwordsShown)}</p>
          <List passwords={shown.filter((one) => !aside.includes(one))} />
          {aside.length > 0 && (
            <Folded title={say(doneWords.otherPasswords)}>
              <List passwords={aside} />
            </Folded>
          )}
        </div>
      )}
    </>
  )
}
