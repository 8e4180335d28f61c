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
  const { say, lang } = useWindow()
  const spokenIn = useRef(lang)
  const began = useRef(false)
  const heading = useRef<HTMLHeadingElement>(null)
  const title = say(frameWords.title)
  useEffect(() => {
    document.title = `${children} – ${title}`
    // The same screen in another language is no other screen: whoever switched stays where he was.
    const sameScreen = began.current && spokenIn.current !== lang
    began.current = true
    spokenIn.current = lang
    if (sameScreen) return
    heading.current?.focus({ preventScroll: true })
    window.scrollTo(0, 0)
  }, [children, title, lang])
  return (
    <>
      <h1 ref={heading} tabIndex={-1} className="text-[1.75rem] leading-150 font-bold">
        {children}
      </h1>
      {lead !== undefined && <p className="mt-2 max-w-3xl">{lead}</p>}
    </>
  )
}
