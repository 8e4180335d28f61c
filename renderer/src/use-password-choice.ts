import { useCallback, useState } from 'react'
import type { Output } from '../../shared/ipc/contract.ts'
import type { Way } from '../../shared/screen/plan-choices.ts'
import { planWords } from '../../shared/words/window/plan.ts'

/** What is wrong with one's own password when the person wants to go on, and in which of the two fields. */
export interface PasswordFault {
  readonly field: 'own' | 'again'
  readonly words: (typeof planWords)['empty' | 'fitsNot' | 'differs']
}

/**
 * What has been typed or made so far. All of it is gone with the form. `fault` is null where the person may go on; a verdict that has not come yet
 * holds nobody up, since the plan is refused with a password that breaks the rule.
 */
export function usePasswordChoice(way: Way) {
  const [source, setSource] = useState<'made' | 'own'>('made')
  const [made, setMade] = useState<Output<'makePassword'> | null>(null)
  const [own, setOwn] = useState('')
  const [again, setAgain] = useState('')
  const [refused, setRefused] = useState<string | null>(null)
  const onVerdict = useCallback((value: string, ok: boolean) => setRefused(ok ? null : value), [])
  const fault = ((): PasswordFault | null => {
    if (source === 'made') return null
    if (own === '') return { field: 'own', words: planWords.empty }
    // What is in force already is typed once and keeps whatever rule it was made by.
    if (way === 'skip') return null
    if (refused === own) return { field: 'own', words: planWords.fitsNot }
    if (again === '') return { field: 'again', words: planWords.empty }
    return own === again ? null : { field: 'again', words: planWords.differs }
  })()
  const chosen = source === 'own' ? own : (made?.value ?? null)
  return { source, setSource, made, setMade, own, setOwn, again, setAgain, onVerdict, fault, chosen }
}
export type PasswordChoice = ReturnType<typeof usePasswordChoice>
