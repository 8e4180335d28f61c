import type { ReactNode, RefObject } from 'react'
import { FieldError, Input, Label, Text, TextArea, TextField } from 'react-aria-components'
import { kitWords } from '../../../shared/words/window/kit.ts'
import { useWindow } from '../window-state.ts'

export const inputLook =
  'min-h-12 w-full rounded-8 border border-solid-gray-600 bg-white px-4 py-2 text-solid-gray-900 data-[invalid]:border-2 data-[invalid]:border-error-1'

interface FieldProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly description?: string
  /** What is wrong with the value; null: nothing, or not judged yet. */
  readonly error?: string | null
  readonly required?: boolean
  readonly type?: 'text' | 'password'
  /** More than one line. */
  readonly rows?: number
  /** Values that are compared letter by letter: all letters equally wide. */
  readonly exact?: boolean
  readonly autoFocus?: boolean
  readonly inputRef?: RefObject<HTMLInputElement | null>
  /** What stands beside the input, inside its label's reach. */
  readonly beside?: ReactNode
}

/** A field with its name above it, what it is for, and what is wrong with it below. */
export function Field(props: FieldProps) {
  const { say } = useWindow()
  const {
    label,
    value,
    onChange,
    description,
    error = null,
    required = false,
    type = 'text',
    rows,
    exact = false,
    beside,
  } = props
  const look = `${inputLook} ${exact ? 'font-mono' : ''}`
  return (
    <TextField
      value={value}
      onChange={onChange}
      type={type}
      isInvalid={error !== null}
      isRequired={required}
      validationBehavior="aria"
      autoComplete="off"
      autoFocus={props.autoFocus ?? false}
      className="flex max-w-2xl flex-col gap-1"
    >
      <Label className="font-bold">
        {label} {required && <span className="font-normal text-error-2">{say(kitWords.required)}</span>}
      </Label>
      {description !== undefined && (
        <Text slot="description" className="whitespace-pre-line text-solid-gray-700">
          {description}
        </Text>
      )}
      <div className="flex flex-wrap gap-2">
        {rows === undefined ? (
          <Input
            className={`${look} min-w-40 flex-1`}
            spellCheck={false}
            autoCapitalize="off"
            {...(props.inputRef ? { ref: props.inputRef } : {})}
          />
        ) : (
          <TextArea className={`${look} leading-170`} rows={rows} spellCheck={false} />
        )}
        {beside}
      </div>
      <FieldError className="font-bold text-error-2">{error}</FieldError>
    </TextField>
  )
}
