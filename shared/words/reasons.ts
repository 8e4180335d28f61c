import type { DoubtReason } from '../sheet/sheet-accounts.ts'
import type { InBoth } from './lang.ts'
import { packReasonWords } from './pack-reasons.ts'

/** Why a field of the sheet is asked about rather than taken. A new reason without words does not compile. */
export const doubtWords: Readonly<Record<DoubtReason, InBoth>> = {
  missing: { ja: '書かれていません', en: 'it is not there' },
  instruction: { ja: '内容ではなく説明の文が書かれています', en: 'an instruction stands in its place' },
  masked: { ja: '伏せ字（＊など）になっています', en: 'it is blotted out (asterisks or the like)' },
  placeholder: { ja: '記入例のままのようです', en: 'it looks like an example never filled in' },
  contradictory: { ja: '場所によって内容が違います', en: 'two places disagree' },
  'full-width': { ja: '全角の文字が混ざっています', en: 'it holds full-width characters' },
  'inner-blank': { ja: '途中に空白があります', en: 'there is a blank inside' },
  'look-alike': { ja: '見分けにくい文字があります', en: 'it holds characters that look alike' },
  invisible: { ja: '目に見えない文字が入っています', en: 'it holds invisible characters' },
  quoted: { ja: 'かっこや引用符で囲まれています', en: 'it stands in quotes or brackets' },
  'trailing-note': { ja: '後ろに注記のような文があります', en: 'something like a note follows it' },
  'not-ascii': { ja: '半角の英数字ではない文字があります', en: 'it holds characters beyond plain letters and digits' },
  malformed: { ja: '書き方が決まりに合いません', en: 'it is not written as it should be' },
  'separator-unclear': { ja: '項目名との区切りがはっきりしません', en: 'where it begins is not clear' },
  'label-unclear': { ja: 'どの項目のものか、はっきりしません', en: 'which item it belongs to is not clear' },
  'several-values': { ja: 'いくつも書かれています', en: 'several are given' },
  wrapped: { ja: '次の行に続いているかもしれません', en: 'it may go on in the line below' },
  'read-from-picture': { ja: '画像から読み取ったため、確かではありません', en: 'it was read from a picture and is not certain' },
  'by-person': { ja: '違うとのことでした', en: 'you said that it is not right' },
}

/** Why a mail account is left alone, and why a paper was not recognised: reasons worth a person's hearing. */
const otherWords: Readonly<Record<string, InBoth>> = {
  protocol: { ja: '受信の方式（POP3 と IMAP）が違うため', en: 'POP3 and IMAP are not exchanged' },
  'not-proved': { ja: '終わりまで確かめられていません', en: 'it was not proved to the end' },
  'only-copy': {
    ja: '新しいパスワードが、ほかのどこにも残っていないかもしれません（メールソフトに保存しておらず、このプログラムで見たこともありません）',
    en: 'its new password may stand nowhere else (no mail program stores it, and it was never shown)',
  },
  'plan-unreadable': {
    ja: '記録のはじめが壊れているため、しまったパスワードを見つけられません（消しても、パスワードは保管庫に残ります）',
    en: 'the beginning of its record is damaged, so the passwords it kept cannot be found (they stay in the store when it is deleted)',
  },
  recent: {
    ja: '変更から 1 日たっていません（回数の制限を守るために使います）',
    en: 'its change was less than a day ago (the site’s limit is kept by it)',
  },
  'practice-mixed': {
    ja: '練習用の控えと本物の控えは、一緒には使えません',
    en: 'a practice sheet and a real one cannot be used together',
  },
  'file-not-chosen': {
    ja: '選ばれても、この画面に置かれてもいないファイルです',
    en: 'nobody chose that file or dropped it here',
  },
  oauth2: { ja: 'パスワードを使わない方式（OAuth）のため', en: 'it signs in without a password (OAuth)' },
  kerberos: { ja: '会社の認証（Kerberos）を使う方式のため', en: 'it signs in through the company (Kerberos)' },
  ntlm: { ja: '会社の認証（NTLM）を使う方式のため', en: 'it signs in through the company (NTLM)' },
  'client-certificate': { ja: '証明書でログインする方式のため', en: 'it signs in by a certificate' },
  realhostname: { ja: '古い形式の設定が残っているため', en: 'it holds settings in an old form' },
  'pop-before-smtp': {
    ja: '送信の前に受信でログインする、古い方式のため',
    en: 'it sends by fetching first (POP before SMTP)',
  },
  'no-starttls': {
    ja: 'Outlook の受信では、STARTTLS を選べないため',
    en: 'Outlook cannot fetch mail by STARTTLS',
  },
  'one-login': {
    ja: '送信に別のユーザー名を使う設定になっていないため',
    en: 'it has no user name of its own for sending',
  },
  'other-kind': {
    ja: 'パスワードの保存のしかたが古いか、知らない形です',
    en: 'the password is stored in an old or unknown form',
  },
  'other-user': {
    ja: '別の Windows ユーザーか、別のパソコンで保存されたものです',
    en: 'it was stored by another Windows user or on another PC',
  },
  'not-here': { ja: 'このパソコンでは開けません', en: 'it cannot be opened on this system' },
  'windows-only': { ja: 'このメールソフトは Windows だけのものです', en: 'that mail program exists on Windows only' },
  'not-a-reg-file': {
    ja: 'レジストリから書き出したファイル（.reg）ではありません',
    en: 'it is no file exported from the registry (.reg)',
  },
  damaged: { ja: 'ファイルの中身が壊れています', en: 'what is in it is damaged' },
  'several-users': {
    ja: '何人分もの設定が入っています',
    en: 'it holds the settings of several users',
  },
  'logins.db': {
    ja: 'パスワードの保存のしかたが新しく、まだ対応していないため',
    en: 'it stores passwords in a newer way not yet known',
  },
  'another-paper': { ja: '別の種類の紙のようです', en: 'it seems to be another paper' },
  'too-few-labels': { ja: '知っている項目の名前が少なすぎます', en: 'too few known item names' },
  'no-known-title-or-label': { ja: '知っている題名も項目の名前もありません', en: 'no known title and no known item names' },
  folder: { ja: 'フォルダーです', en: 'it is a folder' },
  'not-a-file': { ja: 'ふつうのファイルではありません', en: 'it is no ordinary file' },
  'no-data-folder': { ja: 'データの置き場所（フォルダー）にできません', en: 'it cannot be the folder for data' },
  'too-large': { ja: '大きすぎます', en: 'it is too large' },
  'not-utf-8': { ja: '文字の種類が UTF-8 ではありません', en: 'it is not UTF-8 text' },
  'not-utf-8-nor-cp932': {
    ja: '文字の種類が UTF-8 でも Shift_JIS でもありません',
    en: 'it is neither UTF-8 nor Shift_JIS text',
  },
  'no-csv': { ja: '表（CSV）の書き方が崩れています', en: 'it is not sound CSV' },
  'columns-missing': {
    ja: '1 行目に列の名前 address, userName, incoming, outgoing, password が必要です',
    en: 'its first line must name the columns address, userName, incoming, outgoing, password',
  },
  'no-certificate': { ja: '証明書（PEM）が入っていないか、壊れています', en: 'it holds no sound certificate (PEM)' },
}

