import type { Paper } from '../../portal.ts'
import { atHome, connectionId } from './household.ts'

/**
 * 登録完了のお知らせ of the household: connection pair, one block for each mailbox, Myピカラ pair. Its look follows the sister service's paper of
 * the same title. Holds the passwords, as the paper does.
 */
export function registrationNotice({ accounts, passwordOf, mailHost }: Paper): string {
  const own = accounts.filter(({ address }) => atHome.addresses.includes(address))
  const mail = own.flatMap(({ address, userName }, at) => [
    '',
    `■電子メール${at + 1}`,
    `受信メールサーバー　: ${mailHost}`,
    `送信メールサーバー　: ${mailHost}`,
    `メールアドレス　　　: ${address}`,
    `パスワード　　　　　: ${passwordOf(userName)}`,
  ])
  const lines = [
    '　　　　　　　　　　登録完了のお知らせ（練習用）',
    '',
    `ご契約者名　　　　　: ${own[0]?.personName ?? ''}`,
    `お客さま番号　　　　: ${atHome.number}`,
    'ご契約サービス名　　: ピカラ光ねっと',
    '',
    '■インターネット接続',
    `接続ID　　　　　　　: ${connectionId}`,
    `接続パスワード　　　: ${passwordOf(connectionId)}`,
    ...mail,
    '',
    '■Ｍｙピカラ',
    `ユーザー名　　　　　: ${atHome.login}`,
    `パスワード(初期)　　: ${passwordOf(atHome.login)}`,
    '',
    '※このお知らせは大切に保管してください。',
  ]
  return `${lines.join('\r\n')}\r\n`
}
