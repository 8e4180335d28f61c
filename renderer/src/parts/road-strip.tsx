import { frameWords, stopWords } from '../../../shared/words/window/frame.ts'
import { type RoadStop, roadStops } from '../flow.ts'
import { useWindow } from '../window-state.ts'

/** Where on the road one is. Short windows show the number alone. */
export function RoadStrip({ stop }: { readonly stop: RoadStop }) {
  const { say } = useWindow()
  const at = roadStops.indexOf(stop)
  return (
    <nav aria-label={say(frameWords.road)} className="border-b border-solid-gray-200 bg-solid-gray-50 px-6 py-2">
      <p className="hidden text-[0.875rem] short:block max-md:block">
        {say(frameWords.stop, { at: at + 1, of: roadStops.length })} {say(stopWords[stop])}
      </p>
      <ol className="mx-auto flex max-w-5xl gap-2 short:hidden max-md:hidden">
        {roadStops.map((one, index) => (
          <li key={one} aria-current={one === stop ? 'step' : undefined} className="flex flex-1 items-center gap-2">
            <span
              aria-hidden
              className={`grid size-6 shrink-0 place-items-center rounded-full border text-[0.875rem] leading-100 font-bold ${
                index < at
                  ? 'border-success-2 bg-success-2 text-white'
                  : index === at
                    ? 'border-blue-900 bg-blue-900 text-white'
                    : 'border-solid-gray-536 bg-white'
              }`}
            >
              {index < at ? '✓' : index + 1}
            </span>
            <span className={index === at ? 'font-bold' : 'text-solid-gray-700'}>{say(stopWords[one])}</span>
            {index < roadStops.length - 1 && <span aria-hidden className="h-px min-w-4 flex-1 bg-solid-gray-420" />}
          </li>
        ))}
      </ol>
    </nav>
  )
}
