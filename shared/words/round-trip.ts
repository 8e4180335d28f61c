import type { InBoth } from './lang.ts'

/** The message to oneself, for whoever comes across it in the mailbox. */
export const roundTripWords: InBoth<{ readonly subject: string; readonly body: string }> = {
  ja: {
    subject: '送受信の確認（メール移行アシスタント）',
    body: 'このメールは、パスワードを変更したあとに送受信できることを確かめるために、ご自分のアドレスから送ったものです。読み終わったら消してかまいません。',
  },
  en: {
    subject: 'Send and receive check (Mail Migration Assistant)',
    body: 'This message was sent from your own address to see that mail can be sent and received after the password change. You may delete it.',
  },
}
