import { useEffect, useState } from 'react'
import type { RunId } from '../../../shared/base/ids.ts'
import { runWords } from '../../../shared/words/window/run.ts'
import { call } from '../api.ts'
import { useWindow } from '../window-state.ts'

interface PagePictureProps {
  readonly run: RunId
  readonly name: string
  readonly heading: string
}

/** The member site's page as it was seen last, with every password covered. Where it cannot be had there is none: it is a help, not a step. */
export function PagePicture({ run, name, heading }: PagePictureProps) {
  const { say } = useWindow()
  const [png, setPng] = useState<string | null>(null)
  useEffect(() => {
    let wanted = true
    const load = async (): Promise<void> => {
      const picture = await call('picture', { run, name })
      if (wanted && picture.ok) setPng(picture.value.png)
    }
    void load()
    return () => {
      wanted = false
    }
  }, [run, name])
  if (png === null) return null
  return (
    <figure className="mt-4">
      <figcaption className="text-[0.875rem] text-solid-gray-700">{say(runWords.picture)}</figcaption>
      <div
        role="region"
        aria-label={say(runWords.picture)}
        // Scrolls, so a keyboard must be able to come to it.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        className="mt-1 max-h-96 overflow-y-auto rounded-8 border border-solid-gray-420"
      >
        <img
          src={`data:image/png;base64,${png}`}
          alt={say(heading === '' ? runWords.picture : runWords.pictureOf, { heading })}
          className="block w-full"
        />
      </div>
    </figure>
  )
}
