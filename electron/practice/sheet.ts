import type { PracticeAccount } from './accounts.ts'
import type { Paper } from './portal.ts'

const japaneseDay = (iso: string): string => {
  const [year, month, day] = iso.split('-').map(Number)
  return `${year}年${month}月${day}日`
}
const slashDay = (iso: string): string => iso.split('-').map(Number).join('/')

function memberCard(paper: Paper, main: PracticeAccount): readonly string[] {
  return [
    '　　　　　　　　　　　　EFネット会員証（練習用）',
    '',
    `1. 会員登録日　　　　: ${japaneseDay(main.registered)}`,
    `2. 会員番号　　　　　: ${main.memberNumber}`,
    `3. 登録者名　　　　　: ${main.company}`,
    `4. 登録者住所　　　　: ${main.postal}`,
    `5. ユーザーID　　　　: ${main.userName}`,
    `6. パスワード　　　　: ${paper.passwordOf(main.userName)}`,
    `7. メールアドレス　　: ${main.address}`,
    '8. メールサーバー名',
    `　受信メール(POP3)サーバー : ${paper.mailHost}`,
    `　送信メール(SMTP)サーバー : ${paper.mailHost}`,
  ]
}

function slot(paper: Paper, number: number, account: PracticeAccount | undefined): readonly string[] {
  return [
    `追加メールアドレス${number}　　メールアドレス発行日: ${account ? slashDay(account.registered) : ''}`,
    `1. メールアドレス　　: ${account?.address ?? ''}`,
    `2. パスワード　　　　: ${account ? paper.passwordOf(account.userName) : ''}　　ID : ${account?.userName ?? ''}`,
    `3. 受信メール(POP3)サーバー : ${paper.mailHost}`,
    `　 送信メール(SMTP)サーバー : ${paper.mailHost}`,
    `4. ポート番号(SMTP)　: 587`,
    '',
  ]
}

/**
 * The two papers an EFネット customer holds, in one text: 会員証 (items 1 to 8) and 追加メールアドレスリスト with three slots, blank
 * where no further address was taken. Holds the passwords, as the paper does.
 */
export function efNetSheet(paper: Paper): string {
  const main = paper.accounts.find((one) => one.kind === 'main')
  if (!main) throw new Error('the practice household has no main account')
  const extras = paper.accounts.filter((one) => one.kind === 'extra')
  const lines = [
    ...memberCard(paper, main),
    '',
    '　株式会社エッサム（練習用の見本）',
    '　エッサムファミリー会　EFネット事務局',
    '',
    '----------------------------------------------------------------',
    '',
    '　　　　　　　　EFネット追加メールアドレスリスト（練習用）',
    '',
    `1. EFネット会員番号　: ${main.memberNumber}`,
    `2. 会員名　　　　　　: ${main.company}`,
    `3. 会員ID　　　　　　: ${main.userName}`,
    '',
    ...[0, 1, 2].flatMap((index) => slot(paper, index + 1, extras[index])),
  ]
  return `${lines.join('\r\n')}\r\n`
}
