/** What crosses between page and main process, as JSON that keeps what Electron's structured clone keeps. */
export interface Codec {
  readonly encode: (value: unknown) => unknown
  readonly decode: (coded: unknown) => unknown
}

/**
 * Values as JSON and back: dates, maps, sets, bytes, errors, undefined, odd numbers. Functions, symbols and promises are refused in
 * Electron's own words. One self-contained function, because its text is sent into the page as well.
 */
export function makeCodec(): Codec {
  const toBase64 = (bytes: Uint8Array): string => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
  const fromBase64 = (text: string): Uint8Array => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))
  const encode = (value: unknown): unknown => {
    if (value === null || typeof value === 'boolean' || typeof value === 'string') return value
    if (typeof value === 'number')
      return Number.isFinite(value) && !Object.is(value, -0) ? value : ['number', Object.is(value, -0) ? '-0' : String(value)]
    if (value === undefined) return ['undefined']
    if (typeof value === 'bigint') return ['bigint', String(value)]
    if (typeof value !== 'object' || value instanceof Promise) throw new Error('An object could not be cloned.')
    if (value instanceof Date) return ['date', value.getTime()]
    if (value instanceof Error) return ['error', value.name, value.message]
    if (value instanceof Map) return ['map', ...Array.from(value, ([key, one]) => [encode(key), encode(one)])]
    if (value instanceof Set) return ['set', ...Array.from(value, encode)]
    if (value instanceof ArrayBuffer) return ['buffer', toBase64(new Uint8Array(value))]
    if (ArrayBuffer.isView(value)) return ['bytes', toBase64(new Uint8Array(value.buffer, value.byteOffset, value.byteLength))]
    if (Array.isArray(value)) return ['array', ...value.map(encode)]
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, encode(one)]))
  }
  const decode = (coded: unknown): unknown => {
    if (coded === null || typeof coded !== 'object') return coded
    if (!Array.isArray(coded)) return Object.fromEntries(Object.entries(coded).map(([key, one]) => [key, decode(one)]))
    const [kind, ...rest] = coded as [string, ...unknown[]]
    const pairs = () => (rest as [unknown, unknown][]).map(([key, one]): [unknown, unknown] => [decode(key), decode(one)])
    const kinds: Readonly<Record<string, () => unknown>> = {
      undefined: () => undefined,
      number: () => Number(rest[0]),
      bigint: () => BigInt(rest[0] as string),
      date: () => new Date(rest[0] as number),
      error: () => Object.assign(new Error(rest[1] as string), { name: rest[0] }),
      map: () => new Map(pairs()),
      set: () => new Set(rest.map(decode)),
      buffer: () => fromBase64(rest[0] as string).buffer,
      bytes: () => fromBase64(rest[0] as string),
      array: () => rest.map(decode),
    }
    return kinds[kind]?.()
  }
  return { encode, decode }
}
