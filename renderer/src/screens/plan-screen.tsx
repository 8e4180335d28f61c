import { useMemo, useState } from 'react'
import type { DraftView } from '../../../shared/ipc/plan-calls.ts'
import type { SheetView } from '../../../shared/ipc/sheet-calls.ts'
import { addressesOf, type Goal, goalsOf } from '../../../shared/screen/plan-choices.ts'
import { kitWords } from '../../../shared/words/window/kit.ts'
import { planWords } from '../../../shared/words/window/plan.ts'
import { Button, ButtonRow } from '../parts/button.tsx'
import { Elsewhere } from '../parts/elsewhere.tsx'
import { ScreenHeading } from '../parts/heading.tsx'
import { PasswordForm } from '../parts/password-form.tsx'
import { PlanView } from '../parts/plan-view.tsx'
import { ProblemBox } from '../parts/problem-box.tsx'
import { type Wanted, WayForm } from '../parts/way-form.tsx'
import type { Chosen } from '../use-password-choice.ts'
import { useDraft } from '../use-draft.ts'
import { useWindow } from '../window-state.ts'

type Stage = 'way' | 'password'

const usual = ({ realm, ways }: Goal, addresses: readonly string[]): Wanted => ({
  realm,
  way: ways[0] ?? 'guided',
  addresses,
  mailPrograms: true,
  attended: false,
  roundTrip: false,
  proveOldDead: false,
})

/** Nobody has described a way for any password of these papers: what the provider says, and the way back. */
function NoWay({ goals, onBack }: { readonly goals: readonly Goal[]; readonly onBack: () => void }) {
  const { say } = useWindow()
  return (
    <>
      <ScreenHeading>{say(planWords.realmNotHere)}</ScreenHeading>
      <Elsewhere goals={goals} />
      <ButtonRow>
        <Button onPress={onBack}>{say(kitWords.back)}</Button>
      </ButtonRow>
    </>
  )
}

/** Screen 3: the way, the new password, the plan: one decision after the other, and nothing touched before the last. */
export function PlanScreen({ sheets }: { readonly sheets: readonly SheetView[] }) {
  const { go, about } = useWindow()
  const goals = goalsOf(sheets, about.providers)
  const [first] = goals
  const back = (): void => go({ at: 'sheets', sheets, unread: [] })
  if (first === undefined || first.ways.length === 0) return <NoWay goals={goals} onBack={back} />
  return <Decide sheets={sheets} goals={goals} first={first} onBack={back} />
}

interface DecideProps {
  readonly sheets: readonly SheetView[]
  readonly goals: readonly Goal[]
  readonly first: Goal
  readonly onBack: () => void
}

function Decide({ sheets, goals, first, onBack }: DecideProps) {
  const { go } = useWindow()
  const addresses = addressesOf(sheets)
  const [stage, setStage] = useState<Stage>('way')
  const [wanted, setWanted] = useState(() => usual(first, addresses))
  const { draft, busy, problem, make, letGo, handOver } = useDraft()
  const goal = goals.find(({ realm }) => realm === wanted.realm) ?? first
  const ids = useMemo(() => sheets.map(({ sheet }) => sheet), [sheets])
  const provider = goal.rules[0]?.provider.id ?? sheets[0]?.provider ?? ''
  const plan = (chosen: Chosen): void => {
    const all = wanted.addresses.length === addresses.length || !goal.opensMailbox
    void make({ ...wanted, sheets: ids, addresses: all ? [] : [...wanted.addresses], ...chosen })
  }
  const start = (view: DraftView): void => {
    handOver()
    go({ at: 'run', task: { how: 'start', draft: view } })
  }
  if (draft !== null)
    return <PlanView draft={draft} mailPrograms={wanted.mailPrograms} onBack={letGo} onStart={() => start(draft)} />
  if (stage === 'way')
    return <WayForm {...{ goals, addresses, wanted }} onChange={setWanted} onNext={() => setStage('password')} onBack={onBack} />
  return (
    <>
      <PasswordHeading way={wanted.way} />
      {problem && <ProblemBox problem={problem} provider={provider} />}
      <PasswordForm
        goal={goal}
        way={wanted.way}
        provider={provider}
        several={goal.opensMailbox && wanted.addresses.length > 1}
        sheets={ids}
        busy={busy}
        onChosen={plan}
        onBack={() => {
          letGo()
          setStage('way')
        }}
      />
    </>
  )
}

function PasswordHeading({ way }: Pick<Wanted, 'way'>) {
  const { say, vault, practice } = useWindow()
  if (way === 'skip') return <ScreenHeading lead={say(planWords.skipLead)}>{say(planWords.skipHeading)}</ScreenHeading>
  const kept = vault === null ? planWords.passwordLead : planWords.passwordLeadFile
  return (
    <ScreenHeading lead={say(practice === null ? kept : planWords.passwordLeadPractice)}>
      {say(planWords.passwordHeading)}
    </ScreenHeading>
  )
}
