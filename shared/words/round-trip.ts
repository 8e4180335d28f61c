import type { InBoth } from './lang.ts'

const subjects: InBoth = {
  ja: '送受信の確認（メール移行アシスタント）',
  en: 'Send and receive check (Mail Migration Assistant)',
}
const bodies: InBoth = {
  ja: 'このメールは、パスワードを変更したあとに送受信できることを確かめるために、ご自分のアドレスから送ったものです。読み終わったら消してかまいません。',
  en: 'This message was sent from your own address to see that mail can be sent and received after the password change. You may delete it.',
}

/** The message to oneself, for whoever comes across it in the mailbox: nobody knows in what language, so in both. */
export const roundTripWords: { readonly subject: string; readonly body: string } = {
  subject: `${subjects.ja} / ${subjects.en}`,
  body: `${bodies.ja}\n\n${bodies.en}\n`,
}
