import type { Paper } from '../../portal.ts'

/**
 * The paper a customer of UCOM光 holds: 登録証 with the customer number and its password, and below it the notes kept of the account IDs issued
 * since, which are the mail logins. Holds the passwords, as such papers do.
 */
export function registrationPaper(paper: Paper): string {
  const contract = paper.logins[0]
  const main = paper.accounts[0]
  if (!contract || !main) throw new Error('the practice household has no contract')
  const lines = [
    '　　　　　　　　　　登録証（練習用）',
    '',
    `ご契約者名　　　　　　：${main.company}`,
    `設置先住所　　　　　　：${main.postal}`,
    `ご契約タイプ　　　　　：${main.course}`,
    `お客様番号　　　　　　：${contract.userName}`,
    `お客様番号パスワード　：${paper.passwordOf(contract.userName)}`,
    '',
    '　UCOM光（練習用の見本）',
    '',
    '------------------------------------------------------------',
    '　　　　　　　　　　アカウントID控え',
    '',
    ...paper.accounts.flatMap((account) => [
      `アカウントID　　　　　：${account.userName}`,
      `アカウントIDパスワード：${paper.passwordOf(account.userName)}`,
      `メールアドレス　　　　：${account.address}`,
      `受信メールサーバー　　：${paper.mailHost}`,
      `送信メールサーバー　　：${paper.mailHost}`,
      '',
    ]),
  ]
  return `${lines.join('\r\n')}\r\n`
}
