import { useState } from 'react'
import { kitWords } from '../../../shared/words/window/kit.ts'
import { useWindow } from '../window-state.ts'
import { Button } from './button.tsx'
import { Field } from './field.tsx'

interface SecretFieldProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly description?: string
  readonly error?: string | null
  readonly required?: boolean
  readonly autoFocus?: boolean
}

/** A field for a password: hidden while it is typed, shown on request. */
export function SecretField({ label, ...rest }: SecretFieldProps) {
  const { say } = useWindow()
  const [shown, setShown] = useState(false)
  return (
    <Field
      {...rest}
      label={label}
      type={shown ? 'text' : 'password'}
      exact
      beside={
        <Button label={say(shown ? kitWords.hideWhat : kitWords.showWhat, { name: label })} onPress={() => setShown(!shown)}>
          {say(shown ? kitWords.hide : kitWords.show)}
        </Button>
      }
    />
  )
}
