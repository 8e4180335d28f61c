import { parseArgs } from 'node:util'
import { fail, ok, type Result } from '../../shared/base/result.ts'

const text = { type: 'string' } as const
const list = { type: 'string', multiple: true } as const
const flag = { type: 'boolean' } as const

/** Every option of the command line, once. What an option means stands in the help and in the contract of the command line. */
const known = {
  provider: text,
  mailbox: list,
  change: text,
  attended: flag,
  incoming: text,
  outgoing: text,
  user: text,
  list: text,
  'at-once': text,
  'portal-url': text,
  browser: text,
  headless: flag,
  headed: flag,
  'thunderbird-root': text,
  thunderbird: flag,
  'no-thunderbird': flag,
  outlook: flag,
  'no-outlook': flag,
  'new-password-file': text,
  'password-file': text,
  'skip-portal': flag,
  ca: text,
  'round-trip': flag,
  'prove-old-dead': flag,
  record: text,
  'data-dir': text,
  vault: text,
  yes: flag,
  json: flag,
  secrets: flag,
  check: flag,
  length: text,
  lang: text,
  help: flag,
  version: flag,
  port: text,
  fault: list,
  keep: flag,
  dictate: flag,
  name: text,
  pause: text,
} as const

export type OptionName = keyof typeof known
export interface Options {
  readonly text: (name: OptionName) => string | undefined
  readonly list: (name: OptionName) => readonly string[]
  readonly has: (name: OptionName) => boolean
}
export interface Arguments {
  readonly command: string
  readonly operands: readonly string[]
  readonly options: Options
}

const listOf = (value: string | boolean | readonly (string | boolean)[] | undefined): readonly string[] =>
  typeof value === 'object' ? value.filter((one) => typeof one === 'string') : []

/** Reads the command line. Refuses unknown options and a missing value with `bad-usage`, never guessing what was meant. */
export function readArguments(argv: readonly string[]): Result<Arguments> {
  let parsed
  try {
    parsed = parseArgs({ args: [...argv], options: known, allowPositionals: true, strict: true })
  } catch (error) {
    const said = error instanceof Error ? error.message.split('\n')[0]! : ''
    return fail('bad-usage', 'after-person', { said: said.slice(0, 300) })
  }
  const values: Readonly<Record<string, string | boolean | readonly (string | boolean)[] | undefined>> = parsed.values
  const [command = '', ...operands] = parsed.positionals
  return ok({
    command,
    operands,
    options: {
      text: (name) => (typeof values[name] === 'string' ? values[name] : undefined),
      list: (name) => listOf(values[name]),
      has: (name) => values[name] === true,
    },
  })
}
