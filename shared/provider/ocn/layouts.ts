import type { Layout, LayoutField } from '../../sheet/layout.ts'

const memberNumber: LayoutField = {
  field: 'memberNumber',
  kind: 'code',
  labels: ['お客様番号', 'お客さま番号', 'お客様No', 'お客様No.', 'ご契約番号', '契約番号', '契約者番号', 'Customer number'],
}

const customerName: LayoutField = {
  field: 'customerName',
  kind: 'text',
  labels: [
    'お名前',
    'ご契約者名',
    '契約者名',
    'ご契約者',
    'お客様名',
    'お客さま名',
    '会社名',
    '貴社名',
    '御社名',
    'ご契約者様名',
    '契約者氏名',
  ],
  spareLabels: ['氏名', '名前', 'お名前(カナ)', 'お名前(フリガナ)'],
}

const customerAddress: LayoutField = {
  field: 'customerAddress',
  kind: 'text',
  labels: ['ご住所', '住所', 'ご契約住所', 'ご利用場所', '設置場所', '回線設置場所'],
}

/** What opens support desk and Internet connection. */
const authenticationId: LayoutField = {
  field: 'userName',
  kind: 'user',
  labels: [
    '認証ID',
    '認証I.D',
    '認証I.D.',
    '認証用ID',
    '接続認証ID',
    '接続認証用ID',
    '認証ID(接続ID)',
    '認証ID(ユーザー名)',
    '認証ユーザーID',
  ],
  // Left and right of the @ are typed and chosen apart.
  pattern: '[^@\\s]+@[^@\\s]+',
}

const authenticationPassword: LayoutField = {
  field: 'password',
  kind: 'secret',
  labels: [
    '認証パスワード',
    '認証用パスワード',
    '接続認証パスワード',
    '接続認証用パスワード',
    '認証パスワード(接続パスワード)',
    '認証PW',
    '新しい認証パスワード',
    '新認証パスワード',
    '変更後認証パスワード',
    '変更後の認証パスワード',
    '認証パスワード(変更後)',
    // Right below the 認証ID the sign-in page itself says no more than this.
    'パスワード',
    'PW',
    'Password',
  ],
}

const mailAddress: LayoutField = {
  field: 'address',
  kind: 'address',
  labels: [
    'メールアドレス',
    'Eメールアドレス',
    'E-mailアドレス',
    '電子メールアドレス',
    '基本メールアドレス',
    '追加メールアドレス',
    '複数メールアドレス',
    'OCNメールアドレス',
    'Mail address',
    'E-mail address',
  ],
  // On the desk's list the whole address is called メールアカウント, on its form the part before the @.
  spareLabels: [
    'メールアカウント',
    '基本メールアカウント',
    '追加メールアカウント',
    'メールアカウント名',
    'E-mail',
    'Eメール',
    'メール',
  ],
}

const mailPassword: LayoutField = {
  field: 'password',
  kind: 'secret',
  labels: [
    'メールパスワード',
    'メール用パスワード',
    'メールアカウントパスワード',
    'メールアドレスパスワード',
    'メールアドレスのパスワード',
    'メール受信パスワード',
    'メール接続パスワード',
    'メールPW',
    'POPパスワード',
    'POP3パスワード',
    '新しいメールパスワード',
    '新メールパスワード',
    '変更後メールパスワード',
    '変更後のメールパスワード',
    'メールパスワード(変更後)',
    'パスワード',
    'PW',
    'Password',
  ],
}

const mailUser: LayoutField = {
  field: 'userName',
  kind: 'user',
  labels: [
    'メールユーザー名',
    'メールユーザーID',
    'メールID',
    'メールログインID',
    'POPアカウント',
    'POP3アカウント',
    'POPアカウント名',
    'POPユーザー名',
    'POP ID',
  ],
  spareLabels: ['アカウント名', 'ユーザー名', 'ユーザーID', 'ログインID', 'ユーザー'],
}

const incomingHost: LayoutField = {
  field: 'incomingHost',
  kind: 'host',
  protocol: 'pop3',
  labels: [
    '受信メールサーバー',
    '受信メールサーバー名',
    '受信メールサーバー(POP)',
    '受信メールサーバー(POP3)',
    '受信メール(POP3)サーバー',
    '受信メール(POP)サーバー',
    '受信サーバー',
    '受信サーバー名',
    '受信サーバー(POP)',
    '受信サーバー(POP3)',
    '受信(POP3)サーバー',
    '受信(POP)サーバー',
    '受信(POP)',
    '受信(POP3)',
    'メール受信サーバー',
    'POPサーバー',
    'POPサーバー名',
    'POP3サーバー',
    'POP3サーバー名',
    'POPサーバー(受信)',
    'POP3サーバー(受信)',
    'POP3',
    'POP',
    'Incoming mail server',
    'POP server',
    'POP3 server',
  ],
}

// The manual names no mail server at all; a sheet that names IMAP is still read.
const imapHost: LayoutField = {
  field: 'incomingHost',
  kind: 'host',
  protocol: 'imap',
  labels: [
    'IMAPサーバー',
    'IMAPサーバー名',
    'IMAP4サーバー',
    '受信メール(IMAP)サーバー',
    '受信サーバー(IMAP)',
    '受信(IMAP)',
    'IMAP',
    'IMAP server',
  ],
}

