import { exitCodes } from './exit-codes.ts'

/** First wish to stop: end at the next safe point. Second: end at once. */
export function stopOnSignals(): AbortController {
  const stop = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (stop.signal.aborted) process.exit(exitCodes.interrupted)
      stop.abort()
    })
  }
  return stop
}

/**
 * Standard output or error that cannot be written any more (`| head`, a closed window, a full disk) is a wish to stop like Ctrl-C:
 * a run ends at its next safe point instead of being torn off. Answers whether something other than a reader who left was the cause.
 */
export function stopWhenUnheard(stop: AbortController): () => boolean {
  let lost = false
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') lost = true
      stop.abort()
    })
  }
  return () => lost
}
