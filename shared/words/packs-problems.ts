import { say, type Sentences } from './problem-sentence.ts'

/** Problems of provider packs (data of a provider that a distributor sends out, signed), in plain words. */
export const packsProblems = {
  'pack-unreadable': say(
    'プロバイダーの追加データとして読めません。[（{file}）][{reason}。]',
    '配布元から、ファイルをもらい直してください。メールの本文に貼り付けたり、開いて保存し直したりすると使えなくなります。',
    'This is not a provider pack that can be read.[ ({file})][ ({reason})]',
    'Get the file from its distributor again. Pasting it into a mail or saving it anew makes it unusable.',
  ),
  'pack-unsigned': say(
    'この追加データには署名がありません。[（{file}）]だれが作ったか確かめられないので、使いません。',
    '配布元に、署名の付いたファイルをもらってください。',
    'This pack is not signed.[ ({file})] Who made it cannot be told, so it is not used.',
    'Ask the distributor for the signed file.',
  ),
  'pack-signature-wrong': say(
    'この追加データの署名が合いません。[（{file}）]署名のあとで中身が変わったか、別の人の署名です。',
    '使わないでください。配布元に電話などで知らせ、ファイルをもらい直してください。',
    'The signature of this pack does not fit.[ ({file})] It was changed after signing, or somebody else signed it.',
    'Do not use it. Tell the distributor, by telephone for instance, and get the file again.',
  ),
  'pack-signer-unknown': say(
    'この追加データに署名した相手を、まだ信頼していません。[（指紋: {fingerprint}）][{reason}。]',
    '配布元に電話などで指紋をたずね、同じなら「mail-migrate providers --add ファイル --trust 指紋」でもう一度してください。違うときは使わないでください。',
    'Whoever signed this pack is not trusted here yet.[ (fingerprint: {fingerprint})][ ({reason})]',
    'Ask the distributor for the fingerprint, by telephone for instance. If it is the same, use "mail-migrate providers --add FILE --trust FINGERPRINT"; if not, do not use the pack.',
  ),
  'pack-id-reserved': say(
    'この追加データは、練習用プロバイダーの名前[（{provider}）]を使っています。練習用の内容は取り替えられません。',
    '配布元に、別の名前のファイルをもらってください。',
    'This pack takes the name of the practice provider[ ({provider})], which cannot be replaced.',
    'Ask the distributor for one with a name of its own.',
  ),
  'pack-invalid': say(
    'この追加データの内容に誤りがあります。[{reason}。][（{faults}）]',
    '配布元に知らせ、直したファイルをもらってください。いまの内容のまま、何も変えていません。',
    'What this pack says is not valid.[ ({reason})][ ({faults})]',
    'Tell the distributor and ask for a corrected file. Nothing was changed here.',
  ),
  'pack-recipe-unsafe': say(
    'この追加データの会員ページの手順は、安全に使えません。[（{recipe}）][{reason}。][（{faults}）]',
    '配布元に知らせ、直したファイルをもらってください。いまの手順のまま、何も変えていません。',
    'The way through the member site in this pack is not safe to use.[ ({recipe})][ ({reason})][ ({faults})]',
    'Tell the distributor and ask for a corrected file. Nothing was changed here.',
  ),
  'pack-rule-unusable': say(
    'この追加データのパスワードの決まりでは、よいパスワードを作れません。[{reason}。]',
    '配布元に知らせ、直したファイルをもらってください。いまの決まりのまま、何も変えていません。',
    'Under the password rule in this pack no good password can be made.[ ({reason})]',
    'Tell the distributor and ask for a corrected file. Nothing was changed here.',
  ),
  'pack-address-refused': say(
    'この追加データの行き先（ページやサーバーのアドレス）は使えません。[（{given}）][{reason}。]',
    '配布元に知らせてください。心当たりのないファイルなら、使わずに捨ててください。',
    'An address in this pack cannot be used.[ ({given})][ ({reason})]',
    'Tell the distributor. If you do not know where the file comes from, throw it away.',
  ),
  'pack-hosts-new': say(
    'この追加データは、これまで使っていない行き先でパスワードを入れます。[（{hosts}）]同意がないので、使いません。',
    '配布元の案内でこの行き先を確かめてから、もう一度追加し、たずねられたら「はい」と答えてください。',
    'This pack leads passwords to places not used before.[ ({hosts})] Nobody agreed to that, so it is not used.',
    'Check them against the distributor’s notice, add it again, and answer yes when asked.',
  ),
  'pack-guards-fewer': say(
    'この追加データでは、これまでの用心が減ります。[減るもの: {guards} 。][（{details}）]同意がないので、使いません。',
    '会員サイトが変わったためかどうかを配布元に確かめてから、もう一度追加し、たずねられたら「はい」と答えてください。',
    'This pack is less careful than the present data.[ It does without: {guards}.][ ({details})] Nobody agreed to that, so it is not used.',
    'Ask the distributor why, add it again, and answer yes when asked.',
  ),
  'pack-signer-not-trusted': say(
    'その署名の相手は、信頼するものとして覚えられていません。[指紋: {fingerprint}]',
    '「mail-migrate providers」で、信頼している相手の指紋を見てください。',
    'That signer is not one that is trusted here.[ Fingerprint: {fingerprint}]',
    'See "mail-migrate providers" for the fingerprints that are trusted.',
  ),
  'pack-not-newer': say(
    'この追加データ[（{given} 版）]は、いま使っているもの[（{installed} 版）]より新しくありません。',
    '何もしなくて構いません。前の版に戻したいときは、先に「mail-migrate providers --remove ID」で追加データを外してください。',
    'This pack[ (edition {given})] is not newer than what is in use[ (edition {installed})].',
    'Nothing needs to be done. To go back to an older one, first take the present pack away with "mail-migrate providers --remove ID".',
  ),
  'pack-not-installed': say(
    'そのプロバイダーの追加データはありません。[（{provider}）]',
    '「mail-migrate providers」で、追加したものの一覧を見てください。',
    'There is no pack for that provider.[ ({provider})]',
    'See "mail-migrate providers" for what was added.',
  ),
  'pack-damaged': say(
    '前に追加したプロバイダーのデータ[（{provider}）]が使えません。[{reason}。]古い内容で進めると危ないので、このプロバイダーの作業は止めます。',
    '配布元のファイルを「mail-migrate providers --add」でもう一度追加するか、「mail-migrate providers --remove」で外してプログラムの内容に戻してください。',
    'The provider data that was added before[ ({provider})] cannot be used.[ ({reason})] Going on with older data could do harm, so nothing is done for this provider.',
    'Add the distributor’s file again with "mail-migrate providers --add", or go back to the program’s own data with "mail-migrate providers --remove".',
  ),
  'recipe-gone': say(
    'この作業の予定にある会員ページの手順[（{recipe} {version} 版）]は、もうここにありません。違う手順では進めません。',
    'まだ何も送っていなければ、「mail-migrate run」で新しく始めてください。手順の追加データを外したときは、もう一度追加すると続けられます。',
    'The way through the member site that this run was planned with[ ({recipe}, {version})] is no longer here, and it does not go on with another one.',
    'If nothing was sent yet, start anew with "mail-migrate run". If its pack was removed, add it again to carry on.',
  ),
} as const satisfies Sentences
