import type { InBoth } from './lang.ts'

/** Why a provider pack is refused. */
export const packReasonWords: Readonly<Record<string, InBoth>> = {
  'no-json': { ja: '書き方が崩れています', en: 'it is not sound JSON' },
  'no-pack': { ja: '追加データのファイルではありません', en: 'it is no pack' },
  'other-pack-format': {
    ja: '知らない形式です。このプログラムの新しい版が要るかもしれません',
    en: 'an unknown form; a newer version of this program may be needed',
  },
  'pack-parts-wrong': { ja: '余分な項目か、形の違う項目があります', en: 'it has parts too many, or parts of another form' },
  'pack-respelled': { ja: '作られたあとで書き換えられています', en: 'it was written anew after it was made' },
  'other-fingerprint': {
    ja: '「--trust」の指紋と違います',
    en: 'its fingerprint is not the one given with "--trust"',
  },
  'trust-declined': { ja: '信頼するとの返事がありませんでした', en: 'nobody said that it is to be trusted' },
  'data-parts-wrong': {
    ja: '知らない項目か、形の違う項目があります。このプログラムの新しい版が要るかもしれません',
    en: 'unknown parts, or parts of another form; a newer version of this program may be needed',
  },
  'data-respelled': {
    ja: '同じ項目が二度あるか、決まった書き方ではありません',
    en: 'something stands in it twice, or is spelled otherwise',
  },
  'id-unfit': { ja: 'プロバイダーの短い名前（ID）が使えない形です', en: 'the provider’s ID cannot be used' },
  'practice-changed': {
    ja: '練習用かどうかが、いまのものと違います',
    en: 'it is for practice and the present one is not, or the other way round',
  },
  'figure-out-of-bounds': {
    ja: '待ち時間や回数の数字が大きすぎるか小さすぎます',
    en: 'a waiting time or a count is out of bounds',
  },
  'pattern-wild': {
    ja: '控えの読み取りの決まりが、終わらなくなるおそれのある形です',
    en: 'a pattern for sheets is unsound, or might never end',
  },
  'recipe-unsound': { ja: '手順の点検に通りません', en: 'it does not pass the check of recipes' },
  'recipe-unplayable': { ja: '手順が、ないものを使っています', en: 'it uses what is not there' },
  'recipe-guards-less': {
    ja: '触れてはいけないものとして決まっていたものが外されています',
    en: 'something that must not be touched is no longer named as such',
  },
  'recipe-of-another': { ja: '別のプロバイダーの手順の名前を使っています', en: 'a recipe has another provider’s name' },
  'recipe-version-reused': {
    ja: '手順の中身が変わったのに、版が前と同じです',
    en: 'a recipe was changed and has the same version as before',
  },
  'password-too-long': { ja: '長すぎます', en: 'too long' },
  'password-too-weak': {
    ja: '短すぎるか、文字の種類が少なすぎて、当てられやすくなります',
    en: 'too short or of too few letters, so easy to guess',
  },
  'password-not-made': { ja: '決まりを満たすものが作れません', en: 'none is found that meets it' },
  'address-not-plain': { ja: 'まぎらわしい書き方です', en: 'it is spelled in a misleading way' },
  'address-of-this-pc': { ja: 'このパソコン自身を指しています', en: 'it is this PC itself' },
  'not-encrypted': { ja: '暗号化されていない（http）ページです', en: 'the page is not encrypted (http)' },
  'mail-not-encrypted': { ja: 'パスワードを暗号化せずに送る設定です', en: 'passwords would be sent there in the clear' },
  'practice-elsewhere': {
    ja: '練習用なのに、このパソコンの外を指しています',
    en: 'it is for practice and leads away from this PC',
  },
  'domain-of-nobody': { ja: 'だれのものにもなりうる、広すぎる名前です', en: 'a name so wide that anybody’s falls under it' },
  'domain-of-another': { ja: 'ほかのプロバイダーの名前です', en: 'it belongs to another provider' },
  'pack-missing': { ja: 'ファイルがなくなっています', en: 'its file is gone' },
  'pack-altered': { ja: 'ファイルの中身が変わっています', en: 'its file has changed' },
  'pack-not-added': {
    ja: 'このプログラムで追加したものではないか、追加が途中で切れています',
    en: 'it was not added by this program, or the adding was cut off',
  },
  'pack-list-damaged': { ja: '追加したものの一覧が壊れています', en: 'the list of what was added is damaged' },
  'pack-outdated': { ja: 'このプログラムの新しい版では受け付けられません', en: 'this version of the program no longer takes it' },
}
