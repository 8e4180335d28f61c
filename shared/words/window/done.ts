import type { LineMark, ProofLine } from '../../screen/three-lines.ts'
import type { InBoth } from '../lang.ts'
import { wayNames } from './way-names.ts'

/** The screen behind a run: what it came to, and what is left to do. */
export const doneWords = {
  practice: {
    ja: '練習でした。本物のパスワードや設定は何も変わっていません。',
    en: 'This was a rehearsal. Nothing real was changed.',
  },
  lines: { ja: '確かめたこと', en: 'What was seen' },
  all: { ja: '{count} 件とも', en: 'All {count} alike' },
  next: { ja: '次にすること', en: 'What to do next' },
  notices: { ja: 'プロバイダーからの注意', en: 'Notes from the provider' },
  problems: { ja: '起きたこと', en: 'What happened' },
  details: { ja: 'くわしい結果', en: 'Details' },
  passwordsWhy: {
    ja: '「いま使えるパスワード」を、会員証などの紙に書き写してください。',
    en: 'Write the “Password to use now” on your paper.',
  },
  passwordsOld: {
    ja: 'この作業では、パスワードを変えていません。下は、はじめに読み取ったパスワードです。正しいかどうかは、確かめられていません。',
    en: 'This run has not changed the password. Below is the one it was given; it has not been seen to be right.',
  },
  passwordsSince: {
    ja: '{for} のパスワードは、あとの作業（{at}）でもう一度変えています。いまのものは、その作業の結果から見られます。',
    en: 'The password of {for} was changed again by a later run ({at}). Its result shows the present one.',
  },
  passwordsSinceUnclear: {
    ja: '{for} は、あとの作業（{at}）でもパスワードの変更を送っています。変わったかどうかは、まだ分かりません。その作業の結果にあるパスワードも書き写してください。',
    en: 'A later run ({at}) has sent another change of the password of {for}. What came of it is not known yet: write down the passwords of that run, too.',
  },
  toSince: { ja: 'あとの作業の結果を見る', en: 'See the later run’s result' },
  passwordsAtSite: {
    ja: '会員ページで入れるパスワードです。',
    en: 'These are the passwords for the member site.',
  },
  passwordsBoth: {
    ja: 'どちらのパスワードが使えるか分かりません。前と新しい方を、両方とも書き写してください。',
    en: 'It is not known which password holds. Write down both, the old and the new.',
  },
  passwordsShown: {
    ja: '書き写したら閉じてください。1分たつと自動で隠れます。',
    en: 'Close it when you have written it down. It is hidden by itself after a minute.',
  },
  dictation: { ja: '読み方: ', en: 'Read aloud: ' },
  hide: { ja: '隠す', en: 'Hide' },
  newOne: { ja: '新しいパスワード', en: 'New password' },
  oldOne: { ja: 'いままでのパスワード', en: 'Present password' },
  inForce: { ja: 'いま使えるパスワード', en: 'Password to use now' },
  before: { ja: '変更する前のパスワード', en: 'Password before the change' },
  replaced: { ja: '前のパスワード（あとの作業で変更しました）', en: 'Former password (changed by a later run)' },
  notChanged: { ja: 'いままでのパスワード（変えていません）', en: 'Present password (not changed)' },
  notOurs: { ja: 'ログインに使うパスワード（この作業では変えません）', en: 'Password for signing in (not changed by this run)' },
  notYet: { ja: '新しく用意したパスワード（まだ使えません）', en: 'New password (not in force yet)' },
  newUnclear: { ja: '新しいパスワード（使えるか分かりません）', en: 'New password (it may be in force)' },
  oldUnclear: { ja: '前のパスワード（使えるか分かりません）', en: 'Old password (it may be in force)' },
  otherPasswords: { ja: 'ほかのパスワードも見る', en: 'Show the other passwords, too' },
  save: { ja: '記録を保存する', en: 'Save the record' },
  open: { ja: '記録を開いて印刷する', en: 'Open the record to print it' },
  saved: { ja: '記録を保存しました: {file}', en: 'The record is saved: {file}' },
  undo: { ja: 'メールソフトの設定を元に戻す', en: 'Put the mail program’s settings back' },
  undoTitle: { ja: 'メールソフトの設定を元に戻しますか', en: 'Put the mail program’s settings back?' },
  undoChanged: {
    ja: '会員ページのパスワードは新しいままです。元の設定に戻すと、パスワードを手で入れ直すまで、このメールソフトでは送受信できません。',
    en: 'The password at the provider stays the new one. With the old settings this program cannot send or receive until you enter the new password by hand.',
  },
  undoPlain: { ja: '書き換える前と、まったく同じ設定に戻します。', en: 'The settings go back exactly as they were.' },
  undoYes: { ja: '元に戻す', en: 'Put them back' },
  undoNo: { ja: '戻さない', en: 'Leave them' },
  undoFinish: wayNames.finishUndo,
  settingsAgain: { ja: 'もう一度、新しい設定に書き換える', en: 'Write the new settings again' },
  toStart: { ja: 'はじめの画面へ', en: 'To the first screen' },
  toHistory: { ja: 'これまでの作業へ', en: 'To earlier runs' },
  tick: { ja: '終わったら印を付けてください（記録には残りません）。', en: 'Tick what is done (this is not kept).' },
} as const satisfies Readonly<Record<string, InBoth>>

