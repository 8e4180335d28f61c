import { useState } from 'react'
import type { Problem } from '../../../shared/base/problem.ts'
import type { DraftView } from '../../../shared/ipc/plan-calls.ts'
import { changesForGood, lanesOfDraft } from '../../../shared/screen/plan-lanes.ts'
import { nextThing } from '../../../shared/proof/proof.ts'
import { sayStep } from '../../../shared/words/steps.ts'
import { kitWords } from '../../../shared/words/window/kit.ts'
import { planWords } from '../../../shared/words/window/plan.ts'
import { sayNextInWindow, sayProblemInWindow } from '../../../shared/words/window/say-in-window.ts'
import { sayRemark } from '../../../shared/words/window/say-remark.ts'
import { baseName, useWindow } from '../window-state.ts'
import { Box, Folded } from './box.tsx'
import { Button, ButtonRow } from './button.tsx'
import { Tick } from './choice.tsx'
import { ScreenHeading } from './heading.tsx'
import { PlanLaneCard } from './plan-lane.tsx'

interface PlanViewProps {
  readonly draft: DraftView
  readonly mailPrograms: boolean
  readonly onStart: () => void
  readonly onBack: () => void
}

/** One thing the plan goes without: which, why, and what can be done about it. */
function LeftOut({ name, problem }: { readonly name: string; readonly problem: Problem }) {
  const { lang } = useWindow()
  const { what, next } = sayProblemInWindow(problem, lang)
  return (
    <div className="mt-2">
      <p className="font-bold break-all">{name}</p>
      <p>{what}</p>
      <p>{next}</p>
    </div>
  )
}

/** What surprises: papers left out, mail programs that could not be read, remarks about the password. */
function Surprises({ draft }: Pick<PlanViewProps, 'draft'>) {
  const { say, lang } = useWindow()
  const { plan, unread, warnings } = draft
  return (
    <>
      {(plan.refused ?? []).length > 0 && (
        <Box look="warning" title={say(planWords.refused)}>
          {(plan.refused ?? []).map(({ file, problem }) => (
            <LeftOut key={file} name={baseName(file)} problem={problem} />
          ))}
        </Box>
      )}
      {unread.length > 0 && (
        <Box look="warning" title={say(planWords.unread)}>
          {unread.map(({ profile, problem }) => (
            <LeftOut key={profile} name={profile} problem={problem} />
          ))}
        </Box>
      )}
      {warnings.length > 0 && (
        <Box look="warning" title={say(kitWords.warning)}>
          {warnings.map((remark) => (
            <p key={remark.code}>{sayRemark(remark, lang)}</p>
          ))}
        </Box>
      )}
      {plan.untouched.length > 0 && <p className="mt-4">{say(planWords.untouched, { addresses: plan.untouched.join(', ') })}</p>}
    </>
  )
}

/** What stays, what can be taken back, what is left to the person, and what the provider wants said. */
function Afterwards({ draft }: Pick<PlanViewProps, 'draft'>) {
  const { say, lang } = useWindow()
  const { checklist, notices, plan } = draft
  const things = checklist.flatMap((thing) => nextThing.options.find((known) => known === thing) ?? [])
  const rewrites = plan.steps.some(({ undo }) => undo === 'automatic')
  return (
    <>
      <Box title={say(planWords.undo)}>
        <ul className="mt-1 list-disc pl-6">
          {rewrites && <li>{say(planWords.undoYes)}</li>}
          {changesForGood(plan) && <li className="font-bold">{say(planWords.undoNo)}</li>}
        </ul>
      </Box>
      {things.length > 0 && (
        <Box title={say(planWords.afterwardsTitle)}>
          <ul className="mt-1 list-disc pl-6">
            {things.map((thing) => (
              <li key={thing}>{sayNextInWindow(thing, lang)}</li>
            ))}
          </ul>
        </Box>
      )}
      {notices.length > 0 && (
        <Box look="notice" title={say(planWords.notices)}>
          <ul className="mt-1 list-disc pl-6">
            {notices.map((notice) => (
              <li key={notice.ja}>{notice[lang]}</li>
            ))}
          </ul>
        </Box>
      )}
    </>
  )
}

/** The one agreement: nothing begins without the tick, and the tick says what cannot be undone. */
function Consent({ plan, onStart, onBack }: Pick<PlanViewProps, 'onStart' | 'onBack'> & Pick<DraftView, 'plan'>) {
  const { say } = useWindow()
  const [agreed, setAgreed] = useState(false)
  const [missing, setMissing] = useState(false)
  return (
    <form
      className="mt-6"
      onSubmit={(event) => {
        event.preventDefault()
        if (agreed) onStart()
        else setMissing(true)
      }}
    >
      <Tick selected={agreed} onChange={setAgreed}>
        <strong>{say(changesForGood(plan) ? planWords.consent : planWords.consentSkip)}</strong>
      </Tick>
      {missing && !agreed && (
        <p role="alert" className="font-bold text-error-2">
          {say(planWords.consentMissing)}
        </p>
      )}
      <ButtonRow>
        <Button look="primary" type="submit">
          {say(planWords.start)}
        </Button>
        <Button onPress={onBack}>{say(planWords.backToPassword)}</Button>
      </ButtonRow>
    </form>
  )
}

/** The whole plan as a person reads it before agreeing, and the agreement. */
export function PlanView({ draft, mailPrograms, onStart, onBack }: PlanViewProps) {
  const { say, lang } = useWindow()
  const { plan } = draft
  return (
    <>
      <ScreenHeading lead={say(planWords.planLead)}>{say(planWords.planHeading)}</ScreenHeading>
      <Surprises draft={draft} />
      {lanesOfDraft(draft).map((lane) => (
        <PlanLaneCard key={lane.lane} lane={lane} mailPrograms={mailPrograms} />
      ))}
      <Afterwards draft={draft} />
      <Folded title={say(planWords.steps, { n: plan.steps.length })}>
        <ol className="list-decimal pl-8">
          {plan.steps.map((step) => (
            <li key={step.id}>{sayStep(step.kind, 'planned', { address: step.lane === '' ? null : step.lane }, lang)}</li>
          ))}
        </ol>
      </Folded>
      <Consent plan={plan} onStart={onStart} onBack={onBack} />
    </>
  )
}
