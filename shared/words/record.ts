import type { NextThing, NotProvedStatement } from '../proof/proof.ts'
import type { InBoth } from './lang.ts'

/** What a record admits it has not proved. */
export const notProvedWords: Readonly<Record<NotProvedStatement, InBoth>> = {
  'portal-outcome-unknown': {
    ja: '会員ページでパスワードが変わったかどうか',
    en: 'Whether the password changed at the provider',
  },
  'portal-changed-by-hand': {
    ja: '会員ページでの変更（ご自分で変更されたため、このプログラムは見ていません）',
    en: 'The change on the member site (made by hand; this program did not see it)',
  },
  'incoming-not-tested': {
    ja: '受信のサーバーに新しいパスワードでログインできること',
    en: 'That the incoming server takes the new password',
  },
  'outgoing-not-tested': {
    ja: '送信のサーバーに新しいパスワードでログインできること',
    en: 'That the outgoing server takes the new password',
  },
  'round-trip-not-asked': {
    ja: '実際にメールを送って届くこと（試していません）',
    en: 'That a message really arrives (not tried)',
  },
  'round-trip-not-seen': {
    ja: '自分あてに送ったメールが届くこと（時間内に届きませんでした）',
    en: 'That a message arrives (it did not arrive in time)',
  },
  'old-password-not-tried': {
    ja: '前のパスワードが使えなくなったこと（試していません）',
    en: 'That the old password is dead (not tried)',
  },
  'old-password-unclear': {
    ja: '前のパスワードが使えなくなったこと（はっきりしませんでした）',
    en: 'That the old password is dead (the answer was not clear)',
  },
  'no-mail-program': {
    ja: 'メールソフトの設定（このパソコンでは書き換えていません）',
    en: 'The mail program’s settings (none rewritten on this PC)',
  },
  'mail-program-left-alone': {
    ja: 'メールソフトの送信の設定（ほかのサーバーを使っているので、手を付けていません）',
    en: 'The mail program’s sending settings (it sends through another server, which was left alone)',
  },
  'settings-not-proved-from-disk': {
    ja: '書き換えた後の、保存された設定で受信・送信できること',
    en: 'That the stored settings sign in after the rewrite',
  },
  'password-not-stored': {
    ja: 'メールソフトへのパスワードの保存（前から保存されていないため、していません）',
    en: 'That the mail program holds the password (it held none before)',
  },
  'stopped-before-end': { ja: '途中で止めた後の作業', en: 'Everything after the point where it stopped' },
  'mail-program-not-opened': {
    ja: 'メールソフトの画面を開いて送受信すること',
    en: 'Sending and receiving in the mail program’s own window',
  },
  'phones-and-other-pcs': {
    ja: 'スマートフォン、ほかのパソコン、複合機などの設定',
    en: 'Phones, other PCs, copiers and other devices',
  },
}

/** What the person does next, each a thing that can be ticked off. */
export const nextWords: Readonly<Record<NextThing, InBoth>> = {
  'finish-undo': {
    ja: 'メールソフトの設定を元に戻す作業を、終わりまで行う（mail-migrate undo）',
    en: 'Finish putting the mail program’s settings back (mail-migrate undo)',
  },
  'resume-run': { ja: '残りの作業を再開する（mail-migrate resume）', en: 'Carry on with the run (mail-migrate resume)' },
  'keep-both-passwords': {
    ja: '前のパスワードと新しいパスワードを、両方とも残しておく',
    en: 'Keep both the old and the new password',
  },
  'call-provider': { ja: '下のお問い合わせ先に電話する', en: 'Call the help line below' },
  'change-mail-program-by-hand': {
    ja: 'お使いのメールソフトに、新しいパスワードを手で入れる',
    en: 'Enter the new password in your mail program by hand',
  },
  'enter-password-in-mail-program': {
    ja: 'メールソフトを開き、聞かれたら新しいパスワードを入れる',
    en: 'Open the mail program and enter the new password when asked',
  },
  'start-mail-program': { ja: 'メールソフトを開いて、送信と受信をしてみる', en: 'Open the mail program; send and receive once' },
  'change-outlook-new': {
    ja: '新しい Outlook を使っていれば、設定（歯車）＞「アカウント」＞ このアドレスの「管理」＞「修復」で、新しいパスワードを手で入れる',
    en: 'If you use the new Outlook: Settings (cogwheel) > Accounts > Manage of this address > Repair, and enter the new password by hand',
  },
  'change-windows-live-mail': {
    ja: 'Windows Live メールで、このアドレスを右クリック ＞「プロパティ」＞「サーバー」を開き、新しいパスワードを手で入れる',
    en: 'In Windows Live Mail, right-click this address > Properties > Servers, and enter the new password by hand',
  },
  'change-becky': {
    ja: 'Becky! で、このメールボックスを右クリック ＞「メールボックスの設定」＞「基本設定」を開き、新しいパスワードを手で入れる',
    en: 'In Becky!, right-click this mailbox > Mailbox properties > General, and enter the new password by hand',
  },
  'change-phones': {
    ja: 'スマートフォンやタブレットのメールにも、新しいパスワードを入れる',
    en: 'Enter the new password on phones and tablets',
  },
  'change-other-pcs': { ja: 'ほかのパソコンのメールにも、新しいパスワードを入れる', en: 'Enter the new password on other PCs' },
  'change-webmail': {
    ja: 'ウェブメールにも、新しいパスワードでログインし直す',
    en: 'Sign in to webmail with the new password, too',
  },
  'change-router': {
    ja: '回線の機械（ルーター）に、新しい接続パスワードを入れる（入れるまでインターネットにつながらなくなることがあります）',
    en: 'Enter the new connection password in the router (until then the Internet connection may fail)',
  },
  'change-backup-line': {
    ja: '予備の回線や、別の店・事務所のルーターで同じ認証IDを使っていれば、そちらにも入れる',
    en: 'Enter it in the routers of a backup line or another office that use the same ID',
  },
  'change-browsers': {
    ja: 'ブラウザに保存した会員ページのパスワードを、新しいものに入れ替える',
    en: 'Replace the member site password that browsers have stored',
  },
  'change-copier': {
    ja: 'メールを送る複合機・FAX・監視カメラなどにも、新しいパスワードを入れる',
    en: 'Enter it on copiers, fax machines and cameras that send mail',
  },
  'cross-out-old-password': { ja: '控えの紙の前のパスワードを線で消す', en: 'Cross out the old password on your paper' },
  'keep-this-paper': { ja: 'この紙を会員証などと一緒にしまう', en: 'Keep this paper with your registration sheet' },
}

