import type { PracticeAccount } from '../../accounts.ts'
import type { Paper } from '../../portal.ts'

const block = (paper: Paper, account: PracticeAccount, at: number): readonly string[] => [
  `電子メール${at + 1}\t受信メールサーバー\t${paper.mailHost}`,
  `\t送信メールサーバー\t${paper.mailHost}`,
  `\tメールアドレス\t${account.address}`,
  `\tパスワード\t${paper.passwordOf(account.userName)}`,
]

/** 登録完了のお知らせ as お仕事ピカラ customers hold it: connection, mailboxes, member site, each with its own password. */
export function completionNotice(paper: Paper): string {
  const login = (realm: 'portal' | 'connection'): string =>
    paper.logins.find(({ realms }) => realms.includes(realm))?.userName ?? ''
  const [online, connection] = [login('portal'), login('connection')]
  const lines = [
    '登録完了のお知らせ（練習用）',
    '',
    paper.accounts[0]?.company ?? '',
    '',
    'ご契約サービス名\t光ねっとメニュー\tお仕事ピカラ光ねっと',
    `インターネット\tPPPoEユーザー名\t${connection}`,
    `\tPPPoEパスワード\t${paper.passwordOf(connection)}`,
    ...paper.accounts.flatMap((account, at) => block(paper, account, at)),
    'オンラインサービス\tURL\t',
    `\tユーザー名\t${online}`,
    `\tパスワード(初期)\t${paper.passwordOf(online)}`,
    '',
  ]
  return lines.join('\r\n')
}
