import { EventEmitter } from 'node:events'
import type { Readable, Writable } from 'node:stream'
import type { Protocol } from '../../node_modules/playwright-core/types/protocol.d.ts'

type Commands = Protocol.CommandParameters
type Answers = Protocol.CommandReturnValues

interface Message {
  readonly id?: number
  readonly sessionId?: string
  readonly method?: string
  readonly params?: unknown
  readonly result?: unknown
  readonly error?: { readonly message: string }
}

/** Chromium's DevTools protocol on the pipe it was started with: when the pipe breaks, Chromium goes as well. */
export interface Cdp {
  readonly send: <M extends keyof Commands & keyof Answers>(
    method: M,
    params?: Commands[M],
    session?: string,
  ) => Promise<Answers[M]>
  /** Events of one target, or of the browser for `''`, by name. */
  readonly on: <E extends keyof Protocol.Events>(session: string, event: E, heard: (params: Protocol.Events[E]) => void) => void
}

interface Waiting {
  readonly done: (value: never) => void
  readonly failed: (error: Error) => void
}

/** Speaks the protocol over two streams: messages are JSON, each ended by a zero byte. */
export function speakCdp(input: Writable, output: Readable): Cdp {
  const waiting = new Map<number, Waiting>()
  const events = new EventEmitter()
  let last = 0
  let unread: Buffer[] = []

  const take = (text: string): void => {
    const message = JSON.parse(text) as Message
    const asked = message.id === undefined ? undefined : waiting.get(message.id)
    if (message.id !== undefined) waiting.delete(message.id)
    if (asked && message.error) asked.failed(new Error(message.error.message))
    else if (asked) asked.done(message.result as never)
    else if (message.method) events.emit(`${message.sessionId ?? ''} ${message.method}`, message.params)
  }
  output.on('data', (chunk: Buffer) => {
    let rest = chunk
    for (let end = rest.indexOf(0); end >= 0; end = rest.indexOf(0)) {
      take(Buffer.concat([...unread, rest.subarray(0, end)]).toString())
      unread = []
      rest = rest.subarray(end + 1)
    }
    if (rest.length > 0) unread.push(rest)
  })
  const end = (): void => {
    for (const { failed } of waiting.values()) failed(new Error('chromium host: the browser is gone'))
    waiting.clear()
  }
  output.on('close', end)
  input.on('error', end)
  return {
    send: (method, params, session) =>
      new Promise((done, failed) => {
        const id = ++last
        waiting.set(id, { done, failed })
        input.write(`${JSON.stringify({ id, method, params: params ?? {}, ...(session ? { sessionId: session } : {}) })}\0`)
      }),
    on: (session, event, heard) => void events.on(`${session} ${event}`, heard),
  }
}
