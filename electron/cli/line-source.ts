import { createInterface } from 'node:readline'
import { type Readable, Writable } from 'node:stream'

/** Lines of standard input, one at a time, as they come. `null` at the end of input. */
export interface LineSource {
  readonly next: (stop: AbortSignal) => Promise<string | null>
  /** At a terminal: shows what is typed, or not (a secret). */
  readonly echo: (on: boolean) => void
  readonly close: () => void
  /** A person types here. */
  readonly typed: boolean
}

/** A terminal: readline draws on it what is typed, unless the echo is off, and hands Ctrl-C on. */
export interface TerminalStreams {
  readonly output: NodeJS.WritableStream
  readonly interrupted: () => void
}

function mutable(output: NodeJS.WritableStream): { readonly stream: Writable; echo: boolean } {
  const state = {
    echo: true,
    stream: new Writable({
      write: (chunk: Buffer, _encoding, done) => {
        if (state.echo) output.write(chunk)
        done()
      },
    }),
  }
  return state
}

/** Characters; an answer or a password is never as long. */
const longestLine = 1 << 20

/** Lines nobody has asked for yet, and askers no line has come for yet. */
interface Queue {
  readonly put: (line: string) => void
  readonly end: () => void
  readonly take: (stop: AbortSignal) => Promise<string | null>
}

function makeQueue(): Queue {
  const ready: string[] = []
  const waiting: ((line: string | null) => void)[] = []
  let ended = false
  const wait = (stop: AbortSignal): Promise<string | null> =>
    new Promise((resolve) => {
      const taker = (value: string | null): void => {
        stop.removeEventListener('abort', away)
        resolve(value)
      }
      const away = (): void => {
        waiting.splice(waiting.indexOf(taker), 1)
        resolve(null)
      }
      stop.addEventListener('abort', away, { once: true })
      waiting.push(taker)
    })
  return {
    put: (line) => {
      const taker = waiting.shift()
      if (taker) taker(line)
      else ready.push(line)
    },
    end: () => {
      ended = true
      for (const taker of waiting.splice(0)) taker(null)
    },
    take: async (stop) => ready.shift() ?? (ended || stop.aborted ? null : wait(stop)),
  }
}

type Reader = ReturnType<typeof createInterface>

function openReader(input: Readable, screen: Writable | null, queue: Queue, interrupted: () => void): Reader {
  const reader = screen
    ? createInterface({ input, output: screen, terminal: true })
    : createInterface({ input, crlfDelay: Infinity, terminal: false })
  reader.on('SIGINT', interrupted)
  reader.on('line', queue.put)
  reader.on('close', queue.end)
  // Input that breaks, or a line that never ends, is the end of input.
  let open = 0
  input.on('error', () => reader.close())
  input.on('data', (chunk: Buffer | string) => {
    const last = chunk.lastIndexOf('\n')
    open = last < 0 ? open + chunk.length : chunk.length - last - 1
    if (open <= longestLine) return
    reader.close()
    input.destroy()
  })
  return reader
}

/** Reads nothing before the first line is asked for, so that a program waiting for no answer does not hold its caller's pipe. */
export function makeLineSource(input: Readable, terminal: TerminalStreams | null): LineSource {
  const screen = terminal ? mutable(terminal.output) : null
  const queue = makeQueue()
  let reader: Reader | null = null
  return {
    typed: terminal !== null,
    next: (stop) => {
      reader ??= openReader(input, screen?.stream ?? null, queue, () => terminal?.interrupted())
      return queue.take(stop)
    },
    echo: (on) => {
      if (screen) screen.echo = on
    },
    close: () => {
      reader?.close()
      if (reader) input.destroy()
    },
  }
}
