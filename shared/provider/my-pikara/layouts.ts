import type { Layout, LayoutField, LayoutSection } from '../../sheet/layout.ts'

const address: LayoutField = {
  field: 'address',
  kind: 'address',
  labels: [
    'メールアドレス',
    '電子メールアドレス',
    'ピカラメールアドレス',
    'Eメールアドレス',
    'E-mailアドレス',
    'Mail address',
    'E-mail address',
  ],
  spareLabels: ['E-mail', 'Eメール', 'メール', 'アドレス'],
}

const incomingHost: LayoutField = {
  field: 'incomingHost',
  kind: 'host',
  protocol: 'pop3',
  labels: [
    '受信メールサーバー',
    '受信メールサーバー名',
    '受信メール(POP)サーバー',
    '受信メール(POP3)サーバー',
    '受信メールサーバー(POP)',
    '受信メールサーバー(POP3)',
    '受信サーバー',
    '受信サーバー(POP)',
    '受信サーバー(POP3)',
    'メール受信サーバー',
    'POPサーバー',
    'POPサーバー名',
    'POP3サーバー',
    'POP3サーバー名',
    'POP',
    'POP3',
    'Incoming server',
    'Incoming mail server',
  ],
}

const imapHost: LayoutField = {
  field: 'incomingHost',
  kind: 'host',
  protocol: 'imap',
  labels: ['IMAPサーバー', 'IMAPサーバー名', '受信メールサーバー(IMAP)', '受信サーバー(IMAP)', 'IMAP'],
}

const outgoingHost: LayoutField = {
  field: 'outgoingHost',
  kind: 'host',
  labels: [
    '送信メールサーバー',
    '送信メールサーバー名',
    '送信メール(SMTP)サーバー',
    '送信メールサーバー(SMTP)',
    '送信サーバー',
    '送信サーバー(SMTP)',
    'メール送信サーバー',
    'SMTPサーバー',
    'SMTPサーバー名',
    'SMTP',
    'Outgoing server',
    'Outgoing mail server',
  ],
}

const outgoingPort: LayoutField = {
  field: 'outgoingPort',
  kind: 'port',
  labels: ['送信ポート番号', '送信ポート', 'SMTPポート番号', 'SMTPポート', 'ポート番号(SMTP)', 'ポート番号(送信)'],
  spareLabels: ['ポート番号', 'ポート', 'Port'],
}

const incomingPort: LayoutField = {
  field: 'incomingPort',
  kind: 'port',
  labels: ['受信ポート番号', '受信ポート', 'POPポート番号', 'POPポート', 'POP3ポート番号', 'ポート番号(POP)', 'ポート番号(受信)'],
  spareLabels: ['ポート番号', 'ポート', 'Port'],
}

const head: LayoutSection = {
  id: 'holder',
  headings: [],
  many: false,
  mailbox: false,
  opens: [],
  userNameFrom: 'field',
  fields: [
    {
      field: 'customerName',
      kind: 'text',
      labels: ['ご契約者名', 'ご契約者氏名', 'ご契約者名(漢字)', '契約者名', 'お客さま名', 'お客様名', 'ご契約者'],
      spareLabels: ['お名前', '氏名', '会社名'],
    },
    {
      field: 'customerAddress',
      kind: 'text',
      labels: ['ご契約者住所', 'ご住所', 'ご利用場所', '設置場所', 'ご契約住所'],
      spareLabels: ['住所'],
    },
    {
      field: 'memberNumber',
      kind: 'code',
      labels: ['お客さま番号', 'お客様番号', '契約番号', 'ご契約番号', 'お申込番号', 'ご契約ID', '契約ID'],
    },
    { field: 'issuedOn', kind: 'date', labels: ['発行日', '登録完了日', '登録日', '作成日'] },
    { field: 'other', kind: 'text', labels: ['ご契約サービス名', 'サービス名', 'ご契約メニュー', 'ご利用開始日', '電話番号'] },
  ],
}

// Section 4 of the manual calls the pair インターネット接続IDとパスワード. It stands on the same paper and never opens site or mailbox.
const connection: LayoutSection = {
  id: 'connection',
  headings: ['インターネット', 'インターネット接続', 'インターネット接続サービス', '接続設定', 'インターネット接続情報'],
  many: false,
  mailbox: false,
  opens: ['connection'],
  userNameFrom: 'field',
  fields: [
    {
      field: 'userName',
      kind: 'user',
      // Some are written like an address: that is no sign of another field here.
      pattern: '[!-~]+',
      labels: [
        '接続ID',
        'インターネット接続ID',
        '接続用ID',
        '接続ユーザー名',
        '接続用ユーザー名',
        '接続アカウント',
        'PPPoEユーザー名',
        'PPPoE ID',
        'PPPoEアカウント',
      ],
    },
    {
      field: 'password',
      kind: 'secret',
      labels: [
        '接続パスワード',
        'インターネット接続パスワード',
        'インターネット接続用パスワード',
        '接続用パスワード',
        'PPPoEパスワード',
        'パスワード',
      ],
    },
  ],
}

