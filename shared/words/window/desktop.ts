import type { InBoth } from '../lang.ts'

/** Words of the system's own dialogs. */
export const desktopWords = {
  chooseSheets: { ja: '控え（登録票・会員証など）を選ぶ', en: 'Choose the sheet' },
  saveRecord: { ja: '記録の保存先を選ぶ', en: 'Where shall the record go?' },
  brokenTitle: { ja: 'プログラムを閉じます', en: 'The program closes' },
  broken: {
    ja: 'プログラムの中で思わぬ誤りが起きたので、閉じます。済んだことはすべて記録されています。もう一度起動すると、途中の作業を履歴から続けられます。パスワードも履歴から見られます。',
    en: 'Something went wrong inside the program, so it closes. All that was done is recorded. Start it again: an unfinished run can be continued from the history, and its passwords can be seen there.',
  },
  frozenTitle: { ja: '画面が動かなくなっています', en: 'The window does not answer' },
  frozen: {
    ja: '作業の途中でも、作業はそのまま続いています。少し待つか、画面を開き直してください。開き直すと、読み取った控えは選び直しになります。',
    en: 'A run that is under way goes on all the same. Wait a little, or open the window anew; sheets that were read have to be chosen again then.',
  },
  frozenWait: { ja: 'もう少し待つ', en: 'Wait a little' },
  frozenAnew: { ja: '画面を開き直す', en: 'Open it anew' },
  chooseFolder: { ja: '記録を書き出すフォルダーを選ぶ', en: 'Choose the folder for the records' },
  closeTitle: { ja: '作業の途中です。閉じますか', en: 'The work is not finished. Close?' },
  closeLater: {
    ja: '閉じると、作業を止めます。もう一度起動すると、はじめの画面から続きを始められます。',
    en: 'Closing stops the work. Start the program again, and it can be carried on from the first screen.',
  },
  closeLaterUndo: {
    ja: '閉じると、元に戻す作業を止めます。もう一度起動すると、「これまでの作業」の結果から、残りを元に戻せます。',
    en: 'Closing stops putting the settings back. Start the program again: the result under “Earlier runs” puts back the rest.',
  },
  closeNo: { ja: '閉じずに続ける', en: 'Do not close' },
  closeYes: { ja: '作業を止めて閉じる', en: 'Stop the work and close' },
} as const satisfies Readonly<Record<string, InBoth>>
