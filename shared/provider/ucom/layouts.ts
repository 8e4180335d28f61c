import type { Layout, LayoutField } from '../../sheet/layout.ts'

const customerName: LayoutField = {
  field: 'customerName',
  kind: 'text',
  labels: [
    'ご契約者名',
    '契約者名',
    'ご契約者氏名',
    '契約者氏名',
    'ご契約者様名',
    'ご契約者様',
    'ご契約者',
    'お客様名',
    'お客様氏名',
  ],
  spareLabels: ['氏名', 'お名前', '会社名', '名前'],
}

const contractPassword: LayoutField = {
  field: 'password',
  kind: 'secret',
  labels: [
    'お客様番号パスワード',
    'お客さま番号パスワード',
    'お客様番号のパスワード',
    'お客様番号用パスワード',
    'お客様番号PW',
    '新しいお客様番号パスワード',
    '変更後のお客様番号パスワード',
  ],
  spareLabels: ['パスワード', '初期パスワード', 'ログインパスワード', 'Password', 'PW'],
}

const accountPassword: LayoutField = {
  field: 'password',
  kind: 'secret',
  labels: [
    'アカウントIDパスワード',
    'アカウントパスワード',
    'アカウントIDのパスワード',
    'アカウントID PW',
    'メールパスワード',
    'メール用パスワード',
    'メールアドレスパスワード',
    // Written on the paper when the password was changed once: both then stand there, and contradict each other.
    '新しいアカウントIDパスワード',
    '変更後のアカウントIDパスワード',
    '新しいパスワード',
    '新パスワード',
    '変更後のパスワード',
    '変更後パスワード',
  ],
  spareLabels: ['パスワード', '初期パスワード', '現在のパスワード', 'ログインパスワード', 'Password', 'PW', 'Pass'],
}

const address: LayoutField = {
  field: 'address',
  kind: 'address',
  labels: [
    'メールアドレス',
    'UCOM光メールアドレス',
    'UCOM光のメールアドレス',
    'Eメールアドレス',
    'E-mailアドレス',
    '電子メールアドレス',
    'Mail address',
    'E-mail address',
  ],
  spareLabels: ['E-mail', 'Eメール', '電子メール', 'メール', 'Mail', 'アドレス'],
}

const incomingHost: LayoutField = {
  field: 'incomingHost',
  kind: 'host',
  protocol: 'pop3',
  labels: [
    '受信メールサーバー',
    '受信メールサーバー名',
    '受信サーバー',
    '受信サーバー名',
    '受信メール(POP3)サーバー',
    '受信メール(POP)サーバー',
    '受信メールサーバー(POP3)',
    '受信メールサーバー(POP)',
    '受信サーバー(POP3)',
    '受信サーバー(POP)',
    '受信(POP3)',
    '受信(POP)',
    'POP3サーバー',
    'POP3サーバー名',
    'POPサーバー',
    'POPサーバー名',
    'POP3',
    'POP',
    'Incoming server',
    'Incoming mail server',
    'POP3 server',
  ],
}

const imapHost: LayoutField = {
  field: 'incomingHost',
  kind: 'host',
  protocol: 'imap',
  labels: [
    'IMAPサーバー',
    'IMAPサーバー名',
    'IMAP4サーバー',
    '受信メール(IMAP)サーバー',
    '受信メールサーバー(IMAP)',
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
    '送信サーバー',
    '送信サーバー名',
    '送信メール(SMTP)サーバー',
    '送信メールサーバー(SMTP)',
    '送信サーバー(SMTP)',
    '送信(SMTP)',
    'SMTPサーバー',
    'SMTPサーバー名',
    'SMTP',
    'Outgoing server',
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
    '送受信サーバー',
    '送受信メールサーバー',
    'POP3/SMTPサーバー',
    'POP/SMTPサーバー',
    'Mail server',
  ],
}

const outgoingPort: LayoutField = {
  field: 'outgoingPort',
  kind: 'port',
  labels: ['送信ポート番号', '送信ポート', 'SMTPポート番号', 'SMTPポート', 'ポート番号(SMTP)', 'ポート番号(送信)', 'SMTP port'],
  spareLabels: ['ポート番号', 'ポート', 'Port'],
}

const incomingPort: LayoutField = {
  field: 'incomingPort',
  kind: 'port',
  labels: [
    '受信ポート番号',
    '受信ポート',
    'POP3ポート番号',
    'POP3ポート',
    'POPポート番号',
    'ポート番号(POP3)',
    'ポート番号(受信)',
    'IMAPポート番号',
    'POP3 port',
  ],
  spareLabels: ['ポート番号', 'ポート', 'Port'],
}

