import type { Socket } from 'node:net'
import { ok, type Result } from '../../shared/base/result.ts'
import { atDoor, cancelled, fromSocketError, hungUp, silence, type Stage, type Whom } from './mail-problems.ts'
import type { Ways } from './open-socket.ts'

/** Reads a server line by line, as bytes. */
export interface LineReader {
  /** The next line without its end. Fails when the server is silent for `limit` ms, hangs up, or sends a line without end. */
  line(limit: number, stage: Stage, sent: boolean): Promise<Result<Buffer>>
  /** Stops reading; what has come but was not read is given back, so that nothing slips into a TLS conversation. */
  detach(): Buffer
}

/** No mail server's line is this long; error lines of 200,000 characters have been seen and are still read. */
const lineLimit = 512 * 1024

/** Starts reading from a socket. Bytes are kept as they come: a reply split over packets is one reply. */
export function readLines(socket: Socket, whom: Whom, ways: Ways): LineReader {
  let chunks: Buffer[] = []
  let waiting = 0
  let lines: Buffer[] = []
  let gone = false
  let error: unknown = null
  let wake: (() => void) | null = null
  const onData = (chunk: Buffer): void => {
    let from = 0
    for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, from)) {
      const whole = Buffer.concat([...chunks, chunk.subarray(from, at)])
      lines.push(whole.at(-1) === 13 ? whole.subarray(0, -1) : whole)
      chunks = []
      from = at + 1
    }
    if (from < chunk.length) chunks.push(chunk.subarray(from))
    waiting = chunks.reduce((sum, part) => sum + part.length, 0)
    wake?.()
  }
  const onEnd = (): void => {
    gone = true
    wake?.()
  }
  const onError = (cause: unknown): void => {
    error = cause
    onEnd()
  }
  socket.on('data', onData).on('end', onEnd).on('close', onEnd).on('error', onError)

  const broken = (stage: Stage, sent: boolean) =>
    error === null ? hungUp(whom, stage, sent) : fromSocketError(whom, error, stage, sent)
  return {
    async line(limit, stage, sent) {
      const until = ways.patience.spent() + limit
      for (;;) {
        const [first, ...rest] = lines
        if (first) {
          lines = rest
          return ok(first)
        }
        if (waiting > lineLimit) return atDoor(whom, 'not-a-mail-server', { stage }, chunks[0])
        if (gone) return broken(stage, sent)
        const waited = await ways.patience.wait(until - ways.patience.spent(), (ring) => {
          wake = ring
          return () => (wake = null)
        })
        if (waited === 'stopped') return cancelled(whom)
        if (waited === 'late') return silence(whom, stage, sent)
      }
    },
    detach() {
      socket.off('data', onData).off('end', onEnd).off('close', onEnd).off('error', onError)
      socket.pause()
      return Buffer.concat([...lines.flatMap((line) => [line, Buffer.from('\r\n')]), ...chunks])
    },
  }
}
