import { type ReactNode, useCallback, useState } from 'react'

/** What was said last; counted, so that the same words are heard again. */
interface Said {
  readonly text: string
  readonly count: number
}

/** A voice for things that happen without the focus: two regions in turn, since a region with unchanged text stays silent. */
export function useAnnouncer(): { readonly announce: (text: string) => void; readonly region: ReactNode } {
  const [said, setSaid] = useState<Said>({ text: '', count: 0 })
  const announce = useCallback((text: string) => setSaid(({ count }) => ({ text, count: count + 1 })), [])
  const region = (
    <div className="sr-only" role="status" aria-live="polite">
      <p>{said.count % 2 === 0 ? said.text : ''}</p>
      <p>{said.count % 2 === 1 ? said.text : ''}</p>
    </div>
  )
  return { announce, region }
}
