import { type ReactNode, useEffect, useRef } from 'react'
import { frameWords } from '../../../shared/words/window/frame.ts'
import { useWindow } from '../window-state.ts'

interface HeadingProps {
  readonly children: string
  /** What is decided on this screen, in a sentence. */
  readonly lead?: ReactNode
}

/** The name of a screen. Takes the focus when the screen comes, so that a keyboard begins at its top and a reader says where one is. */
export function ScreenHeading({ children, lead }: HeadingProps) {
  const { say } = useWindow()
  const heading = useRef<HTMLHeadingElement>(null)
  const title = say(frameWords.title)
  useEffect(() => {
    document.title = `${children} – ${title}`
    heading.current?.focus({ preventScroll: true })
    window.scrollTo(0, 0)
  }, [children, title])
  return (
    <>
      <h1 ref={heading} tabIndex={-1} className="text-[1.75rem] leading-150 font-bold">
        {children}
      </h1>
      {lead !== undefined && <p className="mt-2 max-w-3xl">{lead}</p>}
    </>
  )
}
