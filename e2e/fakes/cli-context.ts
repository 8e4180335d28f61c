import type { Ask } from '../../shared/base/ask.ts'
import type { App } from '../../electron/road/app.ts'
import type { CommandContext } from '../../electron/cli/command-context.ts'
import { compose } from '../../electron/compose.ts'

export interface Heard {
  readonly context: CommandContext
  /** Machine lines, in order. */
  readonly lines: readonly Readonly<Record<string, unknown>>[]
  /** What people were told, line after line. */
  readonly said: () => string
}

/** The real program on a data folder of its own, hearing what a command says; `other` takes the place of single calls. */
export function listenTo(dataDir: string, other: Partial<App> = {}, ask: Ask = async () => null): Heard {
  const lines: Readonly<Record<string, unknown>>[] = []
  const texts: string[] = []
  const app = compose({ dataDir, vault: 'memory', ask, environment: {} })
  const output = {
    json: true,
    lang: 'en' as const,
    line: (value: Readonly<Record<string, unknown>>) => void lines.push(value),
    say: (text: string) => void texts.push(text),
  }
  const context = { app: { ...app, ...other }, output, ask, stop: new AbortController().signal }
  return { context, lines, said: () => texts.join('\n') }
}
