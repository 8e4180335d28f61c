import { describe, expect, test } from 'vitest'
import { questionName } from '../../base/ask.ts'
import { type Problem, problemCodes } from '../../base/problem.ts'
import { nextThing } from '../../proof/proof.ts'
import { guideBegins, guideWords } from '../guide.ts'
import { langs } from '../lang.ts'
import { answerWords } from './answers.ts'
import { wayNames } from './way-names.ts'
import { sayNextInWindow, sayProblemInWindow, sayQuestionInWindow } from './say-in-window.ts'

const command = /mail-migrate|--\w|Enter を|コマンド|\bcommand\b/
const facts = { guided: true, leaveOut: true, usage: 'x', realm: 'mail', secretsOf: 'run-1', picture: '/tmp/x.png' }

describe.each(langs)('at the window (%s)', (lang) => {
  test.each(problemCodes)('%s names no command, shows no hole, and has a way on', (code) => {
    for (const given of [{}, facts]) {
      const { what, next, text } = sayProblemInWindow({ code, facts: given }, lang)
      expect(text).not.toMatch(command)
      expect(text).not.toMatch(/[{}[\]]/)
      const ends = lang === 'ja' ? /[。）]$/ : /[.”)]$/
      for (const part of [what, next]) expect(part.trimEnd()).toMatch(ends)
    }
  })
  test.each(questionName.options)('the question %s names no command and no file of ours', (name) => {
    const said = sayQuestionInWindow({ name, facts }, lang)
    expect(said).not.toMatch(command)
    expect(said).not.toContain('/tmp/x.png')
  })
  test.each(nextThing.options)('what is left to do (%s) names no command', (thing) => {
    expect(sayNextInWindow(thing, lang)).not.toMatch(command)
    expect(sayNextInWindow(thing, lang)).not.toMatch(/[{}[\]]/)
  })
})

test('a way is named as its button is', () => {
  expect(sayProblemInWindow({ code: 'cancelled', facts: {} }, 'ja').next).toContain('「続きをする」')
  expect(sayProblemInWindow({ code: 'portal-outcome-unknown', facts: {} }, 'en').next).toContain('“Show the passwords”')
})

test.each(langs)('what this window itself is doing is named, and no other window is spoken of (%s)', (lang) => {
  const said = (facts: Problem['facts']) => sayProblemInWindow({ code: 'run-busy', facts }, lang).text
  const texts = ['run', 'plan', 'list'].map((doing) => said({ here: true, doing, run: null }))
  expect(new Set([...texts, said({})]).size).toBe(4)
  expect(texts[0]).toContain(wayNames.history[lang])
  expect(texts[2]).toContain(wayNames.support[lang])
  for (const text of texts) expect(text).not.toMatch(/そちらの画面|close it|[{}]/)
})

test('a fact of the problem that is called like a way does not take its place', () => {
  expect(sayProblemInWindow({ code: 'cancelled', facts: { resume: 'x' } }, 'en').next).toContain('Carry on')
})

test.each(langs)(
  'a password that could not be copied is said to stand below, by the name of its button, and nowhere else (%s)',
  (lang) => {
    const said = (handed: string) => sayQuestionInWindow({ name: 'acted-by-hand', facts: { say: 'x', sayEn: 'x', handed } }, lang)
    expect(said('vault')).toContain(wayNames.passwords[lang])
    expect(said('vault')).not.toMatch(/別の画面|another window/)
    expect(said('clipboard')).not.toContain(wayNames.passwords[lang])
  },
)

test.each(langs)('a line told to a person at work on the site names no button that is called otherwise here (%s)', (lang) => {
  for (const words of [...Object.values(guideWords), ...Object.values(guideBegins)])
    expect(words[lang]).not.toMatch(/「いいえ」|「はい」|answer (?:yes|no)/)
})

test.each(questionName.options)('the question %s speaks of a yes and a no only where its buttons are called so', (name) => {
  for (const lang of langs) {
    const said = sayQuestionInWindow({ name, facts: {} }, lang)
    if (answerWords[name].no[lang] !== wayNames.no[lang])
      expect(said).not.toMatch(/「いいえ」|「はい」|[Ww]ith “?"?no\b|answer (?:yes|no)/)
  }
})
