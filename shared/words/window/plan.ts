import type { InBoth } from '../lang.ts'

/** Words of the screen on which the way, the new password and the whole plan are decided. */
export const planWords = {
  // first decision: what, and how
  wayHeading: { ja: 'どのように変更しますか', en: 'How shall it be changed?' },
  wayLead: {
    ja: 'まだ何も変わりません。迷ったら、はじめから選ばれているもので構いません。',
    en: 'Nothing changes yet. If in doubt, leave what is chosen.',
  },
  realm: { ja: '変更するパスワード', en: 'Password to change' },
  realmNotHere: { ja: 'ここでは変更できないもの', en: 'What cannot be changed here' },
  way: { ja: '進め方', en: 'The way' },
  recipe: {
    ja: 'このプログラムが会員ページで変更する（おすすめ）',
    en: 'The program changes it on the member site (recommended)',
  },
  recipeText: {
    ja: '押すところは、このあとの計画でお見せします。知らない画面が出たら、何も押さずに止まります。',
    en: 'You will see what it presses before it starts. On a page it does not know it stops and presses nothing.',
  },
  guidedText: {
    ja: '会員ページはご自分で操作します。手順を1つずつ表示し、変わったかどうかを確かめます。',
    en: 'You act on the member site yourself. Each step is told, and the change is verified.',
  },
  skipText: {
    ja: '会員ページには行かず、新しいパスワードで受信・送信できるか確かめ、メールソフトを書き換えます。',
    en: 'The member site is not visited: the new password is tried, and the mail program is updated.',
  },
  addresses: { ja: '対象のメールアドレス', en: 'Mailboxes' },
  addressMissing: { ja: '1つ以上選んでください。', en: 'Choose at least one.' },
  more: { ja: '細かい設定', en: 'More settings' },
  mailPrograms: { ja: 'メールソフトの設定も書き換える', en: 'Update the mail programs, too' },
  attended: { ja: '会員ページで押すたびに確かめる', en: 'Ask before each press on the member site' },
  roundTrip: {
    ja: '終わりに、自分あてのメールを1通送って届くか試す',
    en: 'At the end, send one message to yourself and see it arrive',
  },
  proveOldDead: {
    ja: '終わりに、前のパスワードが使えなくなったか1回だけ試す',
    en: 'At the end, try the old password once to see that it is dead',
  },
  toPassword: { ja: '次へ: 新しいパスワード', en: 'Next: the new password' },
  backToSheets: { ja: '控えの確認へ戻る', en: 'Back to the paper' },
  backToWay: { ja: '進め方へ戻る', en: 'Back to the way' },
  backToPassword: { ja: 'パスワードを選び直す', en: 'Choose another password' },
  // second decision: the password
  passwordHeading: { ja: '新しいパスワードを決めてください', en: 'Decide on the new password' },
  passwordLead: {
    ja: '新しいパスワードは、変更の前にこのパソコンの保管庫にしまいます。あとから見られます。',
    en: 'It is put in this PC’s password store before anything is changed, and you can look it up later.',
  },
  passwordLeadFile: {
    ja: '新しいパスワードは、変更の前に、このプログラムの暗号をかけたファイルにしまいます。あとから見られます。',
    en: 'It is put in this program’s encrypted file before anything is changed, and you can look it up later.',
  },
  passwordLeadPractice: {
    ja: '練習のパスワードは、このプログラムを閉じるまで見られます。保管庫には残りません。',
    en: 'A rehearsal’s password can be looked up until this program is closed. It is not kept in the password store.',
  },
  skipHeading: { ja: 'いま使えるパスワードを教えてください', en: 'Which password is in force now?' },
  skipLead: {
    ja: 'そのパスワードで受信・送信できるかを確かめてから、メールソフトを書き換えます。',
    en: 'It is seen to work before the mail program is rewritten.',
  },
  which: { ja: '新しいパスワード', en: 'New password' },
  made: { ja: 'このプログラムが作る（おすすめ）', en: 'The program makes one (recommended)' },
  madeText: {
    ja: '人に見破られにくいものを、会員ページの決まりに合わせて作ります。',
    en: 'Hard to guess, and to the member site’s rule.',
  },
  madeEach: { ja: 'メールアドレスごとに別のものを作ります。', en: 'Each mailbox gets its own.' },
  own: { ja: '自分で決める', en: 'I choose my own' },
  ownEach: { ja: '選んだメールアドレス全部に、同じものを使います。', en: 'The same one for all chosen mailboxes.' },
  fromSheet: { ja: '控えに書いてあるもの', en: 'The one on the paper' },
  afterwards: { ja: '変更したあとの、別のもの', en: 'Another one, set since' },
  madeShow: { ja: 'いま作って見る', en: 'Make and show it now' },
  madeAgain: { ja: '別のものを作る', en: 'Make another' },
  madeLater: { ja: '見なくても進めます。完了のあとに表示できます。', en: 'You need not: it can be shown when all is done.' },
  madeValue: { ja: '作ったパスワード', en: 'The password made' },
  dictation: { ja: '読み方', en: 'How it is read out' },
  dictationHelp: { ja: '電話で伝えるときや、紙に書くときに使ってください。', en: 'For the telephone, or for writing it down.' },
  rule: { ja: '決まり: {rule}', en: 'Rule: {rule}' },
  ruleOf: { ja: '{provider}の決まり: {rule}', en: 'Rule of {provider}: {rule}' },
  typeNew: { ja: '新しいパスワード', en: 'New password' },
  typeAgain: { ja: '新しいパスワード（確認のためもう一度）', en: 'New password (once more)' },
  typeNow: { ja: 'いま使えるパスワード', en: 'The password in force now' },
  empty: { ja: 'パスワードを入れてください。', en: 'Enter a password.' },
  differs: { ja: '2つの内容が違います。', en: 'The two are not the same.' },
  fits: { ja: '決まりに合っています', en: 'It keeps the rule' },
  fitsNot: { ja: 'このままでは使えません', en: 'It cannot be used like this' },
  strength: { ja: '強さ: {word}', en: 'Strength: {word}' },
  strength0: { ja: 'とても弱い', en: 'very weak' },
  strength1: { ja: '弱い', en: 'weak' },
  strength2: { ja: 'ふつう', en: 'fair' },
  strength3: { ja: '強い', en: 'strong' },
  strength4: { ja: 'とても強い', en: 'very strong' },
  toPlan: { ja: '次へ: 計画を見る', en: 'Next: see the plan' },
  drafting: { ja: '計画を立てています…（まだ何も変わりません）', en: 'Planning… (nothing changes yet)' },
  // third decision: the plan
  planHeading: { ja: 'この計画で始めますか', en: 'Shall it be done like this?' },
  planLead: {
    ja: 'まだ何も変わっていません。よく読んで、よければ「始める」を押してください。',
    en: 'Nothing has changed yet. Read it through, then press “Start”.',
  },
  ofProvider: { ja: '（{provider}）', en: ' ({provider})' },
  loginLane: { ja: '{login}（{realms}）', en: '{login} ({realms})' },
  site: { ja: '会員ページ', en: 'Member site' },
  siteRecipe: {
    ja: '{login} でログインして、[{owner} の]{realms}を変更します。',
    en: 'Signs in as {login} and changes the {realms}[ of {owner}].',
  },
  siteGuided: {
    ja: 'ご自分で操作していただき、[{owner} の]{realms}を変更します。[{login} でログインします。]手順は1つずつご案内します。',
    en: 'You act and are told each step: the {realms}[ of {owner}] is changed.[ You sign in as {login}.]',
  },
  siteSkipped: { ja: '行きません（もう変更済み）。', en: 'Not visited (changed already).' },
  presses: { ja: '押すところ', en: 'What is pressed' },
  irreversible: { ja: 'ここで変わります。元に戻せません。', en: 'This makes the change. It cannot be undone.' },
  provesOld: {
    ja: '変更の前に、いまのパスワードが正しいか確かめます（変更できる回数が少ないため）。',
    en: 'The present password is tried first, since so few changes are allowed.',
  },
  notToday: {
    ja: 'いまは変更できません。{at} を過ぎてから「続きをする」で行います。',
    en: 'It cannot be changed now. After {at} it is done by “Carry on”.',
  },
  limit: { ja: '変更は {hours} 時間に {most} 回までです。', en: 'It can be changed {most} time(s) in {hours} hour(s).' },
  limitDay: {
    ja: '変更は1日に{most}回だけです。今日はやり直せません。',
    en: 'It can be changed {most} time(s) a day: no second try today.',
  },
  server: { ja: '{service}: {host}（{port}番）', en: '{service}: {host} (port {port})' },
  servers: { ja: '確かめるサーバー', en: 'Servers to be tried' },
  client: { ja: 'メールソフト', en: 'Mail program' },
  clientIs: { ja: '{client}（{profile}）', en: '{client} ({profile})' },
  noClient: {
    ja: 'このパソコンでは見つかりません。お使いのメールソフトには、終わったあとに手で入れてください。',
    en: 'None was found on this PC. Enter the new password in yours by hand afterwards.',
  },
  noClientWanted: { ja: '書き換えません（選んでいただいたとおり）。', en: 'Left alone, as you chose.' },
  setting: { ja: '設定', en: 'Setting' },
  before: { ja: 'いま', en: 'Now' },
  after: { ja: '変更後', en: 'Afterwards' },
  unread: {
    ja: '調べられなかったメールソフトがあり、手を付けません',
    en: 'A mail program could not be looked into and is left alone',
  },
  refused: { ja: 'この計画に入らないもの', en: 'Not part of this plan' },
  untouched: {
    ja: 'メールのパスワードと設定には触れません: {addresses}',
    en: 'Mail passwords and settings are left alone: {addresses}',
  },
  undo: { ja: '元に戻せるもの・戻せないもの', en: 'What can be undone' },
  undoYes: {
    ja: '戻せます: メールソフトの設定（前とまったく同じ内容に）',
    en: 'Can be undone: the mail program’s settings, to the last byte',
  },
  undoNo: { ja: '戻せません: 会員ページのパスワード', en: 'Cannot be undone: the password on the member site' },
  afterwardsTitle: { ja: 'このあと、ご自分でしていただくこと', en: 'Left for you to do afterwards' },
  notices: { ja: 'プロバイダーからのお知らせ', en: 'Notices of the provider' },
  steps: { ja: '作業の順番をくわしく見る（{n}）', en: 'See every step ({n})' },
  consent: {
    ja: '会員ページのパスワードは元に戻せないことを、確かめました',
    en: 'I have understood that the password on the member site cannot be undone',
  },
  consentSkip: { ja: 'この内容を確かめました', en: 'I have read this' },
  consentMissing: { ja: '始めるには、上の欄に印を付けてください。', en: 'Tick the box above to start.' },
  start: { ja: '始める', en: 'Start' },
} as const satisfies Readonly<Record<string, InBoth>>

/** Words for a score of 0 to 4. */
export const strengthWords: readonly InBoth[] = [
  planWords.strength0,
  planWords.strength1,
  planWords.strength2,
  planWords.strength3,
  planWords.strength4,
]
