import { say, type Sentences } from './problem-sentence.ts'

/** Problems of vault, journal and runs, in plain words. */
export const runsProblems = {
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
  'password-replaced': say(
    '控えのパスワードは、もう使われていません。[（{for}）][{at} に、実行 {run} で変更しています。]使えないと分かっているので、ログインは試していません。',
    '[先に「mail-migrate resume {resume}」で、いまのパスワードがどれか確かめてください。]新しいパスワードは「mail-migrate status[ {run}] --secrets」で見られます。もう一度変更したいときは、「mail-migrate run」をもう一度行い、質問に「保管庫にあるパスワードから始める」と答えてください。',
    'The password on the paper is no longer in force.[ ({for})][ It was changed on {at} by run {run}.] It was not tried.',
    '[See first which one is in force: "mail-migrate resume {resume}". ]The new one is shown by "mail-migrate status[ {run}] --secrets". To change it once more, do "mail-migrate run" again and answer that it shall start from the password in the vault.',
  ),
  'run-needed': say(
    'この作業は、まだ必要になるかもしれません。[{reason}。]',
    '消すと、控えてあるパスワードも一緒になくなります。パスワードを紙に書き写してから消してください。',
    'This run may still be needed[: {reason}].',
    'Its passwords go with it. Write them down before you delete it.',
  ),
  'run-unknown': say(
    'その番号の作業の記録がありません。[（{run}）]',
    '「mail-migrate status」で番号の一覧を見てください。',
    'There is no run of that number.[ ({run})]',
    'See "mail-migrate status" for the list.',
  ),
  'journal-damaged': say(
    '作業の記録が途中で壊れています。[（{line} 行目）]',
    '続けるのは危険なので止めました。「mail-migrate status 実行番号 --secrets」でパスワードを確かめ、サポート担当に相談してください。',
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
    '質問の答えがなかったので止めました。',
    '「mail-migrate resume」で再開し、質問に答えてください。',
    'A question was not answered, so it stopped.',
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
} as const satisfies Sentences
