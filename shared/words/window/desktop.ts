import type { InBoth } from '../lang.ts'

/** Titles of the system's own dialogs. */
export const desktopWords: Readonly<Record<'chooseSheets' | 'saveRecord' | 'chooseFolder', InBoth>> = {
  chooseSheets: { ja: '控え（登録票・会員証など）を選ぶ', en: 'Choose the sheet' },
  saveRecord: { ja: '記録の保存先を選ぶ', en: 'Where shall the record go?' },
  chooseFolder: { ja: '記録を書き出すフォルダーを選ぶ', en: 'Choose the folder for the records' },
}
