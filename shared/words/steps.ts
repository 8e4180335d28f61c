import type { Facts } from '../base/problem.ts'
import type { StepKind } from '../plan/step.ts'
import { fillSentence } from './fill-sentence.ts'
import type { InBoth, Lang } from './lang.ts'

/** A step as it is listed in a plan, while it runs, when it is done, and when it waits for a person or for another day. */
export type StepMoment = 'planned' | 'doing' | 'done' | 'waiting'
type StepSentences = InBoth<Readonly<Record<StepMoment, string>>>

/** A kind of step without its sentences does not compile. Facts: address, profile, client, host. */
export const stepWords: Readonly<Record<StepKind, StepSentences>> = {
  'keep-secrets': {
    ja: {
      planned: '新しいパスワードを、先に保管庫にしまう',
      doing: 'パスワードを保管庫にしまっています',
      done: 'パスワードを保管庫にしまいました',
      waiting: 'パスワードの保管庫が使えるのを待っています',
    },
    en: {
      planned: 'Put the new password in the store first',
      doing: 'Putting the passwords in the store',
      done: 'The passwords are in the store',
      waiting: 'Waiting for the password store',
    },
  },
  'reach-servers': {
    ja: {
      planned: 'メールサーバーにつながるか確かめる[（{address}）]',
      doing: 'メールサーバーにつながるか確かめています[（{address}）]',
      done: 'メールサーバーにつながりました[（{address}）]',
      waiting: 'メールサーバーにつながるのを待っています[（{address}）]',
    },
    en: {
      planned: 'See that the mail servers answer[ ({address})]',
      doing: 'Seeing whether the mail servers answer[ ({address})]',
      done: 'The mail servers answer[ ({address})]',
      waiting: 'Waiting for the mail servers[ ({address})]',
    },
  },
  'back-up-client': {
    ja: {
      planned: 'メールソフトの設定の控えを取る[（{address}）]',
      doing: 'メールソフトの設定の控えを取っています[（{address}）]',
      done: 'メールソフトの設定の控えを取りました[（{address}）]',
      waiting: 'メールソフトが閉じられるのを待っています[（{address}）]',
    },
    en: {
      planned: 'Back up the mail program’s settings[ ({address})]',
      doing: 'Backing up the mail program’s settings[ ({address})]',
      done: 'The mail program’s settings are backed up[ ({address})]',
      waiting: 'Waiting for the mail program to be closed[ ({address})]',
    },
  },
  'change-portal': {
    ja: {
      planned: '会員ページでパスワードを変更する[（{address}）]※元に戻せません',
      doing: '会員ページでパスワードを変更しています[（{address}）]',
      done: '会員ページでパスワードを変更しました[（{address}）]',
      waiting: '会員ページでの変更は、まだ済んでいません[（{address}）]',
    },
    en: {
      planned: 'Change the password on the member site[ ({address})] (cannot be undone)',
      doing: 'Changing the password on the member site[ ({address})]',
      done: 'The password is changed on the member site[ ({address})]',
      waiting: 'The change on the member site is still to come[ ({address})]',
    },
  },
  'prove-old': {
    ja: {
      planned: '変更の前に、いまのパスワードが正しいか確かめる[（{address}）]',
      doing: 'いまのパスワードが正しいか確かめています[（{address}）]',
      done: 'いまのパスワードでログインできました[（{address}）]',
      waiting: 'いまのパスワードを確かめられていません[（{address}）]',
    },
    en: {
      planned: 'Sign in with the present password before the change[ ({address})]',
      doing: 'Signing in with the present password[ ({address})]',
      done: 'The present password signs in[ ({address})]',
      waiting: 'The present password is still to be checked[ ({address})]',
    },
  },
  'guide-change': {
    ja: {
      planned: 'ご自分で、会員ページの手順に沿ってパスワードを変更する[（{address}）]※元に戻せません',
      doing: '会員ページの手順をご案内しています[（{address}）]',
      done: 'ご自分でのパスワードの変更を、実際のログインで確かめました[（{address}）]',
      waiting: 'ご自分での変更は、まだ済んでいません[（{address}）]',
    },
    en: {
      planned: 'Change the password by hand, told step by step[ ({address})] (cannot be undone)',
      doing: 'Telling the steps on the member site[ ({address})]',
      done: 'The change made by hand was seen by a live sign-in[ ({address})]',
      waiting: 'The change by hand is still to come[ ({address})]',
    },
  },
  'reset-portal': {
    ja: {
      planned: '届いたリンクから、会員ページのパスワードを設定し直す※元に戻せません',
      doing: '会員ページのパスワードを設定し直しています',
      done: '会員ページのパスワードを設定し直し、ログインできることを確かめました',
      waiting: '会員ページのパスワードの再設定は、まだ済んでいません',
    },
    en: {
      planned: 'Set the member site password anew behind the link that came (cannot be undone)',
      doing: 'Setting the member site password anew',
      done: 'The member site password is set anew and was seen to sign in',
      waiting: 'Setting the member site password anew is still to come',
    },
  },
  'probe-servers': {
    ja: {
      planned: '新しいパスワードで受信・送信できるか確かめる[（{address}）]',
      doing: '新しいパスワードで受信・送信できるか確かめています[（{address}）]',
      done: '新しいパスワードで受信・送信のサーバーにログインできました[（{address}）]',
      waiting: '新しいパスワードでの確認を待っています[（{address}）]',
    },
    en: {
      planned: 'Sign in to the mail servers with the new password[ ({address})]',
      doing: 'Signing in to the mail servers with the new password[ ({address})]',
      done: 'The mail servers accept the new password[ ({address})]',
      waiting: 'The check with the new password is still to come[ ({address})]',
    },
  },
  'rewrite-client': {
    ja: {
      planned: 'メールソフトの設定を書き換える[（{address}）]',
      doing: 'メールソフトの設定を書き換えています[（{address}）]',
      done: 'メールソフトの設定を書き換えました[（{address}）]',
      waiting: 'メールソフトの書き換えを待っています[（{address}）]',
    },
    en: {
      planned: 'Rewrite the mail program’s settings[ ({address})]',
      doing: 'Rewriting the mail program’s settings[ ({address})]',
      done: 'The mail program’s settings are rewritten[ ({address})]',
      waiting: 'Rewriting the mail program is still to come[ ({address})]',
    },
  },
  'prove-client': {
    ja: {
      planned: '書き換えた設定を読み直し、その設定で受信・送信できるか確かめる[（{address}）]',
      doing: '書き換えた設定を読み直して、確かめています[（{address}）]',
      done: '書き換えた設定で、受信・送信のサーバーにログインできました[（{address}）]',
      waiting: '書き換えた設定での確認を待っています[（{address}）]',
    },
    en: {
      planned: 'Read the rewritten settings back and sign in with them[ ({address})]',
      doing: 'Reading the rewritten settings back and signing in with them[ ({address})]',
      done: 'The rewritten settings sign in[ ({address})]',
      waiting: 'The check with the rewritten settings is still to come[ ({address})]',
    },
  },
  'round-trip': {
    ja: {
      planned: '自分あてにメールを1通送り、届くか確かめる[（{address}）]',
      doing: '自分あてのメールが届くか確かめています[（{address}）]',
      done: '自分あてのメールが届きました[（{address}）]',
      waiting: '自分あてのメールでの確認を待っています[（{address}）]',
    },
    en: {
      planned: 'Send one message to yourself and see it arrive[ ({address})]',
      doing: 'Looking for the message to yourself[ ({address})]',
      done: 'The message to yourself arrived[ ({address})]',
      waiting: 'The message to yourself is still to come[ ({address})]',
    },
  },
  'prove-old-dead': {
    ja: {
      planned: '前のパスワードが使えなくなったか、1回だけ試す[（{address}）]',
      doing: '前のパスワードを1回だけ試しています[（{address}）]',
      done: '前のパスワードは、もう使えません[（{address}）]',
      waiting: '前のパスワードの確認を待っています[（{address}）]',
    },
    en: {
      planned: 'Try the old password once, to see that it is dead[ ({address})]',
      doing: 'Trying the old password once[ ({address})]',
      done: 'The old password no longer works[ ({address})]',
      waiting: 'The check of the old password is still to come[ ({address})]',
    },
  },
}

/** One line about a step, as it stands at this moment. */
export const sayStep = (kind: StepKind, moment: StepMoment, facts: Facts, lang: Lang): string =>
  fillSentence(stepWords[kind][lang][moment], facts, lang)
