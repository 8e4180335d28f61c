import type { GuardKind } from '../pack/dropped-guards.ts'
import type { InBoth } from './lang.ts'

const words: Readonly<Record<GuardKind, InBoth>> = {
  compare: { ja: '変更の前に画面の内容を照らし合わせること', en: 'comparing what the page shows before the change' },
  page: { ja: '違う画面を見分けること', en: 'telling a wrong page from the right one' },
  place: { ja: '押す場所を自分の行や欄に限ること', en: 'keeping to the row or section of this account' },
  result: { ja: '結果の表示を確かめること', en: 'demanding the site’s own word for success' },
  wish: { ja: '希望を聞いてから印を入れること', en: 'asking before it ticks a box' },
  refusal: { ja: '会員サイトの断りの文を見分けること', en: 'understanding the words in which the site refuses' },
  attended: { ja: '操作を一つずつ確かめながら進めること', en: 'asking before each act' },
  'prove-old': { ja: '変更の前にいまのパスワードを確かめること', en: 'trying the present password first' },
  'change-limit': { ja: '変更できる回数を守ること', en: 'keeping to the number of changes the site allows' },
  'sign-in-limit': { ja: 'ログインの失敗の回数を抑えること', en: 'keeping refused sign-ins few' },
}

/** What a provider pack does without that the data in use have, each in a few words. */
export const guardWords: Readonly<Record<string, InBoth>> = words
