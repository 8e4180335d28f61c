import { type ReactNode, useEffect, useRef } from 'react'
import type { Problem } from '../../../shared/base/problem.ts'
import { pageOfProblem } from '../../../shared/screen/page-of-problem.ts'
import { kitWords } from '../../../shared/words/window/kit.ts'
import { sayProblemInWindow } from '../../../shared/words/window/say-in-window.ts'
import { providerOf, useWindow } from '../window-state.ts'
import { Folded } from './box.tsx'
import { HelpLines } from './help-lines.tsx'
import { PageButton } from './page-button.tsx'

interface ProblemBoxProps {
  readonly problem: Problem
  /** Whose help lines to name; else the problem's own provider's. */
  readonly provider?: string | null
  /** Takes the focus when it appears, so that nobody looks for it. False where several stand in a list. */
  readonly focus?: boolean
  /** What can be pressed now: no box without a way on. */
  readonly children?: ReactNode
}

const asText = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value))

/** A problem: one sentence what happened, one what to do, whom to call and when; the rest folded away. */
export function ProblemBox({ problem, provider = null, focus = true, children }: ProblemBoxProps) {
  const { say, lang, about } = useWindow()
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // Another problem in the same place is as new as the first.
    if (focus && problem) box.current?.focus()
  }, [focus, problem])
  const said = sayProblemInWindow(problem, lang)
  const whose = provider ?? (typeof problem.facts['provider'] === 'string' ? problem.facts['provider'] : null)
  const known = providerOf(about, whose)
  const page = pageOfProblem(problem, known)
  const facts = Object.entries(problem.facts).filter(([, value]) => value !== null)
  return (
    <div ref={box} tabIndex={-1} role="alert" className="mt-6 rounded-8 border border-l-8 border-error-1 bg-red-50 px-5 py-4">
      <p className="text-[1.125rem] font-bold">{said.what}</p>
      <p className="mt-2">{said.next}</p>
      {known && page !== null && <PageButton provider={known.id} url={page} />}
      <HelpLines help={known?.help ?? []} />
      {children !== undefined && <div className="mt-4 flex flex-wrap gap-4">{children}</div>}
      <Folded title={say(kitWords.details)}>
        <ul className="font-mono text-[0.875rem]">
          <li>{say(kitWords.code, { code: problem.code })}</li>
          {facts.map(([name, value]) => (
            <li key={name}>
              {name}: {asText(value)}
            </li>
          ))}
        </ul>
      </Folded>
    </div>
  )
}
