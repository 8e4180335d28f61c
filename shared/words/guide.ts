import type { Facts } from '../base/problem.ts'
import type { GiveName, GuideAct, ToldLine } from '../guide/told-line.ts'
import { fillSentence } from './fill-sentence.ts'
import type { InBoth, Lang } from './lang.ts'

/** What is handed out with a line, as a person knows it. */
export const giveWords: Readonly<Record<GiveName, InBoth>> = {
  loginName: { ja: 'ログインに使う ID', en: 'the ID you sign in with' },
  loginPassword: { ja: 'ログインのパスワード', en: 'the password you sign in with' },
  address: { ja: 'メールアドレス', en: 'the mail address' },
  userName: { ja: 'メールのユーザー名', en: 'the mail user name' },
  currentPassword: { ja: 'いまのパスワード', en: 'the present password' },
  newPassword: { ja: '新しいパスワード', en: 'the new password' },
}

const partWords = {
  'before-at': { ja: 'の＠の左側', en: ' left of its @' },
  'after-at': { ja: 'の＠の右側', en: ' right of its @' },
} as const satisfies Readonly<Record<string, InBoth>>

/** One sentence for each thing to do on a page. The words in 「」 are the page's own. */
export const guideWords: Readonly<Record<GuideAct, InBoth>> = {
  fill: {
    ja: '[{maybe}]「{control}」の欄に、{what}を入れてください。',
    en: '[{maybe} ]In “{control}” enter {what}.',
  },
  'fill-text': {
    ja: '[{maybe}]「{control}」の欄に「{text}」と入れてください。',
    en: '[{maybe} ]In “{control}” enter “{text}”.',
  },
  empty: { ja: '[{maybe}]「{control}」の欄を空にしてください。', en: '[{maybe} ]Leave “{control}” empty.' },
  choose: {
    ja: '[{maybe}]「{control}」の一覧から、{what}を選んでください。',
    en: '[{maybe} ]From the list “{control}” choose {what}.',
  },
  'choose-text': {
    ja: '[{maybe}]「{control}」の一覧から「{text}」を選んでください。',
    en: '[{maybe} ]From the list “{control}” choose “{text}”.',
  },
  tick: { ja: '[{maybe}]「{control}」に印を付けてください。', en: '[{maybe} ]Tick “{control}”.' },
  untick: { ja: '[{maybe}]「{control}」の印を外してください。', en: '[{maybe} ]Take the tick off “{control}”.' },
  code: {
    ja: '[{maybe}]「{control}」の欄に、届いた確認コードを入れてください。',
    en: '[{maybe} ]In “{control}” enter the code you have received.',
  },
  own: {
    ja: '[{maybe}]「{control}」に、ご自分の内容を入れてください。',
    en: '[{maybe} ]In “{control}” enter what it asks of you.',
  },
  press: {
    ja: '[{maybe}][「{among}」の]「{control}」を押してください。',
    en: '[{maybe} ]Press “{control}”[ of “{among}”].',
  },
  'press-in-row': {
    ja: '[{maybe}]{what}が書かれた行の、[「{among}」の]「{control}」を押してください（ほかの行には触れないでください）。',
    en: '[{maybe} ]In the row that shows {what} press “{control}”[ of “{among}”], and touch no other row.',
  },
  'press-named': {
    ja: '[{maybe}]「{control}」の一覧で、{what}そのものを押してください（ほかのものには触れないでください）。',
    en: '[{maybe} ]In the list “{control}” press {what} itself, and nothing else.',
  },
  'sign-in': { ja: '[{maybe}]「{control}」を押してログインしてください。', en: '[{maybe} ]Press “{control}” to sign in.' },
  commit: {
    ja: '画面の内容を確かめ、よければ「{control}」を 1 回だけ押してください[（{asksBack}）]（ここでパスワードが変わり、元には戻せません）。',
    en: 'If what the page says is right, press “{control}” once[ ({asksBack})]: this changes the password and cannot be undone.',
  },
  check: {
    ja: '[{maybe}]「{control}」に、{what}が出ていることを確かめ、違っていたら、先へ進まずにやめてください。',
    en: '[{maybe} ]See that “{control}” shows {what}; if it does not, stop here.',
  },
  'check-rest': {
    ja: 'パスワードのほかに変わるものがないことを確かめ、あれば、先へ進まずにやめてください。',
    en: 'See that nothing but the password is going to change; if something is, stop here.',
  },
  'note-down': {
    ja: '[{maybe}]「{control}」を書き留めてください。',
    en: '[{maybe} ]Write down “{control}”.',
  },
}

/** Before the first line: where to begin, and what not to touch. */
export const guideBegins: Readonly<Record<'opened' | 'not-opened', InBoth>> = {
  opened: {
    ja: 'ふだんお使いのブラウザーに会員ページ（{url}）を開きました。案内にないボタンやメニューには触れないでください。',
    en: 'The member site ({url}) is open in your own browser. Touch no button or menu that is not told here.',
  },
  'not-opened': {
    ja: 'ここからはブラウザーを開けないので、ご自分で {url} を開いてください。案内にないボタンやメニューには触れないでください。',
    en: 'No browser can be opened from here: please open {url} yourself. Touch no button or menu that is not told here.',
  },
}

function whatOf({ give }: ToldLine, lang: Lang): string {
  if (!give) return lang === 'ja' ? '決まった内容' : 'what belongs there'
  return giveWords[give.what][lang] + (give.part ? partWords[give.part][lang] : '')
}

/** What to do, in one sentence. */
export function sayGuideLine(line: ToldLine, lang: Lang): string {
  if (line.act === 'as-said') return line.say[lang]
  const { act, control, among, text, maybe, asksBack } = line
  const facts: Facts = { control, among, text, maybe, asksBack, what: whatOf(line, lang) }
  return fillSentence(guideWords[act][lang], facts, lang)
}

/** The first thing told: the page is open, or has to be opened by the person. */
export const sayGuideBegin = (opened: boolean, url: string, lang: Lang): string =>
  fillSentence(guideBegins[opened ? 'opened' : 'not-opened'][lang], { url }, lang)
