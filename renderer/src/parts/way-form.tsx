import { useState } from 'react'
import type { Realm } from '../../../shared/base/secret.ts'
import type { Goal, Way } from '../../../shared/screen/plan-choices.ts'
import { kitWords } from '../../../shared/words/window/kit.ts'
import { planWords } from '../../../shared/words/window/plan.ts'
import { wayNames } from '../../../shared/words/window/way-names.ts'
import { useWindow } from '../window-state.ts'
import { Folded } from './box.tsx'
import { Button, ButtonRow } from './button.tsx'
import { Choice, Tick } from './choice.tsx'
import { ElsewhereBox } from './elsewhere.tsx'
import { ScreenHeading } from './heading.tsx'

/** Everything that is decided before the password. */
export interface Wanted {
  readonly realm: Realm
  readonly way: Way
  readonly addresses: readonly string[]
  readonly mailPrograms: boolean
  readonly attended: boolean
  readonly roundTrip: boolean
  readonly proveOldDead: boolean
}

interface WayFormProps {
  readonly goals: readonly Goal[]
  readonly addresses: readonly string[]
  readonly wanted: Wanted
  readonly onChange: (wanted: Wanted) => void
  readonly onNext: () => void
  readonly onBack: () => void
}

const ways = {
  recipe: { label: planWords.recipe, description: planWords.recipeText },
  guided: { label: wayNames.guided, description: planWords.guidedText },
  skip: { label: wayNames.skip, description: planWords.skipText },
} as const

/** What of the small print can be chosen for this goal and way. */
const smallPrint = (
  { opensMailbox }: Goal,
  way: Way,
): readonly ('mailPrograms' | 'attended' | 'roundTrip' | 'proveOldDead')[] => [
  ...(opensMailbox ? (['mailPrograms'] as const) : []),
  ...(way === 'recipe' ? (['attended'] as const) : []),
  ...(opensMailbox ? (['roundTrip', 'proveOldDead'] as const) : []),
]

function Addresses({
  addresses,
  wanted,
  onChange,
  missing,
}: Pick<WayFormProps, 'addresses' | 'wanted' | 'onChange'> & { readonly missing: boolean }) {
  const { say } = useWindow()
  const toggle = (address: string, selected: boolean): void =>
    onChange({ ...wanted, addresses: addresses.filter((one) => (one === address ? selected : wanted.addresses.includes(one))) })
  return (
    <fieldset className="flex flex-col">
      <legend className="font-bold">{say(planWords.addresses)}</legend>
      {addresses.map((address) => (
        <Tick key={address} selected={wanted.addresses.includes(address)} onChange={(selected) => toggle(address, selected)}>
          <span className="break-all">{address}</span>
        </Tick>
      ))}
      {missing && (
        <p role="alert" className="font-bold text-error-2">
          {say(planWords.addressMissing)}
        </p>
      )}
    </fieldset>
  )
}

function SmallPrint({ goal, wanted, onChange }: Pick<WayFormProps, 'wanted' | 'onChange'> & { readonly goal: Goal }) {
  const { say } = useWindow()
  return (
    <Folded title={say(planWords.more)}>
      {smallPrint(goal, wanted.way).map((name) => (
        <Tick key={name} selected={wanted[name]} onChange={(selected) => onChange({ ...wanted, [name]: selected })}>
          {say(planWords[name])}
        </Tick>
      ))}
    </Folded>
  )
}

/** Which password, which mailboxes, and who presses: by default what most people want. */
export function WayForm({ goals, addresses, wanted, onChange, onNext, onBack }: WayFormProps) {
  const { say, lang } = useWindow()
  const [missing, setMissing] = useState(false)
  const possible = goals.filter(({ ways }) => ways.length > 0)
  const goal = possible.find(({ realm }) => realm === wanted.realm) ?? possible[0]!
  const several = goal.opensMailbox && addresses.length > 1
  const next = (): void => {
    if (several && wanted.addresses.length === 0) return setMissing(true)
    onNext()
  }
  return (
    <>
      <ScreenHeading lead={say(planWords.wayLead)}>{say(planWords.wayHeading)}</ScreenHeading>
      <form
        className="mt-6 flex flex-col gap-6"
        onSubmit={(event) => {
          event.preventDefault()
          next()
        }}
      >
        {possible.length > 1 && (
          <Choice
            label={say(planWords.realm)}
            value={wanted.realm}
            onChange={(realm) => {
              const chosen = possible.find((one) => one.realm === realm)
              if (chosen) onChange({ ...wanted, realm: chosen.realm, way: chosen.ways[0]! })
            }}
            options={possible.map(({ realm, name }) => ({ value: realm, label: name[lang] }))}
          />
        )}
        {several && (
          <Addresses
            addresses={addresses}
            wanted={wanted}
            onChange={onChange}
            missing={missing && wanted.addresses.length === 0}
          />
        )}
        <Choice
          label={say(planWords.way)}
          value={wanted.way}
          onChange={(way) => onChange({ ...wanted, way: goal.ways.find((one) => one === way) ?? goal.ways[0]! })}
          options={goal.ways.map((way) => ({ value: way, label: say(ways[way].label), description: say(ways[way].description) }))}
        />
        <SmallPrint goal={goal} wanted={wanted} onChange={onChange} />
        <ElsewhereBox goals={goals} />
        <ButtonRow>
          <Button look="primary" type="submit">
            {say(planWords.toPassword)}
          </Button>
          <Button look="quiet" onPress={onBack} label={say(planWords.backToSheets)}>
            {say(kitWords.back)}
          </Button>
        </ButtonRow>
      </form>
    </>
  )
}
