import { say, type Sentences } from '../problem-sentence.ts'
import type { ProblemCode } from '../../base/problem.ts'
import type { InBoth } from '../lang.ts'

/** What a person does next in the window, for problems whose usual sentence names a command. `what` stays as it is unless it is here, too. */
type WindowNext = Readonly<Partial<Record<ProblemCode, InBoth>>>

const next = (ja: string, en: string): InBoth => ({ ja, en })

const changeByHand = next(
  '知らない画面では何も押しません。会員ページを自分で開いて確かめてください。計画をやり直して「自分で操作する」を選ぶと、手順を一つずつご案内します。もう変更し終えたときは「変更は済んでいる」を選ぶと、残りを進められます。',
  'It presses nothing on a page it does not know. Look at the site yourself. Plan anew and choose “I act myself” to be told each step; if you have changed the password already, choose “Already changed” and the rest is done.',
)
const askSupport = next('サポート担当に相談してください。', 'Please ask your support contact.')
const carryOn = next('「続きから」を押すと、止まった所から続けられます。', 'Press “Carry on” to go on from where it stopped.')
const seeBoth =
  '前のパスワードと新しいパスワードの両方を残してあります。「パスワードを表示」で見られます。どちらでログインできるか、プロバイダーの窓口でも確かめられます。'

/** Every problem whose `next` names a command of the command line, with the window's own way on. */
export const windowNext: WindowNext = {
  cancelled: carryOn,
  'file-exists': next(
    '別の名前か別のフォルダーを選んでください。要らないファイルなら、移すか消してからもう一度してください。',
    'Choose another name or folder, or move the old file away and try again.',
  ),
  'sheet-not-recognised': next(
    '会員証などの登録の控えか確かめてください。会社が分かるときは、下で選んでください。',
    'Check that it is the registration sheet. If you know the provider, choose it below.',
  ),
  'sheet-incomplete': next(
    '[この控えで変更できるのは、{realm}だけです。]控えの紙を見て、足りない項目を書き足してください。',
    '[Only the {realm} can be changed with this sheet. ]Look at the paper and add what is missing.',
  ),
  'settings-contradict': next(
    'もう一度計画を立てて、どれが正しいかを選んでください。分からないときは、プロバイダーの窓口に確かめてください。',
    'Plan once more and choose which one is right. If you are not sure, ask the provider’s help line.',
  ),
  'provider-unknown': next('[使えるのは {known} です。]一覧から選んでください。', '[Known: {known} . ]Choose one from the list.'),
  'vault-unavailable': next(
    '[足りない部品（{install}）を入れると使えます。]このパソコンを設定した人かサポート担当に相談してください。まだ何も変更していません。',
    '[Installing {install} helps. ]Ask whoever set up this PC, or your support contact. Nothing has been changed yet.',
  ),
  'run-unknown': next('「履歴」で、残っている作業を見てください。', 'See “History” for the runs that are kept.'),
  'journal-damaged': next(
    '続けるのは危険なので止めました。「パスワードを表示」でパスワードを確かめ、サポート担当に相談してください。',
    'Going on would not be safe. Look up the passwords with “Show passwords” and ask your support contact.',
  ),
  'step-declined': next(
    '「いいえ」の答えだったので、この作業の手前で止めました。「続きから」を押すと続けられます。',
    'You answered no, so it stopped before this step. Press “Carry on” to go on.',
  ),
  'question-unanswered': next('「続きから」を押して、質問に答えてください。', 'Press “Carry on” and answer the question.'),
  'browser-failed': next(
    'パソコンを再起動してから、「履歴」でこの作業を選び、「続きから」を押してください。',
    'Restart the PC, then choose this run under “History” and press “Carry on”.',
  ),
  'portal-link-refused': next(
    '本物のリンクは[ {known} ]で始まります。届いた案内が偽物かもしれません。開いたり、パスワードを入れたりしないでください。本物が届いたら「続きから」で続けられます。',
    'A true one begins with[ {known}]. The message may be forged: do not open it and enter no password. When the true one comes, press “Carry on”.',
  ),
  'portal-reset-unknown': next(
    '新しいパスワードは「パスワードを表示」で見られます。時間をおいて「続きから」で、もう一度確かめてください。ログインできなければ、プロバイダーの窓口に電話してください。',
    'The new password is under “Show passwords”. Look again later with “Carry on”; if it never signs in, call the provider’s help line.',
  ),
  'portal-not-encrypted': next(
    '途中で読み取られるおそれがあります。公衆の無線 LAN などではないか確かめてください。分からないときは、プロバイダーの窓口に確かめてください。',
    'It could be read on the way. Make sure that you are not on a public network. If in doubt, ask the provider’s help line.',
  ),
  'portal-session-expired': carryOn,
  'portal-changed': changeByHand,
  'portal-ambiguous': changeByHand,
  'portal-differs': next(
    'どちらが正しいかを決めてください。会員ページのほうが正しければ、控えの内容をそれに直して、はじめからやり直してください。分からないときは、プロバイダーの窓口に確かめてください。計画で「自分で操作する」を選ぶと、会員ページをご自分で操作して続けられます。',
    'Decide which one is right. If the site’s is, begin anew with a sheet corrected to it. If you are not sure, ask the provider’s help line. With “I act myself” in the plan you can go on by hand on the member site.',
  ),
  'portal-outcome-unknown': next(
    seeBoth,
    'Both passwords are kept: see “Show passwords”. The provider’s help line can also tell which one holds.',
  ),
  'portal-no-effect': next(
    'いまは、いままでのパスワードが使えます。あとから新しいパスワードに変わることがあるので、両方を残してあります。時間をおいて「続きから」で、どちらになったか確かめてください。それでも元のままなら、はじめからやり直せます。',
    'The old password works now. The new one may still come into force later, so both are kept: look again after a while with “Carry on”. If it still is the old one then, begin anew.',
  ),
  'guided-no-effect': next(
    'いままでのパスワードが使えます。会員ページでの手続きを終えてから「続きから」で続けられます。会員ページが新しいパスワードを受け付けないときは、決まりに合うものを選んで、計画からやり直してください。',
    'The old password works. Finish on the member site, then press “Carry on”. If the site does not take the new password, plan anew with one it takes.',
  ),
  'pack-signer-unknown': askSupport,
  'pack-signer-not-trusted': askSupport,
  'pack-not-newer': askSupport,
  'pack-not-installed': askSupport,
  'pack-damaged': askSupport,
  'recipe-gone': next(
    'まだ何も送っていなければ、はじめからやり直してください。手順の追加データを外したときは、サポート担当に相談してください。',
    'If nothing was sent yet, begin anew. If a pack was removed, ask your support contact.',
  ),
}

/** Whole sentences of problems that only a command line could put that way. */
export const windowProblems = {
  'bad-usage': say(
    '選ばれた内容の組み合わせでは進められません。[（{given}）][{reason}。]まだ何も変更していません。',
    '前の画面に戻って、選び直してください。',
    'What was chosen does not go together.[ ({given})][ ({reason})] Nothing has been changed.',
    'Go back and choose again.',
  ),
  'portal-cannot-change': say(
    'このプロバイダーの会員ページでは、[{realm}を]このプログラムから変更できません。',
    '[{instead} ][{url} ]「自分で操作する」を選べるときは、手順を一つずつご案内します。選べないときは、プロバイダーの窓口に確かめてください。',
    'This program cannot change[ the {realm} on] this provider’s member site.',
    '[{insteadEn} ][{url} ]Where “I act myself” can be chosen, you are told each step; where not, ask the provider’s help line.',
  ),
} as const satisfies Sentences
