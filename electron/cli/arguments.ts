import { parseArgs } from 'node:util'
import { fail, ok, type Result } from '../../shared/base/result.ts'
import { belongsTo, fixedValues, isOption, knownOptions, opposites, type OptionName } from './options.ts'

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

/**
 * Why a command line was not understood, as a problem. `given` is a name of the program's own (an option, a command), never a value:
 * what was typed in a wrong place may be a password.
 */
export const badUsage = (given: string, reason: string, more: Readonly<Record<string, string>> = {}) =>
  fail('bad-usage', 'after-person', { given, reason, ...more })

type Values = ReadonlyMap<OptionName, readonly string[]>

interface OptionToken {
  readonly name: string
  readonly rawName: string
  readonly value?: string | undefined
  readonly inlineValue?: boolean | undefined
}

/** One option as it stands on the command line, judged by itself. */
function judge(token: OptionToken, values: Values): Result<OptionName> {
  const { name, rawName, value } = token
  const given = rawName.slice(0, 60)
  if (!isOption(name)) return badUsage(given, 'unknown-option')
  const { type } = knownOptions[name]
  if (type === 'boolean') return value === undefined ? ok(name) : badUsage(given, 'value-not-taken')
  // `--record --json`: a file may be called so, but then it is written `--record=--json`.
  const missing = value === undefined || value === '' || (!token.inlineValue && value.length > 1 && value.startsWith('-'))
  if (missing) return badUsage(given, 'value-missing')
  const choices = fixedValues[name]
  if (choices && !choices.includes(value)) return badUsage(given, 'no-such-value', { choices: choices.join(', ') })
  const before = values.get(name)?.[0]
  if (before !== undefined && before !== value && !('multiple' in knownOptions[name])) return badUsage(given, 'given-twice')
  return ok(name)
}

function judgeTogether(command: string, values: Values): Result<void> {
  for (const [one, other] of opposites)
    if (values.has(one) && values.has(other)) return badUsage(`--${one} --${other}`, 'contradicting')
  for (const name of values.keys())
    if (command !== '' && !belongsTo(name, command)) return badUsage(`${command} --${name}`, 'not-for-this')
  return ok()
}

const optionsOf = (values: Values): Options => ({
  text: (name) => values.get(name)?.[0],
  list: (name) => values.get(name) ?? [],
  has: (name) => values.has(name),
})

/** Reads the command line. Refuses what it does not understand with `bad-usage`, saying which word and why; nothing is guessed. */
export function readArguments(argv: readonly string[]): Result<Arguments> {
  const { tokens, positionals } = parseArgs({
    args: [...argv],
    options: knownOptions,
    allowPositionals: true,
    strict: false,
    tokens: true,
  })
  const values = new Map<OptionName, readonly string[]>()
  for (const token of tokens) {
    if (token.kind !== 'option') continue
    const name = judge(token, values)
    if (!name.ok) return name
    values.set(name.value, [...(values.get(name.value) ?? []), token.value ?? ''])
  }
  const [command = '', ...operands] = positionals
  const together = judgeTogether(command, values)
  return together.ok ? ok({ command, operands, options: optionsOf(values) }) : together
}

/** Options of a command line that may not be understood as a whole: enough to answer in the form that was asked for. */
export function manner(argv: readonly string[]): { readonly json: boolean; readonly lang: 'ja' | 'en' } {
  const english = argv.some((word, at) => word === '--lang=en' || (word === '--lang' && argv[at + 1] === 'en'))
  return { json: argv.includes('--json'), lang: english ? 'en' : 'ja' }
}
