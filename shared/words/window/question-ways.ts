import type { QuestionName } from '../../base/ask.ts'
import type { InBoth } from '../lang.ts'
import { questionWords } from '../questions.ts'

/** Every question as the window puts it: beside its buttons and fields, and beside the picture where there is one. */
export const windowQuestions: Readonly<Record<QuestionName, InBoth>> = {
  ...questionWords,
  'confirm-step': {
    ja: '会員ページで次の操作をしますか。[\n「{control}」を押します。][{irreversible}][\nいまの画面: 「{page}」][\n入れた・選んだ項目: {fields}][\n{window}]',
    en: 'Do the next thing on the member site?[\nIt presses “{control}”.][ {irreversible}][\nThe page: “{page}”][\nFilled in or chosen: {fields}][\n{window}]',
  },
  'acted-by-hand': {
    ja: '[（{step}/{steps}）][{say}][値: {value} 。][{handed}][{seen}]終わったら「終わりました」を、やめるときは「やめる」を押してください。',
    en: '[({step}/{steps}) ][{sayEn}][ Value: {value} .][ {handed}][ {seen}] Press “Done” when it is done, or “Stop here”.',
  },
  // What a no leads to stands on its button here: a sentence that spoke of 「いいえ」 would send people looking for it.
  'confirm-plan': { ja: 'この予定のとおりに始めますか。', en: 'Go ahead with this plan?' },
  'store-password': {
    ja: 'メールソフトには、いまパスワードが保存されていません[（{address}）]。新しいパスワードを保存しますか。保存しないときは、次にメールソフトを開いたときに手で入れます。',
    en: 'The mail program holds no password now[ ({address})]. Store the new one in it? If not, you enter it when you next open the program.',
  },
  'try-again': {
    ja: 'いまは前のパスワードのままです。[（{what}）]会員ページでの操作を終えてから、もう一度確かめますか。',
    en: 'The old password is still in force.[ ({what})] Finish on the member site, then look again?',
  },
  'replace-record': {
    ja: '記録の置き場所に、もうファイルがあります。[（{file}）]新しい記録で置き換えますか。置き換えないときは、何も変更せずに止まります。',
    en: 'There is a file already where the record shall go.[ ({file})] Replace it with the new record? If not, the program stops and nothing is changed.',
  },
  'go-by-hand': {
    ja: '会員ページが、知っている内容と違うので止まりました[（「{control}」の所）][（アドレスは、控えでは {sheet} 、会員ページでは {site} ）]。まだ何も変わっていません。ここから先は、ご自分で会員ページを操作していただき、このプログラムが手順をご案内することもできます。そうしますか。',
    en: 'The member site does not look as expected, so it stopped[ (at “{control}”)][ (address on paper: {sheet}; on the site: {site})]; nothing has been changed. You can go on by hand while this program tells you each step. Do so?',
  },
  // The sides stand as the choices, each with where it is from.
  'settle-difference': {
    ja: '[{address} の][「{field}」が]食い違っています。どれが正しいですか。\n分からないときは「やめる」を押して、プロバイダーの窓口で確かめてください。まだ何も変わっていません。',
    en: 'There is a contradiction[ about {field}][ of {address}]. Which one is right?\nIf you do not know, press “Stop here” and ask the provider’s help line. Nothing has been changed yet.',
  },
  'sheet-doubt': {
    ja: '控えの[「{field}」の]内容を確かめてください。[（{whose}）][（{line} 行目）][{reason}。][読み取った内容: {read}]',
    en: 'Please check what the sheet says[ for {field}].[ ({whose})][ (line {line})][ ({reason})][ Read as: {read}]',
  },
}
