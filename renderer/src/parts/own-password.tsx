import { useEffect, useState } from 'react'
import type { Realm } from '../../../shared/base/secret.ts'
import type { Output } from '../../../shared/ipc/contract.ts'
import { sayRemark } from '../../../shared/words/window/say-remark.ts'
import { planWords, strengthWords } from '../../../shared/words/window/plan.ts'
import { call } from '../api.ts'
import { useWindow } from '../window-state.ts'
import { Dictation } from './dictation.tsx'
import { SecretField } from './secret-field.tsx'

type Verdict = Output<'judgePassword'>

/** Typing is not judged letter by letter: a verdict that changes faster than it can be read helps nobody, least of all who hears it. */
const pauseMs = 300

interface OwnPasswordProps {
  readonly provider: string
  readonly realm: Realm
  readonly sheets: readonly string[]
  readonly value: string
  readonly onChange: (value: string) => void
  /** What was said to be wrong when the person wanted to go on. */
  readonly error: string | null
  /** Told for which value it is: it comes a moment after the typing. */
  readonly onVerdict: (value: string, ok: boolean) => void
}

/** Asks the main process about what is typed, after a pause. A verdict belongs to the value it was given for, and is none of any other. */
function useVerdict({ provider, realm, sheets, value, onVerdict }: OwnPasswordProps): Verdict | null {
  const [answered, setAnswered] = useState<{ readonly value: string; readonly verdict: Verdict } | null>(null)
  useEffect(() => {
    if (value === '') return
    let wanted = true
    const judge = async (): Promise<void> => {
      const answer = await call('judgePassword', { provider, realm, value, sheets: [...sheets] })
      if (!wanted || !answer.ok) return
      setAnswered({ value, verdict: answer.value })
      onVerdict(value, answer.value.ok)
    }
    const timer = setTimeout(() => void judge(), pauseMs)
    return () => {
      wanted = false
      clearTimeout(timer)
    }
  }, [provider, realm, sheets, value, onVerdict])
  return answered?.value === value ? answered.verdict : null
}

/** How strong it is: in a word, and in a bar that only repeats the word. */
function Strength({ score }: { readonly score: number }) {
  const { say } = useWindow()
  return (
    <p className="flex flex-wrap items-center gap-3">
      {say(planWords.strength, { word: say(strengthWords[score] ?? planWords.strength0) })}
      <span aria-hidden className="flex gap-1">
        {strengthWords.map(({ en }, at) => (
          <span
            key={en}
            className={`h-2 w-8 rounded-full border border-solid-gray-600 ${at <= score ? 'bg-blue-900' : 'bg-white'}`}
          />
        ))}
      </span>
    </p>
  )
}

/** A password of one's own, judged by the rule while it is typed. */
export function OwnPassword(props: OwnPasswordProps) {
  const { say, lang } = useWindow()
  const verdict = useVerdict(props)
  const { value, onChange, error } = props
  return (
    <div className="ml-8 flex flex-col gap-3">
      <SecretField label={say(planWords.typeNew)} value={value} onChange={onChange} error={error} />
      <div aria-live="polite">
        {verdict !== null && (
          <>
            <p className={`font-bold ${verdict.ok ? 'text-success-2' : 'text-error-2'}`}>
              {verdict.ok ? '✓ ' : '× '}
              {say(verdict.ok ? planWords.fits : planWords.fitsNot)}
            </p>
            <ul className="list-disc pl-6">
              {[...verdict.faults, ...verdict.warnings].map((remark) => (
                <li key={remark.code}>{sayRemark(remark, lang)}</li>
              ))}
            </ul>
            {verdict.ok && <Strength score={verdict.score} />}
          </>
        )}
      </div>
      {verdict?.ok === true && <Dictation value={value} />}
    </div>
  )
}
