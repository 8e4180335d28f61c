import { describe, expect, test } from 'vitest'
import { questionName } from '../../base/ask.ts'
import { type Facts, problemCodes } from '../../base/problem.ts'
import { langs } from '../lang.ts'
import { problemWords } from '../problems.ts'
import { questionWords } from '../questions.ts'
import { nextWords } from '../record.ts'
import { sayNextInWindow, sayProblemInWindow, sayQuestionInWindow } from './say-in-window.ts'

/** A command, an option, or a key that does nothing in a window. */
const command = /mail-migrate|--[a-z]|「resume」|「run」|Enter を/

/** Every fact a sentence names, so that no bracketed part hides a command; yes/no facts are said too. */
const factsOf = (...sentences: readonly string[]): Facts =>
  Object.fromEntries(
    sentences
      .flatMap((sentence) => Array.from(sentence.matchAll(/\{(\w+)\}/g), (match) => match[1]!))
      .map((name) => [name, ['guided', 'window', 'irreversible', 'leaveOut', 'wrong'].includes(name) ? true : 'x']),
  )

describe.each(langs)('in the window (%s)', (lang) => {
  test.each(problemCodes)('%s names no command, and says both what happened and what to do', (code) => {
    const words = problemWords[code][lang]
    for (const facts of [{}, factsOf(words.what, words.next)]) {
      const said = sayProblemInWindow({ code, facts }, lang)
      expect(said.text).not.toMatch(command)
      expect(said.what.length).toBeGreaterThan(3)
      expect(said.next.length).toBeGreaterThan(3)
      expect(said.text).not.toMatch(/[{}[\]]/)
    }
  })
  test.each(questionName.options)('the question %s names no command', (name) => {
    for (const facts of [{}, factsOf(questionWords[name][lang])]) {
      expect(sayQuestionInWindow({ name, facts }, lang)).not.toMatch(command)
    }
  })
  test('what is left to do names no command', () => {
    for (const thing of Object.keys(nextWords))
      expect(sayNextInWindow(thing as keyof typeof nextWords, lang)).not.toMatch(command)
  })
})
