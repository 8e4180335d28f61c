import { say, type Sentences } from './problem-sentence.ts'

/** Problems of the member site, in plain words. */
export const portalProblems = {
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
    'このパスワードは、このプログラムでは変更できません。[（{realm}）][（{address}）][（{file}）]',
    '[{instead} ][{url} ][{guided}][変更できるのは、{changes}です。]手続きの方法は、プロバイダーの窓口でも教えてもらえます。',
    'This program cannot change that password.[ ({realm})][ ({address})][ ({file})]',
    '[{insteadEn} ][See {url} . ][{guided} ][What it can change: {changes} . ]The provider’s help line also tells how it is done.',
  ),
  'portal-no-recovery': say(
    'このプロバイダーのユーザー名やパスワードを取り戻す手続きは、このプログラムではできません。',
    '次のご案内か、プロバイダーの窓口をご利用ください。',
    'This program cannot recover user names or passwords of that provider.',
    'Take the way told here, or ask the provider’s help line.',
  ),
  'portal-link-refused': say(
    'このリンクは、プロバイダーのものではないので開きませんでした。[（リンクの行き先: {host}）]',
    '本物のリンクは[ {known} ]で始まります。届いた案内が偽物かもしれません。開いたり、パスワードを入れたりしないでください。本物が届いたら「mail-migrate resume」で続けられます。',
    'This link is not the provider’s, so it was not opened.[ (It leads to {host})]',
    'A true one begins with[ {known}]. The message may be forged: do not open it and enter no password. When the true one comes, carry on with "mail-migrate resume".',
  ),
  'portal-reset-unknown': say(
    'パスワードの再設定を申し込みましたが、新しいパスワードでログインできることを確かめられませんでした。[会員ページの表示: 「{said}」]',
    '新しいパスワードは「mail-migrate status 実行番号 --secrets」で見られます。時間をおいて「mail-migrate resume 実行番号」で、もう一度確かめてください。ログインできなければ、もう一度「mail-migrate recover」で再設定してください。',
    'The reset was sent, but a sign-in with the new password could not be seen.[ It said: “{said}”]',
    'The new password is shown by "mail-migrate status RUN --secrets". Look again later with "mail-migrate resume RUN"; if it never signs in, reset it once more with "mail-migrate recover".',
  ),
  'portal-not-encrypted': say(
    '会員ページの通信が暗号化されていない（http）ので、パスワードなどは入れていません。[（{origin}）]',
    '途中で読み取られるおそれがあります。公衆の無線 LAN などではないか確かめてください。「https」で始まる同じページが分かるときは、「--portal-url」に指定してやり直してください。分からないときは、プロバイダーの窓口に確かめてください。',
    'The member site does not encrypt that page (http), so no password was typed there.[ ({origin})]',
    'It could be read on the way. Make sure that you are not on a public network. If you know the same page with an address that begins with "https", start anew and name it with "--portal-url". If not, ask the provider’s help line.',
  ),
  'portal-unreachable': say(
    '会員ページにつながりません。[（{cause}）]',
    'インターネットにつながっているか確かめ、しばらくしてからもう一度してください。',
    'The member site cannot be reached.[ ({cause})]',
    'Check the internet connection and try again later.',
  ),
  'portal-sign-in-refused': say(
    '会員ページにログインできませんでした。ID かパスワードが違います。[会員ページの表示: 「{said}」]',
    '控えの紙を見て、ID とパスワードを確かめてください。すでに変更したことがあれば、控えのものではなく、新しいほうのパスワードが要ります。何度も間違えると使えなくなることがあるので、自動では繰り返しません。',
    'The member site refused the ID or the password.[ It said: “{said}”]',
    'Check both against your paper. If the password was changed before, the new one is needed, not the paper’s. It is not repeated by itself, because repeated mistakes can lock the account.',
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
  'portal-differs': say(
    '控えにあるアドレスやIDと、会員ページに出ているものが違うので止めました。まだ何も変わっていません。[（控え: {expected}）][（会員ページ: {found}）]',
    'どちらが正しいかを決めてください。会員ページのほうが正しければ、それに直した控え（打ち直したテキストファイルで構いません）で「mail-migrate run」をやり直してください。分からないときは、プロバイダーの窓口に確かめてください。「--guided」を付けると、会員ページをご自分で操作して続けられます。',
    'The address or ID on your paper and the one on the member site differ, so it stopped; nothing has been changed.[ (paper: {expected})][ (site: {found})]',
    'Decide which one is right. If the site’s is, run "mail-migrate run" again with a sheet that names it (a typed text file will do). If you are not sure, ask the provider’s help line. With "--guided" you can go on by hand on the member site.',
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
    '変更できる回数を超えています[（{hours} 時間に {most} 回まで）]。[会員ページの表示: 「{said}」]',
    '時間をおいて[、{at} を過ぎてから]、もう一度してください。',
    'The password cannot be changed again so soon[ ({most} time(s) in {hours} hours)].[ It said: “{said}”]',
    'Try again later[, after {at}].',
  ),
  'portal-refused': say(
    '会員ページが変更を受け付けませんでした。[会員ページの表示: 「{said}」]',
    '表示の内容を控えて、プロバイダーの窓口に電話してください。',
    'The member site refused the change.[ It said: “{said}”]',
    'Note what it said and call the provider’s help line.',
  ),
  'portal-outcome-unknown': say(
    '変更を申し込みましたが、変わったかどうか確かめられませんでした。',
    '前のパスワードと新しいパスワードの両方を残してあります。「mail-migrate status 実行番号 --secrets」で見られます。どちらでログインできるか、プロバイダーの窓口でも確かめられます。',
    'The change was sent, but whether it took effect could not be found out.',
    'Both passwords are kept: see "mail-migrate status RUN --secrets". The provider’s help line can also tell which one holds.',
  ),
  'portal-no-effect': say(
    '変更を申し込みましたが、パスワードは元のままでした。',
    'いまは、いままでのパスワードが使えます。あとから新しいパスワードに変わることがあるので、両方を残してあります。時間をおいて「mail-migrate resume 実行番号」で、どちらになったか確かめてください。それでも元のままなら、「mail-migrate run」ではじめからやり直せます。',
    'The change was sent, but the password is still the old one.',
    'The old password works now. The new one may still come into force later, so both are kept: look again after a while with "mail-migrate resume RUN". If it still is the old one then, begin anew with "mail-migrate run".',
  ),
  'guided-no-effect': say(
    'ログインして確かめましたが、パスワードは元のままでした。',
    'いままでのパスワードが使えます。会員ページでの手続きを終えてから「mail-migrate resume 実行番号」で続けられます。会員ページが新しいパスワードを受け付けないときは、決まりに合うものを「--new-password-file」で渡して、やり直してください。',
    'A sign-in has shown that the password is still the old one.',
    'The old password works. Finish on the member site, then carry on with "mail-migrate resume RUN". If the site does not take the new password, start again with one it takes, given with "--new-password-file".',
  ),
} as const satisfies Sentences
