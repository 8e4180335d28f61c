import type { InBoth } from '../lang.ts'

/**
 * The window's ways on, by the words that stand on their buttons. Sentences that send a person there name them by these (`{resume}`),
 * so that no sentence speaks of a button that is called otherwise.
 */
export const wayNames = {
  resume: { ja: '続きをする', en: 'Carry on' },
  passwords: { ja: 'パスワードを見る', en: 'Show the passwords' },
  start: { ja: 'はじめの画面', en: 'First screen' },
  type: { ja: '紙を見て打ち込む', en: 'Type it in from paper' },
  history: { ja: 'これまでの作業', en: 'Earlier runs' },
  support: { ja: '訪問サポート', en: 'Field support' },
  skip: { ja: 'もう自分で変更した', en: 'I have changed it already' },
  guided: { ja: '自分で操作する（手順のご案内つき）', en: 'I do it by hand, told each step' },
  finishUndo: { ja: '元に戻す作業を終わらせる', en: 'Finish putting the settings back' },
  yes: { ja: 'はい', en: 'Yes' },
  no: { ja: 'いいえ', en: 'No' },
} as const satisfies Readonly<Record<string, InBoth>>

export type WayName = keyof typeof wayNames
