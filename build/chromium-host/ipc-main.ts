import type * as Electron from 'electron'
import { EventEmitter } from 'node:events'
import { makeCodec } from './codec.ts'
import { strict } from './strict.ts'

type Handler = (event: Electron.IpcMainInvokeEvent, ...words: readonly unknown[]) => unknown

export const codec = makeCodec()
const handlers = new Map<string, Handler>()
const events = new EventEmitter()

export const ipcMain = strict('ipcMain', {
  handle: (channel: string, handler: Handler): void => {
    if (handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`)
    handlers.set(channel, handler)
  },
  removeHandler: (channel: string) => void handlers.delete(channel),
  on: (channel: string, heard: (...words: readonly unknown[]) => void) => void events.on(channel, heard),
  off: (channel: string, heard: (...words: readonly unknown[]) => void) => void events.off(channel, heard),
}) satisfies { readonly [K in 'handle' | 'removeHandler' | 'on' | 'off']: unknown }

/** What a preload may say; anything else is not Electron's. */
export interface Said {
  readonly kind: 'invoke' | 'send'
  readonly id: number
  readonly channel: string
  readonly words: readonly unknown[]
}

/** Hands on what a page's preload said, with who said it; `answer` gets the reply to an `invoke`. */
export async function receive(event: unknown, said: Said, answer: (reply: object) => void): Promise<void> {
  const { kind, id, channel } = said
  const words = said.words.map(codec.decode)
  const from = event as Electron.IpcMainInvokeEvent
  if (kind === 'send') return void events.emit(channel, from, ...words)
  try {
    const handler = handlers.get(channel)
    if (!handler) throw new Error(`No handler registered for '${channel}'`)
    answer({ kind: 'reply', id, value: codec.encode(await handler(from, ...words)) })
  } catch (error) {
    answer({ kind: 'reply', id, error: `Error invoking remote method '${channel}': ${String(error)}` })
  }
}
