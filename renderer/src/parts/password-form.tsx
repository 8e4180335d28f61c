import { useState } from 'react'
import type { Goal, Way } from '../../../shared/screen/plan-choices.ts'
import { kitWords } from '../../../shared/words/window/kit.ts'
import { planWords } from '../../../shared/words/window/plan.ts'
import { type Chosen, type PasswordChoice, usePasswordChoice } from '../use-password-choice.ts'
import { useWindow } from '../window-state.ts'
import { Button, ButtonRow } from './button.tsx'
import { Choice, type ChoiceOption } from './choice.tsx'
import { MadePassword } from './made-password.tsx'
import { OwnPassword } from './own-password.tsx'
import { SecretField } from './secret-field.tsx'

interface PasswordFormProps {
  readonly goal: Goal
  readonly way: Way
  /** Whose rule judges. */
  readonly provider: string
  /** Each of several mailboxes gets one of its own, unless the person chooses. */
  readonly several: boolean
  readonly sheets: readonly string[]
  readonly busy: boolean
  /** Neither typed nor made: the program makes one, or what stands on the paper is in force. */
  readonly onChosen: (chosen: Chosen) => void
  readonly onBack: () => void
}

function Rules({ goal }: Pick<PasswordFormProps, 'goal'>) {
  const { say, lang } = useWindow()
  const { rules } = goal
  return rules.map(({ provider, rule }) => (
    <p key={provider.id} className="max-w-3xl text-solid-gray-700">
      {rules.length === 1
        ? say(planWords.rule, { rule: rule[lang] })
        : say(planWords.ruleOf, { provider: provider.name[lang], rule: rule[lang] })}
    </p>
  ))
}

function useOptions(way: Way, several: boolean): readonly ChoiceOption[] {
  const { say } = useWindow()
  if (way === 'skip')
    return [
      { value: 'made', label: say(planWords.fromSheet) },
      { value: 'own', label: say(planWords.afterwards) },
    ]
  return [
    { value: 'made', label: say(planWords.made), description: say(several ? planWords.madeEach : planWords.madeText) },
    { value: 'own', label: say(planWords.own), ...(several ? { description: say(planWords.ownEach) } : {}) },
  ]
}

/** The fields for the source that was chosen; none where the program does it all by itself. */
function SourceFields({
  form,
  choice,
  tried,
}: {
  readonly form: PasswordFormProps
  readonly choice: PasswordChoice
  readonly tried: boolean
}) {
  const { say } = useWindow()
  const { goal, way, provider, several, sheets } = form
  const { source, made, setMade, own, setOwn, again, setAgain, fault, onVerdict } = choice
  const errorIn = (field: 'own' | 'again'): string | null => (tried && fault?.field === field ? say(fault.words) : null)
  if (source === 'made') {
    if (way === 'skip' || several) return null
    return <MadePassword provider={provider} realm={goal.realm} made={made} onMade={setMade} />
  }
  if (way === 'skip') return <SecretField label={say(planWords.typeNow)} value={own} onChange={setOwn} error={errorIn('own')} />
  return (
    <>
      <OwnPassword
        provider={provider}
        realm={goal.realm}
        sheets={sheets}
        value={own}
        onChange={setOwn}
        error={errorIn('own')}
        onVerdict={onVerdict}
      />
      <div className="ml-8">
        <SecretField label={say(planWords.typeAgain)} value={again} onChange={setAgain} error={errorIn('again')} />
      </div>
    </>
  )
}

/** The new password: made, or one's own. What was typed or shown leaves this form with the answer and stays nowhere. */
export function PasswordForm(props: PasswordFormProps) {
  const { goal, way, several, busy, onChosen, onBack } = props
  const { say } = useWindow()
  const [tried, setTried] = useState(false)
  const choice = usePasswordChoice(way)
  const options = useOptions(way, several)
  const next = (): void => {
    if (choice.fault) setTried(true)
    else onChosen(choice.chosen)
  }
  return (
    <form
      className="mt-6 flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        next()
      }}
    >
      <Choice
        label={say(planWords.which)}
        value={choice.source}
        onChange={(value) => choice.setSource(value === 'own' ? 'own' : 'made')}
        options={options}
        hideLabel
      />
      <SourceFields form={props} choice={choice} tried={tried} />
      {way !== 'skip' && <Rules goal={goal} />}
      <ButtonRow>
        <Button look="primary" type="submit" busy={busy}>
          {say(planWords.toPlan)}
        </Button>
        <Button look="quiet" onPress={onBack} label={say(planWords.backToWay)}>
          {say(kitWords.back)}
        </Button>
        {busy && <span role="status">{say(planWords.drafting)}</span>}
      </ButtonRow>
    </form>
  )
}
