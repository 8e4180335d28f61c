import { type ReactNode, useId } from 'react'

export type BoxLook = 'plain' | 'notice' | 'warning' | 'good' | 'bad'

const looks: Readonly<Record<BoxLook, string>> = {
  plain: 'border border-solid-gray-420 bg-white',
  notice: 'border border-blue-900 border-l-8 bg-blue-50',
  warning: 'border border-yellow-800 border-l-8 bg-yellow-50',
  good: 'border border-success-2 border-l-8 bg-green-50',
  bad: 'border border-error-1 border-l-8 bg-red-50',
}

interface BoxProps {
  readonly look?: BoxLook
  readonly title?: string
  readonly children: ReactNode
}

/** Things that belong together, with a bar whose colour is never the only sign: the title says the same. */
export function Box({ look = 'plain', title, children }: BoxProps) {
  const id = useId()
  return (
    <section className={`${looks[look]} mt-6 rounded-8 px-5 py-4`} {...(title === undefined ? {} : { 'aria-labelledby': id })}>
      {title !== undefined && (
        <h2 id={id} className="text-[1.125rem] font-bold">
          {title}
        </h2>
      )}
      {children}
    </section>
  )
}

/** What most people need not read, behind its name. */
export const Folded = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => (
  <details className="mt-3">
    <summary className="w-fit rounded-4 py-1 text-blue-1000 underline underline-offset-4">{title}</summary>
    <div className="mt-2">{children}</div>
  </details>
)