/** Other passwords, names and addresses beside ours: read, so that they are taken for nothing else. */
const other: LayoutField = {
  field: 'other',
  kind: 'text',
  labels: [
    '旧パスワード',
    '以前のパスワード',
    '変更前のパスワード',
    '変更前パスワード',
    '接続パスワード',
    '接続ID',
    '接続ユーザー名',
    'PPPoEパスワード',
    'PPPoEユーザー名',
    '管理者パスワード',
    'Wi-Fiパスワード',
    '無線LANパスワード',
    'ルーターパスワード',
    'リモートサポートPIN',
    'PIN番号',
    '暗証番号',
    // A contact address or another company's: its password is not the account ID's.
    '連絡用メールアドレス',
    'ご連絡先メールアドレス',
    '連絡先メールアドレス',
    '他社メールアドレス',
    '他社のメールアドレス',
    '転送先メールアドレス',
    'ホームページアドレス',
  ],
}

/** What マイページ prints of an account beside its ID. ユーザーネーム is a name to be called by and no login. */
const aboutAccount: LayoutField = {
  field: 'other',
  kind: 'text',
  labels: [
    '氏名カナ',
    '氏名',
    'ユーザーネーム',
    'アカウント権限種別',
    'アカウントID権限種別',
    '権限種別',
    '権限',
    '利用メール',
    'お申込み日',
    'お申し込み日',
  ],
}

/**
 * 登録証 with the customer number and its password, and whatever paper, note or printed page holds the account IDs issued afterwards: each an ID
 * and a password that are the mail login of the address taken with it, too.
 */
export const registration: Layout = {
  id: 'ucom-registration',
  titles: [
    '登録証',
    'ご登録証',
    'UCOM光 レジデンス 登録証',
    'UCOM光 登録証',
    'Spaaqs光 登録証',
    'スパークス光 登録証',
    '登録証(UCOM光 レジデンス)',
    '登録証(Spaaqs光)',
    '登録証のご案内',
    'お客様登録証',
    'アカウントID控え',
    'アカウントIDの控え',
    'アカウントID一覧',
    // Pages of マイページ that people print or paste.
    'アカウントID登録/変更',
    'アカウントID登録/変更完了',
    'アカウントID登録/変更確認',
    'アカウントID管理',
    'メールアドレス登録/変更',
    'メールアドレス登録/変更完了',
    'メールアドレス登録/変更確認',
  ],
  clues: ['UCOM', 'Spaaqs', 'アルテリア', 'ARTERIA', '登録証'],
  needs: ['userName', 'password'],
  sections: [
    {
      id: 'contract',
      headings: ['お客様番号でログイン', 'ご契約情報', 'ご契約基本情報', 'ご契約内容'],
      many: false,
      mailbox: false,
      opens: ['contract'],
      userNameFrom: 'field',
      fields: [
        customerName,
        {
          field: 'customerAddress',
          kind: 'text',
          labels: ['設置先住所', '設置場所住所', 'ご利用場所', 'ご利用住所', 'ご契約者住所', 'ご契約住所'],
          spareLabels: ['住所', 'ご住所'],
        },
        { field: 'issuedOn', kind: 'date', labels: ['発行日', '登録証発行日', '登録日', '再発行日', 'ご利用開始日'] },
        {
          field: 'userName',
          kind: 'user',
          labels: ['お客様番号', 'お客さま番号', 'お客様No', 'お客様番号(ログイン用)'],
          also: ['memberNumber'],
        },
        contractPassword,
        { field: 'url', kind: 'url', labels: ['マイページURL', 'マイページ', 'URL'] },
        {
          ...other,
          labels: [
            ...other.labels,
            'ご契約タイプ',
            'ご契約サービス',
            '契約タイプ',
            'お申込番号',
            '電話番号',
            '携帯電話番号',
            '部屋番号',
            '氏名カナ',
          ],
        },
      ],
    },
    {
      id: 'account',
      headings: ['ご利用者{n}', '利用者{n}', 'アカウント{n}', 'アカウント情報{n}'],
      many: true,
      mailbox: true,
      opens: ['account', 'mail'],
      userNameFrom: 'field',
      fields: [
        {
          field: 'userName',
          kind: 'user',
          labels: ['アカウントID', 'アカウントI.D.', 'メールアカウントID', 'Account ID'],
          spareLabels: ['アカウント', 'アカウント名', 'ログインID', 'ユーザーID'],
        },
        accountPassword,
        address,
        mailHost,
        incomingHost,
        imapHost,
        outgoingHost,
        outgoingPort,
        incomingPort,
        aboutAccount,
        other,
      ],
    },
  ],
  instructions: ['別紙', '同上', '登録証参照', 'ご自身で設定', 'お客様が設定', '変更済み', 'マイページで確認', 'お客様にて'],
}
