import { makeCodec, type Codec } from './codec.ts'
import { type DroppedFiles, holdFiles } from './page-files.ts'

// Two functions whose text is put into every document before the page's own scripts: one into the page's world, one with the
// program's preload into an isolated world, as Electron does. They talk over events of the document under a name nobody can guess;
// what a message carries is cloned on the way, so the worlds share no object.

/** A value as it crosses: plain, a function by its number, or an object of such. */
type Crossing =
  { readonly plain: unknown } | { readonly fn: number } | { readonly object: readonly (readonly [string, Crossing])[] }

/** In the page's own world: builds what the preload exposes. Self-contained. */
export function inPageWorld(name: string): void {
  if (window !== window.top) return
  type Settle = readonly [(value: unknown) => void, (error: Error) => void]
  const settles = new Map<number, Settle>()
  const given = new Map<number, (...words: readonly unknown[]) => unknown>()
  let last = 0
  const say = (what: string, detail: unknown): void => void document.dispatchEvent(new CustomEvent(name + what, { detail }))
  const hear = (what: string, heard: (detail: never) => void): (() => void) => {
    const listener = (event: Event): void => heard((event as CustomEvent).detail as never)
    document.addEventListener(name + what, listener)
    return () => document.removeEventListener(name + what, listener)
  }
  const out = (value: unknown): unknown => {
    if (typeof value !== 'function') return { plain: value }
    given.set(++last, value as (...words: readonly unknown[]) => unknown)
    return { fn: last }
  }
  const askPreload = (fn: number, words: readonly unknown[]): unknown => {
    const id = ++last
    let answer:
      { readonly id: number; readonly error?: string; readonly promise?: boolean; readonly value?: Crossing } | undefined
    const deaf = hear('answer', (heard: NonNullable<typeof answer>) => {
      if (heard.id === id) answer = heard
    })
    say('call', { id, fn, words: words.map(out) })
    deaf()
    if (!answer) throw new Error('An object could not be cloned.')
    if (answer.error !== undefined) throw new Error(answer.error)
    if (answer.promise) return new Promise((done, failed) => settles.set(id, [done, failed]))
    return build(answer.value!)
  }
  const build = (value: Crossing): unknown => {
    if ('fn' in value) return (...words: readonly unknown[]) => askPreload(value.fn, words)
    if ('object' in value) return Object.freeze(Object.fromEntries(value.object.map(([key, one]) => [key, build(one)])))
    return value.plain
  }
  hear('settle', ({ id, error, value }: { readonly id: number; readonly error?: string; readonly value: Crossing }) => {
    const settle = settles.get(id)
    settles.delete(id)
    if (error === undefined) settle?.[0](build(value))
    else settle?.[1](new Error(error))
  })
  hear('back', ({ fn, words }: { readonly fn: number; readonly words: readonly unknown[] }) => void given.get(fn)?.(...words))
  hear(
    'expose',
    ({ key, api }: { readonly key: string; readonly api: Crossing }) =>
      void Object.defineProperty(window, key, { value: build(api), enumerable: true }),
  )
}

interface PreloadSandbox {
  readonly require: (name: string) => unknown
}

