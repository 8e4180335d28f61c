import { useEffect, useState } from 'react'

/** A password left standing on a screen is read by whoever passes by. */
const shownMs = 60_000

/**
 * Something secret that is shown for a minute at most, and gone when the window is covered or put away. It stays while another window has the
 * keyboard: it is shown to be typed there, or to be compared with what stands there.
 */
export function useShown<T>() {
  const [shown, setShown] = useState<T | null>(null)
  useEffect(() => {
    if (shown === null) return
    const hide = (): void => setShown(null)
    const hideWhenLeft = (): void => {
      if (document.hidden) hide()
    }
    const timer = setTimeout(hide, shownMs)
    document.addEventListener('visibilitychange', hideWhenLeft)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', hideWhenLeft)
    }
  }, [shown])
  return [shown, setShown] as const
}
