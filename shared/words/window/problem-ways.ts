import type { ProblemCode } from '../../base/problem.ts'
import type { InBoth } from '../lang.ts'
import type { ProblemSentence } from '../problem-sentence.ts'

type Instead = InBoth<Partial<ProblemSentence>>

const next = (ja: string, en: string): Instead => ({ ja: { next: ja }, en: { next: en } })

const byHand = next(
  '知らない画面では何も押しません。会員ページを自分で開いて確かめてください。ご自分で変更したときは、「{start}」から同じ控えでやり直し、「{skip}」を選ぶと、残りを進められます。',
  'It presses nothing on a page it does not know. Look at the site yourself. If you change the password there, begin anew from “{start}” with the same sheet and choose “{skip}”: the rest is done then.',
)

const packs = next(
  '追加データの手入れは、この画面ではできません。サポート担当に相談してください。',
  'Provider packs cannot be looked after in this window. Ask your support contact.',
)

/**
 * What a problem says in the window where the catalogue's own sentence names a command. Everything in here is a way that the window
 * really has; the test beside it sees that no other sentence speaks of a command.
 */
export const windowProblems: Readonly<Partial<Record<ProblemCode, Instead>>> = {
  'bad-usage': {
    ja: {
      what: 'この画面からの頼み方に誤りがありました。[{reason}。]',
      next: '何も変更していません。もう一度してください。また起きるときは、サポート担当に相談してください。',
    },
    en: {
      what: 'The window asked for something that cannot be done so.[ ({reason})]',
      next: 'Nothing was changed. Try again; if it happens again, ask your support contact.',
    },
  },
  cancelled: next('続けるときは「{resume}」を押すと、中止した所から再開できます。', '“{resume}” goes on from here.'),
  'file-exists': next(
    '別の名前か別の場所を選んでください。要らないファイルなら、移すか消してからもう一度してください。',
    'Choose another name or place, or move the old file away and try again.',
  ),
  'sheet-empty': next(
    'ファイルを開いて中身を確かめ、正しいファイルを選んでください。',
    'Open the file, see what is in it, and choose the right one.',
  ),
  'sheet-too-large': next(
    '会員証などの控えだけのファイルを選んでください。',
    'Choose a file that holds the registration sheet only.',
  ),
  'sheet-kind-unknown': next(
    '控えの内容を文字のファイル（.txt）にして選ぶか、「{start}」で打ち込んでください。',
    'Put what the sheet says into a text file (.txt), or type it in on “{start}”.',
  ),
  'sheet-not-recognised': next(
    '会員証などの登録の控えか確かめてください。会社が分かるときは、一覧から会社を選んで、もう一度読み取れます。',
    'See that it is the registration sheet. If you know the provider, choose it from the list and have the sheet read again.',
  ),
  'sheet-incomplete': next(
    '[この控えで変更できるのは、{realm}だけです。メールのパスワードを変えるには、]控えの紙を見て、足りない項目を書き足してください。',
    '[Only the {realm} can be changed with this sheet. ]Look at the paper and add what is missing.',
  ),
  'settings-contradict': next('どれが正しいかを選んでから、もう一度してください。', 'Choose which one is right and try again.'),
  'provider-unknown': next(
    '[使えるのは {known} です。]一覧から会社を選んで、もう一度読み取ってください。',
    '[Known: {known}. ]Choose the provider from the list and have the sheet read again.',
  ),
  'vault-unavailable': next(
    '[足りない部品（{install}）を入れると使えます。]何も変更していません。パソコンを設定した人か、サポート担当に相談してください。',
    '[Installing {install} helps. ]Nothing was changed. Ask whoever set up this PC, or your support contact.',
  ),
  'password-replaced': next(
    '新しいパスワードは、「{history}」で実行 {run} を開き、「{passwords}」で見られます。もう一度変更したいときは、それをいまのパスワードとして打ち込み、{start}からやり直してください。',
    'Open run {run} under “{history}”: “{passwords}” shows the new one. To change it once more, begin anew from the {start} and type that one as the present password.',
  ),
  'run-unknown': next('「{history}」の一覧から選び直してください。', 'Choose it again from the list “{history}”.'),
  'journal-damaged': next(
    '続けるのは危険なので止めました。「{passwords}」でパスワードを確かめ、サポート担当に相談してください。',
    'Going on would not be safe. Look up the passwords with “{passwords}” and ask your support contact.',
  ),
  'plan-declined': next(
    '何も変更していません。始めるときは、「{start}」からやり直してください。',
    'Nothing has been changed. To go ahead, begin anew from “{start}”.',
  ),
  'step-declined': next('続けるときは「{resume}」を押してください。', 'Press “{resume}” to go on.'),
  'question-unanswered': next('「{resume}」を押して、質問に答えてください。', 'Press “{resume}” and answer the question.'),
  'browser-failed': next('パソコンを再起動してから、「{resume}」を押してください。', 'Restart the PC, then press “{resume}”.'),
  'portal-link-refused': next(
    '本物のリンクは[ {known} ]で始まります。届いた案内が偽物かもしれません。開いたり、パスワードを入れたりしないでください。本物が届いたら「{resume}」で続けられます。',
    'A true one begins with[ {known}]. The message may be forged: do not open it and enter no password. When the true one comes, “{resume}” goes on.',
  ),
  'portal-cannot-change': next(
    '[{instead} ][{url} ]手続きの方法は、プロバイダーの窓口でも教えてもらえます。',
    '[{insteadEn} ][See {url} . ]The provider’s help line also tells how it is done.',
  ),
  'portal-reset-unknown': next(
    '新しいパスワードは「{passwords}」で見られます。時間をおいて「{resume}」で、もう一度確かめてください。ログインできなければ、プロバイダーの窓口に電話してください。',
    'The new password is shown by “{passwords}”. Look again later with “{resume}”; if it never signs in, call the provider’s help line.',
  ),
  'portal-not-encrypted': next(
    '途中で読み取られるおそれがあります。公衆の無線 LAN などではないか確かめ、プロバイダーの窓口にも、暗号化されたページ（https）があるかを確かめてください。',
    'It could be read on the way. Make sure that you are not on a public network, and ask the provider’s help line for the encrypted page (https).',
  ),
  'portal-session-expired': next('「{resume}」を押してください。', 'Press “{resume}”.'),
  'portal-changed': byHand,
  'portal-ambiguous': byHand,
  'portal-differs': next(
    'どちらが正しいかを決めてください。会員ページのほうが正しければ、「{start}」から、控えの内容をそのとおりに打ち直してやり直してください。分からないときは、プロバイダーの窓口に確かめてください。計画の画面で「{guided}」を選ぶと、会員ページをご自分で操作して続けられます。',
    'Decide which one is right. If the site’s is, begin anew from “{start}” and type the sheet as it should be. If you are not sure, ask the provider’s help line. With “{guided}” on the plan you can act on the member site yourself.',
  ),
  'portal-outcome-unknown': next(
    '前のパスワードと新しいパスワードの両方を残してあります。「{passwords}」で見られます。どちらでログインできるか、プロバイダーの窓口でも確かめられます。',
    'Both passwords are kept: see “{passwords}”. The provider’s help line can also tell which one holds.',
  ),
  'portal-no-effect': next(
    'いまは、いままでのパスワードが使えます。あとから新しいパスワードに変わることがあるので、両方を残してあります。時間をおいて「{resume}」で、どちらになったか確かめてください。それでも元のままなら、「{start}」からやり直せます。',
    'The old password works now. The new one may still come into force later, so both are kept: look again after a while with “{resume}”. If it still is the old one then, begin anew from “{start}”.',
  ),
  'guided-no-effect': next(
    'いままでのパスワードが使えます。会員ページでの手続きを終えてから「{resume}」で続けられます。会員ページが新しいパスワードを受け付けないときは、「{start}」から、決まりに合う別のパスワードでやり直してください。',
    'The old password works. Finish on the member site, then go on with “{resume}”. If the site does not take the new password, begin anew from “{start}” with one it takes.',
  ),
  'pack-signer-unknown': packs,
  'pack-hosts-new': packs,
  'pack-guards-fewer': packs,
  'pack-signer-not-trusted': packs,
  'pack-not-newer': packs,
  'pack-not-installed': packs,
  'pack-damaged': packs,
  'recipe-gone': next(
    'まだ何も送っていなければ、「{start}」から新しく始めてください。手順の追加データを外したときは、サポート担当に相談してください。',
    'If nothing was sent yet, begin anew from “{start}”. If its pack was removed, ask your support contact.',
  ),
}