const mail: LayoutSection = {
  id: 'mail',
  headings: [
    '電子メール{n}',
    '電子メールアドレス{n}',
    'メールアドレス{n}',
    'メール{n}',
    'Eメール{n}',
    '追加メール{n}',
    '電子メール',
    '追加メールアドレス{n}',
  ],
  carries: 'address',
  many: true,
  mailbox: true,
  opens: ['mail'],
  userNameFrom: 'address',
  fields: [
    address,
    {
      field: 'userName',
      kind: 'user',
      labels: [
        'メールユーザー名',
        'メールアカウント',
        'メールアカウント名',
        'メールID',
        'POPアカウント',
        'POPユーザー名',
        'メールログイン名',
      ],
      spareLabels: ['アカウント', 'アカウント名', 'ユーザーID'],
    },
    {
      field: 'password',
      kind: 'secret',
      labels: [
        'パスワード',
        'メールパスワード',
        'メール用パスワード',
        '電子メールパスワード',
        'メールアドレスのパスワード',
        'POPパスワード',
        // Myピカラ has a page that issues one (section 7): it is the password of the mailbox until the next change.
        '仮パスワード',
        '新しいパスワード',
        '変更後パスワード',
        '変更後のパスワード',
      ],
    },
    incomingHost,
    imapHost,
    outgoingHost,
    outgoingPort,
    incomingPort,
  ],
}

const site: LayoutSection = {
  id: 'my-pikara',
  headings: ['Myピカラ', 'マイピカラ', 'Myピカラログイン', 'Myピカラのログイン', 'Myピカラ ログイン情報', 'Myピカラ(会員ページ)'],
  many: false,
  mailbox: false,
  opens: ['portal'],
  userNameFrom: 'field',
  fields: [
    { field: 'url', kind: 'url', labels: ['URL', 'Myピカラ URL', 'アドレス(URL)', 'ホームページ'] },
    {
      field: 'userName',
      kind: 'user',
      labels: [
        'ユーザー名',
        'Myピカラユーザー名',
        'Myピカラのユーザー名',
        'Myピカラ ID',
        'Myピカラログイン名',
        'ログインユーザー名',
        'ユーザーネーム',
      ],
      spareLabels: ['ログインID', 'ログイン名', 'ID', 'User name'],
    },
    {
      field: 'password',
      kind: 'secret',
      labels: [
        'パスワード',
        'パスワード(初期)',
        '初期パスワード',
        'Myピカラパスワード',
        'Myピカラのパスワード',
        'Myピカラ パスワード',
        'ログインパスワード',
        '会員ページパスワード',
      ],
    },
  ],
}

/** Words that end like ours and mean something else: read, so that they are taken for nothing of ours. */
const others: LayoutSection = {
  id: 'others',
  headings: [
    '光でんわ',
    'ピカラ光でんわ',
    '無線LAN',
    'Wi-Fi',
    'ノートン',
    'ノートン セキュリティ オンライン',
    'インターネットセキュリティソフト',
    'ピカラ光てれび',
  ],
  many: false,
  mailbox: false,
  opens: [],
  userNameFrom: 'field',
  fields: [
    {
      field: 'other',
      kind: 'text',
      labels: [
        'パスワード',
        'ユーザー名',
        '旧パスワード',
        '以前のパスワード',
        '変更前パスワード',
        '変更前のパスワード',
        '暗証番号',
        '無線LANパスワード',
        'Wi-Fiパスワード',
        '暗号化キー',
        'ルーターパスワード',
        'ルーター管理パスワード',
        '認証コード',
        'プロダクトキー',
      ],
    },
  ],
}

/**
 * 登録完了のお知らせ of ピカラ for the home. The manual names the paper and what opens Myピカラ by it (user name and password, or mail address and
 * its password); its look is that of the sister service's paper of the same title, which is shown in that manual.
 */
export const registrationNotice: Layout = {
  id: 'my-pikara-registration',
  titles: [
    '登録完了のお知らせ',
    'ピカラ登録完了のお知らせ',
    'ピカラ光ねっと登録完了のお知らせ',
    '登録完了通知書',
    '登録完了のご案内',
  ],
  clues: ['Myピカラ', 'マイピカラ', 'portal.pikara.jp', 'www.pikara.jp'],
  needs: ['userName', 'password'],
  sections: [head, connection, mail, site, others],
  instructions: [
    '別紙',
    '同上',
    '別途',
    '紙面参照',
    'お客さま設定',
    'お客様設定',
    'ご自身で設定',
    '変更済み',
    '取得してください',
    '必要です',
    '封書',
  ],
}