/** In the isolated world: contextBridge, ipcRenderer and webUtils for the preload. Self-contained. */
export function inPreloadWorld(
  name: string,
  codec: Codec,
  send: (message: unknown) => void,
  files: DroppedFiles,
): PreloadSandbox {
  type Listener = (event: unknown, ...words: readonly unknown[]) => void
  const world = globalThis as unknown as Record<string, (value: unknown) => unknown>
  const say = (what: string, detail: unknown): void => void document.dispatchEvent(new CustomEvent(name + what, { detail }))
  const exposed = new Map<number, (...words: readonly unknown[]) => unknown>()
  const calls = new Map<number, readonly [(value: unknown) => void, (error: Error) => void]>()
  const listeners = new Map<string, Set<Listener>>()
  let last = 0

  const cross = (value: unknown): Crossing => {
    if (typeof value === 'function') {
      exposed.set(++last, value as (...words: readonly unknown[]) => unknown)
      return { fn: last }
    }
    const plain = typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
    return plain ? { object: Object.entries(value).map(([key, one]) => [key, cross(one)] as const) } : { plain: value }
  }
  const inward = (word: { readonly fn?: number; readonly plain?: unknown }): unknown =>
    word.fn === undefined ? word.plain : (...words: readonly unknown[]) => say('back', { fn: word.fn, words })
  const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
  document.addEventListener(`${name}call`, (event) => {
    const { id, fn, words } = (event as CustomEvent).detail as {
      id: number
      fn: number
      words: { fn?: number; plain?: unknown }[]
    }
    let value: unknown
    try {
      value = exposed.get(fn)!(...words.map(inward))
    } catch (error) {
      return say('answer', { id, error: messageOf(error) })
    }
    if (!(value instanceof Promise)) return say('answer', { id, value: cross(value) })
    say('answer', { id, promise: true })
    value.then(
      (one: unknown) => say('settle', { id, value: cross(one) }),
      (error: unknown) => say('settle', { id, error: messageOf(error) }),
    )
  })

  const ipcRenderer = {
    invoke: (channel: string, ...words: readonly unknown[]) =>
      new Promise((done, failed) => {
        const coded = words.map(codec.encode)
        calls.set(++last, [done, failed])
        send({ kind: 'invoke', id: last, channel, words: coded })
      }),
    send: (channel: string, ...words: readonly unknown[]) => send({ kind: 'send', channel, words: words.map(codec.encode) }),
    on: (channel: string, listener: Listener) => {
      listeners.set(channel, (listeners.get(channel) ?? new Set()).add(listener))
      return ipcRenderer
    },
    off: (channel: string, listener: Listener) => {
      listeners.get(channel)?.delete(listener)
      return ipcRenderer
    },
    removeListener: (channel: string, listener: Listener) => ipcRenderer.off(channel, listener),
  }
  world['chromiumHostHeld'] = (at) => files.held(...(at as readonly [number, number]))
  world['chromiumHostHear'] = (said) => {
    type Told = { kind: string; id: number; channel: string; words: unknown[]; error?: string; value?: unknown; paths: string[] }
    const message = said as Told
    if (message.kind === 'event') {
      for (const listener of Array.from(listeners.get(message.channel) ?? [])) listener({}, ...message.words.map(codec.decode))
    } else if (message.kind === 'paths') {
      files.tell(message.id, message.paths)
    } else {
      const call = calls.get(message.id)
      calls.delete(message.id)
      if (message.error === undefined) call?.[0](codec.decode(message.value))
      else call?.[1](new Error(message.error))
    }
  }
  const electron = {
    contextBridge: { exposeInMainWorld: (key: string, api: unknown) => say('expose', { key, api: cross(api) }) },
    ipcRenderer,
    webUtils: { getPathForFile: files.pathOf },
  }
  return {
    require: (name) => {
      if (name === 'electron' || name === 'electron/renderer') return electron
      throw new Error(`module not found: ${name} (a sandboxed preload may require electron only)`)
    },
  }
}

export const preloadWorld = 'electron-preload'
export const sendBinding = 'chromiumHostSend'

/** The text for the page's own world. */
export const pageScript = (name: string): string => `(${inPageWorld.toString()})(${JSON.stringify(name)})`

/** The text for the isolated world: the tools, and the program's preload run with them. */
export const preloadScript = (name: string, preload: string): string => `(() => {
if (window !== window.top) return
const send = (message) => globalThis[${JSON.stringify(sendBinding)}](JSON.stringify(message))
const files = (${holdFiles.toString()})(send)
const sandbox = (${inPreloadWorld.toString()})(${JSON.stringify(name)}, (${makeCodec.toString()})(), send, files)
const module = { exports: {} }
;(function (require, module, exports, process) {
${preload}
})(sandbox.require, module, module.exports, Object.freeze({ platform: ${JSON.stringify(process.platform)}, sandboxed: true, contextIsolated: true, type: 'renderer', versions: {}, env: {} }))
})()`
