/** A key as it arrives before the page gets it. */
export interface Key {
  readonly type: string
  readonly key: string
  readonly control: boolean
  readonly meta: boolean
  readonly alt: boolean
}

const steps: readonly number[] = [0.75, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3]

/** How large the page is after this key (Ctrl or ⌘ with +, − or 0), or null where the key means something else. */
export function zoomAfter(now: number, { type, key, control, meta, alt }: Key): number | null {
  if (type !== 'keyDown' || control === meta || alt) return null
  if (key === '0') return 1
  // Shift with = or ; is how + is typed on an American and on a Japanese keyboard.
  if (key === '+' || key === '=' || key === ';') return steps.find((step) => step > now + 0.01) ?? now
  if (key === '-') return steps.findLast((step) => step < now - 0.01) ?? now
  return null
}
