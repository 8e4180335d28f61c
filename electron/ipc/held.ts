import { randomBytes } from 'node:crypto'

/** Things the window knows by a name only, while they (and the passwords in them) stay in the main process. */
export interface Held<T> {
  readonly keep: (make: (name: string) => T) => T
  readonly find: (name: string) => T | null
  readonly replace: (name: string, value: T) => void
  readonly drop: (name: string) => void
  readonly clear: () => void
  readonly all: () => readonly (readonly [string, T])[]
}

/** An empty shelf; names are `<kind>-` and eight random hex digits, so that one of an earlier window names nothing. */
export function held<T>(kind: string): Held<T> {
  const things = new Map<string, T>()
  return {
    keep: (make) => {
      const name = `${kind}-${randomBytes(4).toString('hex')}`
      const value = make(name)
      things.set(name, value)
      return value
    },
    find: (name) => things.get(name) ?? null,
    replace: (name, value) => void (things.has(name) && things.set(name, value)),
    drop: (name) => void things.delete(name),
    clear: () => things.clear(),
    all: () => [...things],
  }
}
