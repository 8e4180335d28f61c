import type { Layout, LayoutField } from '../../sheet/layout.ts'

const phrases = ['別紙', '同上', '紙面参照', 'ご案内参照', '変更済み', 'お客さま控え', '郵送', '封書']

const address: LayoutField = {
  field: 'address',
  kind: 'address',
  labels: [
    'メールアドレス',
    'ご契約メールアドレス',
    'メールアドレス(アカウント名)',
    'メールアカウント',
    '電子メールアドレス',
    'Eメールアドレス',
    'E-mailアドレス',
    'Mail address',
    'E-mail address',
  ],
  spareLabels: ['E-mail', 'Mail', 'アドレス'],
}

const mailPassword: LayoutField = {
  field: 'password',
  kind: 'secret',
  labels: [
    'パスワード',
    'パスワード(初期)',
    '初期パスワード',
    'メールパスワード',
    'メール用パスワード',
    '電子メールパスワード',
    'メールアドレスのパスワード',
    '新しいパスワード',
    '新パスワード',
    '変更後パスワード',
    '変更後のパスワード',
    'Password',
    'PW',
  ],
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
    '受信サーバー',
    '受信サーバー名',
    '受信サーバー(POP3)',
    'メール受信サーバー',
    'POP3サーバー',
    'POPサーバー',
    'POPサーバー名',
    'Incoming mail server',
    'Incoming server',
  ],
}

// The manual names no IMAP server; a paper that does is still read.
const imapHost: LayoutField = {
  field: 'incomingHost',
  kind: 'host',
  protocol: 'imap',
  labels: ['IMAPサーバー', 'IMAPサーバー名', '受信メールサーバー(IMAP)', '受信サーバー(IMAP)', 'IMAP4サーバー'],
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
    'メール送信サーバー',
    'SMTPサーバー',
    'SMTPサーバー名',
    'Outgoing mail server',
    'Outgoing server',
  ],
}

const ports: readonly LayoutField[] = [
  {
    field: 'incomingPort',
    kind: 'port',
    labels: ['受信ポート番号', '受信ポート', 'POPポート番号', 'POP3ポート番号', 'ポート番号(POP3)', 'ポート番号(受信)'],
    spareLabels: ['ポート番号', 'ポート'],
  },
  {
    field: 'outgoingPort',
    kind: 'port',
    labels: ['送信ポート番号', '送信ポート', 'SMTPポート番号', 'ポート番号(SMTP)', 'ポート番号(送信)'],
    spareLabels: ['ポート番号', 'ポート'],
  },
]

/** Words that end like ours and mean another password or name: read, so that they are never taken for one of ours. */
const other: LayoutField = {
  field: 'other',
  kind: 'text',
  labels: [
    '旧パスワード',
    '以前のパスワード',
    '変更前パスワード',
    '変更前のパスワード',
    '古いパスワード',
    '管理者パスワード',
    '管理者ID',
    'Wi-Fiパスワード',
    '無線LANパスワード',
    'ルーターパスワード',
    '暗号化キー',
    'ホームページ用パスワード',
    'FTPパスワード',
    'FTPユーザー名',
  ],
}

/**
 * 登録完了のお知らせ of お仕事ピカラ: the company's name, the connection (インターネット), one block for each mailbox (電子メール1 …) and the
 * member site (オンラインサービス). Three kinds of password that open nothing of each other; which is whose, the block it stands in tells.
 */
