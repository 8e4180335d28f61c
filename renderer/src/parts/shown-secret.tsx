import { useState } from 'react'
import { kitWords } from '../../../shared/words/window/kit.ts'
import { useShown } from '../use-shown.ts'
import { useWindow } from '../window-state.ts'
import { Button } from './button.tsx'

interface ShownSecretProps {
  /** What it is the password of, as it is read out: 「taro@… の新しいパスワード」. */
  readonly name: string
  /** Fetches the value; null where it cannot be had (the screen says why). */
  readonly reveal: () => Promise<string | null>
}

/** A password that is hidden until the person asks for it, and let go of when it is hidden again, after a minute, or when the window is left. */
export function ShownSecret({ name, reveal }: ShownSecretProps) {
  const { say, announce } = useWindow()
  const [value, setValue] = useShown<string>()
  const [busy, setBusy] = useState(false)
  const toggle = async (): Promise<void> => {
    if (value !== null) return setValue(null)
    setBusy(true)
    const found = await reveal()
    setBusy(false)
    setValue(found)
    if (found !== null) announce(say(kitWords.shownNow, { name }))
  }
  return (
    <span className="inline-flex flex-wrap items-center gap-3">
      {value === null ? (
        <span className="tracking-widest text-solid-gray-700" aria-label={say(kitWords.hidden)} role="img">
          ●●●●●●●●
        </span>
      ) : (
        <span className="rounded-4 bg-yellow-50 px-2 py-1 font-mono text-[1.125rem] text-solid-gray-900 select-all">{value}</span>
      )}
      <Button
        small
        busy={busy}
        label={say(value === null ? kitWords.showWhat : kitWords.hideWhat, { name })}
        onPress={() => void toggle()}
      >
        {say(value === null ? kitWords.show : kitWords.hide)}
      </Button>
    </span>
  )
}
