import { say, type Sentences } from './problem-sentence.ts'

/** Problems of mail programs, in plain words. */
export const clientsProblems = {
  'client-running': say(
    'メールソフト[（{client}）]が開いたままなので、設定を書き換えられません。',
    'メールソフトを閉じてください。書きかけのメールは先に保存してください。',
    'The mail program[ ({client})] is still open, so its settings cannot be changed.',
    'Save what you are writing and close it.',
  ),
  'client-other-user': say(
    'このプログラムが、画面の人とは別の Windows ユーザー[（{user}）]で動いています。メールの設定は、画面の人[（{wanted}）]の所にあります。',
    'このプログラムを閉じて、「管理者として実行」を使わずに、画面の人のまま開き直してください。',
    'This program runs as another Windows user[ ({user})] than the one at the screen[ ({wanted})], whose mail settings are meant.',
    'Close it and open it again as that user, without “Run as administrator”.',
  ),
  'client-not-found': say(
    'このパソコンに、設定を書き換えられるメールソフト[（{client}）]が見つかりません。[{reason}。]',
    'パスワードは、お使いのメールソフトやスマートフォンに手で入れてください。',
    'No mail program[ ({client})] that can be rewritten was found on this PC.[ The reason: {reason}.]',
    'Enter the new password by hand in your mail program or phone.',
  ),
  'client-unreadable': say(
    'メールソフトの設定を読めません。[（{file}）][{reason}。]',
    'メールソフトが正しく開くか確かめてください。設定には手を付けていません。',
    'The mail program’s settings cannot be read.[ ({file})][ The reason: {reason}.]',
    'See whether the mail program opens properly. Its settings were left alone.',
  ),
  'client-not-writable': say(
    'メールソフトの設定に書き込めません。[（{file}）]',
    'メールソフトを閉じたままで、もう一度してください。続くときは、メールソフトを開いて、新しいパスワードを手で入れてください。',
    'The mail program’s settings cannot be written.[ ({file})]',
    'Keep the mail program closed and try again. If it goes on, open it and enter the new password by hand.',
  ),
  'client-account-missing': say(
    'メールソフトに、このメールアドレスの設定がありません。[（{address}）]',
    '別のパソコンか、別のメールソフトでお使いではありませんか。そちらにも新しいパスワードが必要です。',
    'The mail program has no account for this address.[ ({address})]',
    'Is it used on another PC or in another program? The new password is needed there.',
  ),
  'client-account-ambiguous': say(
    'メールソフトに、同じメールアドレスの設定がいくつもあります。[（{address}）]',
    'どれを使っているか確かめて、使わない設定を消すか、書き換える設定を選んでください。',
    'The mail program has several accounts for this address.[ ({address})]',
    'Find out which one is in use; remove the others, or choose.',
  ),
  'client-not-changeable': say(
    'このメールの設定は、プログラムでは書き換えません。[（{reason}）]',
    'メールソフトを開いて、新しいパスワードを手で入れてください。',
    'This account is not one the program rewrites.[ ({reason})]',
    'Open the mail program and enter the new password by hand.',
  ),
  'client-primary-password': say(
    'Thunderbird のプライマリパスワード（保存したパスワードを守る合言葉）が必要か、違っています。',
    'プライマリパスワードを入れてください。忘れたときは、新しいパスワードを Thunderbird に手で入れてください。',
    'Thunderbird’s primary password is needed, or was wrong.',
    'Enter it. If you have forgotten it, enter the new mail password in Thunderbird by hand.',
  ),
  'client-no-key': say(
    'メールソフトが保存したパスワードを開く鍵が、見つからないか壊れています。[（{file}）][{reason}。]',
    'メールソフトを開いて、新しいパスワードを手で入れてください。設定には手を付けていません。',
    'The key to the mail program’s stored passwords is missing or damaged.[ ({file})][ The reason: {reason}.]',
    'Open the mail program and enter the new password by hand. Its settings were left alone.',
  ),
  'client-locked-setting': say(
    'メールソフトの設定が、会社の決まりなどで固定されています。[（{setting}）]',
    'パソコンを管理している人に、設定の変更を頼んでください。',
    'A setting of the mail program is locked by your company or by a file of its own.[ ({setting})]',
    'Ask whoever looks after this PC to change it.',
  ),
  'client-read-back-differs': say(
    '書き換えた設定を読み直したら、予定と違っていました。[（{setting}）]',
    'メールソフトを閉じたままで、もう一度してください。続くときは、メールソフトを開いて設定を見直し、新しいパスワードを手で入れてください。',
    'The settings read back are not as they should be.[ ({setting})]',
    'Keep the mail program closed and try again. If it goes on, open it, look the settings over and enter the new password by hand.',
  ),
  'client-setting-doubtful': say(
    'メールソフトの設定に、気になる所があります。[（{setting}）][今の値: 「{found}」]',
    'そのままでも進められます。心当たりがなければ、サポート担当に見せてください。',
    'Something in the mail program’s settings looks odd.[ ({setting})][ It says: “{found}”]',
    'You can go on. If you do not know why it is so, show it to your support contact.',
  ),
  'client-server-shared': say(
    '送信サーバーの設定を、ほかのメールアドレスと一緒に使っています。[（サーバー {host}、一緒に使っている人 {sharedWith}）]',
    'このメールアドレスのためだけに変えると、ほかのメールアドレスで送れなくなるので、変えていません。メールソフトで送信サーバーを分けてから、もう一度してください。',
    'The outgoing server’s settings are shared with other addresses.[ (server {host}, shared with {sharedWith})]',
    'Changing them for this address alone would stop the others from sending, so they were left. Give each address its own outgoing server in the mail program, then try again.',
  ),
  'client-password-elsewhere': say(
    '同じパスワードが、ほかの所にも保存されています。[（{origin}）]',
    'そこには手を付けていません。メール以外（予定表や連絡先など）でも使っていたら、そちらも変えてください。',
    'The same password is stored for something else too.[ ({origin})]',
    'It was left alone. If you use it beyond mail (calendar, address book), change it there as well.',
  ),
  'client-managed': say(
    'このパソコンの Outlook は、会社などの管理者が設定を決めています。[（{settings}）]',
    '書き換えた設定が元に戻されるときは、管理者の方に新しいパスワードのことを伝えてください。',
    'An administrator decides on settings of Outlook on this PC.[ ({settings})]',
    'If the settings are put back, tell the administrator about the new password.',
  ),
  'client-passwords-forbidden': say(
    '管理者の設定で、Outlook がパスワードを覚えないようになっています。',
    'Outlook を開いてパスワードを聞かれたら、新しいパスワードを入れてください。',
    'By an administrator’s setting, Outlook does not remember passwords.',
    'When Outlook asks for the password, enter the new one.',
  ),
} as const satisfies Sentences
