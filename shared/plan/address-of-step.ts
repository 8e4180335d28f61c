import type { Step } from './step.ts'

/** The address (or login) a step is about, as a person knows it; empty for a step of the whole run. */
export function addressOf({ input }: Step): string {
  const own = 'address' in input ? input.address : 'edit' in input ? input.edit.address : ''
  return own ?? ('current' in input ? input.current.for : '')
}
