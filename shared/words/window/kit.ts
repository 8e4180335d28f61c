import type { InBoth } from '../lang.ts'

/** Words of the parts every screen is made of, Japanese first. */
export const kitWords = {
  show: { ja: '表示する', en: 'Show' },
  hide: { ja: '隠す', en: 'Hide' },
  showWhat: { ja: '{name}を表示する', en: 'Show {name}' },
  hideWhat: { ja: '{name}を隠す', en: 'Hide {name}' },
  hidden: { ja: '表示していません', en: 'not shown' },
  shownNow: { ja: '{name}を表示しました', en: '{name} is shown' },
  required: { ja: '※必須', en: '(required)' },
  help: { ja: '困ったときの電話', en: 'Help line' },
  helpMore: { ja: 'ほかの窓口も見る（{count}）', en: 'Other offices ({count})' },
  openPage: { ja: '{provider}のページを開く', en: 'Open the page of {provider}' },
  openPageFailed: {
    ja: 'ブラウザーが開きませんでした。横のアドレスを、お使いのブラウザーに打ち込んでください。',
    en: 'No browser opened. Type the address beside it into your browser.',
  },
  details: { ja: 'サポートの人に伝える内容', en: 'Details for support' },
  code: { ja: '記号: {code}', en: 'Code: {code}' },
  question: { ja: '質問', en: 'Question' },
  emptyAnswer: { ja: '答えを入れてください。', en: 'Enter an answer.' },
  chooseOne: { ja: '1つ選んでください。', en: 'Choose one.' },
  cancel: { ja: 'やめる', en: 'Cancel' },
  back: { ja: '戻る', en: 'Back' },
  tooLong: { ja: '長すぎます。{most} 文字までにしてください。', en: 'That is too long: {most} characters at most.' },
  busy: { ja: 'お待ちください…', en: 'One moment…' },
  again: { ja: 'もう一度する', en: 'Try again' },
  toStart: { ja: 'はじめの画面へ', en: 'To the first screen' },
  warning: { ja: 'ご注意', en: 'Please note' },
} as const satisfies Readonly<Record<string, InBoth>>