const outgoingHost: LayoutField = {
  field: 'outgoingHost',
  kind: 'host',
  labels: [
    '送信メールサーバー',
    '送信メールサーバー名',
    '送信メールサーバー(SMTP)',
    '送信メール(SMTP)サーバー',
    '送信サーバー',
    '送信サーバー名',
    '送信サーバー(SMTP)',
    '送信(SMTP)サーバー',
    '送信(SMTP)',
    'メール送信サーバー',
    'SMTPサーバー',
    'SMTPサーバー名',
    'SMTPサーバー(送信)',
    'SMTP',
    'Outgoing mail server',
    'SMTP server',
  ],
}

const mailHost: LayoutField = {
  field: 'mailHost',
  kind: 'host',
  labels: [
    'メールサーバー',
    'メールサーバー名',
    'メールサーバー(POP/SMTP)',
    'POP/SMTPサーバー',
    'POP・SMTPサーバー',
    'POP3/SMTPサーバー',
    'メールサーバ(送受信)',
  ],
}

const incomingPort: LayoutField = {
  field: 'incomingPort',
  kind: 'port',
  labels: [
    '受信ポート番号',
    '受信ポート',
    'POPポート番号',
    'POP3ポート番号',
    'POPポート',
    'ポート番号(POP)',
    'ポート番号(POP3)',
    'ポート番号(受信)',
    'IMAPポート番号',
  ],
  // Whose port it is, its number tells.
  spareLabels: ['ポート番号', 'ポート', 'Port'],
}

const outgoingPort: LayoutField = {
  field: 'outgoingPort',
  kind: 'port',
  labels: ['送信ポート番号', '送信ポート', 'SMTPポート番号', 'SMTPポート', 'ポート番号(SMTP)', 'ポート番号(送信)'],
  spareLabels: ['ポート番号', 'ポート', 'Port'],
}

/** Words that end like ours and mean another name or password: read, so that they are never taken for one of the two. */
const other: LayoutField = {
  field: 'other',
  kind: 'text',
  labels: [
    '旧パスワード',
    '以前のパスワード',
    '変更前パスワード',
    '変更前のパスワード',
    '旧認証パスワード',
    '変更前認証パスワード',
    '変更前の認証パスワード',
    '旧メールパスワード',
    '変更前メールパスワード',
    '変更前のメールパスワード',
    'PPPoEパスワード',
    'PPPoEユーザー名',
    '接続パスワード',
    '接続ID',
    '管理者パスワード',
    '管理者ID',
    'Wi-Fiパスワード',
    '無線LANパスワード',
    'ルーターパスワード',
    'ルーターのパスワード',
    'FTPパスワード',
    'FTPアカウント',
    'ホームページパスワード',
    '担当者メールアドレス',
    '連絡先メールアドレス',
    'ご案内先メールアドレス',
    'ご連絡先メールアドレス',
  ],
}

/**
 * ご利用内容のご案内: 認証ID with 認証パスワード (support desk and Internet connection together), and up to four mail accounts, each with a mail password of
 * its own. The manual names the sheet and the two authentication places; how the rest is laid out is inferred.
 */
export const usageGuide: Layout = {
  id: 'ocn-usage-guide',
  titles: [
    'ご利用内容のご案内',
    'ご利用内容のお知らせ',
    'OCNご利用内容のご案内',
    '「ご利用内容のご案内」',
    'ご利用内容ご案内書',
    'ご利用内容のご案内書',
  ],
  clues: ['OCN', 'NTTコミュニケーションズ', '認証ID', 'カスタマサポートデスク', 'カスタマーサポートデスク'],
  needs: ['userName', 'password'],
  sections: [
    {
      id: 'contract',
      headings: [
        'お客様情報',
        'お客様基本情報',
        'ご契約内容',
        'ご契約情報',
        '接続情報',
        'インターネット接続',
        'インターネット接続情報',
        '接続設定情報',
        '認証情報',
      ],
      many: false,
      mailbox: false,
      opens: ['portal', 'connection'],
      userNameFrom: 'field',
      fields: [
        memberNumber,
        customerName,
        customerAddress,
        { field: 'issuedOn', kind: 'date', labels: ['発行日', 'ご案内日', '作成日', '開通日', 'ご利用開始日'] },
        authenticationId,
        authenticationPassword,
        {
          field: 'other',
          kind: 'text',
          labels: [
            'サービス品目',
            'OCN提供メニュー',
            'ご契約サービス',
            '契約サービス',
            '支払い方法',
            'お支払い方法',
            '部課名',
            '郵便番号',
          ],
        },
        {
          field: 'url',
          kind: 'url',
          labels: ['カスタマサポートデスク', 'カスタマーサポートデスク', 'カスタマサポートデスクURL', 'ログインページ'],
        },
        other,
      ],
    },
    {
      id: 'mail',
      headings: [
        'メールアカウント{n}',
        'メールアドレス{n}',
        'メール{n}',
        '基本メールアドレス{n}',
        '追加メールアドレス{n}',
        '追加メールアカウント{n}',
        '複数メールアドレス{n}',
        'メールアカウント情報',
        'メール情報',
        'メール設定情報',
      ],
      carries: 'address',
      many: true,
      mailbox: true,
      opens: ['mail'],
      userNameFrom: 'address',
      fields: [
        mailAddress,
        mailPassword,
        mailUser,
        incomingHost,
        imapHost,
        outgoingHost,
        mailHost,
        incomingPort,
        outgoingPort,
        other,
      ],
    },
  ],
  instructions: [
    '別紙',
    '同上',
    '紙面参照',
    'ご案内参照',
    'ご利用内容のご案内',
    '変更済み',
    '設定済み',
    '変更されている場合',
    '入力してください',
    'ご記入ください',
    'お客様設定',
    'お客様にて設定',
  ],
}
