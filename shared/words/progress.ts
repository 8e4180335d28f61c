import type { Facts } from '../base/problem.ts'
import { fillSentence } from './fill-sentence.ts'
import type { InBoth, Lang } from './lang.ts'

/** What is being done inside a step, said in passing. Keys: the kinds of a recipe's lines, and what performers report of themselves. */
const progressWords: Readonly<Record<string, InBoth>> = {
  open: { ja: '会員サイトを開いています', en: 'Opening the member site' },
  press: { ja: '「{label}」を押しています', en: 'Pressing “{label}”' },
  fill: { ja: '「{label}」に入力しています', en: 'Filling in “{label}”' },
  choose: { ja: '「{label}」を選んでいます', en: 'Choosing “{label}”' },
  tick: { ja: '「{label}」に印を付けています', en: 'Ticking “{label}”' },
  'sign-in': { ja: '「{label}」で会員サイトにログインしています', en: 'Signing in with “{label}”' },
  commit: { ja: '「{label}」を押して、変更を申し込んでいます（1 回だけ）', en: 'Pressing “{label}” to make the change (once)' },
  settling: { ja: '変わったかどうかを、実際のログインで確かめています', en: 'Seeing by a live sign-in whether it changed' },
  'waiting-for-effect': {
    ja: '変更が行きわたるのを待っています（あと {seconds} 秒まで）',
    en: 'Waiting for the change to take effect (up to {seconds} more seconds)',
  },
  'proving-old': {
    ja: '変更の前に、いまのパスワードでログインできることを確かめています',
    en: 'Seeing that the present password signs in, before the change',
  },
  'signing-in': { ja: '{host} にログインしています', en: 'Signing in to {host}' },
}

/** One line of progress, or null where a person need not hear of it. `what`: the kind, then (after a blank) the control's own words. */
export function sayProgress(what: string, facts: Facts, lang: Lang): string | null {
  const [kind = '', ...label] = what.split(' ')
  if (!Object.hasOwn(progressWords, kind)) return null
  return fillSentence(progressWords[kind]![lang], { ...facts, label: label.join(' ') }, lang)
}