/** Why a command line was not understood. */
const usageWords: Readonly<Record<string, InBoth>> = {
  'no-command': { ja: '何をするかが書かれていません', en: 'it does not say what to do' },
  'unknown-command': { ja: 'そのような命令はありません', en: 'there is no such command' },
  'unknown-option': { ja: 'そのようなオプションはありません', en: 'there is no such option' },
  'value-missing': { ja: '後ろに値が必要です', en: 'a value must follow it' },
  'value-not-taken': { ja: '値は付けられません', en: 'it takes no value' },
  'whose-unsaid': {
    ja: 'プロバイダーが2つ以上あるときは、どのプロバイダーのものかを「ID=URL」の形で書きます',
    en: 'with several providers it must say whose it is, in the form ID=URL',
  },
  'given-twice': { ja: '違う値で二度書かれています', en: 'it is given twice with different values' },
  'not-for-this': { ja: 'この命令では使えないオプションです', en: 'the option does not belong to this command' },
  contradicting: { ja: '反対の指定が一緒に書かれています', en: 'they contradict each other' },
  'no-such-value': { ja: '使えない値です', en: 'it cannot have that value' },
  'operand-missing': { ja: '必要なものが足りません', en: 'something it needs is missing' },
  'too-many-operands': { ja: '余分な言葉があります', en: 'there are words too many' },
  'add-missing': { ja: '「--add」と一緒に使います', en: 'it goes with "--add"' },
  'no-fingerprint': { ja: '指紋は 0～9 と A～F の 40 文字です', en: 'a fingerprint is 40 characters, 0 to 9 and A to F' },
  'no-pdf': { ja: 'ファイルの名前の終わりを .pdf にしてください', en: 'the name of the file must end in .pdf' },
  'settled-by-plan': {
    ja: '始めたときの予定で決まっているので変えられません。変えるときは「mail-migrate run」で新しく始めてください',
    en: 'the plan of that run has settled it; to change it, start anew with "mail-migrate run"',
  },
}

/** A reason in words; null for those that are for the log only. */
export const reasonWords = (reason: string): InBoth | null => {
  const doubt = Object.entries(doubtWords).find(([name]) => name === reason)?.[1]
  const known = { ...otherWords, ...usageWords, ...packReasonWords }
  return doubt ?? (Object.hasOwn(known, reason) ? known[reason]! : null)
}

/** Why something could not be reached or started, where a person can do something about it. */
export const causeWords: Readonly<Record<string, InBoth>> = {
  offline: { ja: 'インターネットにつながっていません', en: 'no internet connection' },
  dns: { ja: '名前が見つかりません', en: 'the name was not found' },
  refused: { ja: '接続を断られました', en: 'the connection was refused' },
  tls: { ja: '本物のサイトか確かめられません', en: 'the site cannot be shown to be genuine' },
  'timed-out': { ja: '時間内に応答がありません', en: 'no answer in time' },
  dropped: { ja: '接続が途中で切れました', en: 'the connection was cut' },
  'http-error': { ja: '会員ページの側の不具合です', en: 'a fault on the site’s side' },
  'value-not-kept': { ja: '入力した内容がページで変わってしまいます', en: 'the page changes what is typed' },
  disabled: { ja: '使えない状態になっています', en: 'it is switched off' },
  'field-too-short': { ja: '欄が短すぎて入りません', en: 'the field is too short for it' },
  'no-session-bus': { ja: 'ログインした画面からの実行ではありません', en: 'not started from a logged-in desktop' },
  'no-service': { ja: '保管庫のプログラムが動いていません', en: 'the program that keeps it is not running' },
  'library-missing': { ja: '必要な部品が入っていません', en: 'a needed part is not installed' },
  'no-permission': { ja: '動かす許可がありません', en: 'it may not be started' },
  'no-display': { ja: '画面が使えません', en: 'there is no screen' },
  'wrong-passphrase': { ja: '合言葉が違います', en: 'wrong passphrase' },
  'no-passphrase': { ja: '合言葉がありません', en: 'no passphrase was given' },
}
