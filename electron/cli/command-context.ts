import type { Ask } from '../../shared/base/ask.ts'
import type { App } from '../road/app.ts'
import type { Output } from './output.ts'

/** What every command gets: the program, the way to speak, and the wish to stop. */
export interface CommandContext {
  readonly app: App
  readonly output: Output
  readonly ask: Ask
  readonly stop: AbortSignal
}
