import type { Paper } from '../../portal.ts'

/**
 * The paper an OCN customer holds: ご利用内容のご案内 with 認証ID, 認証パスワード and the mail accounts. The manual names the two authentication places and
 * shows no more of it; the rest is made up. Holds the passwords, as the paper does.
 */
export function usageGuideSheet(paper: Paper): string {
  const login = paper.logins[0]
  const first = paper.accounts[0]
  if (!login || !first) throw new Error('the practice household has no sign-in or no mail account')
  const lines = [
    '　　　　　　　　　　ご利用内容のご案内（練習用）',
    '',
    `お客様番号　　　　　: ${first.memberNumber}`,
    `サービス品目　　　　: ${first.course}`,
    `お名前　　　　　　　: ${first.company}`,
    `ご住所　　　　　　　: ${first.postal}`,
    '',
    '■ 接続情報',
    `認証ID　　　　　　　: ${login.userName}`,
    `認証パスワード　　　: ${paper.passwordOf(login.userName)}`,
    '',
    ...paper.accounts.flatMap((account, n) => [
      `■ メールアカウント${n + 1}`,
      `メールアドレス　　　: ${account.address}`,
      `メールパスワード　　: ${paper.passwordOf(account.userName)}`,
      `受信メールサーバー　: ${paper.mailHost}`,
      `送信メールサーバー　: ${paper.mailHost}`,
      '',
    ]),
    '　OCN for business（練習用の見本）',
  ]
  return `${lines.join('\r\n')}\r\n`
}
