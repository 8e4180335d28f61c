import type { Question, QuestionName } from '../base/ask.ts'
import { fillSentence } from './fill-sentence.ts'
import type { InBoth, Lang } from './lang.ts'

/** Every question a person can be asked: one decision each, with what a yes and a no lead to. */
export const questionWords: Readonly<Record<QuestionName, InBoth>> = {
  'confirm-plan': {
    ja: 'この予定のとおりに始めますか。「いいえ」なら何も変更しません。',
    en: 'Go ahead with this plan? With "no" nothing is changed.',
  },
  'confirm-step': {
    ja: '会員ページで次の操作をしますか。[いまの画面: 「{page}」。][入れた・選んだ項目: {fields} 。][「{control}」を押します。][{irreversible}][{window}][画面の写し: {picture} 。]よければ「はい」と答えてください。',
    en: 'Do the next thing on the member site?[ The page: “{page}”.][ Filled in or chosen: {fields}.][ It presses “{control}”.][ {irreversible}][ {window}][ A picture of the page: {picture} .] Answer yes if it is right.',
  },
  'close-thunderbird': {
    ja: 'メールソフト[（{client}）]を閉じてください。書きかけのメールは先に保存してください。閉じましたか。',
    en: 'Please close the mail program[ ({client})]; save what you are writing first. Is it closed?',
  },
  'store-password': {
    ja: 'メールソフトには、いまパスワードが保存されていません[（{address}）]。新しいパスワードを保存しますか。「いいえ」なら、次にメールソフトを開いたときに手で入れます。',
    en: 'The mail program holds no password now[ ({address})]. Store the new one in it? With "no" you enter it when you next open the program.',
  },
  'primary-password': {
    ja: '[{wrong}]Thunderbird のプライマリパスワード（保存したパスワードを守る合言葉）を入れてください。[（{profile}）]',
    en: '[{wrong} ]Enter Thunderbird’s primary password (it guards the stored passwords).[ ({profile})]',
  },
  'two-factor-code': {
    ja: '会員ページから届いた確認コードを入れてください。[（画面: {page}）]',
    en: 'Enter the code the member site has sent.[ (page: {page})]',
  },
  'sheet-doubt': {
    ja: '控えの[「{field}」の]内容を確かめてください。[（{whose}）][（{line} 行目）][{reason}。][読み取った内容: {read}][{leaveOut}]',
    en: 'Please check what the sheet says[ for {field}].[ ({whose})][ (line {line})][ ({reason})][ Read as: {read}][ {leaveOut}]',
  },
  'vault-passphrase': {
    ja: '[{wrong}]パスワードの保管庫の合言葉を入れてください。[{why}]忘れると開けられません。',
    en: '[{wrong} ]Enter the passphrase of the password store.[ {why}] It cannot be opened without it.',
  },
  'try-again': {
    ja: 'いまは前のパスワードのままです。[（{what}）]会員ページでの操作を終えてから、もう一度確かめますか。「いいえ」なら、ここで終わります。',
    en: 'The old password is still in force.[ ({what})] Finish on the member site, then look again? With “no” it ends here.',
  },
  'restore-anyway': {
    ja: '控えを取ったあとに変わった設定があります。[（{file}）]それでも、控えを取ったときの内容に戻しますか。後の変更は失われます。',
    en: 'Something was changed after the backup.[ ({file})] Put the backup back all the same? Later changes would be lost.',
  },
  'replace-record': {
    ja: '記録の置き場所に、もうファイルがあります。[（{file}）]新しい記録で置き換えますか。「いいえ」なら何も変更せずに止まります。',
    en: 'There is a file already where the record shall go.[ ({file})] Replace it with the new record? With "no" the program stops and nothing is changed.',
  },
  'remember-browser': {
    ja: '次回から、このブラウザでは確認コードを求めないように、会員ページに頼みますか。[（「{control}」に印を入れます。）]このプログラムのブラウザは終わると消すので、印を入れても、次回もコードを求められます。ふだんお使いのブラウザにも効きません。「いいえ」で構いません。',
    en: 'Shall the site be asked to want no code from this browser next time?[ (It ticks “{control}”.)] This program’s browser is thrown away at the end, so a code will be wanted next time all the same, and your own browser is not affected. “No” is fine.',
  },
  'portal-value': {
    ja: '会員ページ[の「{control}」]に入れる内容を教えてください。[（画面: {page}）]',
    en: 'What shall be entered[ for “{control}”] on the member site?[ (page: {page})]',
  },
  'go-by-hand': {
    ja: '会員ページが、知っている内容と違うので止まりました[（「{control}」の所）][（アドレスは、控えでは {sheet} 、会員ページでは {site} ）]。まだ何も変わっていません。ここから先は、ご自分で会員ページを操作していただき、このプログラムが手順をご案内することもできます。そうしますか。「いいえ」なら、何も変えずに終わります。',
    en: 'The member site does not look as expected, so it stopped[ (at “{control}”)][ (address on paper: {sheet}; on the site: {site})]; nothing has been changed. You can go on by hand while this program tells you each step. Do so? With “no” it ends here.',
  },
  'acted-by-hand': {
    ja: '[（{step}/{steps}）][{say}][値: {value} 。][{handed}][（mail-migrate status {secretsOf} --secrets）]終わったら「はい」、やめるときは「いいえ」と答えてください。',
    en: '[({step}/{steps}) ][{sayEn}][ Value: {value} .][ {handed}][ (mail-migrate status {secretsOf} --secrets)] Answer yes when done, no to stop.',
  },
  'choose-recovery': {
    ja: '何を取り戻しますか。',
    en: 'What shall be recovered?',
  },
  'user-name': {
    ja: 'ログインに使うユーザー名を入れてください。分からないときは、先にユーザー名のお問い合わせをしてください。',
    en: 'Enter the user name you sign in with. If you do not know it, ask for the user name first.',
  },
  'reset-link': {
    ja: '届いた案内の中のリンク（http から始まる行）を、そのまま貼り付けてください。[（正しいリンクの始まり: {known}）]',
    en: 'Paste the link from the message you have received (the line that begins with http).[ A true one begins with: {known}]',
  },
  'settle-difference': {
    ja: '[{address} の][「{field}」が]食い違っています。[控え: {sheet} ][プロバイダーの案内: {catalogue} ][メールソフト: {mailProgram} ]どれが正しいですか。',
    en: 'There is a contradiction[ about {field}][ of {address}].[ Sheet: {sheet}.][ Catalogue: {catalogue}.][ Mail program: {mailProgram}.] Which one is right?',
  },
  'password-replaced': {
    ja: '控えのパスワードは、もう使われていません。[（{for}）][{at} に、実行 {run} で変更しています。]どうしますか。',
    en: 'The password on the paper is no longer in force[ ({for})]:[ it was changed on {at} by run {run}.] What shall be done?',
  },
  'trust-key': {
    ja: 'この提供元の署名ははじめてです。[指紋: {fingerprint}][（{signer}）]配布元から聞いた指紋と同じときだけ「はい」と答えてください。',
    en: 'This signer is new.[ Fingerprint: {fingerprint}][ ({signer})] Answer yes only if it equals the fingerprint you were told.',
  },
  'new-hosts': {
    ja: 'この追加データ[（{provider}）]は、これまで使っていない行き先でパスワードを入れます。[行き先: {hosts}][（これまで: {before}）]配布元の案内でこの行き先を確かめたときだけ「はい」と答えてください。',
    en: 'This pack[ ({provider})] leads passwords to places not used before.[ Places: {hosts}][ (so far: {before})] Answer yes only if the distributor’s notice names them.',
  },
  'fewer-guards': {
    ja: 'この追加データ[（{provider}）]では、これまでの用心が減ります。[減るもの: {guards} 。][（{details}）]会員サイトが変わったためだと、配布元の案内で確かめたときだけ「はい」と答えてください。',
    en: 'This pack[ ({provider})] is less careful than the present data.[ It does without: {guards}.][ ({details})] Answer yes only if the distributor’s notice says why.',
  },
  'pdf-password': {
    ja: '記録の紙に新しいパスワードを印刷しますか。紙をなくすと、人に知られるおそれがあります。',
    en: 'Print the new password on the record? Whoever finds the paper could read it.',
  },
}

/** The question in words, ready to show. How it is answered (`kind`, `choices`) stands in the question itself. */
export const sayQuestion = (question: Pick<Question, 'name' | 'facts'>, lang: Lang): string =>
  fillSentence(questionWords[question.name][lang], question.facts, lang)
