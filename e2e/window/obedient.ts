import { makeWalker } from '../fakes/walker.ts'

/** One thing a person was told to do at the member site, as it stood in the window, and the passwords that stood there with it. */
export interface ToldToDo {
  readonly said: string
  readonly old: string
  readonly fresh: string
}

/** A person in a browser of his own who does what the window says, in its order, and knows nothing else. */
export function obedientPerson(): (told: ToldToDo) => Promise<void> {
  const walker = makeWalker()
  return async ({ said, old, fresh }) => {
    const url = /https?:\/\/[\w.:/-]+/.exec(said)?.[0]
    const [first, ...more] = [...said.matchAll(/「([^」]+)」/g)].map(([, words]) => words!)
    const value = /値: (\S+) 。/.exec(said)?.[1] ?? (/新しい/.test(first ?? '') ? fresh : old)
    if (url !== undefined) return walker.open(url)
    if (first === undefined) throw new Error(`nothing to be done: ${said}`)
    if (said.includes('の欄')) return walker.type(first, value)
    if (said.includes('（画面に出たときだけ）') && !walker.sees(`>${first}`)) return undefined
    // 「A」の「B」を押してください: the thing itself stands last, before the window's own buttons are named.
    const named = more.filter((words) => words !== '終わりました' && words !== 'やめる' && words !== 'OK')
    return walker.press(named.at(-1) ?? first)
  }
}