/** Everything else on the record. */
export const recordWords = {
  title: { ja: 'メールパスワード変更の記録', en: 'Record of the mail password change' },
  practice: { ja: '練習の記録です（本物の変更ではありません）', en: 'Rehearsal only: nothing real was changed' },
  customer: { ja: 'お客様', en: 'Customer' },
  memberNumber: { ja: '会員番号', en: 'Member no.' },
  honorific: { ja: ' 様', en: '' },
  when: { ja: '実施日時', en: 'When' },
  provider: { ja: 'プロバイダー', en: 'Provider' },
  run: { ja: '記録番号', en: 'Record no.' },
  site: { ja: '会員ページ', en: 'Member site' },
  receipt: { ja: '受付番号 ', en: 'receipt ' },
  differs: {
    ja: '会員ページの表示が控えと違いました（{name}）: 控え {expected}、会員ページ {found}',
    en: 'The member site shows something else than the sheet ({name}): sheet {expected}, site {found}',
  },
  untouched: { ja: '触れていないメールアドレス', en: 'Mailboxes left alone' },
  doneLogin: { ja: '完了しました', en: 'Done' },
  doneLoginMeaning: {
    ja: '会員ページのパスワードが変わり、新しいパスワードでログインできることを確かめました。メールのパスワードと設定は変えていません。',
    en: 'The member site password is changed and was seen to sign in. Mail passwords and settings were left alone.',
  },
  program: { ja: 'メールソフト', en: 'Mail program' },
  oldPassword: { ja: '前のパスワード', en: 'Old password' },
  roundTrip: { ja: '送受信の試験', en: 'Test message' },
  newPassword: { ja: '新しいパスワード', en: 'New password' },
  accepted: { ja: '新しいパスワードでログインできました', en: 'accepts the new password' },
  acceptedFromDisk: { ja: '書き換え後の設定でログインできました', en: 'accepts the rewritten settings' },
  notTested: { ja: '確かめていません', en: 'not tested' },
  rewritten: { ja: '設定を書き換え、読み直して確かめました', en: 'settings rewritten, read back and proved' },
  rewrittenOnly: { ja: '設定を書き換えました（確かめは済んでいません）', en: 'settings rewritten, not yet proved' },
  putBack: { ja: '書き換える前の設定に戻しました', en: 'settings put back as they were before' },
  rewriteCut: {
    ja: '書き換えの途中で止まりました（前の設定と新しい設定が混ざっているかもしれません）',
    en: 'the rewrite was cut short: old and new settings may be mixed',
  },
  undoCut: {
    ja: '元に戻す途中で止まりました（前の設定と新しい設定が混ざっているかもしれません）',
    en: 'putting the settings back was cut short: old and new ones may be mixed',
  },
  leftAlone: { ja: '書き換えていません', en: 'not rewritten' },
  oldDead: { ja: 'もう使えません', en: 'no longer works' },
  oldAlive: { ja: 'まだ使えてしまいます', en: 'still works' },
  oldUnclear: { ja: 'はっきりしませんでした', en: 'not clear' },
  roundTripOk: { ja: '自分あてに送ったメールが届きました', en: 'a message to oneself arrived' },
  roundTripLate: {
    ja: '自分あてに送ったメールが、時間内に届きませんでした',
    en: 'the message to oneself did not arrive in time',
  },
  problems: { ja: '起きたこと', en: 'What went wrong' },
  notProved: { ja: '確かめていないこと', en: 'Not proved' },
  next: { ja: '次にすること', en: 'What to do next' },
  notices: { ja: 'プロバイダーからの注意', en: 'Notes from the provider' },
  help: { ja: 'お問い合わせ先', en: 'Help line' },
  hours: { ja: '電話の受付 ', en: 'phones answered ' },
  phone: { ja: '電話 ', en: 'phone ' },
  both: { ja: '受信・送信', en: 'Both servers' },
  allDevices: {
    ja: 'スマートフォン、ほかのパソコン、複合機などにも、新しいパスワードを入れる',
    en: 'Enter the new password on phones, other PCs, copiers and the like',
  },
  legend: {
    ja: '○ 確かめました　× できませんでした　△ はっきりしません　－ していません',
    en: '○ seen to work   × failed   △ not certain   － not done',
  },
  secretWarning: {
    ja: 'パスワードが書かれた紙です。人目に触れない所にしまってください。',
    en: 'This paper shows a password. Keep it where nobody sees it.',
  },
  noSecret: { ja: '（この紙にパスワードは書かれていません）', en: '(There is no password on this paper.)' },
  programName: { ja: 'メール移行アシスタント', en: 'Mail Migration Assistant' },
  made: { ja: '作成', en: 'Made by' },
} as const satisfies Readonly<Record<string, InBoth>>
