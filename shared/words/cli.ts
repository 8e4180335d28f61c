import type { PortalOutcome } from '../plan/evidence.ts'
import type { RunOutcome } from '../journal/run-outcome.ts'
import type { Facts } from '../base/problem.ts'
import { fillSentence } from './fill-sentence.ts'
import type { InBoth, Lang } from './lang.ts'

/** Headings and short sentences of the command line. Facts in braces; a bracketed part is left out when its fact is missing. */
export const cliWords = {
  plan: { ja: '■ 予定（まだ何も変更していません）', en: '■ Plan (nothing has been changed yet)' },
  provider: { ja: 'プロバイダー: {name}', en: 'Provider: {name}' },
  sheet: { ja: '控え: {file}', en: 'Sheet: {file}' },
  mailbox: { ja: '● {address}', en: '● {address}' },
  site: {
    ja: '  会員ページ（{url}）に ID {login} でログインし、[{owner} の]{realms}を変更します（元に戻せません）',
    en: '  Member site: signed in at {url} as {login}; changed there[ for {owner}]: {realms} (cannot be undone)',
  },
  siteByHand: {
    ja: '  会員ページ[（{url}）]でご自分で操作していただき、[{owner} の]{realms}を変更します[（ID {login} でログイン）]。手順は一つずつご案内します（元に戻せません）',
    en: '  Member site: you act[ at {url}][, signed in as {login},] and are told each step; changed there[ for {owner}]: {realms} (cannot be undone)',
  },
  siteSkipped: { ja: '  会員サイト: 変更しません（変更済みとのこと）', en: '  Member site: left alone (changed already)' },
  login: { ja: '● {login}（{realms}）', en: '● {login} ({realms})' },
  provesOld: {
    ja: '  変更の前に、いまのパスワードでログインできることを確かめます（変更できる回数が限られているため）',
    en: '  The present password is tried first, since so few changes are allowed',
  },
  notToday: {
    ja: '  いまは変更できません。{at} 以降に「resume」で続きをします',
    en: '  Cannot be changed now; carried on with “resume” after {at}',
  },
  decided: { ja: '  {what}: {chosen}（{others} ではなく）', en: '  {what}: {chosen} (not {others})' },
  untouched: {
    ja: 'メールのパスワードと設定には触れません: {addresses}',
    en: 'Mail passwords and settings are left alone: {addresses}',
  },
  effect: {
    ja: '  ※変更が行きわたるまで {minutes} 分ほどかかることがあります。その間、待って確かめます',
    en: '  Note: it can take {minutes} minutes to take effect; that is waited for',
  },
  changedBefore: {
    ja: '  ※{for} のパスワードは、{at} に実行 {run} で変更しています。控えがそれより前のものなら、控えのパスワードはもう使えません。新しいパスワードは「mail-migrate status {run} --secrets」で見られます。',
    en: '  Note: the password of {for} was changed on {at} by run {run}. If the sheet is older than that, its password no longer works. “mail-migrate status {run} --secrets” shows the new one.',
  },
  changeOpen: {
    ja: '  ※{for} のパスワードは、実行 {run} で変更を申し込んだまま、変わったかどうか分かっていません。先に「mail-migrate resume {run}」で確かめてください。',
    en: '  Note: run {run} has sent a change of the password of {for}, and whether it took effect is not known. See first with “mail-migrate resume {run}”.',
  },
  startsKept: {
    ja: '{for} のいまのパスワードは、控えのものではなく、保管庫にあるものを使います。',
    en: 'For {for} the present password is taken from the vault, not from the sheet.',
  },
  startsPaper: {
    ja: '{for} のいまのパスワードは、前の実行で変更したものではなく、控えのものを使います。',
    en: 'For {for} the present password is taken from the sheet, though an earlier run has changed it.',
  },
  restLater: {
    ja: '今日できるものだけを行い、残りは日時になってから「mail-migrate resume {run}」で続けます。',
    en: 'What can be done now is done; the rest is carried on later with “mail-migrate resume {run}”.',
  },
  afterwards: { ja: '変更したあとに、ご自分でしていただくこと:', en: 'Left for you to do after the change:' },
  undoLogin: {
    ja: '会員サイトのパスワードの変更は、取り消せません。',
    en: 'The change on the member site cannot be undone.',
  },
  differs: {
    ja: '  ※会員サイトの表示が控えと違います（{name}）: 控え {expected}、会員サイト {found}',
    en: '  Note: the member site shows something else than the sheet ({name}): sheet {expected}, site {found}',
  },
  doneLogin: {
    ja: '完了しました。会員サイトのパスワードが変わり、新しいパスワードでログインできることを確かめました。',
    en: 'Done. The member site password is changed and was seen to sign in.',
  },
  answerComes: {
    ja: '問い合わせを送りました。選んだ通知先に {from}～{to} 分ほどで返事が届きます（会員サイトの案内による時間です）。',
    en: 'The request is sent. The answer comes to the place you chose in about {from} to {to} minutes (as the site says).',
  },
  linkComes: {
    ja: '再設定の申し込みを送りました。選んだ通知先に {from}～{to} 分ほどでリンクが届きます。届くまで、このままお待ちください。',
    en: 'The request is sent. A link comes to the place you chose in about {from} to {to} minutes. Leave this open until it is there.',
  },
  requestUnknown: {
    ja: '問い合わせが会員サイトに届いたかどうかは分かりません。通知先に何も届かなければ、もう一度してください。パスワードは変わっていません。',
    en: 'Whether the site received the request is not known. If nothing arrives, do it again. No password was changed.',
  },
  lost: { ja: '控えや内容が足りないときは: {text}[ {url}]', en: 'Where the paper is lost or lacks something: {text}[ {url}]' },
  doors: { ja: '  確かめるサーバー: {doors}', en: '  Servers to check: {doors}' },
  client: { ja: '  メールソフト: {client}（{profile}）', en: '  Mail program: {client} ({profile})' },
  noClient: {
    ja: '  メールソフト: この PC では見つかりません。設定は手で変えます',
    en: '  Mail program: none found on this PC; its settings are changed by hand',
  },
  limit: {
    ja: '  ※パスワードの変更は {hours} 時間に {most} 回までです',
    en: '  Note: the password can be changed {most} time(s) in {hours} hours',
  },
  notice: { ja: '  ※{text}', en: '  Note: {text}' },
  undo: {
    ja: '取り消せるもの: メールソフトの設定（元のとおりに戻せます）。取り消せないもの: 会員サイトのパスワード。',
    en: 'Can be undone: the mail program’s settings (byte for byte). Cannot be undone: the password on the member site.',
  },
  typePassword: {
    ja: 'パスワードを入れてください（入力した文字は表示されません）>',
    en: 'Type the password (it is not shown) >',
  },
  yesNo: { ja: '（はい / いいえ）>', en: '(yes / no) >' },
  number: { ja: '（番号を入れてください）>', en: '(enter the number) >' },
  typed: { ja: '（入力）>', en: '(type) >' },
  hidden: { ja: '（入力した文字は表示されません）>', en: '(what you type is not shown) >' },
  stepDone: { ja: '✔ {text}', en: '✔ {text}' },
  stepFailed: { ja: '✖ {text}', en: '✖ {text}' },
  stepDoing: { ja: '… {text}', en: '… {text}' },
  stepUndone: { ja: '↩ メールソフトの設定を元に戻しました', en: '↩ The mail program’s settings are back as they were' },
  result: { ja: '■ 結果', en: '■ Result' },
  record: { ja: '記録: {pdf}', en: 'Record: {pdf}' },
  runAnew: {
    ja: '控えを直したときは、「mail-migrate run」ではじめからやり直してください（「resume」は、前と同じ ID とパスワードを使います）。',
    en: 'If the sheet was wrong, mend it and begin anew with “mail-migrate run” (“resume” uses the same ID and password again).',
  },
  runNumber: { ja: '実行番号: {run}', en: 'Run: {run}' },
  resume: { ja: '続きをするには: mail-migrate resume {run}', en: 'To carry on: mail-migrate resume {run}' },
  showSecrets: {
    ja: 'パスワードを確かめるには: mail-migrate status {run} --secrets',
    en: 'To see the passwords: mail-migrate status {run} --secrets',
  },
  undoHint: {
    ja: 'メールソフトの設定を元に戻すには: mail-migrate undo {run}',
    en: 'To put the mail program’s settings back: mail-migrate undo {run}',
  },
  undoneAt: {
    ja: 'メールソフトの設定は、{at} に元に戻してあります。',
    en: 'The mail program’s settings were put back as they were on {at}.',
  },
  undonePartlyAt: {
    ja: 'メールソフトの設定の一部は、{at} に元に戻してあります。残りは、まだ書き換えたままです。',
    en: 'Some of the mail programs’ settings were put back on {at}; the others still stand as rewritten.',
  },
  settingsAgain: {
    ja: 'メールソフトをもう一度新しい設定にするには: mail-migrate resume {run}',
    en: 'To give the mail program the new settings again: mail-migrate resume {run}',
  },
  undoCut: {
    ja: 'メールソフトの設定を元に戻す作業が、途中で止まっています。元に戻すには: mail-migrate undo {run}',
    en: 'Putting the mail program’s settings back was broken off half-way. To put them back: mail-migrate undo {run}',
  },
  undoneByHand: {
    ja: '会員サイトのパスワードは新しいままです。元の設定のままでは送受信できません。',
    en: 'The password on the member site is still the new one. With the old settings mail cannot be sent or received.',
  },
  nothingUndone: { ja: '元に戻すものはありませんでした。', en: 'There was nothing to put back.' },
  help: { ja: 'お問い合わせ: {name} {phone}（{hours}）', en: 'Help: {name} {phone} ({hours})' },
  receipt: { ja: '  受付番号: {receipt}', en: '  Receipt number: {receipt}' },
  probeOk: { ja: '  ✔ {url} に {user} でログインできました（{ms} ミリ秒）', en: '  ✔ {url} accepted {user} ({ms} ms)' },
  probeBad: { ja: '  ✖ {url} : {text}', en: '  ✖ {url} : {text}' },
  noRuns: { ja: 'まだ実行の記録がありません。[（場所 {folder}）]', en: 'There are no runs yet.[ (in {folder})]' },
  run: { ja: '{run}  {outcome}  {addresses}', en: '{run}  {outcome}  {addresses}' },
  secret: { ja: '{for}  {which}: {value}', en: '{for}  {which}: {value}' },
  which: { ja: '新しいパスワード[（{note}）]', en: 'new password[ ({note})]' },
  whichOld: { ja: '前のパスワード[（{note}）]', en: 'old password[ ({note})]' },
  whichOnly: { ja: 'パスワード（この実行では変更しません）', en: 'password (not changed by this run)' },
  inForce: { ja: 'いま使われています', en: 'in force' },
  notYetInForce: { ja: '作っただけで、まだ使われていません', en: 'made, and not in force' },
  notInForce: { ja: '使われていません', en: 'not in force' },
  notChanged: { ja: '変更していません', en: 'not changed' },
  maybeInForce: { ja: '使われているかどうか分かりません', en: 'it is not known whether it is in force' },
  changedSince: {
    ja: '※{for} のパスワードは、そのあと {at} に実行 {run} で変更しています。いまのものは「mail-migrate status {run} --secrets」で見られます。',
    en: 'Note: the password of {for} was changed after that, on {at}, by run {run}. “mail-migrate status {run} --secrets” shows the present one.',
  },
  changeSentSince: {
    ja: '※{for} のパスワードは、そのあと {at} に実行 {run} で変更を送りました。変わったかどうかは、まだ分かりません。確かめるには: mail-migrate resume {run}',
    en: 'Note: a change of the password of {for} was sent after that, on {at}, by run {run}. What came of it is not known yet. To find out: mail-migrate resume {run}',
  },
  sheetOf: { ja: '■ {file}（{provider}）', en: '■ {file} ({provider})' },
  field: { ja: '  {field}: {value}', en: '  {field}: {value}' },
  doubt: { ja: '  ？ {field}（{reason}）: {candidates}', en: '  ? {field} ({reason}): {candidates}' },
  profile: { ja: '■ {client}（{profile}） {folder}', en: '■ {client} ({profile}) {folder}' },
  account: { ja: '  {address}  受信 {incoming}  送信 {outgoing}', en: '  {address}  in {incoming}  out {outgoing}' },
  byHand: {
    ja: '  {client}: このプログラムでは書き換えません。新しいパスワードになったあと、手で入れてください',
    en: '  {client}: not rewritten by this program. Enter this by hand once the password has been changed',
  },
  noProfiles: {
    ja: 'この PC には、メールソフトの設定が見つかりません。',
    en: 'No mail program’s settings were found on this PC.',
  },
  passwordMade: { ja: '{password}', en: '{password}' },
  dictation: { ja: '読み方: {text}', en: 'Read aloud: {text}' },
  passwordFor: {
    ja: '{name}の{realm}の決まりで作りました。[ほかに変更できるもの: {changes}]',
    en: 'Made to the rule of {name} for the {realm}.[ Others: {changes}]',
  },
  passwordGood: { ja: '決まりに合っています。', en: 'It fits the rule.' },
  strength: { ja: '推測されにくさ: {score} / 4', en: 'Hard to guess: {score} / 4' },
  listed: {
    ja: '{done} 件を確かめました。使える: {good} 件、使えない・確かめられない: {bad} 件',
    en: '{done} checked: {good} work, {bad} do not or cannot be told',
  },
  interrupted: { ja: '中断しました。', en: 'Interrupted.' },
  declined: { ja: '何も変更せずにやめました。', en: 'Stopped; nothing was changed.' },
  practising: {
    ja: '練習用のプロバイダーを動かしています。止めるには Ctrl-C を押してください。',
    en: 'The practice provider is running. Press Ctrl-C to stop it.',
  },
  tryIt: { ja: '次のように試せます:', en: 'Try it like this:' },
  demo: {
    ja: '練習用のプロバイダーで、はじめから終わりまで通します。実際のメールや会員サイトには何もしません。\n  置き場所: {folder}',
    en: 'Walking the whole road on the practice provider. No real mail or member site is touched.\n  Folder: {folder}',
  },
  settingsBefore: { ja: '■ メールソフトの設定（前）', en: '■ Mail program settings, before' },
  settingsAfter: { ja: '■ メールソフトの設定（後）', en: '■ Mail program settings, after' },
} as const satisfies Readonly<Record<string, InBoth>>

