import type { Question } from '../../base/ask.ts'
import type { Facts, Problem } from '../../base/problem.ts'
import type { NextThing } from '../../proof/proof.ts'
import { fillSentence } from '../fill-sentence.ts'
import type { InBoth, Lang } from '../lang.ts'
import { problemWords } from '../problems.ts'
import { nextWords } from '../record.ts'
import type { SaidProblem } from '../say-problem.ts'
import { busyHere, windowProblems } from './problem-ways.ts'
import { windowQuestions } from './question-ways.ts'
import { type WayName, wayNames } from './way-names.ts'

const wayFacts = (lang: Lang): Readonly<Record<WayName, string>> => ({
  resume: wayNames.resume[lang],
  passwords: wayNames.passwords[lang],
  start: wayNames.start[lang],
  type: wayNames.type[lang],
  history: wayNames.history[lang],
  support: wayNames.support[lang],
  skip: wayNames.skip[lang],
  guided: wayNames.guided[lang],
  finishUndo: wayNames.finishUndo[lang],
  yes: wayNames.yes[lang],
  no: wayNames.no[lang],
})

/** What of this window's own stands in the way (`run`, `plan`, `list`); null: another process does, or something else is the matter. */
export const hindranceHere = ({ code, facts }: Pick<Problem, 'code' | 'facts'>): string | null =>
  code === 'run-busy' && facts['here'] === true && typeof facts['doing'] === 'string' ? facts['doing'] : null

/** Says a problem to a person at the window: the catalogue's sentences, with the window's own way on where they name a command. */
export function sayProblemInWindow(problem: Pick<Problem, 'code' | 'facts'>, lang: Lang): SaidProblem {
  const here = hindranceHere(problem)
  const own = here ? busyHere[here] : windowProblems[problem.code]
  const words = { ...problemWords[problem.code][lang], ...own?.[lang] }
  const ways = own ? wayFacts(lang) : {}
  const what = fillSentence(words.what, problem.facts, lang)
  const next = fillSentence(words.next, { ...problem.facts, ...ways }, lang)
  return { what, next, text: lang === 'ja' ? `${what}${next}` : `${what} ${next}` }
}

/** Where a password is seen that could not be copied: elsewhere in another window, here right below the question. */
const seenBelow: InBoth = {
  ja: 'パスワードは、下の「{passwords}」を押すと表示されます。',
  en: '“{passwords}” below shows it.',
}

/** A question at the window: the same as elsewhere, without what belongs to a keyboard or a file name. */
export function sayQuestionInWindow({ name, facts }: Pick<Question, 'name' | 'facts'>, lang: Lang): string {
  const ways = wayFacts(lang)
  const here: Facts = facts['handed'] === 'vault' ? { handed: null, seen: fillSentence(seenBelow[lang], ways, lang) } : {}
  return fillSentence(windowQuestions[name][lang], { ...facts, ...here, ...ways }, lang)
}

/** What stands otherwise on a screen than on the paper: a button for a command, and no paper in hand yet. */
const windowThings: Readonly<Partial<Record<NextThing, InBoth>>> = {
  'finish-undo': {
    ja: '「{finishUndo}」を押して、メールソフトの設定をすべて元に戻す',
    en: 'Put all the mail program’s settings back (“{finishUndo}”)',
  },
  'resume-run': { ja: '残りの作業を再開する（「{resume}」）', en: 'Finish the rest (“{resume}”)' },
  'call-provider': { ja: 'プロバイダーのお問い合わせ窓口に電話する', en: 'Call the provider’s help line' },
  'keep-this-paper': {
    ja: '記録を印刷して、会員証などと一緒にしまう',
    en: 'Print the record and keep it with your registration sheet',
  },
}

/** What the person does next, said at the window. */
export const sayNextInWindow = (thing: NextThing, lang: Lang): string =>
  fillSentence((windowThings[thing] ?? nextWords[thing])[lang], wayFacts(lang), lang)
