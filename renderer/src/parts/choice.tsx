import type { ReactNode } from 'react'
import { Checkbox, FieldError, Label, Radio, RadioGroup } from 'react-aria-components'

export interface ChoiceOption {
  readonly value: string
  readonly label: ReactNode
  readonly description?: ReactNode
  /** What can be pressed for this option; it stands beside it, not inside: a button within a radio button is out of reach. */
  readonly beside?: ReactNode
}

interface ChoiceProps {
  readonly label: string
  readonly options: readonly ChoiceOption[]
  readonly value: string | null
  readonly onChange: (value: string) => void
  readonly error?: string | null
  readonly hideLabel?: boolean
}

const row =
  'group flex cursor-pointer items-start gap-3 rounded-8 border border-solid-gray-420 bg-white px-4 py-3 hover:bg-blue-50 data-selected:border-blue-900 data-selected:bg-blue-50'

/** One of a few, each with what it means. */
export function Choice({ label, options, value, onChange, error = null, hideLabel = false }: ChoiceProps) {
  return (
    <RadioGroup value={value} onChange={onChange} isInvalid={error !== null} className="flex max-w-2xl flex-col gap-2">
      <Label className={hideLabel ? 'sr-only' : 'font-bold'}>{label}</Label>
      {options.map((option) => (
        <div key={option.value} className="flex flex-wrap items-center gap-x-4 gap-y-1">
          <Radio value={option.value} className={`${row} min-w-60 flex-1`}>
            <span
              aria-hidden
              className="mt-1 grid size-5 shrink-0 place-items-center rounded-full border-2 border-solid-gray-600 bg-white group-data-selected:border-blue-900"
            >
              {/* Hidden, not transparent: high contrast paints over every transparent thing. */}
              <span className="invisible size-2.5 rounded-full border-[0.3125rem] border-blue-900 group-data-selected:visible" />
            </span>
            <span className="min-w-0 flex-1">
              <span className="font-bold">{option.label}</span>
              {option.description !== undefined && <span className="block text-solid-gray-700">{option.description}</span>}
            </span>
          </Radio>
          {option.beside}
        </div>
      ))}
      <FieldError className="font-bold text-error-2">{error}</FieldError>
    </RadioGroup>
  )
}

interface TickProps {
  readonly children: ReactNode
  readonly selected: boolean
  readonly onChange: (selected: boolean) => void
  readonly description?: ReactNode
}

/** Yes or no to one thing. */
export const Tick = ({ children, selected, onChange, description }: TickProps) => (
  <Checkbox isSelected={selected} onChange={onChange} className="group flex max-w-2xl cursor-pointer items-start gap-3 py-2">
    <span
      aria-hidden
      className="mt-0.5 grid size-6 shrink-0 place-items-center rounded-4 border-2 border-solid-gray-600 bg-white font-bold leading-100 group-data-selected:border-blue-900 group-data-selected:bg-blue-900"
    >
      <span className="invisible text-white group-data-selected:visible">✓</span>
    </span>
    <span className="min-w-0 flex-1">
      {children}
      {description !== undefined && <span className="block text-solid-gray-700">{description}</span>}
    </span>
  </Checkbox>
)
