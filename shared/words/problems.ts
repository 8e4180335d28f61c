import type { ProblemCode } from '../base/problem.ts'
import type { InBoth } from './lang.ts'

/** What happened, and what the person does next. `[…{fact}…]` is left out when the fact is not known. */
export interface ProblemSentence {
  readonly what: string
  readonly next: string
}
type Words = InBoth<ProblemSentence>

const say = (what: string, next: string, whatEn: string, nextEn: string): Words => ({
  ja: { what, next },
  en: { what: whatEn, next: nextEn },
})

/** Every expected failure, in plain words. A code without its sentences does not compile. */
export const problemWords: Readonly<Record<ProblemCode, Words>> = {
  // the program itself
  unexpected: say(
    'プログラムの中で予期しないことが起きました。[（控え番号 {reference}）]',
    '同じ操作をもう一度してください。また起きるときは、この画面の文章をサポート担当にお知らせください。',
    'Something unexpected happened inside the program.[ (reference {reference})]',
    'Try the same thing again. If it happens again, pass this text on to your support contact.',
  ),
  'bad-usage': say(
    '指定のしかたに誤りがあります。[（{given}）][{reason}。][書き方: mail-migrate {usage}。][使える値: {choices}。]',
    '「mail-migrate --help」で使い方を見て、入力し直してください。この実行では何も変更していません。',
    'The command was not understood.[ ({given})][ ({reason})][ Form: mail-migrate {usage} .][ Possible: {choices} .]',
    'See "mail-migrate --help" and try again. This call has changed nothing.',
  ),
  cancelled: say(
    '途中で中止しました。',
    '続けるときは「mail-migrate resume」を使うと、中止した所から再開できます。',
    'You stopped it.',
    '"mail-migrate resume" carries on from here.',
  ),
  'timed-out': say(
    '決めた時間の内に終わりませんでした。[（{host}）]',
    'インターネットにつながっているか確かめ、少し待ってからもう一度してください。',
    'It did not finish in time.[ ({host})]',
    'Check the internet connection, wait a little and try again.',
  ),

  // files
  'file-missing': say(
    'ファイルが見つかりません。[（{file}）]',
    'ファイルの場所と名前を確かめてください。',
    'The file was not found.[ ({file})]',
    'Check where the file is and what it is called.',
  ),
  'file-unreadable': say(
    'ファイルを読めません。[（{file}）][{reason}。]',
    'ほかのプログラムで開いていたら閉じて、もう一度してください。開けないときは、ファイルをもらい直してください。',
    'The file cannot be read.[ ({file})][ ({reason})]',
    'Close it in other programs and try again. If that does not help, get a fresh copy of the file.',
  ),
  'file-not-writable': say(
    'ファイルに書き込めません。[（{file}）]',
    '書き込みが許されている場所か確かめてください。会社のパソコンなら、管理者に相談してください。',
    'The file cannot be written.[ ({file})]',
    'Check that you may write there. On a company PC, ask its administrator.',
  ),
  'file-is-link': say(
    'ファイルが別の場所への入り口（リンク）になっているため、安全のため書き換えません。[（{file}）]',
    'パソコンを設定した人に、このファイルの場所を確かめてもらってください。',
    'The file is a link to some other place, so it is left alone for safety.[ ({file})]',
    'Ask whoever set up this PC where the file really is.',
  ),
  'file-changed-since': say(
    '控えを取ったあとに、ほかのプログラムがファイルを書き換えました。[（{file}）]',
    'メールソフトを閉じてから、もう一度してください。ファイルには手を付けていません。',
    'Another program changed the file after the backup was taken.[ ({file})]',
    'Close the mail program and try again. The file was left as it is.',
  ),
  'disk-full': say(
    'パソコンの空き容量が足りません。[（{file}）]',
    '不要なファイルを消して空きを作ってから、もう一度してください。',
    'The disk is full.[ ({file})]',
    'Make some room and try again.',
  ),
  'file-busy': say(
    'ほかのプログラムがファイルを使っています。[（{file}）]',
    'メールソフトなどを閉じ、1分ほど待ってから、もう一度してください。',
    'Another program is using the file.[ ({file})]',
    'Close the mail program and others, wait a minute and try again.',
  ),

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
    'どの会社の控えか分かりませんでした。[（{file}）][{reason}。]',
    '会員証などの登録の控えか確かめてください。会社が分かるときは「--provider」で指定できます。',
    'This is not a registration sheet the program knows.[ ({file})][ ({reason})]',
    'Check that it is the registration sheet. If you know the provider, name it with "--provider".',
  ),
  'sheet-incomplete': say(
    '控えに必要な項目が見つかりません。[（足りない項目: {missing}）]',
    '控えの紙を見て、足りない項目を書き足してください。',
    'Something needed is missing on the sheet.[ (missing: {missing})]',
    'Look at the paper and add what is missing.',
  ),
  'sheet-doubtful': say(
    '控えに、はっきりしない所があります。[（{field}）][{reason}。]',
    '控えの紙を見て、正しい内容を確かめてください。確かめるまで先へは進みません。',
    'Part of the sheet is not clear.[ ({field})][ ({reason})]',
    'Look at the paper and confirm what is right. Nothing goes on before that.',
  ),
  'mailbox-not-on-sheet': say(
    '指定したメールアドレスが控えにありません。[（{address}）]',
    'メールアドレスのつづりと、控えのファイルを確かめてください。',
    'That mail address is not on the sheet.[ ({address})]',
    'Check the spelling of the address, and that it is the right sheet.',
  ),
  'provider-unknown': say(
    'プロバイダー（インターネットの契約会社）が分かりません。[（{provider}）]',
    '[使えるのは {known} です。]「mail-migrate providers」で一覧を見て、「--provider」で指定してください。',
    'The provider is not known.[ ({provider})]',
    '[Known: {known} . ]See "mail-migrate providers" and name one with "--provider".',
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

  // vault, journal, runs
  'vault-unavailable': say(
    'このパソコンの、パスワードを安全にしまう場所（資格情報の保管庫）が使えません。[（{cause}）]',
    '[足りない部品（{install}）を入れると使えます。]「--vault file」を付けると、暗号をかけたファイルにしまえます。この実行では何も変更していません。',
    'The PC’s own store for passwords cannot be used.[ ({cause})]',
    '[Installing {install} helps. ]With "--vault file" they are kept in an encrypted file instead. This call has changed nothing.',
  ),
  'vault-locked': say(
    'パスワードの保管庫が開きません。[（{cause}）]',
    '保管庫の鍵がかかったままなら開け、合言葉を確かめて、もう一度してください。',
    'The password store does not open.[ ({cause})]',
    'Unlock the store if it is locked, check its passphrase, and try again.',
  ),
  'vault-damaged': say(
    'パスワードの保管庫のファイルが壊れています。[（{file}）]',
    'ファイルを消さずに、そのままサポート担当に相談してください。控えから戻せることがあります。',
    'The file of the password store is damaged.[ ({file})]',
    'Do not delete it. Ask your support contact; it may be possible to restore it.',
  ),
  'secret-missing': say(
    '必要なパスワードが保管庫に見つかりません。[（{for}）]',
    '控えの紙のパスワードを用意して、初めからやり直してください。',
    'A password that is needed is not in the store.[ ({for})]',
    'Take the password from your paper and start anew.',
  ),
  'run-busy': say(
    '別の作業がまだ動いています。[（{since} から）]',
    'その作業が終わるのを待つか、そちらの画面を閉じてから、もう一度してください。',
    'Another run is still going on.[ (since {since})]',
    'Wait until it ends, or close it, and try again.',
  ),
  'run-unknown': say(
    'その番号の作業の記録がありません。[（{run}）]',
    '「mail-migrate status」で番号の一覧を見てください。',
    'There is no run of that number.[ ({run})]',
    'See "mail-migrate status" for the list.',
  ),
  'journal-damaged': say(
    '作業の記録が途中で壊れています。[（{line} 行目）]',
    '続けるのは危険なので止めました。「mail-migrate status 番号 --secrets」でパスワードを確かめ、サポート担当に相談してください。',
    'The record of the run is damaged.[ (line {line})]',
    'Going on would not be safe. Look up the passwords with "mail-migrate status RUN --secrets" and ask your support contact.',
  ),
  'plan-declined': say(
    '予定が承認されなかったので、始めませんでした。',
    '何も変更していません。始めるときは、もう一度実行して「はい」と答えてください。',
    'The plan was not agreed to, so nothing was started.',
    'Nothing has been changed. To go ahead, run it again and answer yes.',
  ),
  'step-declined': say(
    '「いいえ」の答えだったので、この作業の手前で止めました。',
    '続けるときは「mail-migrate resume」を使ってください。',
    'You answered no, so it stopped before this step.',
    'Use "mail-migrate resume" to carry on.',
  ),
  'question-unanswered': say(
    '質問の答えがなかったので止めました。[（{question}）]',
    '「mail-migrate resume」で再開し、質問に答えてください。',
    'A question was not answered, so it stopped.[ ({question})]',
    'Carry on with "mail-migrate resume" and answer the question.',
  ),
  'attempts-spent': say(
    'パスワードが締め出されないように、これ以上のログインを控えました。[（{host}）]',
    '[{at} 以降に、]パスワードを確かめてから再開してください。',
    'No further sign-in is tried, so that the mailbox is not locked.[ ({host})]',
    'Check the password[, wait until {at}] and then carry on.',
  ),
  'nothing-to-undo': say(
    '元に戻すものがありません。',
    'このままで大丈夫です。',
    'There is nothing to undo.',
    'You can leave it as it is.',
  ),

  // portal
  'browser-missing': say(
    'インターネットを見るソフト（Edge、Chrome、Chromium）が見つかりません。[（{wanted}）]',
    'Microsoft Edge か Google Chrome を入れてから、もう一度してください。',
    'No browser (Edge, Chrome or Chromium) was found.[ ({wanted})]',
    'Install Microsoft Edge or Google Chrome and try again.',
  ),
  'browser-failed': say(
    'インターネットを見るソフトが動きませんでした。[（{cause}）]',
    'パソコンを再起動してから「mail-migrate resume」で再開してください。',
    'The browser did not work.[ ({cause})]',
    'Restart the PC, then carry on with "mail-migrate resume".',
  ),
  'recipe-invalid': say(
    '会員ページの操作手順のデータに誤りがあります。',
    'このプログラムの新しい版を入れてください。',
    'The instructions for the member site are not valid.',
    'Install a newer version of this program.',
  ),
  'portal-cannot-change': say(
    'このパスワードは、このプログラムでは変更できません。[（{realm}）]',
    '[{instead} ][{url} ]手続きの方法は、プロバイダーの窓口でも教えてもらえます。',
    'This program cannot change that password.[ ({realm})]',
    '[{insteadEn} ][See {url} . ]The provider’s help line also tells how it is done.',
  ),
  'portal-unreachable': say(
    '会員ページにつながりません。[（{cause}）]',
    'インターネットにつながっているか確かめ、しばらくしてからもう一度してください。',
    'The member site cannot be reached.[ ({cause})]',
    'Check the internet connection and try again later.',
  ),
  'portal-sign-in-refused': say(
    '会員ページにログインできませんでした。ID かパスワードが違います。[会員ページの表示: 「{said}」]',
    '控えの紙を見て、ID とパスワードを確かめてください。何度も間違えると使えなくなることがあるので、自動では繰り返しません。',
    'The member site refused the ID or the password.[ It said: “{said}”]',
    'Check both against your paper. It is not repeated by itself, because repeated mistakes can lock the account.',
  ),
  'portal-locked': say(
    '会員ページの利用が一時的に止められています。[会員ページの表示: 「{said}」]',
    '間をおいてからもう一度してください。急ぐときはプロバイダーの窓口に電話してください。',
    'The member site has locked this account for now.[ It said: “{said}”]',
    'Wait a while, or call the provider’s help line.',
  ),
  'portal-maintenance': say(
    '会員ページは、いま工事（メンテナンス）中です。[会員ページの表示: 「{said}」]',
    '工事が終わってから、もう一度してください。',
    'The member site is down for maintenance.[ It said: “{said}”]',
    'Try again when it is over.',
  ),
  'portal-session-expired': say(
    '会員ページの接続が時間切れになりました。',
    '「mail-migrate resume」で再開してください。',
    'The member site ended the session.',
    'Carry on with "mail-migrate resume".',
  ),
  'portal-changed': say(
    '会員ページの画面が、知っている画面と違うので止めました。[（「{control}」の所）][{cause}。][（あるはずのもの: {expected}）][（見えたもの: {found}）]',
    '知らない画面では何も押しません。会員ページを自分で開いて確かめ、ご自分で変更したときは、「mail-migrate run」に「--skip-portal」と「--new-password-file」を付けて、残りを進められます。',
    'The member site does not look as expected, so it stopped.[ (at “{control}”)][ ({cause})][ (expected: {expected})][ (found: {found})]',
    'It presses nothing on a page it does not know. Look at the site yourself; if you change the password there, "mail-migrate run" with "--skip-portal" and "--new-password-file" does the rest.',
  ),
  'portal-ambiguous': say(
    '会員ページに同じ名前の欄やボタンがいくつもあり、どれか決められないので止めました。[（{control}）][（{controls}）]',
    '知らない画面では何も押しません。会員ページを自分で開いて確かめ、ご自分で変更したときは、「mail-migrate run」に「--skip-portal」と「--new-password-file」を付けて、残りを進められます。',
    'Several things on the member site have the same name, so it stopped rather than guess.[ ({control})][ ({controls})]',
    'It presses nothing on a page it does not know. Look at the site yourself; if you change the password there, "mail-migrate run" with "--skip-portal" and "--new-password-file" does the rest.',
  ),
  'portal-rule-refused': say(
    '会員ページが、新しいパスワードを受け付けませんでした。[{cause}。][会員ページの表示: 「{said}」]',
    '表示された決まりに合う、別のパスワードでやり直してください。',
    'The member site did not accept the new password.[ ({cause})][ It said: “{said}”]',
    'Try again with another one that meets what the site says.',
  ),
  'portal-old-password-refused': say(
    '会員ページが、いまのパスワードが違うと答えました。[会員ページの表示: 「{said}」]',
    '控えの紙のパスワードを確かめてください。すでに変更した覚えがあれば、そのパスワードを使ってください。',
    'The member site says the present password is wrong.[ It said: “{said}”]',
    'Check it against your paper. If you have changed it already, use that one.',
  ),
  'portal-limit-reached': say(
    '変更できる回数を超えています（1日1回など）。[会員ページの表示: 「{said}」]',
    '[{at} 以降に、]日をあらためて、もう一度してください。',
    'The password cannot be changed again so soon.[ It said: “{said}”]',
    'Try again [after {at}, or ]another day.',
  ),
  'portal-refused': say(
    '会員ページが変更を受け付けませんでした。[会員ページの表示: 「{said}」]',
    '表示の内容を控えて、プロバイダーの窓口に電話してください。',
    'The member site refused the change.[ It said: “{said}”]',
    'Note what it said and call the provider’s help line.',
  ),
  'portal-outcome-unknown': say(
    '変更を申し込みましたが、変わったかどうか確かめられませんでした。',
    '前のパスワードと新しいパスワードの両方を残してあります。「mail-migrate status 番号 --secrets」で見られます。どちらでログインできるか、プロバイダーの窓口でも確かめられます。',
    'The change was sent, but whether it took effect could not be found out.',
    'Both passwords are kept: see "mail-migrate status RUN --secrets". The provider’s help line can also tell which one holds.',
  ),
  'portal-no-effect': say(
    '変更を申し込みましたが、メールのパスワードは元のままでした。',
    'いまは、いままでのパスワードが使えます。あとから新しいパスワードに変わることがあるので、両方を残してあります。時間をおいて「mail-migrate resume 番号」で、どちらになったか確かめてください。',
    'The change was sent, but the mail password is still the old one.',
    'The old password works now. The new one may still come into force later, so both are kept: look again after a while with "mail-migrate resume NUMBER".',
  ),

  // mail servers
  'endpoint-invalid': say(
    'メールサーバーの書き方に誤りがあります。[（{given}）]',
    '「pop3s://サーバー名:995」のように入力してください。',
    'That is not the address of a mail server.[ ({given})]',
    'Write it like "pop3s://server:995".',
  ),
  offline: say(
    'インターネットにつながっていません。',
    '回線の機械（ルーター）の電源と、ケーブルや Wi-Fi を確かめてください。',
    'There is no internet connection.',
    'Check the router, the cable or the Wi-Fi.',
  ),
  dns: say(
    'メールサーバーの名前が見つかりません。[（{host}）]',
    '控えの紙を見て、サーバーの名前のつづりを確かめてください。合っているときは、少し待ってからもう一度してください。',
    'There is no mail server of that name.[ ({host})]',
    'Check its spelling against your paper. If it is right, wait a little and try again.',
  ),
  refused: say(
    'メールサーバーが接続を受け付けません。[（{host}、番号 {port}）]',
    'サーバーの名前と番号を控えの紙で確かめてください。ウイルス対策ソフトが止めていることもあります。',
    'The mail server does not take the connection.[ ({host}, port {port})]',
    'Check its name and port against your paper. Security software can also be the cause.',
  ),
  dropped: say(
    'メールサーバーとの接続が途中で切れました。[（{host}）][{signIn}]',
    '少し待ってから、もう一度してください。',
    'The mail server cut the connection.[ ({host})][ {signIn}]',
    'Wait a little and try again.',
  ),
  'server-silent': say(
    'メールサーバーの応答がありません。[（{host}）][{signIn}]',
    '少し待ってから、もう一度してください。続くときは、サーバーの名前と番号を控えの紙で確かめてください。',
    'The mail server does not answer.[ ({host})][ {signIn}]',
    'Wait a little and try again. If it goes on, check its name and port against your paper.',
  ),
  'port-25-blocked': say(
    '送信の出口（25番）が、お使いの回線でふさがれています。迷惑メールを防ぐためのもので、故障ではありません。[（{host}）]',
    '送信の番号を 587 か 465 に変えてください。控えの紙かプロバイダーの案内に書いてあります。',
    'Your line blocks port 25, to keep spam out. It is not a fault.[ ({host})]',
    'Use port 587 or 465 for sending, as your paper or the provider says.',
  ),
  'wrong-port-or-security': say(
    'メールサーバーの番号（ポート）と、暗号化の種類が合っていません。[（{host}、番号 {port}）]',
    '控えの紙を見て、番号と暗号化（SSL/TLS など）の組み合わせを確かめてください。パスワードは送っていません。',
    'The port and the kind of encryption do not go together.[ ({host}, port {port})]',
    'Check both against your paper. The password was not sent.',
  ),
  'not-a-mail-server': say(
    'つながった相手はメールサーバーではありません。[（{host}）]',
    'サーバーの名前と番号を控えの紙で確かめてください。ホテルや店の Wi-Fi では、先にログインの画面が要ることがあります。',
    'What answered is not a mail server.[ ({host})]',
    'Check name and port against your paper. On public Wi-Fi you may have to sign in first.',
  ),
  'tls-expired': say(
    'サーバーが本物であることの証明書の期限が切れています。[（{host}）]',
    'パソコンの日付と時刻が正しいか確かめてください。正しいときは、プロバイダーの窓口に知らせてください。パスワードは送っていません。',
    'The server’s certificate has expired.[ ({host})]',
    'Check the PC’s date and time. If they are right, tell the provider. The password was not sent.',
  ),
  'tls-wrong-host': say(
    'サーバーの証明書の名前が、つなごうとした名前と違います。[（{host}）][証明書の内容: {certificate}]',
    'サーバーの名前を控えの紙で確かめてください。偽のサーバーかもしれないので、パスワードは送っていません。',
    'The server’s certificate is for another name.[ ({host})][ ({certificate})]',
    'Check the server’s name against your paper. It could be a false server, so the password was not sent.',
  ),
  'tls-untrusted': say(
    'サーバーが本物か確かめられません（信頼できる証明書ではありません）。[（{host}）]',
    'ウイルス対策ソフトのメール検査が原因のこともあります。パソコンを管理している人に相談してください。パスワードは送っていません。',
    'The server cannot be shown to be genuine: its certificate is not trusted.[ ({host})]',
    'Mail scanning by security software can be the cause: ask whoever looks after this PC. The password was not sent.',
  ),
  'tls-too-old': say(
    'サーバーの暗号化が古く、安全ではありません。[（{host}）]',
    'プロバイダーに、新しい受信・送信サーバーの名前を尋ねてください。パスワードは送っていません。',
    'The server’s encryption is too old to be safe.[ ({host})]',
    'Ask the provider for its newer servers. The password was not sent.',
  ),
  'tls-stripped': say(
    'サーバーが、あるはずの暗号化を受け付けません。途中で誰かが妨げているおそれもあります。[（{host}）]',
    '別の回線（自宅や会社の回線）から、もう一度してください。パスワードは送っていません。',
    'The server does not offer the encryption it should. Somebody in between may be removing it.[ ({host})]',
    'Try again from another line (home or office). The password was not sent.',
  ),
  'tls-failed': say(
    'サーバーとの暗号化を始められませんでした。[（{host}）]',
    '少し待ってからもう一度してください。続くときは、ウイルス対策ソフトの設定を確かめてください。パスワードは送っていません。',
    'Encryption with the server could not be set up.[ ({host})]',
    'Wait a little and try again. If it goes on, look at your security software. The password was not sent.',
  ),
  'needs-tls': say(
    'サーバーは、暗号化した接続でしかパスワードを受け付けません。[（{host}）]',
    '設定を「SSL/TLS」か「STARTTLS」（どちらも暗号化の種類）にしてください。パスワードが違うわけではありません。',
    'The server takes passwords over an encrypted connection only.[ ({host})]',
    'Set it to SSL/TLS or STARTTLS. It does not mean that the password is wrong.',
  ),
  'plaintext-not-allowed': say(
    '暗号化しない設定なので、パスワードを送りませんでした。[（{host}）]',
    '暗号化する設定（SSL/TLS か STARTTLS）を使ってください。',
    'The connection would not be encrypted, so the password was not sent.[ ({host})]',
    'Use SSL/TLS or STARTTLS.',
  ),
  'sign-in-refused': say(
    'メールサーバーが、ユーザー名かパスワードが違うと答えました。[（{host}）][サーバーの返事: 「{said}」]',
    '控えの紙を見て、ユーザー名とパスワードを確かめてください。締め出されないように、自動では繰り返しません。',
    'The mail server refused the user name or the password.[ ({host})][ It said: “{said}”]',
    'Check both against your paper. It is not repeated by itself, so that the mailbox is not locked.',
  ),
  'sign-in-unanswered': say(
    'パスワードを送りましたが、メールサーバーから返事がありませんでした。合っているかどうかは分かりません。[（{host}）]',
    '少し待ってから再開してください。',
    'The password was sent, but the mail server did not answer; whether it is right is not known.[ ({host})]',
    'Wait a little and carry on.',
  ),
  'must-change-password': say(
    'メールサーバーが、先にパスワードの変更が必要だと答えました。[サーバーの返事: 「{said}」]',
    'プロバイダーの会員ページでパスワードを変更してください。',
    'The mail server says that the password has to be changed first.[ It said: “{said}”]',
    'Change it on the provider’s member site.',
  ),
  'account-blocked': say(
    'このメールアドレスの利用が止められています。[サーバーの返事: 「{said}」]',
    'プロバイダーの窓口に電話してください。パスワードを入れ直しても直りません。',
    'This mailbox has been suspended.[ It said: “{said}”]',
    'Call the provider’s help line. Entering the password again does not help.',
  ),
  'in-use': say(
    '別のパソコンやスマートフォンが、同じメールを受信している最中です。',
    'ほかの機器のメールソフトを閉じ、数分待ってから、もう一度してください。',
    'Another PC or phone is reading this mailbox just now.',
    'Close the mail program there, wait a few minutes and try again.',
  ),
  'slow-down': say(
    'メールサーバーが、接続の回数が多すぎると答えました。[（{host}）]',
    '15分ほど待ってから、もう一度してください。',
    'The mail server asks for fewer connections.[ ({host})]',
    'Wait about 15 minutes and try again.',
  ),
  temporary: say(
    'メールサーバーに一時的な不具合があります。[（{host}）][サーバーの返事: 「{said}」]',
    '少し待ってから、もう一度してください。パスワードが違うわけではありません。',
    'The mail server has a passing fault.[ ({host})][ It said: “{said}”]',
    'Wait a little and try again. It does not mean that the password is wrong.',
  ),
  busy: say(
    'メールサーバーが混み合っています。[（{host}）]',
    '少し待ってから、もう一度してください。',
    'The mail server is busy.[ ({host})]',
    'Wait a little and try again.',
  ),
  'auth-not-offered': say(
    'このサーバーはパスワードでの確認を受け付けていないので、確かめられません。[（{host}）]',
    '送信サーバーの名前と番号（587 か 465）を控えの紙で確かめてください。',
    'This server offers no sign-in, so nothing can be proved there.[ ({host})]',
    'Check the outgoing server’s name and port (587 or 465) against your paper.',
  ),
  'mechanism-unsupported': say(
    'サーバーの求めるログインの方式に、このプログラムは対応していません。[（{mechanism}）]',
    'プロバイダーの窓口に、ほかの接続方法を尋ねてください。',
    'The server asks for a way of signing in that this program does not know.[ ({mechanism})]',
    'Ask the provider’s help line for another way to connect.',
  ),
  'message-refused': say(
    '確認のメールを、送信サーバーが受け付けませんでした。[サーバーの返事: 「{said}」]',
    'パスワードは合っています。返事の内容を控えて、プロバイダーの窓口に尋ねてください。',
    'The outgoing server did not take the test message.[ It said: “{said}”]',
    'The password is right. Note what the server said and ask the provider’s help line.',
  ),
  'message-not-arrived': say(
    '確認のメールを送りましたが、時間内に届きませんでした。',
    '後で受信箱と迷惑メールのフォルダーを見てください。遅れて届くことがあります。',
    'The test message was sent but did not arrive in time.',
    'Look in the inbox and the spam folder later; it may be late.',
  ),
  'old-password-still-works': say(
    '前のパスワードでも、まだログインできてしまいます。',
    '切り替わるまで時間がかかることがあります。1時間ほどたっても使えるときは、プロバイダーの窓口に知らせてください。',
    'The old password still works.',
    'It can take a while to die. If it still works in an hour, tell the provider’s help line.',
  ),

  // mail programs
  'client-running': say(
    'メールソフト[（{client}）]が開いたままなので、設定を書き換えられません。',
    'メールソフトを閉じてください。書きかけのメールは先に保存してください。',
    'The mail program[ ({client})] is still open, so its settings cannot be changed.',
    'Save what you are writing and close it.',
  ),
  'client-not-found': say(
    'このパソコンに、設定を書き換えられるメールソフトが見つかりません。',
    'パスワードは、お使いのメールソフトやスマートフォンに手で入れてください。',
    'No mail program that can be rewritten was found on this PC.',
    'Enter the new password by hand in your mail program or phone.',
  ),
  'client-unreadable': say(
    'メールソフトの設定ファイルを読めません。[（{file}）]',
    'メールソフトが正しく開くか確かめてください。設定には手を付けていません。',
    'The mail program’s settings cannot be read.[ ({file})]',
    'See whether the mail program opens properly. Its settings were left alone.',
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
    'メールソフトが保存したパスワードを開く鍵が、見つからないか壊れています。[（{file}）]',
    'メールソフトを開いて、新しいパスワードを手で入れてください。設定には手を付けていません。',
    'The key to the mail program’s stored passwords is missing or damaged.[ ({file})]',
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
}
