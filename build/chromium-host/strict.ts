/** Electron's API as far as this program uses it: what is not provided says so instead of being silently undefined. */
export const strict = <T extends object>(name: string, provided: T): T =>
  new Proxy(provided, {
    get: (target, key, receiver) => {
      if (key in target || typeof key === 'symbol' || key === 'then' || key === 'toJSON')
        return Reflect.get(target, key, receiver) as unknown
      throw new Error(`chromium host: electron.${name}.${key} is not provided`)
    },
  })

/** An event whose default way a listener may refuse. */
export interface Refusable {
  readonly preventDefault: () => void
  readonly refused: () => boolean
  readonly defaultPrevented: boolean
}

export function refusable(): Refusable {
  let prevented = false
  return {
    preventDefault: () => {
      prevented = true
    },
    refused: () => prevented,
    get defaultPrevented() {
      return prevented
    },
  }
}
