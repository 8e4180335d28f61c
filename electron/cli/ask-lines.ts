import type { Answer, Ask, Question } from '../../shared/base/ask.ts'
import type { LineSource } from './line-source.ts'
import type { Output } from './output.ts'

const agreedByYes: readonly string[] = ['confirm-plan', 'confirm-step']

/** With `--yes` the plan and its steps are agreed to; nothing else is answered by itself. */
export const answeredByYes = (question: Question): boolean => agreedByYes.includes(question.name)

function answerOf(question: Question, value: unknown): Answer {
  if (question.kind === 'yes-no') return value === true || value === 'true'
  if (typeof value !== 'string') return null
  if (question.kind === 'choice') return question.choices?.includes(value) ? value : null
  return value
}

/**
 * Asks over JSON Lines: one `asked` line out, one `{"answer":"q1","value":…}` line in. Lines that answer another question are passed
 * over; the end of input means "no".
 */
export function askLines(output: Output, lines: LineSource, yes: boolean, stop: AbortSignal): Ask {
  let count = 0
  return async (question) => {
    if (yes && answeredByYes(question)) return true
    count += 1
    const id = `q${count}`
    const choices = question.choices ? { choices: question.choices } : {}
    output.line({ type: 'asked', question: question.name, id, kind: question.kind, ...choices, facts: question.facts })
    // A person may be typing the machine's lines: a secret is not to be seen.
    lines.echo(question.kind !== 'secret')
    const value = await answerTo(id, lines, stop)
    lines.echo(true)
    return value === undefined ? null : answerOf(question, value)
  }
}

/** The value of the line that answers this question; undefined at the end of input. */
async function answerTo(id: string, lines: LineSource, stop: AbortSignal): Promise<unknown> {
  for (;;) {
    const line = await lines.next(stop)
    if (line === null) return undefined
    const given = parsed(line)
    if (given?.answer === id) return given.value ?? null
  }
}

function parsed(line: string): { readonly answer?: unknown; readonly value?: unknown } | null {
  try {
    const value: unknown = JSON.parse(line)
    return typeof value === 'object' && value !== null ? value : null
  } catch {
    return null
  }
}
