import type { SheetView } from '../../../shared/ipc/sheet-calls.ts'
import { viewSheet } from '../../../shared/ipc/view-sheet.ts'
import { providers } from '../../../shared/provider/index.ts'
import { toAccounts } from '../../../shared/sheet/to-account.ts'

/** A paper as the main process reads it: the real reading, of the lines given. */
export function paperOf(lines: readonly string[], name = '会員証.txt', sheet = 'sheet-00000001'): SheetView {
  const text = { file: name, sha256: '', origin: 'text' as const, encoding: 'utf-8', lines }
  const accounts = toAccounts(text, providers, null)
  return viewSheet({ sheet, file: name, provider: null, lines, accounts })
}

const head = ['EFネット会員証', '会員番号 ： 0012345', '登録者名 ： 山田商店']
const servers = ['受信メール(POP3)サーバー ： mail.biglobe.ne.jp', '送信メール(SMTP)サーバー ： mail.biglobe.ne.jp']

/** Nothing on it is in doubt. */
export const card = paperOf([
  ...head,
  'ユーザーID ： ymd00123',
  'パスワード ： Kx7mQ2ab',
  'メールアドレス ： yamada@mvd.biglobe.ne.jp',
  ...servers,
])

/** Its password is in full-width letters: two readings. */
export const doubtful = paperOf([
  ...head,
  'ユーザーID ： ymd00123',
  'パスワード ： Ｋｘ７ｍＱ２ab',
  'メールアドレス ： yamada@mvd.biglobe.ne.jp',
  ...servers,
])

/** Its password is blacked out, and there is a blank inside its address: two doubts, one to be typed. */
export const blackedOut = paperOf([
  ...head,
  'ユーザーID ： ymd00123',
  'パスワード ： ********',
  'メールアドレス ： yamada @mvd.biglobe.ne.jp',
  ...servers,
])

/** Nobody can tell whose it is. */
export const stranger = paperOf(['メールアドレス: someone@unknown.example', 'パスワード: himitsu9'], '控え.txt', 'sheet-00000002')

/** A sheet of a named provider with so many mailboxes, settled: what the plan begins with. */
export const settled = (provider: string, addresses: readonly string[]): SheetView => ({
  ...card,
  provider,
  addresses: [...addresses],
})
