import type { InBoth } from './lang.ts'

/** The command line's help, whole: forms are the contract's, sentences are plain. */
export const cliHelp: InBoth = {
  ja: `メール移行アシスタント — メールのパスワード変更を、控えの読み取りから確認の記録まで

使い方
  mail-migrate run 控え... [オプション]   控えにあるメールアドレスすべてについて、最後まで行う
  mail-migrate plan 控え... [オプション]  何をするかだけを見る（何も変更しない）
  mail-migrate read 控え...               控えを読み取る（パスワードも表示します）
  mail-migrate resume 実行番号            中断したところから続ける
  mail-migrate undo 実行番号              メールソフトの設定を元に戻す
  mail-migrate status [実行番号]          いまの状態を見る
  mail-migrate status 実行番号 --secrets  その実行のパスワードを表示する
  mail-migrate probe --incoming URL --outgoing URL --user 名前   受信・送信できるか確かめる（パスワードは --password-file か標準入力）
  mail-migrate probe --list 一覧.csv [--at-once 数]              たくさんのメールアドレスを確かめる
  mail-migrate clients                    この PC のメールソフトと設定を調べる
  mail-migrate password --provider ID     決まりに合うパスワードを作る（--check なら判定する）
  mail-migrate providers [--provider ID]  対応しているプロバイダーを見る（ID を付けると、それを詳しく）
  mail-migrate providers --add ファイル [--trust 指紋]   配布元の追加データ（署名付き）を取り込む
  mail-migrate providers --remove ID      追加データを外し、プログラムの内容に戻す
  mail-migrate providers --distrust 指紋  署名の相手を信頼するものから外し、その追加データも外す
  mail-migrate recover --provider ID      忘れたユーザー名やパスワードを、会員サイトで取り戻す
  mail-migrate practice                   練習用のプロバイダーを動かす
  mail-migrate demo                       練習用のプロバイダーで、はじめから終わりまで通して見る

run / plan のオプション
  --provider ID            控えから分からないときのプロバイダー
  --mailbox アドレス       このアドレスだけ（何度でも書けます）
  --change 種類            どのパスワードか: mail（既定）portal account contract
  --attended               会員サイトで何かを押す前に、一つずつ確かめる（入れた項目の名前と画面をお見せします）
  --guided                 会員サイトはご自分で操作し、手順の案内と確認を受ける（OCN のメールなど）
  --incoming URL, --outgoing URL   設定するサーバー  例: pop3s://mail.example.jp  smtp://mail.example.jp:587
  --portal-url URL         会員サイトの入り口のアドレス
                            （プロバイダーが二つ以上のときは、どれも ocn=URL のように書き分けます）
  --browser 名前かパス, --headed, --headless   使うブラウザー、画面に出す、出さない
                            （どちらもなければ、一つずつ確かめるときだけ、画面のあるパソコンで出します）
  --thunderbird-root フォルダー    profiles.ini のあるフォルダー
  --thunderbird, --no-thunderbird  Thunderbird を書き換える（設定がなければ止まる）、触らない
  --outlook, --no-outlook  Outlook（Windows）を書き換える（設定がなければ止まる）、触らない
  --outlook-reg ファイル.reg  書き出したレジストリの Outlook を見る（clients と plan だけ。書き換えません）
  --new-password-file ファイル     新しいパスワード（なければ作ります）
  --skip-portal            会員サイトでは変更済み
  --ca ファイル            追加で信頼する認証局（PEM）。メールサーバーと、会員サイトの入り口のサーバーに使います
  --round-trip             自分あてにメールを送って確かめる
  --prove-old-dead         前のパスワードが使えないことを一度だけ確かめる
  --record ファイル.pdf    記録の置き場所（もうあるファイルは、聞いてから置き換えます）
  --data-dir フォルダー    このプログラムのデータの置き場所
  --vault os|file          パスワードの保管庫（file の合言葉は MAIL_MIGRATE_VAULT_PASSPHRASE か入力で）
  --yes                    予定の確認を省く
  --json                   機械向けの出力（JSON Lines）
  --lang ja|en             ことば
  --fault 名前             practice と demo で不具合を起こす（何度でも書けます）
  --help, --version        この説明、バージョン

終了コード  0 完了 / 1 プログラムの誤り / 2 使い方・控えの誤り / 3 何も変更せずに停止 /
            4 変更したが続きがある（resume）/ 5 変わったか分からない / 130 中断
`,
  en: `Mail Migration Assistant: a forced mail password change, from the sheet to the proof

Usage
  mail-migrate run SHEET... [options]     the whole road for every mailbox on the sheet
  mail-migrate plan SHEET... [options]    what would be done; touches nothing
  mail-migrate read FILE...               sheets to accounts (prints passwords)
  mail-migrate resume RUN                 carry on after an interruption
  mail-migrate undo RUN                   put the mail program's settings back
  mail-migrate status [RUN]               where things stand
  mail-migrate status RUN --secrets       every password that may be in force for that run
  mail-migrate probe --incoming URL --outgoing URL --user NAME   one live check (password from --password-file or standard input)
  mail-migrate probe --list FILE.csv [--at-once N]               many mailboxes, one result line each
  mail-migrate clients                    mail programs, profiles and accounts found on this PC
  mail-migrate password --provider ID     make a password to the provider's rule (--check judges one from standard input)
  mail-migrate providers [--provider ID]  what is known of each provider (with an ID: all that is known of it)
  mail-migrate providers --add FILE [--trust FINGERPRINT]   take in a distributor's signed provider pack
  mail-migrate providers --remove ID      take a pack away, back to the program’s own data
  mail-migrate providers --distrust FINGERPRINT   trust a signer no longer, and take the signer’s packs away
  mail-migrate recover --provider ID      recover a forgotten user name or password on the member site
  mail-migrate practice                   start the practice provider
  mail-migrate demo                       watch the whole road on the practice provider

Options of run and plan
  --provider ID            when the sheet does not tell
  --mailbox ADDRESS        only this one (repeatable)
  --change REALM           which password: mail (default), portal, account, contract
  --attended               ask before each press on the member site, showing the page and naming the fields filled in
  --guided                 you act on the member site, told step by step; the outcome is verified (OCN mail, for one)
  --incoming URL, --outgoing URL   servers the settings shall have, e.g. pop3s://mail.example.jp  smtp://mail.example.jp:587
  --portal-url URL         another start page of the same site
                            (with several providers each of these three must be given as ID=URL, e.g. ocn=https://…)
  --browser NAME-or-PATH, --headed, --headless   which browser, visibly or not
                            (neither: only where each press is asked about, on a PC with a screen)
  --thunderbird-root DIR   folder that holds profiles.ini
  --thunderbird, --no-thunderbird  rewrite Thunderbird (stop where it has no such account), or leave it alone
  --outlook, --no-outlook  rewrite Outlook (Windows; stop where it has no such account), or leave it alone
  --outlook-reg FILE.reg   look at the Outlook in an exported registry file (clients and plan only; never written)
  --new-password-file FILE take this password instead of making one
  --skip-portal            the password was changed by hand already
  --ca FILE                one more trusted certificate authority (PEM): for the mail servers, and for the host of the member site's start page
  --round-trip             send a message to oneself and fetch it back
  --prove-old-dead         one single try with the old password
  --record FILE.pdf        where the record goes (asks before it replaces a file)
  --data-dir DIR           where this program keeps its data
  --vault os|file          credential store (file: passphrase from MAIL_MIGRATE_VAULT_PASSPHRASE or asked)
  --yes                    agree to the plan without being asked
  --json                   machine form (JSON Lines)
  --lang ja|en             language
  --fault NAME             practice and demo: bring about a fault (repeatable)
  --help, --version        this text, the version

Exit codes  0 done / 1 a bug / 2 bad usage or input / 3 stopped before anything was changed /
            4 changed, something after it unfinished (resume) / 5 cannot tell / 130 interrupted
`,
}