export const outcomeWords: Readonly<Record<RunOutcome, InBoth>> = {
  done: {
    ja: '完了しました。新しいパスワードで送受信できることを確かめました。',
    en: 'Done. The new password was seen to work.',
  },
  stopped: { ja: '途中でやめました。何も変更していません。', en: 'Stopped. Nothing was changed.' },
  unfinished: {
    ja: 'パスワードは変わりましたが、まだ終わっていないことがあります。',
    en: 'The password was changed, and something after it is unfinished.',
  },
  unknown: {
    ja: '会員サイトでパスワードが変わったかどうか、確かめられませんでした。前と新しいパスワードの両方を控えておいてください。',
    en: 'It cannot be told whether the member site changed the password. Keep both passwords.',
  },
}

export const portalWords: Readonly<Record<PortalOutcome, InBoth>> = {
  changed: { ja: '  会員サイト: 変更されました', en: '  Member site: changed' },
  unchanged: { ja: '  会員サイト: 変更されていません', en: '  Member site: not changed' },
  unknown: { ja: '  会員サイト: 変更されたか分かりません', en: '  Member site: cannot be told' },
  skipped: { ja: '  会員サイト: 変更していません（変更済みとのこと）', en: '  Member site: left alone' },
}

export type CliWord = keyof typeof cliWords

/** A sentence of the command line, filled. */
export const sayCli = (word: CliWord, lang: Lang, facts: Facts = {}): string => fillSentence(cliWords[word][lang], facts, lang)
