import type { UndoStanding } from '../journal/undo-standing.ts'
import type { PortalOutcome } from '../plan/evidence.ts'
import type { RunOutcome } from '../proof/proof.ts'
import type { InBoth } from './lang.ts'

/** What became of the password at the provider. */
export const portalOutcomeWords: Readonly<Record<PortalOutcome, InBoth>> = {
  changed: { ja: '変更しました', en: 'changed' },
  unchanged: { ja: '変更していません（前のままです）', en: 'not changed (still the old one)' },
  unknown: { ja: '変わったかどうか分かりません', en: 'not known whether it changed' },
  skipped: { ja: 'お客様がご自分で変更済み', en: 'changed by hand before' },
}

/** How the whole run ended: a headline, and what it means for the mail. */
export const runOutcomeWords: Readonly<Record<RunOutcome, InBoth<{ readonly headline: string; readonly meaning: string }>>> = {
  done: {
    ja: { headline: '完了しました', meaning: '新しいパスワードで、メールのサーバーにログインできることを確かめました。' },
    en: { headline: 'Done', meaning: 'The mail servers were seen to accept the new password.' },
  },
  unfinished: {
    ja: {
      headline: 'まだ終わっていません',
      meaning: 'パスワードは変わりましたが、残りの作業があります。下の「次にすること」をご覧ください。',
    },
    en: {
      headline: 'Not finished',
      meaning: 'The password has changed, but something is left to do. See “What to do next” below.',
    },
  },
  stopped: {
    ja: { headline: '途中で止めました', meaning: 'パスワードは変わっていません。いままでのままです。' },
    en: { headline: 'Stopped', meaning: 'The password has not changed: it is the one it was.' },
  },
  unknown: {
    ja: {
      headline: '確かめられませんでした',
      meaning: 'パスワードが変わったかどうか分かりません。前と新しい方の、両方のパスワードを残してください。',
    },
    en: { headline: 'Not certain', meaning: 'It is not known whether the password changed. Keep both the old and the new one.' },
  },
}

/** How putting settings back stands: a headline, what it means for the mail, and what it means besides where the provider has the new password. */
export const undoWords: Readonly<
  Record<
    Exclude<UndoStanding, 'none'>,
    InBoth<{ readonly headline: string; readonly meaning: string; readonly whenChanged: string }>
  >
> = {
  whole: {
    ja: {
      headline: '設定を元に戻しました',
      meaning: 'メールソフトの設定を、書き換える前に戻しました。',
      whenChanged: '会員ページのパスワードは新しいままなので、メールソフトに新しいパスワードを手で入れてください。',
    },
    en: {
      headline: 'The settings are back',
      meaning: 'The mail program’s settings are back as they were.',
      whenChanged: 'The password at the provider is the new one: enter it in the mail program by hand.',
    },
  },
  partly: {
    ja: {
      headline: '元に戻す作業は、まだ途中です',
      meaning: 'メールソフトの設定の一部だけを元に戻しました。残りは、書き換えたままです。',
      whenChanged: '会員ページのパスワードは新しいままです。',
    },
    en: {
      headline: 'Only some settings are back',
      meaning: 'Some of the mail programs’ settings are back as they were; the others still stand as rewritten.',
      whenChanged: 'The password at the provider is the new one.',
    },
  },
  cut: {
    ja: {
      headline: '元に戻す作業が、途中で止まっています',
      meaning:
        'メールソフトの設定は、前のものと新しいものが混ざっているかもしれません。元に戻す作業を終わらせるまで、メールソフトを開かないでください。',
      whenChanged: '会員ページのパスワードは新しいままです。',
    },
    en: {
      headline: 'Putting the settings back was cut short',
      meaning:
        'The mail program’s settings may be half old and half new. Do not open the mail program until putting them back is finished.',
      whenChanged: 'The password at the provider is the new one.',
    },
  },
}
