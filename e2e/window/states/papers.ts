import type { SheetView } from '../../../shared/ipc/sheet-calls.ts'
import { viewSheet } from '../../../shared/ipc/view-sheet.ts'
import { providers } from '../../../shared/provider/index.ts'
import { questionField } from '../../../shared/sheet/question-field.ts'
import { toAccounts } from '../../../shared/sheet/to-account.ts'

/** A paper as the main process reads it: the real reading, of the lines given. */
export const paperOf = (lines: readonly string[], name = '会員証.txt', sheet = 'sheet-00000001'): SheetView =>
  viewSheet({ sheet, file: name, provider: null, lines, accounts: read(lines, name), before: [] })

const read = (lines: readonly string[], file: string) =>
  toAccounts({ file, sha256: '', origin: 'text', encoding: 'utf-8', lines }, providers, null)

/** The same paper with one of its fields questioned by the person. */
export function questionedOf(lines: readonly string[], field: string): SheetView {
  const before = read(lines, '会員証.txt')
  const accounts = questionField(before, field, null)
  if (accounts === null) throw new Error(`nothing was read as ${field}`)
  return viewSheet({ sheet: 'sheet-00000001', file: '会員証.txt', provider: null, lines, accounts, before: [before] })
}

const head = ['EFネット会員証', '会員番号 ： 0012345', '登録者名 ： 山田商店']
const servers = ['受信メール(POP3)サーバー ： mail.biglobe.ne.jp', '送信メール(SMTP)サーバー ： mail.biglobe.ne.jp']

const clear: readonly string[] = [
  ...head,
  'ユーザーID ： ymd00123',
  'パスワード ： Kx7mQ2ab',
  'メールアドレス ： yamada@mvd.biglobe.ne.jp',
  ...servers,
]

/** Nothing on it is in doubt. */
export const card = paperOf(clear)

/** The same, its password questioned by the person; and settled again, which can be taken back. */
export const questioned = questionedOf(clear, 'mailboxes[0].password')
export const corrected: SheetView = { ...card, mayGoBack: true }

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
