import type { InBoth } from '../lang.ts'
import { wayNames } from './way-names.ts'

/** Words around every screen: the name, where on the road one is, the language, the rehearsal. */
export const frameWords = {
  title: { ja: 'メール移行アシスタント', en: 'Mail Migration Assistant' },
  road: { ja: '手順', en: 'Steps' },
  stop: { ja: '手順 {at}/{of}', en: 'Step {at} of {of}' },
  skip: { ja: '本文へ', en: 'Skip to the content' },
  menu: { ja: '画面の切り替え', en: 'Screens' },
  home: wayNames.start,
  history: wayNames.history,
  support: { ja: '訪問サポート', en: 'Field support' },
  language: { ja: '言語', en: 'Language' },
  practice: {
    ja: '練習中です。本物のメールやパスワードには触れません。',
    en: 'This is a rehearsal. No real mailbox or password is touched.',
  },
  stopPractice: { ja: '練習を終わる', en: 'End the rehearsal' },
  leaveTitle: { ja: 'この画面を離れますか', en: 'Leave this screen?' },
  leaveWhat: {
    ja: '読み取った控えと、ここまでの答えは残りません。まだ何も変更していないので、離れても困ることはありません。',
    en: 'The paper that was read and your answers so far are not kept. Nothing has been changed yet, so no harm is done.',
  },
  leaveYes: { ja: '離れる', en: 'Leave' },
  leaveNo: { ja: 'ここに残る', en: 'Stay here' },
  loading: { ja: '準備しています…', en: 'Starting…' },
  noAnswer: {
    ja: 'プログラム本体から応答がありません。「もう一度する」を押しても同じときは、いったん閉じて、もう一度起動してください。',
    en: 'The program does not answer. Try again; if that does not help, close this window and start it anew.',
  },
  broken: { ja: '画面を表示できなくなりました。', en: 'This screen can no longer be shown.' },
  brokenNext: {
    ja: '作業の記録は残っています。下のボタンを押して、「これまでの作業」から続けてください。また起きるときは、サポート担当にお知らせください。',
    en: 'The record of the run is safe. Press the button below and carry on from “Earlier runs”. If it happens again, tell your support contact.',
  },
  fallback: { ja: '確認用の表示（Chromium）', en: 'Stand-in window (Chromium)' },
} as const satisfies Readonly<Record<string, InBoth>>

/** The stops of the road, in one or two words each. */
export const stopWords = {
  start: { ja: '控え', en: 'Sheet' },
  sheets: { ja: '確認', en: 'Check' },
  plan: { ja: '計画', en: 'Plan' },
  run: { ja: '実行', en: 'Run' },
  done: { ja: '結果', en: 'Result' },
} as const satisfies Readonly<Record<string, InBoth>>
