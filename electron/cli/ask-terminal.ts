import type { Answer, Ask, Question } from '../../shared/base/ask.ts'
import { answeredByYes } from './ask-lines.ts'
import type { LineSource } from './line-source.ts'

export interface Terminal {
  readonly lines: LineSource
  readonly write: (text: string) => void
  /** `choices`: as people read them, in the order of the question's own. */
  readonly words: (question: Question) => { readonly text: string; readonly hint: string; readonly choices: readonly string[] }
}

const yesWords: readonly string[] = ['y', 'yes', 'はい', 'ハイ', 'は', 'true']

function answerOf(question: Question, typed: string): Answer {
  const plain = typed.normalize('NFKC').trim()
  if (question.kind === 'yes-no') return yesWords.includes(plain.toLowerCase())
  if (question.kind !== 'choice') return typed
  const choices = question.choices ?? []
  return choices.includes(plain) ? plain : (choices[Number(plain) - 1] ?? null)
}

/** Asks a person at a terminal. A secret is not echoed; the end of input, or Ctrl-C, means "no". */
export function askTerminal(terminal: Terminal, yes: boolean, stop: AbortSignal): Ask {
  return async (question) => {
    if (yes && answeredByYes(question)) return true
    const { text, hint, choices } = terminal.words(question)
    const listed = choices.map((choice, index) => `  ${index + 1}) ${choice}\n`).join('')
    terminal.write(`\n${text}\n${listed}${hint} `)
    if (question.kind === 'secret') terminal.lines.echo(false)
    const typed = await terminal.lines.next(stop)
    if (question.kind === 'secret') terminal.lines.echo(true)
    if (question.kind === 'secret') terminal.write('\n')
    return typed === null ? null : answerOf(question, typed)
  }
}
