import type { InBoth } from '../lang.ts'
import { wayNames } from './way-names.ts'

/** Words of the first screen. */
export const startWords = {
  heading: { ja: 'メールのパスワード変更をお手伝いします', en: 'Changing your mail password, from start to finish' },
  lead: {
    ja: 'プロバイダーの控え（会員証、登録票など）があれば始められます。はじめに中身を確かめるだけで、「始める」を押すまで何も変わりません。',
    en: 'All you need is the provider’s paper (membership card, registration sheet). First it is only read: nothing changes until you press “Start”.',
  },
  does: { ja: 'このプログラムがすること', en: 'What this program does' },
  does1: { ja: '控えを読み取って、内容をいっしょに確かめます', en: 'Reads your paper and goes through it with you' },
  does2: { ja: '会員ページで、パスワードを新しくします', en: 'Changes the password on the member site' },
  does3: { ja: 'メールソフトの設定も書き換えます（元に戻せます）', en: 'Updates the mail program’s settings (can be undone)' },
  does4: {
    ja: '本当に受信・送信できるかを確かめ、記録の紙を作ります',
    en: 'Sees that mail really works, and writes a record to keep',
  },
  doesNot: { ja: 'しないこと', en: 'What it does not do' },
  doesNot1: {
    ja: 'メールの中身の引っ越しはしません。届いているメールには触れません。',
    en: 'It does not move mailboxes. Mail that has arrived is left alone.',
  },
  doesNot2: {
    ja: 'パスワードは、プロバイダーのサイトとメールサーバーのほかへは送りません。',
    en: 'It sends passwords nowhere but to your provider’s site and mail servers.',
  },
  bring: { ja: '控えを読み取る', en: 'Read the paper' },
  drop: { ja: '控えのファイルを、ここに置いてください', en: 'Drop the file with your paper here' },
  choose: { ja: '控えのファイルを選ぶ', en: 'Choose a file' },
  type: wayNames.type,
  kinds: { ja: '読み取れるもの: 文字のファイル（.txt）', en: 'Can be read: text files (.txt)' },
  reading: { ja: '控えを読み取っています…', en: 'Reading…' },
  typeHeading: { ja: '控えの内容', en: 'What the paper says' },
  typeHelp: {
    ja: '項目の名前も、紙に書いてあるとおりに、1行に1つずつ入れてください。貼り付けても構いません。',
    en: 'Type the names of the items, too, just as on the paper, one in a line. Pasting is fine.',
  },
  typeExample: {
    ja: '例:\nユーザーID: abc12345\nパスワード: ……\nメールアドレス: abc@example.jp',
    en: 'Example:\nユーザーID: abc12345\nパスワード: …\nメールアドレス: abc@example.jp',
  },
  typeRead: { ja: 'この内容を読み取る', en: 'Read this' },
  typeEmpty: { ja: '控えの内容を入れてください。', en: 'Enter what the paper says.' },
  whose: { ja: 'プロバイダー（契約している会社）', en: 'Provider' },
  whoseUnsure: { ja: '分からない（内容から判断する）', en: 'Not sure (tell from the contents)' },
  practice: { ja: 'はじめてのときは', en: 'First time?' },
  practiceText: {
    ja: '作り物の会員サイトとメールで、本番と同じ流れを試せます。何度でもできて、お金もかかりません。',
    en: 'Try the whole road on a made-up site and mailbox. As often as you like, at no cost.',
  },
  practiceStart: { ja: 'まず練習する', en: 'Practise first' },
  practiceRead: { ja: '練習用の控えを読み取る', en: 'Read the practice paper' },
  practiceOther: { ja: '練習する会社を選ぶ', en: 'Choose which provider to rehearse' },
  practiceUsual: { ja: '練習用プロバイダー（おすすめ）', en: 'Practice provider (recommended)' },
  open: { ja: '途中の作業があります', en: 'There is unfinished work' },
  openText: {
    ja: 'まだ終わっていないものがあります。続きからできます。',
    en: 'Something was left unfinished. You can carry on from there.',
  },
  openRow: { ja: '{addresses}（{at} に開始）', en: '{addresses} (begun {at})' },
  openBusy: { ja: 'いま動いています', en: 'being carried out now' },
  openWatch: { ja: '様子を見る', en: 'Look' },
  vaultTitle: { ja: 'パスワードのしまい場所', en: 'Where passwords are kept' },
  vaultFile: {
    ja: 'このパソコンではパスワードの保管庫（資格情報マネージャーなど）が使えないため、暗号をかけたファイルにしまいます。始めるときに合言葉を決めていただきます。',
    en: 'This PC’s own password store cannot be used, so passwords are kept in an encrypted file. You choose its passphrase when you start.',
  },
} as const satisfies Readonly<Record<string, InBoth>>
