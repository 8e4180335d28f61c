import type { Lang } from '../../shared/words/lang.ts'

/** Where the command line writes. With `json` standard output carries JSON Lines only, and people read standard error. */
export interface Output {
  readonly json: boolean
  readonly lang: Lang
  /** One machine line; nothing without `--json`. */
  readonly line: (value: Readonly<Record<string, unknown>> & { readonly type: string }) => void
  /** Text for people, without a line end. */
  readonly say: (text: string) => void
}

interface Stream {
  readonly write: (text: string) => unknown
}

/** `told`: how a text for people is put before it is said. */
export function makeOutput(
  json: boolean,
  lang: Lang,
  streams: { readonly out: Stream; readonly err: Stream },
  told: (text: string) => string = (text) => text,
): Output {
  return {
    json,
    lang,
    line: (value) => {
      if (json) streams.out.write(`${JSON.stringify(value)}\n`)
    },
    say: (text) => {
      ;(json ? streams.err : streams.out).write(`${told(text)}\n`)
    },
  }
}