/** The three lines, each as it may stand. Only what was seen is said. */
export const lineWords: Readonly<Record<ProofLine['what'], Readonly<Record<LineMark, InBoth>>>> = {
  site: {
    yes: { ja: 'パスワードは、新しいものに変わりました。', en: 'The password has been changed to the new one.' },
    no: {
      ja: 'この作業では、パスワードを変えていません。いままでのままです。',
      en: 'This run has not changed the password: it is the one it was.',
    },
    unclear: { ja: 'パスワードが変わったかどうか、分かりません。', en: 'It is not known whether the password has changed.' },
    none: {
      ja: '会員ページでは、何も変えていません（ご自分で変更済み）。',
      en: 'Nothing was changed on the member site (changed by hand before).',
    },
  },
  servers: {
    yes: {
      ja: '新しいパスワードで、受信と送信のサーバーにログインできました。',
      en: 'The servers for receiving and sending accept the new password.',
    },
    no: { ja: '新しいパスワードでは、まだログインできない所があります。', en: 'Not every server accepts the new password yet.' },
    unclear: {
      ja: '新しいパスワードでログインできるか、分かりません。',
      en: 'Whether the servers accept the new password is not known.',
    },
    none: { ja: '受信と送信のサーバーは、まだ確かめていません。', en: 'The servers have not been tried with a new password.' },
  },
  programs: {
    yes: {
      ja: 'メールソフトの設定を書き換え、その設定でログインできました。',
      en: 'The mail program’s settings were rewritten, and sign in.',
    },
    no: { ja: 'メールソフトの設定は、書き換えられませんでした。', en: 'The mail program’s settings could not be rewritten.' },
    unclear: {
      ja: 'メールソフトの設定を書き換えましたが、確かめは済んでいません。',
      en: 'The mail program’s settings were rewritten, and are not proved yet.',
    },
    none: { ja: 'メールソフトの設定は、書き換えていません。', en: 'No mail program’s settings were rewritten.' },
  },
}

/** What is said of a mail program whose files are not simply as the run wrote them. */
export const fileWords: Readonly<Record<NonNullable<ProofLine['files']>, InBoth>> = {
  'put-back': {
    ja: 'メールソフトの設定は、書き換える前に戻してあります。',
    en: 'The mail program’s settings are back as they were before.',
  },
  'put-back-partly': {
    ja: 'メールソフトの設定は、一部だけ元に戻してあります。残りは戻していません。',
    en: 'Only some of the mail programs’ settings are back as they were before.',
  },
  'rewrite-cut': {
    ja: 'メールソフトの設定は、書き換えの途中で止まりました。前の設定と混ざっているかもしれません。',
    en: 'Rewriting the mail program’s settings was cut short: old and new ones may be mixed.',
  },
  'undo-cut': {
    ja: 'メールソフトの設定は、元に戻す途中で止まりました。新しい設定と混ざっているかもしれません。',
    en: 'Putting the mail program’s settings back was cut short: old and new ones may be mixed.',
  },
}

/** A mark said aloud and read without colour. */
export const markWords: Readonly<Record<LineMark, InBoth>> = {
  yes: { ja: '確かめました', en: 'seen' },
  no: { ja: 'できていません', en: 'not so' },
  unclear: { ja: '分かりません', en: 'not certain' },
  none: { ja: 'していません', en: 'not done' },
}
