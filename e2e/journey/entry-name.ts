import type { WrittenEntry } from '../../shared/journal/entry.ts'

/** What an entry is called in a test that kills at it: its kind, its step without the folder of the mail program, and the act. */
export function entryName(entry: WrittenEntry): string {
  const step = 'step' in entry && entry.step ? entry.step.replace(/@(?:\/|[A-Z]:).*$/, '') : ''
  const act = entry.kind === 'intended' ? entry.act.kind : ''
  return [entry.kind, step, act].filter((word) => word !== '').join(' ')
}

/** The same, told apart where one process writes it again (the sign-ins of a step): the second is called `… #2`. */
export function countedNames(): (entry: WrittenEntry) => string {
  const seen = new Map<string, number>()
  return (entry) => {
    const name = entryName(entry)
    const count = (seen.get(name) ?? 0) + 1
    seen.set(name, count)
    return count === 1 ? name : `${name} #${count}`
  }
}
