import type { RowState } from '../../screen/step-rows.ts'
import type { StopMeaning } from '../../screen/stop-meaning.ts'
import type { InBoth } from '../lang.ts'

/** The screen on which a run is carried out. */
export const runWords = {
  title: { ja: '作業をしています', en: 'Working' },
  titleUndo: { ja: 'メールソフトの設定を元に戻しています', en: 'Putting the mail program’s settings back' },
  stayOn: {
    ja: 'このままお待ちください。途中でパソコンが切れても、続きから再開できます。',
    en: 'Please wait. If the PC goes off meanwhile, it can be carried on from here.',
  },
  stayOnUndo: {
    ja: 'このままお待ちください。終わるまで、メールソフトを開かないでください。途中でパソコンが切れても、もう一度、元に戻せます。',
    en: 'Please wait, and do not open the mail program meanwhile. If the PC goes off, the settings can be put back again.',
  },
  answerNow: {
    ja: 'お答えを待っています。下の質問に答えると、続きを行います。',
    en: 'It waits for you: answer the question below, and it goes on.',
  },
  stopsSoon: {
    ja: 'いましている操作の切りのよい所で止めます。',
    en: 'It stops at the next safe point.',
  },
  begins: { ja: '始めています', en: 'Starting' },
  steps: { ja: '手順', en: 'Steps' },
  preparation: { ja: 'はじめの準備', en: 'Before anything else' },
  counted: { ja: '{all} の手順のうち、{done} まで済みました', en: '{done} of {all} steps done' },
  elapsed: { ja: '経過 {time}', en: '{time} so far' },
  picture: { ja: '会員ページの画面（パスワードは隠してあります）', en: 'The member site’s page (passwords are covered)' },
  pictureOf: { ja: '会員ページの画面「{heading}」', en: 'Page of the member site: “{heading}”' },
  stop: { ja: '作業を止める', en: 'Stop' },
  stopTitle: { ja: '作業を止めますか', en: 'Stop now?' },
  stopYes: { ja: '止める', en: 'Stop' },
  stopNo: { ja: '止めずに続ける', en: 'Do not stop' },
  elsewhere: {
    ja: 'この作業は、別の画面（または別のプログラム）が行っています。止めることや、質問に答えることは、そちらでしてください。ここでは、進みぐあいだけが見られます。',
    en: 'Another window or program is carrying this run out. Stop it, or answer its questions, there; here you only see how far it is.',
  },
  toEnd: { ja: '結果を見る', en: 'See the result' },
  held: { ja: '始められませんでした', en: 'It could not start' },
} as const satisfies Readonly<Record<string, InBoth>>

/** How a step stands, in a word that does without its colour. */
export const rowStateWords: Readonly<Record<RowState, InBoth>> = {
  waiting: { ja: 'これから', en: 'to come' },
  doing: { ja: '作業中', en: 'working' },
  asking: { ja: 'お答え待ち', en: 'waiting for you' },
  done: { ja: '済み', en: 'done' },
  failed: { ja: 'できませんでした', en: 'failed' },
  unclear: { ja: '分かりません', en: 'cannot be told' },
  undone: { ja: '元に戻しました', en: 'put back' },
}

/** What it means to stop at this instant: the truth, before the person decides. */
export const stopMeaningWords: Readonly<Record<StopMeaning, InBoth>> = {
  undoing: {
    ja: '元に戻し始めたメールソフトの分は、最後まで戻してから止まります。まだの分は、書き換えたまま残ります。残りは、結果の画面からいつでも元に戻せます。パスワードは変わりません。',
    en: 'A mail program whose settings it has begun to put back is finished first; the others stay as rewritten. They can be put back at any time from the result. No password is touched.',
  },
  'nothing-changed': {
    ja: 'いま止めると、何も変わりません。パスワードは、いままでのままです。',
    en: 'If you stop now, nothing has been changed. The password stays as it was.',
  },
  'about-to-send': {
    ja: '会員ページを操作しているところです。変更を送る前に止まれば、何も変わりません。もし送った後だった場合は、次に「{resume}」を押したときに、変わったかどうかを実際のログインで確かめます。',
    en: 'It is at work on the member site. If it stops before the change is sent, nothing changes. If it had been sent already, “{resume}” will find out by a live sign-in.',
  },
  sent: {
    ja: '会員ページへの変更は、もう送ってあります。止めても取り消せません。変わったかどうかは、次に「{resume}」を押したときに確かめます。それまで、前と新しい方の両方のパスワードを残しておきます。',
    en: 'The change has been sent to the member site; stopping does not take it back. Whether it took effect is found out when you press “{resume}”. Both passwords are kept until then.',
  },
  changed: {
    ja: 'パスワードは、もう新しいものに変わっています。いま止めると、メールソフトの設定などが残ります。「{resume}」で、いつでも続きから始められます。',
    en: 'The password is the new one already. If you stop now, the mail program’s settings and the checks are left; “{resume}” does them at any time.',
  },
  'partly-changed': {
    ja: '新しいパスワードに変わったメールアドレスと、まだ前のままのメールアドレスがあります。いま止めても、どちらもパスワードは使えます。残りは「{resume}」で、いつでも続きから始められます。会員ページへの変更をちょうど送ったところだったときは、変わったかどうかも、そのとき確かめます。',
    en: 'One password is the new one already, another is still the old one; both go on working if you stop now. “{resume}” does the rest at any time, and if a change had just been sent, finds out whether it took effect.',
  },
  'settings-touched': {
    ja: 'メールソフトの設定を書き換えたところです。止めた後で、元に戻すことも、「{resume}」で続けることもできます。',
    en: 'A mail program’s settings have been written. Afterwards they can be put back, or “{resume}” goes on.',
  },
}
