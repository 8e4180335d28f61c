import type { ProblemCode } from '../../base/problem.ts'
import type { InBoth } from '../lang.ts'
import type { ProblemSentence } from '../problem-sentence.ts'

type Instead = InBoth<Partial<ProblemSentence>>

const next = (ja: string, en: string): Instead => ({ ja: { next: ja }, en: { next: en } })

const byHand = next(
  '知らない画面では何も押していません。会員ページをご自分で開き、変更できたら、「{start}」から同じ控えでやり直して「{skip}」を選んでください。残りを進めます。',
  'Nothing was pressed on a page it does not know. Open the site yourself; when you have changed the password there, begin anew from “{start}” with the same sheet and choose “{skip}”: the rest is done then.',
)

const otherDoor = (ja: string, en: string): Instead =>
  next(
    `${ja}直すときは、「{start}」から、正しい番号や暗号化を書いた控えを打ち込んでください。`,
    `${en} To set it right, begin anew from “{start}” and type the sheet with the right port or encryption.`,
  )

const packs = next(
  '追加データの手入れは、この画面ではできません。サポート担当に相談してください。',
  'Provider packs cannot be looked after in this window. Ask your support contact.',
)

/** What stands in the way where it is this window's own doing: which thing it is, and how one gets to it. By `doing` of `run-busy`. */
export const busyHere: Readonly<Record<string, InBoth<ProblemSentence>>> = {
  run: {
    ja: {
      what: 'この画面で、別の作業をしているところです。',
      next: '「{history}」から進みぐあいを見て、終わるのを待つか、止めてから、もう一度してください。',
    },
    en: {
      what: 'This window is carrying out another run.',
      next: 'Look at it under “{history}”. Wait until it ends, or stop it there, and try again.',
    },
  },
  plan: {
    ja: { what: '別の予定を作っているところです。', next: '上に質問が出ていれば答えてから、もう一度してください。' },
    en: { what: 'Another plan is being made.', next: 'If a question stands above, answer it; then try again.' },
  },
  list: {
    ja: {
      what: 'メールアドレスの一覧を確かめているところです。',
      next: '「{support}」で終わるのを待つか、止めてから、もう一度してください。',
    },
    en: {
      what: 'A list of mailboxes is being checked.',
      next: 'Wait under “{support}” until it ends, or stop it there, and try again.',
    },
  },
}

/**
 * What a problem says in the window where the catalogue's own sentence names a command. Everything in here is a way that the window
 * really has; the test beside it sees that no other sentence speaks of a command.
 */
