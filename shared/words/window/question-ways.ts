import type { QuestionName } from '../../base/ask.ts'
import type { InBoth } from '../lang.ts'
import { questionWords } from '../questions.ts'

/** Every question as the window puts it: beside its buttons and fields, and beside the picture where there is one. */
export const windowQuestions: Readonly<Record<QuestionName, InBoth>> = {
  ...questionWords,
  'confirm-step': {
    ja: '会員ページで次の操作をしますか。[いまの画面: 「{page}」。][入れた・選んだ項目: {fields} 。][「{control}」を押します。][{irreversible}][{window}]',
    en: 'Do the next thing on the member site?[ The page: “{page}”.][ Filled in or chosen: {fields}.][ It presses “{control}”.][ {irreversible}][ {window}]',
  },
  'acted-by-hand': {
    ja: '[（{step}/{steps}）][{say}][値: {value} 。][{handed}][{seen}]終わったら「終わりました」を、やめるときは「やめる」を押してください。',
    en: '[({step}/{steps}) ][{sayEn}][ Value: {value} .][ {handed}][ {seen}] Press “Done” when it is done, or “Stop here”.',
  },
  'sheet-doubt': {
    ja: '控えの[「{field}」の]内容を確かめてください。[（{whose}）][（{line} 行目）][{reason}。][読み取った内容: {read}]',
    en: 'Please check what the sheet says[ for {field}].[ ({whose})][ (line {line})][ ({reason})][ Read as: {read}]',
  },
}
