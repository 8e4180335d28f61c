/** What would tell something about a value, or about a schema. */
const tells = ['parse', 'safeParse', 'parseAsync', 'safeParseAsync', 'options', 'values']

/** A schema that nothing can be asked of. */
const empty: object = new Proxy(() => undefined, {
  get: (_, key) => {
    if (typeof key === 'symbol' || key === 'then') return undefined
    if (tells.includes(key)) throw new Error(`the window's page has no schemas: .${key} belongs into the main process`)
    return key === 'enum' ? closedList : empty
  },
  apply: () => empty,
})

/** A closed list of words is told from other words in the page too: `options`, and membership. Whatever is made out of it is empty again. */
const closedList = (options: readonly string[]): object => {
  const safeParse = (value: unknown) =>
    typeof value === 'string' && options.includes(value) ? { success: true, data: value } : { success: false }
  return new Proxy({ options, safeParse }, { get: (own, key) => Reflect.get(key in own ? own : empty, key) as unknown })
}

/**
 * Stands for zod in the window's page. The page checks nothing: what it sends is parsed by the main process, and what it gets comes
 * from there, so that 30 kB of checking and its time at every start would serve nobody. Schemas of `shared/` are made out of it and
 * are empty; whoever asks one of them something is refused aloud. Closed lists of words work.
 */
export const z = empty
