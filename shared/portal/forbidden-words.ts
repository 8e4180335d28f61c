import { foldWords } from './fold-words.ts'

/** Words of controls no recipe may ever use: they end, buy or destroy something. */
export const forbiddenWords: readonly string[] = [
  '解約',
  '削除',
  '購入',
  '廃止',
  '退会',
  '脱退',
  '注文',
  '決済',
  '支払',
  '課金',
  '有料',
  '買う',
  '休止',
  '停止',
  '初期化',
  '譲渡',
  '名義変更',
  '移転',
  '抹消',
  '破棄',
  '新規申込',
  '新規お申し込み',
  '新規お申込み',
  '追加申込',
  '追加お申し込み',
  '利用申込',
  'カード',
  'プラン変更',
  'コース変更',
  'メールボックスを空に',
  'delete',
  'remove',
  'purchase',
  'buy',
  'cancel subscription',
  'unsubscribe',
  'terminate',
  'close account',
  'checkout',
]

/** The first forbidden word in a text, or null. */
export function forbiddenIn(text: string): string | null {
  const folded = foldWords(text)
  return forbiddenWords.find((word) => folded.includes(foldWords(word))) ?? null
}
