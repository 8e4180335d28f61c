import { useCallback, useState } from 'react'
import type { Input } from '../../shared/ipc/contract.ts'
import type { Way } from '../../shared/screen/plan-choices.ts'
import { planWords } from '../../shared/words/window/plan.ts'

/** What is wrong with one's own password when the person wants to go on, and in which of the two fields. */
export interface PasswordFault {
  readonly field: 'own' | 'again'
  readonly words: (typeof planWords)['empty' | 'fitsNot' | 'differs']
}

/** The password of a plan: typed, made before by its name, or neither. */
export type Chosen = Pick<Input<'draftPlan'>, 'newPassword' | 'made'>

interface Typed {
  readonly own: string
  readonly again: string
  /** What was judged not to fit. */
  readonly refused: string | null
}
const nothing: Typed = { own: '', again: '', refused: null }

/**
 * What has been typed or made so far. All of it is gone with the form, and what belongs to one source when the other is chosen. `fault` is null where
 * the person may go on; a verdict that has not come yet holds nobody up, since the plan is refused with a password that breaks the rule.
 */
export function usePasswordChoice(way: Way) {
  const [source, choose] = useState<'made' | 'own'>('made')
  const [made, setMade] = useState<string | null>(null)
  const [typed, setTyped] = useState(nothing)
  const { own, again, refused } = typed
  const setSource = (next: 'made' | 'own'): void => {
    choose(next)
    setMade(null)
    setTyped(nothing)
  }
  const setOwn = (value: string): void => setTyped((now) => ({ ...now, own: value }))
  const setAgain = (value: string): void => setTyped((now) => ({ ...now, again: value }))
  const onVerdict = useCallback((value: string, ok: boolean) => setTyped((now) => ({ ...now, refused: ok ? null : value })), [])
  const fault = ((): PasswordFault | null => {
    if (source === 'made') return null
    if (own === '') return { field: 'own', words: planWords.empty }
    // What is in force already is typed once and keeps whatever rule it was made by.
    if (way === 'skip') return null
    if (refused === own) return { field: 'own', words: planWords.fitsNot }
    if (again === '') return { field: 'again', words: planWords.empty }
    return own === again ? null : { field: 'again', words: planWords.differs }
  })()
  const chosen: Chosen = { newPassword: source === 'own' ? own : null, made: source === 'made' ? made : null }
  return { source, setSource, made, setMade, own, setOwn, again, setAgain, onVerdict, fault, chosen }
}
export type PasswordChoice = ReturnType<typeof usePasswordChoice>
