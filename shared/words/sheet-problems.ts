import { say, type Sentences } from './problem-sentence.ts'

/** Problems of sheets and of new passwords, in plain words. */
export const sheetProblems = {
  // sheet
  'sheet-empty': say(
    '控えのファイルに文字がありません。[（{file}）]',
    'ファイルを開いて中身を確かめ、正しいファイルを指定してください。',
    'There is no text in the sheet.[ ({file})]',
    'Open the file, check what is in it, and give the right one.',
  ),
  'sheet-too-large': say(
    '控えのファイルが大きすぎます。[（{file}）]',
    '会員証などの控えだけのファイルを指定してください。',
    'The sheet is too large.[ ({file})]',
    'Give a file that holds the registration sheet only.',
  ),
  'sheet-kind-unknown': say(
    'この種類のファイルはまだ読めません。[（{file}）]',
    '控えの内容を文字のファイル（.txt）にして、指定してください。',
    'This kind of file cannot be read yet.[ ({file})]',
    'Put what the sheet says into a text file (.txt) and give that.',
  ),
  'sheet-not-recognised': say(
    '登録の控えとして読み取れませんでした。[（{file}）][{reason}。]',
    '会員証などの、登録の控えか確かめてください。[{nameProvider}]',
    'This is not a registration sheet the program knows.[ ({file})][ ({reason})]',
    'Check that it is the registration sheet.[ {nameProvider}]',
  ),
  'sheet-incomplete': say(
    '控えに必要な項目が見つかりません。[（足りない項目: {missing}）]',
    '[この控えで変更できるのは、{realm}だけです（「--change {change}」）。メールのパスワードを変えるには、]控えの紙を見て、足りない項目を書き足してください。',
    'Something needed is missing on the sheet.[ (missing: {missing})]',
    '[Only the {realm} can be changed with this sheet ("--change {change}"). ]Look at the paper and add what is missing.',
  ),
  'sheet-doubtful': say(
    '控えに、はっきりしない所があります。[（{field}）][（{whose}）][{reason}。][見た所: {files}。]',
    '控えの紙を見て、正しい内容を確かめてください。確かめるまで先へは進みません。',
    'Part of the sheet is not clear.[ ({field})][ ({whose})][ ({reason})][ Seen in: {files} .]',
    'Look at the paper and confirm what is right. Nothing goes on before that.',
  ),
  'mailbox-not-on-sheet': say(
    '指定したメールアドレスが控えにありません。[（{address}）]',
    'メールアドレスのつづりと、控えのファイルを確かめてください。',
    'That mail address is not on the sheet.[ ({address})]',
    'Check the spelling of the address, and that it is the right sheet.',
  ),
  'settings-contradict': say(
    '控え・プロバイダーの案内・メールソフトの内容が食い違っています。[（{address}）][{field}：][控え {sheet}、][案内 {catalogue}][メールソフト {mailProgram}]',
    'どれが正しいかを選んでから、もう一度してください。サーバーは --incoming と --outgoing でも指定できます。',
    'Sheet, catalogue and mail program contradict each other.[ ({address})][ {field}:][ sheet {sheet}][ catalogue {catalogue}][ mail program {mailProgram}]',
    'Choose which one is right and try again. Servers can also be named with --incoming and --outgoing.',
  ),
  'provider-unknown': say(
    'プロバイダー（インターネットの契約会社）が分かりません。[（{provider}）]',
    '[使えるのは {known} です。]「mail-migrate providers」で一覧を見て、「--provider」で指定してください。',
    'The provider is not known.[ ({provider})]',
    '[Known: {known} . ]See "mail-migrate providers" and name one with "--provider".',
  ),

  'sheet-gone': say(
    'この控えは、もう読み込まれていません。',
    '控えをもう一度選んでください。',
    'This sheet is not held any more.',
    'Choose the sheet again.',
  ),
  'draft-gone': say(
    'この予定は、もう残っていません。',
    'すでに始めたものでなければ、何も変更していません。控えを選ぶところから、もう一度してください。',
    'This plan is not held any more.',
    'Unless it was started already, nothing was changed. Begin again with the sheet.',
  ),

  // new password
  'password-empty': say('パスワードが空です。', 'パスワードを入れてください。', 'The password is empty.', 'Enter a password.'),
  'password-control-character': say(
    'パスワードに、目に見えない特殊な文字（改行など）が入っています。',
    'パスワードを手で打ち直してください。送信はしていません。',
    'The password holds an invisible control character (a line break, for example).',
    'Type the password by hand. It was not sent.',
  ),
  'password-rule-broken': say(
    '新しいパスワードが、プロバイダーの決まりに合いません。[{reasons}]',
    '決まりに合うパスワードを決め直すか、プログラムに作らせてください。',
    'The new password does not meet the provider’s rule.[ {reasons}]',
    'Choose another one, or let the program make it.',
  ),
  'password-equals-old': say(
    '新しいパスワードが、いまのパスワードと同じです。',
    '別のパスワードを決めてください。',
    'The new password is the same as the present one.',
    'Choose a different one.',
  ),
} as const satisfies Sentences
