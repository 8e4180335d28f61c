import type { Fault } from '../../electron/practice/faults.ts'
import type { ProblemCode } from '../../shared/base/problem.ts'
import type { Change } from '../../shared/provider/provider.ts'

/** What one fault must come to for whoever walks the road with `mail-migrate run`. */
export interface RoadRow {
  readonly fault: Fault
  /** It begins the moment the site has changed the password; left out: it is there from the start. */
  readonly begins?: 'with-the-change'
  /** Exit code. */
  readonly code: 0 | 3 | 4 | 5
  readonly portal: 'changed' | 'unchanged' | 'unknown'
  readonly problem: ProblemCode | null
  /** How often the irreversible click arrived at the site. */
  readonly commits: 0 | 1
  readonly thunderbird: 'untouched' | 'rewritten'
  /** Parts of what a person reads under 「結果」, Japanese: what happened and, where the site has said why, the site's own words. */
  readonly says: readonly string[]
  /**
   * The provider's data come as a signed pack that allows a confirmed change only so many seconds to take effect: for a change that never
   * does, where the catalogue's own minutes would be waited out.
   */
  readonly effectSeconds?: number
}

/** One password of the practice household changed by `mail-migrate run`, and every fault met on the way. */
export interface Road {
  readonly provider: string
  /** Tells this road from the provider's others. */
  readonly name: string
  /** The change as it stands in the provider's data. */
  readonly change: Change
  /** What leads `run` to it, beyond sheet, site, servers and mail program. */
  readonly options: readonly string[]
  /** Whose password is changed. `address`: of the mailbox; null for a login that is none, where no mail program is ever touched. */
  readonly user: string
  readonly address: string | null
  /** Who opens the member site. */
  readonly signsIn: string
  /** The site's page that the irreversible click sends. */
  readonly commitPage: string
  readonly rows: readonly RoadRow[]
}

/** Stopped, and the password is as it was. */
export const stops = (
  fault: Fault,
  problem: ProblemCode,
  says: readonly string[],
  more: Partial<Pick<RoadRow, 'commits' | 'begins' | 'effectSeconds'>> = {},
): RoadRow => ({ fault, code: 3, portal: 'unchanged', problem, commits: 0, thunderbird: 'untouched', says, ...more })

/** A fault that does not keep a mailbox from its new password. */
export const goesOn = (fault: Fault): RoadRow => ({
  fault,
  code: 0,
  portal: 'changed',
  problem: null,
  commits: 1,
  thunderbird: 'rewritten',
  says: ['完了しました。新しいパスワードで送受信できることを確かめました。', '会員サイト: 変更されました'],
})

/** The same for a login that is no mailbox. */
export const goesOnAtSite = (fault: Fault): RoadRow => ({
  ...goesOn(fault),
  thunderbird: 'untouched',
  says: ['完了しました。会員サイトのパスワードが変わり、新しいパスワードでログインできることを確かめました。'],
})

/** The change was sent, and no sign-in tells what came of it. */
export const leavesOpen = (fault: Fault, more: Pick<RoadRow, 'begins'> = {}): RoadRow => ({
  fault,
  code: 5,
  portal: 'unknown',
  problem: 'portal-outcome-unknown',
  commits: 1,
  thunderbird: 'untouched',
  says: ['変わったかどうか確かめられませんでした', '前のパスワードと新しいパスワードの両方を残してあります'],
  ...more,
})

/** The password is changed, and the mail servers keep the rest from being done. */
export const leavesRest = (fault: Fault, problem: ProblemCode, says: readonly string[]): RoadRow => ({
  fault,
  begins: 'with-the-change',
  code: 4,
  portal: 'changed',
  problem,
  commits: 1,
  thunderbird: 'untouched',
  says: ['パスワードは変わりましたが、まだ終わっていないことがあります。', '会員サイト: 変更されました', ...says],
})

/** Words of the program by what they are about; the words of a site stand in the rows. */
export const said = {
  signIn: '会員ページにログインできませんでした。ID かパスワードが違います',
  locked: '会員ページの利用が一時的に止められています',
  maintenance: '会員ページは、いま工事（メンテナンス）中です',
  session: '会員ページの接続が時間切れになりました',
  refused: '会員ページが変更を受け付けませんでした',
  noEffect: '変更を申し込みましたが、パスワードは元のままでした',
  changed: '会員ページの画面が、知っている画面と違うので止めました',
  ambiguous: '同じ名前の欄やボタンがいくつもあり、どれか決められないので止めました',
  limit: '変更できる回数を超えています',
  aDay: '（24 時間に 1 回まで）',
  anHour: '（1 時間に 1 回まで）',
  rule: '会員ページが、新しいパスワードを受け付けませんでした',
  oldPassword: '会員ページが、いまのパスワードが違うと答えました',
  mailRefused: 'メールサーバーが、ユーザー名かパスワードが違うと答えました',
  mailTemporary: 'メールサーバーに一時的な不具合があります',
} as const
