import { lookup as systemLookup, type LookupAddress, type LookupOptions } from 'node:dns'
import type { LookupFunction } from 'node:net'

const resolveAll = (name: string): Promise<readonly LookupAddress[]> =>
  new Promise((resolve, reject) => {
    systemLookup(name, { all: true }, (error, addresses) => (error ? reject(error) : resolve(addresses)))
  })

/**
 * A resolver for one list: each name is asked for once, by the system (hosts file included), however many mailboxes stand on it.
 * A failure is not kept: the next mailbox asks anew.
 */
export function nameCache(resolveName: (name: string) => Promise<readonly LookupAddress[]> = resolveAll): LookupFunction {
  const known = new Map<string, Promise<readonly LookupAddress[]>>()
  const ask = async (name: string): Promise<readonly LookupAddress[] | NodeJS.ErrnoException> => {
    try {
      const asked = known.get(name) ?? resolveName(name)
      known.set(name, asked)
      return await asked
    } catch (error) {
      known.delete(name)
      return error instanceof Error ? error : new Error('lookup failed')
    }
  }
  const answer = async (name: string, options: LookupOptions, done: Parameters<LookupFunction>[2]): Promise<void> => {
    const all = await ask(name)
    if (all instanceof Error) return done(all, '', 0)
    const fitting = options.family === 4 || options.family === 6 ? all.filter(({ family }) => family === options.family) : all
    const [first] = fitting
    if (!first) return done(Object.assign(new Error('no address'), { code: 'ENOTFOUND' }), '', 0)
    return options.all ? done(null, [...fitting]) : done(null, first.address, first.family)
  }
  return (name, options, done) => void answer(name, options, done)
}
