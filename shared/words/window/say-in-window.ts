import type { Problem } from '../../base/problem.ts'
import type { Question, QuestionName } from '../../base/ask.ts'
import type { NextThing } from '../../proof/proof.ts'
import { fillSentence } from '../fill-sentence.ts'
import type { InBoth, Lang } from '../lang.ts'
import { problemWords } from '../problems.ts'
import { questionWords } from '../questions.ts'
import { nextWords } from '../record.ts'
import type { SaidProblem } from '../say-problem.ts'
import { windowNext, windowProblems } from './window-problems.ts'

const own: Readonly<Partial<typeof problemWords>> = windowProblems

/** A problem as the window says it: the same words as everywhere, but where they name a command, what to press here instead. */
export function sayProblemInWindow(problem: Pick<Problem, 'code' | 'facts'>, lang: Lang): SaidProblem {
  const words = (own[problem.code] ?? problemWords[problem.code])[lang]
  const what = fillSentence(words.what, problem.facts, lang)
  const next = fillSentence(
    own[problem.code] ? words.next : (windowNext[problem.code]?.[lang] ?? words.next),
    problem.facts,
    lang,
  )
  return { what, next, text: lang === 'ja' ? `${what}${next}` : `${what} ${next}` }
}

const windowQuestions: Readonly<Partial<Record<QuestionName, InBoth>>> = {
  'confirm-step': {
    ja: '会員ページで次の操作をしますか。[いまの画面: 「{page}」。][入れた・選んだ項目: {fields} 。][「{control}」を押します。][{irreversible}][{window}]',
    en: 'Do the next thing on the member site?[ The page: “{page}”.][ Filled in or chosen: {fields}.][ It presses “{control}”.][ {irreversible}][ {window}]',
  },
  'acted-by-hand': {
    ja: '[（{step}/{steps}）][{say}]終わったら「はい」、やめるときは「いいえ」を押してください。[値: {value} 。][{handed}]',
    en: '[({step}/{steps}) ][{sayEn}] Press yes when done, no to stop.[ Value: {value} .][ {handed}]',
  },
  'sheet-doubt': {
    ja: '控えの[「{field}」の]内容を確かめてください。[（{whose}）][（{line} 行目）][{reason}。][読み取った内容: {read}]',
    en: 'Please check what the sheet says[ for {field}].[ ({whose})][ (line {line})][ ({reason})][ Read as: {read}]',
  },
}

/** A question as the window puts it: answered by buttons and fields, so no word of keys or commands. */
export const sayQuestionInWindow = (question: Pick<Question, 'name' | 'facts'>, lang: Lang): string =>
  fillSentence((windowQuestions[question.name] ?? questionWords[question.name])[lang], question.facts, lang)

/** What is left for the person to do, without commands. */
export const sayNextInWindow = (thing: NextThing, lang: Lang): string =>
  thing === 'resume-run'
    ? { ja: '残りの作業を「続きから」で再開する', en: 'Go on with the rest: press “Carry on”' }[lang]
    : nextWords[thing][lang]
