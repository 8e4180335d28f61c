import type { InBoth } from '../lang.ts'

/** Words of the system's own dialogs. */
export const desktopWords: Readonly<Record<'chooseSheets' | 'saveRecord' | 'chooseFolder' | 'brokenTitle' | 'broken', InBoth>> = {
  chooseSheets: { ja: '控え（登録票・会員証など）を選ぶ', en: 'Choose the sheet' },
  saveRecord: { ja: '記録の保存先を選ぶ', en: 'Where shall the record go?' },
  brokenTitle: { ja: 'プログラムを閉じます', en: 'The program closes' },
  broken: {
    ja: 'プログラムの中で思わぬ誤りが起きたので、閉じます。済んだことはすべて記録されています。もう一度起動すると、途中の作業を履歴から続けられます。パスワードも履歴から見られます。',
    en: 'Something went wrong inside the program, so it closes. All that was done is recorded. Start it again: an unfinished run can be continued from the history, and its passwords can be seen there.',
  },
  chooseFolder: { ja: '記録を書き出すフォルダーを選ぶ', en: 'Choose the folder for the records' },
}
