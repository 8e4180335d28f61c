import { say, type Sentences } from './problem-sentence.ts'

/** Problems of the program itself and of files, in plain words. */
export const programProblems = {
  // the program itself
  unexpected: say(
    'プログラムの中で予期しないことが起きました。[（控え番号 {reference}）]',
    '同じ操作をもう一度してください。また起きるときは、この画面の文章をサポート担当にお知らせください。',
    'Something unexpected happened inside the program.[ (reference {reference})]',
    'Try the same thing again. If it happens again, pass this text on to your support contact.',
  ),
  'bad-usage': say(
    '指定のしかたに誤りがあります。[（{given}）][{reason}。][書き方: mail-migrate {usage}。][使える値: {choices}。]',
    '「mail-migrate --help」で使い方を見て、入力し直してください。この実行では何も変更していません。',
    'The command was not understood.[ ({given})][ ({reason})][ Form: mail-migrate {usage} .][ Possible: {choices} .]',
    'See "mail-migrate --help" and try again. This call has changed nothing.',
  ),
  cancelled: say(
    '途中で中止しました。',
    '続けるときは「mail-migrate resume」を使うと、中止した所から再開できます。',
    'You stopped it.',
    '"mail-migrate resume" carries on from here.',
  ),
  'timed-out': say(
    '決めた時間の内に終わりませんでした。[（{host}）]',
    'インターネットにつながっているか確かめ、少し待ってからもう一度してください。',
    'It did not finish in time.[ ({host})]',
    'Check the internet connection, wait a little and try again.',
  ),

  // files
  'file-missing': say(
    'ファイルが見つかりません。[（{file}）]',
    'ファイルの場所と名前を確かめてください。',
    'The file was not found.[ ({file})]',
    'Check where the file is and what it is called.',
  ),
  'file-unreadable': say(
    'ファイルを読めません。[（{file}）][{reason}。]',
    'ほかのプログラムで開いていたら閉じて、もう一度してください。開けないときは、ファイルをもらい直してください。',
    'The file cannot be read.[ ({file})][ ({reason})]',
    'Close it in other programs and try again. If that does not help, get a fresh copy of the file.',
  ),
  'file-not-writable': say(
    'ファイルに書き込めません。[（{file}）]',
    '書き込みが許されている場所か確かめてください。会社のパソコンなら、管理者に相談してください。',
    'The file cannot be written.[ ({file})]',
    'Check that you may write there. On a company PC, ask its administrator.',
  ),
  'file-exists': say(
    '同じ名前のファイルがもうあるので、上書きしません。[（{file}）]',
    '--record に別の名前を書いてください。要らないファイルなら、移すか消してからもう一度してください。',
    'There is a file of that name already; it is not written over.[ ({file})]',
    'Give --record another name, or move the old file away and try again.',
  ),
  'file-is-link': say(
    'ファイルが別の場所への入り口（リンク）になっているため、安全のため書き換えません。[（{file}）]',
    'パソコンを設定した人に、このファイルの場所を確かめてもらってください。',
    'The file is a link to some other place, so it is left alone for safety.[ ({file})]',
    'Ask whoever set up this PC where the file really is.',
  ),
  'file-changed-since': say(
    '控えを取ったあとに、ほかのプログラムがファイルを書き換えました。[（{file}）]',
    'メールソフトを閉じてから、もう一度してください。ファイルには手を付けていません。',
    'Another program changed the file after the backup was taken.[ ({file})]',
    'Close the mail program and try again. The file was left as it is.',
  ),
  'disk-full': say(
    'パソコンの空き容量が足りません。[（{file}）]',
    '不要なファイルを消して空きを作ってから、もう一度してください。',
    'The disk is full.[ ({file})]',
    'Make some room and try again.',
  ),
  'file-busy': say(
    'ほかのプログラムがファイルを使っています。[（{file}）]',
    'メールソフトなどを閉じ、1分ほど待ってから、もう一度してください。',
    'Another program is using the file.[ ({file})]',
    'Close the mail program and others, wait a minute and try again.',
  ),
} as const satisfies Sentences
