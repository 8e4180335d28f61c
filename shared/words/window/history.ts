import type { UndoStanding } from '../../journal/undo-standing.ts'
import type { RunOutcome } from '../../proof/proof.ts'
import type { InBoth } from '../lang.ts'
import { wayNames } from './way-names.ts'

/** The screen with the runs of this PC. */
export const historyWords = {
  title: wayNames.history,
  lead: {
    ja: 'このパソコンで行った作業です。途中のものは、続きから始められます。',
    en: 'What was done on this PC. What was broken off can be carried on.',
  },
  none: { ja: 'まだ作業の記録がありません。', en: 'There are no runs yet.' },
  open: { ja: '続きがあるもの', en: 'Not finished' },
  closed: { ja: '終わったもの', en: 'Finished' },
  practice: { ja: '練習', en: 'Rehearsal' },
  busy: { ja: '作業中', en: 'being carried out' },
  watch: { ja: '作業の画面へ', en: 'To the run' },
  unreadable: { ja: '記録が壊れています', en: 'its record is damaged' },
  see: { ja: '結果を見る', en: 'See the result' },
  resume: wayNames.resume,
  remove: { ja: '消す', en: 'Delete' },
  removeThis: { ja: '消す: {name}', en: 'Delete: {name}' },
  removeTick: { ja: '消すには、上に印を付けてください。', en: 'Tick above to delete it.' },
  removeTitle: { ja: 'この作業を消しますか', en: 'Delete this run?' },
  removeWhat: {
    ja: 'この作業の記録、しまってあるパスワード、会員ページの画面、メールソフトの設定の控えを、このパソコンから消します。元には戻せません。',
    en: 'Its record, the passwords that are kept, the pictures of the member site and the backup of the mail program’s settings are deleted from this PC. This cannot be undone.',
  },
  removeWhatLeft: {
    ja: 'この作業の記録、会員ページの画面、メールソフトの設定の控えを、このパソコンから消します。元には戻せません。',
    en: 'Its record, the pictures of the member site and the backup of the mail program’s settings are deleted from this PC. This cannot be undone.',
  },
  removeUndo: {
    ja: '消すと、メールソフトの設定を元に戻すこともできなくなります。',
    en: 'After that the mail program’s settings cannot be put back either.',
  },
  removeUnproved: {
    ja: 'この作業は、まだ終わりまで確かめていません。消すと、新しいパスワードが分からなくなるおそれがあります。先に「結果を見る」から「パスワードを見る」で書き写してください。',
    en: 'This run is not proved to its end. Deleting it may lose the new password. First write it down: “See the result”, then “Show the passwords”.',
  },
  removeUnreadable: {
    ja: '記録のはじめが壊れているため、しまったパスワードがあるかどうか分かりません。あっても、このプログラムでは見られず、消した後も保管庫に残ります。メールが使えなくなっているときは、消す前にサポートの人に相談してください。',
    en: 'The beginning of its record is damaged, so it cannot be told whether passwords were kept. If so, this program cannot show them, and they stay in the store after the run is deleted. If mail does not work, ask your support contact before you delete it.',
  },
  removeSureLost: { ja: '分かりました。記録だけを消します', en: 'I understand; delete the record alone' },
  removeSure: { ja: 'パスワードは書き写しました。消してかまいません', en: 'I have written the passwords down; delete it' },
  removeYes: { ja: '消す', en: 'Delete' },
  removeNo: { ja: '消さない', en: 'Keep it' },
  removed: { ja: '消しました。', en: 'Deleted.' },
  reload: { ja: 'もう一度読み込む', en: 'Load again' },
} as const satisfies Readonly<Record<string, InBoth>>

/** How a run stands, in a word for a list. */
export const outcomeTags: Readonly<Record<RunOutcome, InBoth>> = {
  done: { ja: '完了', en: 'done' },
  stopped: { ja: '変更なしで停止', en: 'stopped, nothing changed' },
  unfinished: { ja: '途中', en: 'unfinished' },
  unknown: { ja: '変わったか不明', en: 'not certain' },
}

/** The same where settings were put back: how far. */
export const undoTags: Readonly<Record<Exclude<UndoStanding, 'none'>, InBoth>> = {
  whole: { ja: '設定を元に戻しました', en: 'settings put back' },
  partly: { ja: '元に戻す途中', en: 'partly put back' },
  cut: { ja: '元に戻す途中', en: 'partly put back' },
}
