import type { ReactNode } from 'react'
import { Button as AriaButton } from 'react-aria-components'

export type ButtonLook = 'primary' | 'secondary' | 'quiet' | 'danger'

const looks: Readonly<Record<ButtonLook, string>> = {
  primary: 'border-blue-900 bg-blue-900 text-white hover:bg-blue-1000 data-pressed:bg-blue-1200',
  secondary: 'border-blue-900 bg-white text-blue-900 hover:bg-blue-50 data-pressed:bg-blue-100',
  quiet: 'border-transparent bg-transparent text-blue-1000 underline underline-offset-4 hover:bg-blue-50',
  danger: 'border-error-2 bg-white text-error-2 hover:bg-red-50 data-pressed:bg-red-100',
}

interface ButtonProps {
  readonly children: ReactNode
  readonly onPress?: () => void
  readonly look?: ButtonLook
  readonly type?: 'button' | 'submit'
  /** Under way: it stays where it is and keeps the focus, and does nothing. */
  readonly busy?: boolean
  readonly disabled?: boolean
  readonly small?: boolean
  /** What is read out instead of the words on it, where these stand for several things of a screen. */
  readonly label?: string
  readonly describedBy?: string
  readonly controls?: string
  readonly expanded?: boolean
  readonly autoFocus?: boolean
}

/**
 * A button whose words say what it does. Being busy is done here and not by `isPending`: that has the button's name read out twice, over what
 * the screen says, and leaves a nameless picture behind where the button has gone meanwhile.
 */
export function Button(props: ButtonProps) {
  const { children, look = 'secondary', type = 'button', busy = false, disabled = false, small = false } = props
  const size = small ? 'min-h-10 px-4 py-1' : 'min-h-12 px-6 py-2'
  return (
    <AriaButton
      type={busy ? 'button' : type}
      isDisabled={disabled}
      autoFocus={props.autoFocus ?? false}
      {...(busy ? { 'aria-disabled': true } : {})}
      {...(props.onPress && !busy ? { onPress: props.onPress } : {})}
      {...(props.label === undefined ? {} : { 'aria-label': props.label })}
      {...(props.describedBy === undefined ? {} : { 'aria-describedby': props.describedBy })}
      {...(props.controls === undefined ? {} : { 'aria-controls': props.controls })}
      {...(props.expanded === undefined ? {} : { 'aria-expanded': props.expanded })}
      className={`${size} ${looks[look]} cursor-pointer rounded-8 border text-center font-bold leading-140 disabled:cursor-default disabled:border-solid-gray-420 disabled:bg-solid-gray-50 disabled:text-solid-gray-600 aria-disabled:cursor-wait aria-disabled:opacity-70`}
    >
      {children}
    </AriaButton>
  )
}

/** Buttons in the order of what most people want, beside each other or, where there is no room, one below the other. */
export const ButtonRow = ({ children }: { readonly children: ReactNode }) => (
  <div className="mt-6 flex flex-wrap items-center gap-4">{children}</div>
)