export const windowProblems: Readonly<Partial<Record<ProblemCode, Instead>>> = {
  unexpected: next(
    '「{resume}」が出ているときは、押すと、途中まで済んだところから続けられます。出ていなければ、同じ操作をもう一度してください。また起きるときは、この画面の文章をサポート担当にお知らせください。',
    'Where “{resume}” is offered, it goes on from what was done so far; else try the same thing again. If it happens again, pass this text on to your support contact.',
  ),
  'draft-gone': next(
    'すでに始めたものは「{history}」に出ています。出ていなければ、何も変更していません。控えを選ぶところから、もう一度してください。',
    'If it was started already, it stands under “{history}”. If it does not, nothing was changed: begin again with the sheet.',
  ),
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
    '控えの内容を文字のファイル（.txt）にして選ぶか、「{type}」を押して入れてください。',
    'Put what the sheet says into a text file (.txt), or press “{type}”.',
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
    '新しいパスワードは、「{history}」で前の作業の結果を開き、「{passwords}」で見られます。もう一度変更したいときは、「{start}」から、それをいまのパスワードとして打ち込んでやり直してください。',
    'Open the earlier run under “{history}”: “{passwords}” shows the new one. To change it once more, begin anew from “{start}” and type that one as the present password.',
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
  'step-declined': {
    ja: { what: 'やめると答えたので、この作業の手前で止めました。', next: '続けるときは「{resume}」を押してください。' },
    en: { what: 'You chose not to go on, so it stopped before that step.', next: 'Press “{resume}” to go on.' },
  },
  'question-unanswered': next('「{resume}」を押して、質問に答えてください。', 'Press “{resume}” and answer the question.'),
  'browser-failed': next('パソコンを再起動してから、「{resume}」を押してください。', 'Restart the PC, then press “{resume}”.'),
  'portal-link-refused': next(
    '[本物のリンクは {known} で始まります。]届いた案内が偽物かもしれません。開いたり、パスワードを入れたりしないでください。本物が届いたら「{resume}」で続けられます。',
    '[A true one begins with {known} . ]The message may be forged: do not open it and enter no password. When the true one comes, “{resume}” goes on.',
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
  'attempts-spent': next(
    'パスワードが正しいか、紙で確かめてから「{resume}」を押してください。急ぐときは、プロバイダーの窓口に電話してください。',
    'Make sure of the password on your paper, then press “{resume}”. If it is urgent, call the provider’s help line.',
  ),
  'secret-missing': next(
    '控えの紙を用意して、「{start}」からやり直してください。',
    'Have your paper at hand and begin anew from “{start}”.',
  ),
  'endpoint-invalid': next(
    'サーバーの名前と番号を、紙のとおりに入れてください。一覧（CSV）では「pop3s://サーバー名:995」のように書きます。',
    'Enter the server’s name and port as on the paper. In a list (CSV) it is written like “pop3s://server:995”.',
  ),
  'port-25-blocked': otherDoor(
    '送信の番号は、587 か 465 にします。控えの紙かプロバイダーの案内に書いてあります。',
    'The port for sending should be 587 or 465: see your paper or the provider’s notice.',
  ),
  'wrong-port-or-security': otherDoor(
    '控えの紙を見て、番号と暗号化（SSL/TLS など）の組み合わせを確かめてください。パスワードは送っていません。',
    'Look at your paper for the port and the kind of encryption. No password was sent.',
  ),
  'needs-tls': otherDoor('パスワードが違うわけではありません。', 'It does not mean that the password is wrong.'),
  'plaintext-not-allowed': otherDoor('パスワードは送っていません。', 'No password was sent.'),
  'portal-sign-in-refused': next(
    '控えの紙を見て、ID とパスワードを確かめてください。読み取った内容が違っていたら、「{start}」からやり直してください。何度も間違えると使えなくなることがあるので、自動では繰り返しません。',
    'Check the ID and the password on your paper. If something was read wrongly, begin anew from “{start}”. It is not repeated by itself: too many wrong tries may lock you out.',
  ),
  'portal-old-password-refused': next(
    '控えの紙のパスワードを確かめてください。すでに変更した覚えがあれば、「{start}」から同じ控えでやり直し、「{skip}」を選んでください。',
    'Check the password on your paper. If you have changed it before, begin anew from “{start}” with the same sheet and choose “{skip}”.',
  ),
  'portal-rule-refused': next(
    '会員ページに出ている決まりを見て、「{start}」から同じ控えで、別のパスワードに決め直してください。いままでのパスワードが使えます。',
    'See which rule the site names, then begin anew from “{start}” with the same sheet and another password. The old password goes on working.',
  ),
  'client-account-ambiguous': next(
    'メールソフトで使わない方の設定を消してから「{resume}」を押すか、新しいパスワードをメールソフトに手で入れてください。',
    'Remove the one you do not use in the mail program and press “{resume}”, or enter the new password there by hand.',
  ),
  'portal-session-expired': next('「{resume}」を押してください。', 'Press “{resume}”.'),
  'portal-changed': byHand,
  'portal-ambiguous': byHand,
  'portal-differs': next(
    'どちらが正しいかを、プロバイダーの窓口などで確かめてください。会員ページが正しければ、「{start}」から控えを打ち直してやり直せます。控えが正しければ、計画で「{guided}」を選んで続けられます。',
    'Find out which one is right; the provider’s help line can tell. If the site is, begin anew from “{start}” and type the sheet as it should be. If the sheet is, choose “{guided}” on the plan.',
  ),
  'portal-outcome-unknown': next(
    '前のパスワードと新しいパスワードの両方を残してあります。「{passwords}」で見られます。どちらでログインできるか、プロバイダーの窓口でも確かめられます。',
    'Both passwords are kept: see “{passwords}”. The provider’s help line can also tell which one holds.',
  ),
  'portal-no-effect': next(
    'いまは、いままでのパスワードが使えます。あとから変わることもあるので、時間をおいて「{resume}」で、どちらになったか確かめてください（両方とも残してあります）。',
    'The old password works now. It may still change later, so look again after a while with “{resume}” (both passwords are kept).',
  ),
  'guided-no-effect': next(
    'いままでのパスワードが使えます。会員ページでの手続きを終えてから「{resume}」を押すか、受け付けられないときは、「{start}」から別のパスワードでやり直してください。',
    'The old password works. Finish on the member site and press “{resume}”, or, if it is not taken there, begin anew from “{start}” with another password.',
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
