/** The sentences of the window while it is not built yet, Japanese first. */
export const windowWords = {
  ja: {
    title: 'メール移行アシスタント',
    purpose:
      '会員証などの控えを読み取り、会員サイトでメールのパスワードを変更し、送受信できることを確かめ、メールソフトの設定を書き換えて、記録を残します。',
    limits: '移行するのは設定とパスワードです。メール本文の引っ越しはしません。',
    construction: 'この画面は準備中です。いまは次のコマンドで同じ作業ができます。',
    command: 'mail-migrate run 控えのファイル',
    version: (version: string) => `バージョン ${version}`,
    noAnswer: 'プログラム本体から応答がありません。いったん閉じて、もう一度起動してください。',
  },
  en: {
    title: 'Mail Migration Assistant',
    purpose:
      "Reads the registration sheet, changes the mail password on the provider's member site, checks that mail is received and sent, rewrites the mail program's settings, and leaves a record.",
    limits: 'It moves settings and passwords. It does not copy mailboxes.',
    construction: 'This window is under construction. For now the command line does the work:',
    command: 'mail-migrate run SHEET',
    version: (version: string) => `Version ${version}`,
    noAnswer: 'The program does not answer. Close this window and start it again.',
  },
} as const
