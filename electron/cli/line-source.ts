import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'

/** Lines of standard input, one at a time, as they come. `null` at the end of input. */
export interface LineSource {
  readonly next: (stop: AbortSignal) => Promise<string | null>
  readonly close: () => void
}

/** Reads nothing before the first line is asked for, so that a program waiting for no answer does not hold its caller's pipe. */
export function makeLineSource(input: Readable): LineSource {
  let reader: ReturnType<typeof createInterface> | null = null
  const ready: string[] = []
  const waiting: ((line: string | null) => void)[] = []
  let ended = false
  const start = (): void => {
    if (reader) return
    reader = createInterface({ input, crlfDelay: Infinity })
    reader.on('line', (line) => {
      const taker = waiting.shift()
      if (taker) taker(line)
      else ready.push(line)
    })
    reader.on('close', () => {
      ended = true
      for (const taker of waiting.splice(0)) taker(null)
    })
  }
  return {
    next: (stop) => {
      start()
      const line = ready.shift()
      if (line !== undefined) return Promise.resolve(line)
      if (ended || stop.aborted) return Promise.resolve(null)
      return new Promise((resolve) => {
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
    },
    close: () => {
      reader?.close()
      input.destroy()
    },
  }
}
