import type { InBoth } from '../lang.ts'
import { frameWords } from './frame.ts'
import { wayNames } from './way-names.ts'

/** The screen for a visit to an office with many mailboxes. */
export const supportWords = {
  title: frameWords.support,
  lead: {
    ja: '何件ものメールアドレスを、続けて扱うための画面です。キーボードだけで操作できます。',
    en: 'For many mailboxes one after the other. The keyboard alone will do.',
  },
  runs: { ja: '作業の一覧', en: 'Runs' },
  check: { ja: 'まとめて確認', en: 'Check many at once' },
  when: { ja: '日時', en: 'When' },
  address: { ja: 'メールアドレス', en: 'Address' },
  provider: { ja: 'プロバイダー', en: 'Provider' },
  state: { ja: '状態', en: 'State' },
  more: { ja: '{address} ほか {count} 件', en: '{address} and {count} more' },
  selected: { ja: '{count} 件を選んでいます', en: '{count} selected' },
  fresh: { ja: '新しい控えを読む', en: 'Read a new sheet' },
  resume: wayNames.resume,
  see: { ja: '結果を見る', en: 'See the result' },
  export: { ja: '選んだ結果をフォルダーに保存', en: 'Save the selected results to a folder' },
  exportWhy: {
    ja: '結果の紙（PDF）と明細（JSON）を、USB メモリーなどに書き出します。パスワードは入りません。',
    en: 'The record (PDF) and its details (JSON) go to a USB stick, for instance. They hold no password.',
  },
  exported: { ja: '{folder} に {count} 個のファイルを保存しました。', en: '{count} files saved in {folder}.' },
  exportRefused: { ja: '保存できなかった作業（{count} 件）', en: 'Runs that could not be saved: {count}' },
  exportNone: { ja: '保存しませんでした。', en: 'Nothing was saved.' },
  total: { ja: '全部で {all} 件: 完了 {done}、途中 {open}', en: '{all} in all: {done} done, {open} open' },
  keys: { ja: 'キーの使い方', en: 'Keys' },
  keyMove: { ja: '一覧の中を移る', en: 'Move in the list' },
  keySelect: { ja: '選ぶ・外す', en: 'Select' },
  keyAll: { ja: '全部選ぶ', en: 'Select all' },
  keyOpen: { ja: '結果を見る', en: 'See the result' },
  listWhat: {
    ja: 'メールアドレスとパスワードの一覧（CSV）を選ぶと、1件ずつログインして、使えるかどうかを確かめます。何も変更しません。',
    en: 'Choose a list of addresses and passwords (CSV): each is signed in to see whether it works. Nothing is changed.',
  },
  listForm: { ja: '一覧の書き方', en: 'What the list looks like' },
  listFormText: {
    ja: '1行目に項目の名前を、2行目からメールアドレスを1件ずつ、次のように入れます。Excel からは「CSV」で保存してください。',
    en: 'The first line names the columns, each further line is one mailbox. From Excel, save it as CSV.',
  },
  choose: { ja: '一覧のファイルを選ぶ', en: 'Choose the list' },
  stop: { ja: '確認を止める', en: 'Stop the check' },
  chosen: { ja: '選んだファイル: {file}', en: 'Chosen: {file}' },
  checking: { ja: '確かめています… {done} 件', en: 'Checking… {done}' },
  checked: {
    ja: '{done} 件を確かめました。使える: {ok} 件、使えない・分からない: {failed} 件',
    en: '{done} checked: {ok} work, {failed} do not or cannot be told',
  },
  cut: {
    ja: '{all} 件のうち、はじめの {most} 件を表示しています。全部は、下のボタンで表のファイルに保存できます。',
    en: 'The first {most} of {all} are shown. The button below saves all of them as a table.',
  },
  saveChecked: { ja: '確認の結果を表のファイル（CSV）に保存', en: 'Save the result as a table (CSV)' },
  savedChecked: { ja: '{file} に保存しました。パスワードは入っていません。', en: 'Saved as {file}. It holds no password.' },
  onlyFailed: { ja: '使えないものだけを表示', en: 'Show only those that do not work' },
  line: { ja: '行', en: 'Line' },
  works: { ja: '使えます', en: 'works' },
  fails: { ja: '使えません', en: 'does not work' },
  reason: { ja: '理由と、次にすること', en: 'Why, and what to do' },
  nothing: { ja: '表示するものがありません。', en: 'Nothing to show.' },
} as const satisfies Readonly<Record<string, InBoth>>
