import { useId } from 'react'
import { inputLook } from './field.tsx'

interface SelectProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly options: readonly { readonly value: string; readonly text: string }[]
}

/** One of many. The system's own list: every keyboard and every reader knows it. */
export function Select({ label, value, onChange, options }: SelectProps) {
  const id = useId()
  return (
    <div className="flex max-w-2xl flex-col gap-1">
      <label htmlFor={id} className="font-bold">
        {label}
      </label>
      <select id={id} value={value} onChange={(event) => onChange(event.target.value)} className={inputLook}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.text}
          </option>
        ))}
      </select>
    </div>
  )
}