export const completionNotice: Layout = {
  id: 'oshigoto-completion-notice',
  titles: [
    '登録完了のお知らせ',
    '登録完了のご案内',
    '登録完了通知書',
    '登録完了通知',
    'ご登録完了のお知らせ',
    'お仕事ピカラ登録完了のお知らせ',
    '登録内容のお知らせ',
  ],
  clues: ['お仕事ピカラ', 'お仕事ピカラ光ねっと', 'os.pikara.ne.jp', 'stnet.co.jp/net/oshigoto'],
  needs: ['address', 'password'],
  sections: [
    {
      id: 'contract',
      headings: ['ご契約内容', 'ご契約者さま情報', 'お客さま情報'],
      many: false,
      mailbox: false,
      opens: [],
      userNameFrom: 'field',
      fields: [
        {
          field: 'customerName',
          kind: 'text',
          // The company's name stands on a line of its own below the title; the sender's (株式会社STNet) may, too.
          unlabelled:
            '(?!.*(?:STN|ＳＴＮ)).{0,30}(?:株式会社|有限会社|合同会社|[㈱㈲]|[(（][株有][)）]).{0,30}|.{1,30}(?:御中|様)',
          labels: [
            'ご契約者名',
            'ご契約者',
            '契約者名',
            '会社名',
            '法人名',
            'お客さま名',
            'お客様名',
            'ご契約者氏名',
            'ご契約名義',
          ],
        },
        { field: 'customerAddress', kind: 'text', labels: ['ご住所', 'ご契約住所', 'ご利用場所', '設置場所住所'] },
        {
          field: 'memberNumber',
          kind: 'code',
          labels: ['お客さま番号', 'お客様番号', 'ご契約番号', '契約番号', '契約者番号', 'お客さまID'],
        },
        { field: 'registeredOn', kind: 'date', labels: ['登録日', '登録完了日', 'ご利用開始日', '開通日'] },
        { field: 'issuedOn', kind: 'date', labels: ['発行日', '作成日'] },
        {
          field: 'other',
          kind: 'text',
          labels: ['ご契約サービス名', 'ご契約サービス', '光ねっとメニュー', 'ご契約メニュー', 'サービス名', 'メニュー'],
        },
      ],
    },
    {
      id: 'connection',
      headings: ['インターネット', 'インターネット接続', '接続設定', 'PPPoE'],
      many: false,
      mailbox: false,
      opens: ['connection'],
      userNameFrom: 'field',
      fields: [
        {
          field: 'userName',
          kind: 'user',
          // Written like an address, and none.
          pattern: '(?!https?:).+',
          labels: ['PPPoEユーザー名', 'PPPoEユーザーID', 'PPPoE ID', '接続ユーザー名', '接続ユーザーID', '接続ID', '認証ID'],
        },
        {
          field: 'password',
          kind: 'secret',
          labels: ['PPPoEパスワード', '接続パスワード', '接続用パスワード', '認証パスワード', 'PPPoE PW'],
        },
        other,
      ],
    },
    {
      id: 'mail',
      headings: ['電子メール{n}', '電子メール', 'メール{n}', 'メールアカウント{n}', 'メールアドレス{n}'],
      carries: 'address',
      many: true,
      mailbox: true,
      opens: ['mail'],
      userNameFrom: 'address',
      fields: [
        incomingHost,
        imapHost,
        outgoingHost,
        ...ports,
        address,
        {
          field: 'userName',
          kind: 'user',
          labels: ['アカウント名', 'メールユーザー名', 'メールアカウント名', 'メールログインID', 'メールサーバーログインID'],
        },
        mailPassword,
        other,
      ],
    },
    {
      id: 'online',
      headings: ['オンラインサービス', 'お仕事ピカラオンラインサービス', 'お客さま専用ページ'],
      many: false,
      mailbox: false,
      opens: ['portal'],
      userNameFrom: 'field',
      fields: [
        { field: 'url', kind: 'url', labels: ['URL', 'ログインURL'] },
        {
          field: 'userName',
          kind: 'user',
          labels: ['ユーザー名', 'ユーザーID', 'ログインID', 'オンラインサービスユーザー名', 'User name'],
        },
        {
          field: 'password',
          kind: 'secret',
          labels: [
            'パスワード(初期)',
            '初期パスワード',
            'パスワード',
            'オンラインサービスパスワード',
            'オンラインサービスのパスワード',
            'ログインパスワード',
            '新しいパスワード',
            '変更後パスワード',
            '変更後のパスワード',
          ],
        },
        other,
      ],
    },
  ],
  instructions: phrases,
}
