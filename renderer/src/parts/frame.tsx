import type { ReactNode } from 'react'
import { frameWords } from '../../../shared/words/window/frame.ts'
import { mayLeave, type Place, stopOf } from '../flow.ts'
import { useCall } from '../use-call.ts'
import { useWindow } from '../window-state.ts'
import { Button } from './button.tsx'
import { LanguageSwitch } from './language-switch.tsx'
import { useLeave } from './leave-question.tsx'
import { RoadStrip } from './road-strip.tsx'

/** Screens beside the road, and the way back to its beginning. */
const links = [
  { to: { at: 'start' }, words: frameWords.home },
  { to: { at: 'history' }, words: frameWords.history },
  { to: { at: 'support' }, words: frameWords.support },
] as const satisfies readonly { readonly to: Place; readonly words: (typeof frameWords)['home' | 'history' | 'support'] }[]

function Links() {
  const { say, place, go } = useWindow()
  const { leave, question } = useLeave()
  if (!mayLeave(place)) return null
  return (
    <nav aria-label={say(frameWords.menu)} className="flex flex-wrap gap-1">
      {links.map(({ to, words }) => (
        <button
          key={to.at}
          type="button"
          aria-current={place.at === to.at ? 'page' : undefined}
          onClick={() => leave(() => go(to))}
          className="min-h-10 cursor-pointer rounded-8 px-3 text-blue-1000 underline-offset-4 hover:underline aria-[current=page]:font-bold aria-[current=page]:underline"
        >
          {say(words)}
        </button>
      ))}
      {question}
    </nav>
  )
}

/** A rehearsal must never be taken for the real thing, nor the other way round: it is said on every screen. */
function PracticeBar() {
  const { say, practice, setPractice, go, place } = useWindow()
  const stop = useCall('stopPractice')
  const { leave, question } = useLeave()
  if (practice === null) return null
  const end = async (): Promise<void> => {
    if ((await stop.run({})) === null) return
    setPractice(null)
    go({ at: 'start' })
  }
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-4 border-t-4 border-yellow-800 bg-yellow-50 px-6 py-1">
      <p className="font-bold">{say(frameWords.practice)}</p>
      {mayLeave(place) && (
        <Button small look="quiet" busy={stop.busy} onPress={() => leave(() => void end())}>
          {say(frameWords.stopPractice)}
        </Button>
      )}
      {question}
    </div>
  )
}

/** What stands around every screen. */
export function Frame({ children }: { readonly children: ReactNode }) {
  const { say, place, about } = useWindow()
  const stop = stopOf(place)
  return (
    <div className="flex min-h-screen flex-col">
      <a
        href="#content"
        className="absolute left-2 top-2 -translate-y-20 rounded-4 bg-white px-3 py-2 text-blue-1000 underline focus:translate-y-0"
        onClick={(event) => {
          event.preventDefault()
          document.getElementById('content')?.focus()
        }}
      >
        {say(frameWords.skip)}
      </a>
      <header className="border-b border-solid-gray-420">
        <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 px-6 py-2">
          <p className="font-bold">
            {say(frameWords.title)}
            {about.shell === 'chromium' && (
              <span className="ml-3 text-[0.875rem] font-normal text-solid-gray-700">{say(frameWords.fallback)}</span>
            )}
          </p>
          <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
            <Links />
            <LanguageSwitch />
          </div>
        </div>
        <PracticeBar />
      </header>
      {stop !== null && <RoadStrip stop={stop} />}
      <main id="content" tabIndex={-1} className="mx-auto w-full max-w-5xl grow px-6 pt-6 pb-16 outline-none short:pt-3">
        {children}
      </main>
    </div>
  )
}
